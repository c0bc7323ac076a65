"""CHR: the stretching stroke inside words, and in the place of a dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import TATWEEL
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.tokens import Token

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi"

STRETCHED = Rule(
    code="CHR004",
    name="stretched-word",
    summary=N_("«{text}» is stretched by kashida signs, which hide it from every search."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
AS_DASH = Rule(
    code="CHR007",
    name="kashida-as-dash",
    summary=N_("A kashida sign stands in the place of a dash."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=_ACADEMY,
)

_STRETCH = re.compile(f"(?<=[{LETTERS}{SIGNS}])(?<!{TATWEEL}){TATWEEL}++(?=[{LETTERS}])")
_LEAST_STRETCHED = 2
_DASH = re.compile(rf"(?<={D}){TATWEEL}+(?={D})|(?<!\S){TATWEEL}+(?=\s)")


def stretched(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report each word with kashida signs between its letters."""
    if TATWEEL not in view.text:
        return
    for word in view.words:
        if TATWEEL in word.text and (hit := _plain(view, word, context)):
            yield hit


def _plain(view: ParagraphView, word: Token, context: Context) -> Hit | None:
    """The word without kashidas. A single one may be a dash between two words, so the lists decide."""
    if not _STRETCH.search(word.text):
        return None
    plain = _STRETCH.sub("", word.text)
    known = context.language.lists(plain)
    if not known and TATWEEL * _LEAST_STRETCHED not in word.text:
        return None
    applicability = Applicability.SAFE if known else Applicability.ASK
    written = fix(N_("Write «{word}»"), [view.edit(word.start, word.end, plain)], applicability, word=plain)
    return Hit(STRETCHED, view.span(word.start, word.end), fixes=(written,))


def as_dash(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report kashida signs between two figures, and those that stand alone between two spaces."""
    if TATWEEL not in view.text:
        return
    for match in _DASH.finditer(view.text):
        edits = [view.edit(match.start(), match.end(), "–")]
        dash = fix(N_("Write an en dash"), edits, Applicability.ASK)
        yield Hit(AS_DASH, view.span(match.start(), match.end()), fixes=(dash,))


CHECKS: tuple[Check, ...] = (ParagraphCheck((STRETCHED,), stretched), ParagraphCheck((AS_DASH,), as_dash))
