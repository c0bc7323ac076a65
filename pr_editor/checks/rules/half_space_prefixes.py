"""ZWN: what stands before a word: نا, بی and به."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, ParagraphCheck, Rule
from pr_editor.checks.pairs import parted, single_words, word_pairs
from pr_editor.language.affixes import ADVERBS_WITH_BE, FUNCTION_WORDS, STUCK_TO_BE
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.view import Context, ParagraphView

NEGATIVE = Rule(
    code="ZWN012",
    name="split-negative-prefix",
    summary=N_("«{text}» is one word: the prefix نا is written joined."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
WITHOUT = Rule(
    code="ZWN013",
    name="joined-bi",
    summary=N_("«{text}» is easier to read with a half-space after بی."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
STUCK = Rule(
    code="ZWN014",
    name="stuck-be",
    summary=N_("In «{text}» the preposition به is written apart."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)

_WITHOUT = re.compile("بی(?=[^\u200c]{3})")


def split_prefixes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «نا امن»; «نا» is no word by itself."""
    for pair in word_pairs(view, context):
        if pair.a == "نا" and pair.b not in FUNCTION_WORDS and pair.language.lists(pair.a + pair.b):
            yield pair.hit(NEGATIVE, Applicability.ASK, between="")


def joined_prefixes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «بیشک» and «بعنوان»; what is no word to any list is the business of the spelling rules."""
    language = context.language
    for token, word in single_words(view, context):
        if word[0] != "ب" or not language.knows(word):
            continue
        if (rest := word[1:]) in STUCK_TO_BE:
            between = f"ه{ZWNJ}" if rest in ADVERBS_WITH_BE else "ه "
            hit = parted(view, token, STUCK, 1, between, Applicability.ASK)
        elif _WITHOUT.match(word) and _is_without(word, context):
            hit = parted(view, token, WITHOUT, 2, ZWNJ, Applicability.ASK)
        else:
            continue
        if hit:
            yield hit


def _is_without(word: str, context: Context) -> bool:
    """Whether the press writes the word with a half-space after بی and never joined, unlike «بیمار» and «بیشتر»."""
    split = f"بی{ZWNJ}{word[2:]}"
    language = context.language
    return language.lists(split) and language.frequency(split) > 0 and not language.frequency(word)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((NEGATIVE,), split_prefixes),
    ParagraphCheck((WITHOUT, STUCK), joined_prefixes),
)
