"""CHR: vowel signs that are doubled, stand apart, come from an old font, or aren't wanted by the house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.checks.protect import quoted_spans
from pr_editor.profile.choices import Diacritics
from pr_editor.profile.model import Severity
from pr_editor.text.letters import HAMZA_ABOVE, TANVIN, ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.view import Context, ParagraphView

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi"

PRIVATE = Rule(
    code="CHR008",
    name="private-character",
    summary=N_("«{text}» holds a character that only one font knows; elsewhere it shows as a box or as nothing."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="The Unicode Standard, private-use characters have no meaning of their own",
)
MISPLACED = Rule(
    code="CHR009",
    name="misplaced-vowel-sign",
    summary=N_("In «{text}» a vowel sign is doubled or stands apart from its letter."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
NEEDLESS = Rule(
    code="CHR010",
    name="needless-vowel-sign",
    summary=N_("The house style prints no vowel signs but tanvin; «{text}» has some."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority="House style",
)

_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_OLD_SIGNS = re.compile("[\ue818\ue820-\ue82d]+")
"""Vowel signs of old Persian fonts; which is which depends on the font, so they can only be taken out."""
_OLD_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8]")

_SIGN = "\u064b-\u0652\u0654\u0655\u0670"
_VOWELS = "\u064e-\u0652\u0656-\u065f\u0670"
_DOUBLED = re.compile(rf"([{_SIGN}])\1+")
_APART = re.compile(rf"(?<=[{LETTERS}])[ \u00a0{ZWNJ}]+([{_SIGN}])(?![{_SIGN}])")
_VOWEL = re.compile(f"[{_VOWELS}]")
_ANY_SIGN = re.compile(f"[{_SIGN}]")
_WORD = re.compile(f"[{LETTERS}{SIGNS}{ZWNJ}]*")
_WORD_BEFORE = re.compile(f"[{LETTERS}{SIGNS}{ZWNJ}]+$")
_LONGEST_WORD = 60
_MOST_VOWELS = 2
"""Words with more are quoted Arabic."""


def private(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report characters of the private-use area."""
    for match in _PRIVATE.finditer(view.text):
        first, last = match.span()
        plain = "" if _OLD_SIGNS.fullmatch(match.group()) else "•" if _OLD_BULLETS.fullmatch(match.group()) else None
        fixes = () if plain is None else (_instead(view, first, last, plain),)
        yield Hit(PRIVATE, view.span(*_word_around(view.text, first, last)), fixes=fixes)


def _instead(view: ParagraphView, first: int, last: int, plain: str) -> Fix:
    title = N_("Write a bullet") if plain else N_("Take the sign out")
    return fix(title, [view.edit(first, last, plain)], Applicability.ASK)


def misplaced(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a sign that stands twice on one letter, and a sign after a space or half-space."""
    text = view.text
    if not _ANY_SIGN.search(text):
        return
    for match in _DOUBLED.finditer(text):
        start, end = _word_around(text, match.start(), match.end())
        edits = [view.edit(match.start() + 1, match.end(), "")]
        yield Hit(MISPLACED, view.span(start, end), fixes=(fix(N_("Leave one sign"), edits, Applicability.SAFE),))
    for match in _APART.finditer(text):
        yield _joined(view, context, match)


def _joined(view: ParagraphView, context: Context, match: re.Match[str]) -> Hit:
    """Put a sign on the letter before it; a word that goes on after the sign is a word of its own."""
    text = view.text
    start, _ = _word_around(text, match.start(), match.start())
    sign, after = match[1], match.end()
    joined = text[start : match.start()] + sign
    goes_on = re.match(f"[{LETTERS}]", text[after : after + 1]) is not None
    sure = sign in TANVIN + HAMZA_ABOVE and not goes_on and context.language.lists(joined)
    edits = [view.edit(match.start(), after, sign + (" " if goes_on else ""))]
    written = fix(N_("Write «{word}»"), edits, Applicability.SAFE if sure else Applicability.ASK, word=joined)
    return Hit(MISPLACED, view.span(start, after), fixes=(written,))


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    before = _WORD_BEFORE.search(text, max(start - _LONGEST_WORD, 0), start)
    after = _WORD.match(text, end, end + _LONGEST_WORD)
    return before.start() if before else start, after.end() if after else end


def needless(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report words with vowel signs where the house prints none; quotes and Arabic texts keep theirs."""
    if context.profile.options.orthography.diacritics is Diacritics.KEEP or not _VOWEL.search(view.text):
        return
    quotes = quoted_spans(view.text)
    for word in view.words:
        signs = len(_VOWEL.findall(word.text))
        if not 0 < signs <= _MOST_VOWELS or any(start <= word.start < end for start, end in quotes):
            continue
        plain = _VOWEL.sub("", word.text)
        written = fix(N_("Write «{word}»"), [view.edit(word.start, word.end, plain)], Applicability.ASK, word=plain)
        yield Hit(NEEDLESS, view.span(word.start, word.end), fixes=(written,))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((PRIVATE,), private),
    ParagraphCheck((MISPLACED,), misplaced),
    ParagraphCheck((NEEDLESS,), needless),
)
