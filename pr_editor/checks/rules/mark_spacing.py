"""SPC001, SPC002: the space before and after punctuation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, CLOSING, LETTER, SPACES, WORDISH, in_fact, with_space, without
from pr_editor.checks.model import Applicability, ParagraphCheck, Rule
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.view import Context, ParagraphView

BEFORE_MARK = Rule(
    code="SPC001",
    name="space-before-mark",
    summary=N_("A punctuation mark is written right after the word, without a space."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
AFTER_MARK = Rule(
    code="SPC002",
    name="no-space-after-mark",
    summary=N_("A space is missing after «{text}»."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)

_END = rf"(?=[\s{CLOSING}\"]|$)"
_SPACE_BEFORE = re.compile(rf"(?<=[{WORDISH}{CLOSING}%٪؟!])[{SPACES}]+(?:[،؛؟]|[:!]{_END}|\.{_END})")
_RATIO = re.compile(rf"(?<={D})[{SPACES}]+:[{SPACES}]*{D}")
_MISSING_AFTER = re.compile(
    rf"(?<=[{WORDISH}{CLOSING}%٪؟!])(?:[،؛](?=[{LETTERS}A-Za-z«“(\[])|(?<!{D})[،؛:](?={D})|[؟!:,;](?=[{LETTERS}«“]))"
    rf"|(?<=[{LETTERS}{SIGNS}])(?:…|(?<!\.)\.{{3}})(?={LETTER})"
    rf"|(?<=[{LETTERS}{SIGNS}{D[1:-1]}{CLOSING}])\.(?={LETTER})"
)
_WORD_BEFORE = re.compile(rf"[{LETTERS}{SIGNS}]+$")
_WORD_AFTER = re.compile(rf"[{LETTERS}{SIGNS}]+")
_REACH = 24
_DOMAIN_ENDS = frozenset(("ایران", "کام", "نت", "اورگ"))


def marks(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report spaces before punctuation marks, and marks without a space after them."""
    text = view.text
    for match in _SPACE_BEFORE.finditer(text):
        if not _RATIO.match(text, match.start()):
            yield without(view, BEFORE_MARK, (match.start(), match.end() - 1), match.span())
    for match in _MISSING_AFTER.finditer(text):
        if not in_fact(view, match.start()) and not _between_latin(text, match.start()):
            applicability = _after_stop(text, match.start()) if match.group() == "." else Applicability.SAFE
            if applicability is not None:
                yield with_space(view, AFTER_MARK, match.end(), match.span(), applicability)


def _after_stop(text: str, at: int) -> Applicability | None:
    """How sure a full stop between letters ends a sentence: never in abbreviations, hardly in web addresses."""
    before = _WORD_BEFORE.search(text, max(at - _REACH, 0), at)
    after = _WORD_AFTER.match(text, at + 1)
    if after is None or len(after.group()) == 1 or text[after.end() : after.end() + 1] == ".":
        return None
    if before is None:
        return Applicability.SAFE if text[:at].isdigit() or text[at - 1] in CLOSING else Applicability.ASK
    if len(before.group()) == 1 or text[before.start() - 1 : before.start()] == ".":
        return None
    return Applicability.ASK if after.group() in _DOMAIN_ENDS else Applicability.SAFE


def _between_latin(text: str, at: int) -> bool:
    return text[at - 1].isascii() and text[at + 1].isascii()


CHECKS: tuple[Check, ...] = (ParagraphCheck((BEFORE_MARK, AFTER_MARK), marks),)
