"""Paragraphs as they are read beside others: which of their words are shared, which differ, which are spoken of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    held: bool = False
    """Whether it is the one in hand."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two texts, and how the passage in hand stands to its other place."""

    first: tuple[Marked, ...]
    second: tuple[Marked, ...]
    alignment: Alignment


def sides(first: Paragraph, second: Paragraph, found: Alignment) -> Sides:
    """Two paragraphs, the whole of what is read."""
    return Sides((_held(first, found),), (_held(second, found.turned()),), found)


def beside_release(draft: Draft, release: Draft, pairs: Sequence[Pair], hand: int) -> Sides:
    """A draft and a release that ``pairs`` are taken from. Only the one in ``hand`` (from 0) shows what differs."""
    first = [Marked(paragraph.text, paragraph.kind) for paragraph in draft.paragraphs]
    second = [Marked(paragraph.text, paragraph.kind) for paragraph in release.paragraphs]
    alignments = [pair.alignment() for pair in pairs]
    for at in (*(at for at in range(len(pairs)) if at != hand), hand):
        here, there, found = pairs[at].number - 1, pairs[at].there - 1, alignments[at]
        if at == hand:
            first[here] = _held(draft.paragraphs[here], found)
            second[there] = _held(release.paragraphs[there], found.turned())
        else:
            first[here] = _shared(first[here], found.a)
            second[there] = _shared(second[there], found.b)
    return Sides(tuple(first), tuple(second), alignments[hand])


def _held(paragraph: Paragraph, found: Alignment) -> Marked:
    figures = tuple(one.a for one in found.figures if one.a)
    return Marked(paragraph.text, paragraph.kind, found.a, figures, held=True)


def _shared(marked: Marked, runs: Sequence[Run]) -> Marked:
    return replace(marked, runs=(*marked.runs, *(run for run in runs if run.shared)))
