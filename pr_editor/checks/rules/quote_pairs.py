"""QUO002–QUO004: quotation marks without a partner, one pair inside another, and pairs the wrong way round.

A quotation may run over several paragraphs, each of which may open it anew; hence the look at the whole draft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, turned_quotes
from pr_editor.checks.model import Applicability, DraftCheck, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView

UNPAIRED = Rule(
    code="QUO002",
    name="unpaired-quotation-mark",
    summary=N_("The quotation mark {text} has no partner."),
    severity=Severity.WARNING,
    applicability=None,
    authority=ACADEMY,
)
NESTED = Rule(
    code="QUO003",
    name="nested-quotation",
    summary=N_("A quotation inside « » has the marks “ ”: {text}"),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)
REVERSED = Rule(
    code="QUO004",
    name="reversed-quotation-marks",
    summary=N_("The quotation marks are the wrong way round: {text}"),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)

_MARK = re.compile("[«»]")
_PERSIAN = re.compile(f"[{LETTERS}]")
_LONGEST = 20
"""Paragraphs a quotation may run over."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The marks of one paragraph: places of pairs with their depth from 0, and of what found no partner in it."""

    pairs: tuple[tuple[int, int, int], ...]
    opening: tuple[int, ...]
    closing: tuple[int, ...]


def _pair(text: str) -> _Pairs:
    """Match each » with the nearest « before it. Pairs the wrong way round are left out: they are another rule's."""
    aside = {at for match in turned_quotes(text) for at in (match.start(), match.end() - 1)}
    waiting: list[int] = []
    pairs: list[tuple[int, int, int]] = []
    closing: list[int] = []
    for match in _MARK.finditer(text):
        at = match.start()
        if at in aside:
            continue
        if match.group() == "«":
            waiting.append(at)
        elif waiting:
            start = waiting.pop()
            pairs.append((start, at, len(waiting)))
        else:
            closing.append(at)
    return _Pairs(tuple(pairs), tuple(waiting), tuple(closing))


def unpaired(view: DraftView, context: Context) -> Iterator[Hit]:
    """Report « without » and the other way round, in the whole draft."""
    waiting: list[tuple[int, ParagraphView, int]] = []
    continued = -1
    for index, paragraph in enumerate(view.paragraphs):
        if not _MARK.search(paragraph.text):
            continue
        pairs = _pair(paragraph.text)
        reopens = bool(waiting) and continued == index - 1 and paragraph.text.startswith("«")
        if reopens and 0 not in pairs.opening:
            waiting.pop()
        for at in pairs.closing:
            while waiting and index - waiting[-1][0] > _LONGEST:
                _, other, opening = waiting.pop()
                yield _alone(other, opening)
            if waiting:
                waiting.pop()
            else:
                yield _alone(paragraph, at)
        for at in pairs.opening:
            if at > 0 or not reopens:
                waiting.append((index, paragraph, at))
            continued = index
    for _, paragraph, at in waiting:
        yield _alone(paragraph, at)


def _alone(view: ParagraphView, at: int) -> Hit:
    return Hit(UNPAIRED, view.span(at, at + 1))


def nested(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report « » inside « », in paragraphs whose marks are all paired."""
    if view.text.count("«") < len("«»"):
        return
    found = _pair(view.text)
    if found.opening or found.closing:
        return
    for start, end, depth in sorted(found.pairs):
        if depth == 1:
            edits = [view.edit(start, start + 1, "“"), view.edit(end, end + 1, "”")]
            inner = fix(N_("Quote in {marks}"), edits, Applicability.ASK, marks="“ ”")
            yield Hit(NESTED, view.span(start, end + 1), fixes=(inner,))


def turned(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report »…« around Persian words."""
    for match in turned_quotes(view.text):
        if _PERSIAN.search(match["said"]):
            first, last = match.start(), match.end() - 1
            edits = [view.edit(first, first + 1, "«"), view.edit(last, last + 1, "»")]
            swapped = fix(N_("Turn the marks round"), edits, Applicability.ASK)
            yield Hit(REVERSED, view.span(*match.span()), fixes=(swapped,))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((NESTED,), nested),
    ParagraphCheck((REVERSED,), turned),
    DraftCheck((UNPAIRED,), unpaired),
)
