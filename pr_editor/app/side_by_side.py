"""Paragraphs as they are read beside others: which of their words are shared, and which differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.app.reuse_report import Pair
    from pr_editor.text.alignment import Alignment, Figure, Run
    from pr_editor.text.draft import Draft, Paragraph


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph to be read beside another one. What lies outside of its runs is not spoken of."""

    text: str
    kind: Kind = Kind.BODY
    runs: tuple[Run, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Those that differ."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two texts."""

    first: tuple[Marked, ...]
    second: tuple[Marked, ...]


def sides(first: Paragraph, second: Paragraph, found: Alignment) -> Sides:
    """Two paragraphs, the whole of what is read."""
    one, other = Marked(first.text, first.kind), Marked(second.text, second.kind)
    return Sides((_marked(one, found),), (_marked(other, found.turned()),))


def beside_release(draft: Draft, release: Draft, pairs: Iterable[Pair]) -> Sides:
    """A draft and a release that ``pairs`` are taken from. Takes some milliseconds a pair."""
    first = [Marked(paragraph.text, paragraph.kind) for paragraph in draft.paragraphs]
    second = [Marked(paragraph.text, paragraph.kind) for paragraph in release.paragraphs]
    for pair in pairs:
        here, there, found = pair.number - 1, pair.there - 1, pair.alignment()
        first[here] = _marked(first[here], found)
        second[there] = _marked(second[there], found.turned())
    return Sides(tuple(first), tuple(second))


def _marked(paragraph: Marked, found: Alignment) -> Marked:
    """With what ``found`` says of its first side, beside what was marked before."""
    figures = (one.a for one in found.figures if one.a)
    return replace(paragraph, runs=(*paragraph.runs, *found.a), figures=(*paragraph.figures, *figures))
