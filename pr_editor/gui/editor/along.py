"""Findings along a text: where in the whole of it they stand, and what of them each row of pixels shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pr_editor.gui.editor.marks import Shape, shape_of, token_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from pr_editor.checks.model import Finding
    from pr_editor.profile.model import Severity


class Look(NamedTuple):
    """How a finding shows: of several in one row the heaviest is seen. ``token`` is the theme's for its colour."""

    severity: Severity
    token: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding along the text; ``start`` and ``end`` go from 0 at the top of the text to 1 at its bottom."""

    finding: Finding
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph of ``length`` characters along the text, in the same measure, and what was found in it."""

    start: float
    end: float
    length: int
    findings: Sequence[Finding]

    def ticks(self) -> Iterator[Tick]:
        """Each finding stands as far down in its paragraph as the characters before it reach."""
        share = (self.end - self.start) / max(1, self.length)
        for finding in self.findings:
            is_ground = shape_of(finding) is Shape.GROUND
            start = self.start + share * finding.span.start
            yield Tick(finding, start, self.end if is_ground else start)


def stretches(
    document: QTextDocument, lines: Iterable[tuple[int, str]], findings: Iterable[Finding], whole: float
) -> Iterator[Stretch]:
    """The paragraphs of a document with findings; ``lines`` are all by key, ``whole`` is its height (pixels).

    Those that are not loaded yet are left out.
    """
    by_key: dict[int, list[Finding]] = {}
    for finding in findings:
        by_key.setdefault(finding.span.key, []).append(finding)
    places = pairwise([*_tops(document), whole])
    for (key, line), (top, bottom) in zip(lines, places, strict=False):
        if key in by_key:
            yield Stretch(top / whole, bottom / whole, len(line), by_key[key])


def _tops(document: QTextDocument) -> Iterator[float]:
    """Where each paragraph begins."""
    block = document.begin()
    while block.isValid():
        yield block.layout().position().y()
        block = block.next()


@dataclass(slots=True)
class Rows:
    """What shows in each row of pixels: thousands of findings come down to the few hundred rows there are."""

    ticks: dict[int, Look] = field(default_factory=dict)
    flags: dict[int, Look] = field(default_factory=dict)
    grounds: dict[int, tuple[int, Look]] = field(default_factory=dict)
    """Each from its row to another one."""

    @classmethod
    def of(cls, stretches: Iterable[Stretch], row: Callable[[float], float]) -> Rows:
        """The rows of these paragraphs; ``row`` gives the height (pixels) of a part of the text, in proportion."""
        rows = cls()
        looks: dict[tuple[str, Severity, bool], Look] = {}
        top, whole = row(0.0), row(1.0) - row(0.0)
        for stretch in stretches:
            begin, share = top + stretch.start * whole, (stretch.end - stretch.start) * whole / max(1, stretch.length)
            end = round(top + stretch.end * whole)
            for finding in stretch.findings:
                span = finding.span
                known = finding.rule.code, finding.severity, span.start == span.end
                look = looks.get(known)
                if look is None:
                    look = looks[known] = Look(finding.severity, token_of(finding), shape_of(finding))
                rows._add(round(begin + share * span.start), end, look)
        return rows

    def tokens(self) -> set[str]:
        """The theme's tokens for all colours there are."""
        grounds = (look for _end, look in self.grounds.values())
        return {look.token for look in (*self.ticks.values(), *self.flags.values(), *grounds)}

    def _add(self, at: int, end: int, look: Look) -> None:
        if look.shape is Shape.GROUND:
            self.grounds[at] = max(self.grounds.get(at, (end, look)), (end, look), key=lambda one: one[0])
            return
        lane = self.flags if look.shape is Shape.FLAG else self.ticks
        before = lane.get(at)
        if before is None or before.severity < look.severity:
            lane[at] = look
