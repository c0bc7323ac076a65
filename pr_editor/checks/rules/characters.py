"""CHR: letters of other keyboards and other languages in Persian words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ARABIC, HAMZA_ABOVE, LOOK_ALIKES
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.tokens import Token

_STANDARD = "ISIRI 6219, Persian Information Interchange and Display Mechanism, using Unicode"

ARABIC_LETTER = Rule(
    code="CHR001",
    name="arabic-letter",
    summary=N_("«{text}» holds an Arabic ye or kaf instead of the Persian letter."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
)
FOREIGN_LETTER = Rule(
    code="CHR002",
    name="look-alike-letter",
    summary=N_("«{text}» holds a letter of another language that only looks Persian."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
)

_ARABIC = str.maketrans(ARABIC)
_LOOK_ALIKES = {**LOOK_ALIKES, "ۃ": "ة", "ۂ": "ه" + HAMZA_ABOVE}
_TO_PERSIAN = str.maketrans(_LOOK_ALIKES)
_OF_ANOTHER_LANGUAGE = re.compile("[ٹڈڑںۆڕڵښړځڅډټڼږۇۈۋګ]")
"""Letters with no Persian look-alike: the word is Urdu, Pashto, Kurdish or Azeri and stays as its writer meant it."""
_VOCALISED = re.compile("[\u064b-\u0650\u0652]")
_MOST_VOWEL_SIGNS = 2
_ODD = re.compile(f"[{''.join((*ARABIC, *_LOOK_ALIKES))}]")
"""Whatever the check looks for: most paragraphs hold none of it."""


def letters(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report each word with Arabic or look-alike letters, one finding a rule."""
    if not _ODD.search(view.text):
        return
    for word in view.words:
        text = word.text
        if not _ODD.search(text):
            continue
        if text.translate(_ARABIC) != text and not _is_arabic_text(text):
            yield _rewritten(view, word, ARABIC_LETTER, text.translate(_ARABIC), sure=True)
        plain = text.translate(_TO_PERSIAN)
        if plain != text and not _OF_ANOTHER_LANGUAGE.search(text):
            yield _rewritten(view, word, FOREIGN_LETTER, plain, sure=context.language.lists(plain))


def _is_arabic_text(word: str) -> bool:
    """Whether the word is vocalised as only quoted Arabic is: a verse keeps its letters."""
    return len(_VOCALISED.findall(word)) >= _MOST_VOWEL_SIGNS


def _rewritten(view: ParagraphView, word: Token, rule: Rule, text: str, *, sure: bool) -> Hit:
    applicability = Applicability.SAFE if sure else Applicability.ASK
    written = fix(N_("Write «{word}»"), [view.edit(word.start, word.end, text)], applicability, word=text)
    return Hit(rule, view.span(word.start, word.end), fixes=(written,))


CHECKS: tuple[Check, ...] = (ParagraphCheck((ARABIC_LETTER, FOREIGN_LETTER), letters),)
