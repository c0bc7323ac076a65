"""What the words of options are called for people; the file has them in English, short and without examples."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.gui.house.rules_page import KINDS
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.gui.speech import Speech

_KEEP = {"keep": N_("As the draft has it")}
_STANCE = {"accept": N_("Is accepted"), "refuse": N_("Is pointed out")}
_GAP = {"space": N_("With a space"), "none": N_("Without a space"), **_KEEP}

TABLES: Mapping[str, str] = MappingProxyType(
    {
        "orthography": N_("Letters, half-spaces and the ezafe"),
        "numbers": N_("Digits and numbers"),
        "punctuation": N_("Punctuation"),
        "release": N_("Kind of release"),
        "repeats": N_("Repeated text"),
        "byline": N_("Byline and source"),
        "structure": N_("Parts of the release"),
    }
)
"""What the tables of options are called."""

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "orthography.ezafe": N_("The ezafe after silent heh"),
        "orthography.ezafe_required": N_("The ezafe after silent heh must always be written"),
        "orthography.diacritics": N_("Vowel signs"),
        "orthography.half_space_after_non_joining": N_("Half-spaces after letters that join to none, as in بندر‌ها"),
        "orthography.copula_after_heh": N_("«است» after silent heh"),
        "orthography.untouchable": N_("Words whose half-spaces stay as they are, one a line"),
        "numbers.digits": N_("Digits in Persian text"),
        "numbers.percent": N_("Percent"),
        "numbers.decimal": N_("Decimal mark"),
        "numbers.thousands": N_("Mark between thousands"),
        "numbers.ordinal": N_("Ordinals after digits"),
        "numbers.range": N_("Between the ends of a range"),
        "punctuation.dashes": N_("Hyphens in a row (-- and ---)"),
        "punctuation.ellipsis": N_("Three dots"),
        "punctuation.ellipsis_space": N_("Between a word and the three dots after it"),
        "punctuation.question_exclamation": N_("Question and exclamation mark together"),
        "punctuation.full_stop_in_brackets": N_("The full stop of a sentence that ends with a remark in brackets"),
        "punctuation.bullets": N_("What opens an item of a list"),
        "punctuation.honorific_space": N_("Before (ص), (ع) and their like"),
        "release.kind": N_("What drafts are when they do not say so themselves"),
        "repeats.near": N_("From which share of equal words two paragraphs count as nearly the same (0 to 1)"),
        "byline.labels": N_("Words that open a byline, one a line"),
        "byline.source_labels": N_("Words that open a source line, one a line"),
        "byline.formulas": N_("Openings that name the issuing office in the text, one a line"),
        "byline.outlets": N_("Beginnings of names of outlets and offices, one a line"),
        "byline.roles": N_("Beginnings of roles in bylines, one a line"),
        "byline.closing_labels": N_("Words that open a byline near the end only, one a line"),
        "byline.second_labels": N_("Words that open the line of a second hand, such as a translator, one a line"),
        "byline.anonymous": N_("What is no name in a byline, one a line"),
        "byline.requires": N_("What a byline says beside the name"),
        "byline.office_byline": N_("An office that signs in place of a person"),
        "byline.anonymous_byline": N_("A byline without a name"),
        "byline.form": N_("How a byline is written that the program adds"),
        "structure.headline_words": N_("Words of a headline, at most"),
        "structure.headline_characters": N_("Characters of a headline, at most"),
        "structure.kicker_words": N_("Words of a kicker, at most"),
        "structure.lead_words": N_("Words of a lead, at most"),
        "structure.sentence_words": N_("Words of a sentence, at most"),
        "structure.paragraph_words": N_("Words of a paragraph, at most"),
        "structure.reading_ease": N_("Points of reading ease, at least"),
    }
)
"""What options are called, by table and key."""

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "orthography.ezafe": {
            "hamza": "خانهٔ",
            "ligature": "خانۀ",
            "ye": "خانه‌ی",
            "majority": N_("As the draft mostly has it"),
        },
        "orthography.diacritics": {"tanvin": N_("Only tanvin"), **_KEEP},
        "orthography.half_space_after_non_joining": {
            "remove": N_("Take it out: بندرها"),
            "write": N_("Write it: بندر‌ها"),
            **_KEEP,
        },
        "orthography.copula_after_heh": {"apart": "رفته است", **_KEEP},
        "numbers.digits": {
            "persian": N_("Persian (۱۲۳)"),
            "latin": N_("Latin (123)"),
            "uniform": N_("One script in each draft"),
            "keep": N_("One script in each number"),
        },
        "numbers.percent": {"persian": "۲۵٪", "latin": "۲۵%", "word": "۲۵ درصد", **_KEEP},
        "numbers.decimal": {"persian": "۱۲٫۵", "point": "۱۲.۵", "slash": "۱۲/۵", **_KEEP},
        "numbers.thousands": {"persian": "۱۲٬۰۰۰", "comma": "۱۲,۰۰۰", **_KEEP},
        "numbers.ordinal": {"half-space": "۲۵‌ام", "joined": "۲۵ام", "short": "۲۵م", **_KEEP},
        "numbers.range": {"hyphen": "۱۲-۱۵", "dash": "۱۲–۱۵", "word": "۱۲ تا ۱۵", **_KEEP},
        "punctuation.dashes": {"convert": N_("Make them a dash (–)"), **_KEEP},
        "punctuation.ellipsis": {"character": N_("One character (…)"), "dots": N_("Three full stops (...)"), **_KEEP},
        "punctuation.ellipsis_space": _GAP,
        "punctuation.question_exclamation": {"question-first": "؟!", "exclamation-first": "!؟", **_KEEP},
        "punctuation.full_stop_in_brackets": {"outside": N_("After the brackets"), **_KEEP},
        "punctuation.bullets": {"hyphen": N_("A hyphen (-)"), **_KEEP},
        "punctuation.honorific_space": _GAP,
        "byline.requires": {
            "role-or-organisation": N_("Role or organisation"),
            "role": N_("Role"),
            "organisation": N_("Organisation"),
            "role-and-organisation": N_("Role and organisation"),
        },
        "byline.office_byline": _STANCE,
        "byline.anonymous_byline": _STANCE,
        "release.kind": {str(kind): KINDS[kind] for kind in ReleaseKind},
    }
)
"""By table and key: each word of the file, and what it is called; examples of Persian writing stay as they are."""


def label_of(option: str, about: str, speech: Speech) -> str:
    """What ``option`` (table.key) is called; what its declaration says ``about`` it where nobody has named it."""
    return speech.tr(LABELS.get(option, about)).replace("`", "")


def word_of(option: str, word: str, speech: Speech) -> str:
    """What a word of ``option`` (table.key) is called; the word itself where nobody has said."""
    said = WORDS.get(option, {}).get(word)
    return speech.tr(said) if said else word
