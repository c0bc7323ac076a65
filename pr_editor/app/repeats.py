"""Repeated text of a draft as pairs of places to be read side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.text.alignment import align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pr_editor.checks.model import Finding
    from pr_editor.text.alignment import Alignment
    from pr_editor.text.draft import Draft, Paragraph
    from pr_editor.text.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """The words ``[start, end)`` of a paragraph that are said twice; ``number`` counts paragraphs from 1."""

    number: int
    paragraph: Paragraph
    start: int
    end: int

    @property
    def words(self) -> str:
        """These words."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places of a draft that say the same, in reading order."""

    finding: Finding
    first: Place
    second: Place

    @property
    def name(self) -> tuple[str, int, int]:
        """What tells this pair from the others of a draft."""
        return self.finding.fingerprint, self.first.paragraph.key, self.first.start

    def alignment(self) -> Alignment:
        """The two held against each other; offsets are those of their paragraphs."""
        return align(self.first.words, self.second.words).within(self.first.start, self.second.start)


def pairs(findings: Iterable[Finding], draft: Draft) -> tuple[Pair, ...]:
    """Every finding with each other place of the draft it is about, in the order of the findings."""
    numbered = {paragraph.key: (at, paragraph) for at, paragraph in enumerate(draft.paragraphs, 1)}
    return tuple(pair for finding in findings for pair in _pairs_of(finding, numbered))


def _pairs_of(finding: Finding, numbered: Mapping[int, tuple[int, Paragraph]]) -> Iterator[Pair]:
    here = _place(finding.span, numbered)
    for related in finding.related:
        there = _place(related.span, numbered) if related.release is None else None
        if here is not None and there is not None:
            first, second = sorted((here, there), key=lambda place: (place.number, place.start))
            yield Pair(finding, first, second)


def _place(span: Span, numbered: Mapping[int, tuple[int, Paragraph]]) -> Place | None:
    """None where the text has changed since, so that the words are no longer there."""
    number, paragraph = numbered.get(span.key, (0, None))
    if paragraph is None or span.end > len(paragraph.text):
        return None
    return Place(number, paragraph, span.start, span.end)
