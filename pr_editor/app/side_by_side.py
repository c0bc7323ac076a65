"""Paragraphs as they are read beside others: which of their words are shared, which differ, which are spoken of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.text.alignment import align
from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.checks.reuse import Passage
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


def beside_release(draft: Draft, release: Draft, passages: Sequence[Passage], hand: int) -> Sides:
    """A draft and a release it takes ``passages`` from. Only the one in ``hand`` (from 0) shows what differs."""
    places = draft.index()
    first = [Marked(paragraph.text, paragraph.kind) for paragraph in draft.paragraphs]
    second = [Marked(paragraph.text, paragraph.kind) for paragraph in release.paragraphs]
    alignments = [_alignment(passage) for passage in passages]
    order = [*(at for at in range(len(passages)) if at != hand), hand]
    for at in order:
        passage, found = passages[at], alignments[at]
        here, there = places[passage.view.key], passage.match.there
        if at == hand:
            first[here] = _held(draft.paragraphs[here], found)
            second[there] = _held(release.paragraphs[there], found.turned())
        else:
            first[here] = _shared(first[here], found.a)
            second[there] = _shared(second[there], found.b)
    return Sides(tuple(first), tuple(second), alignments[hand])


def _alignment(passage: Passage) -> Alignment:
    """Of the words between the first and the last shared ones, or of whole paragraphs that are the same."""
    match, text = passage.match, passage.view.text
    if match.exact:
        return align(text, match.text)
    here, there = text[match.start : match.end], match.text[match.there_start : match.there_end]
    return align(here, there).within(match.start, match.there_start)


def _held(paragraph: Paragraph, found: Alignment) -> Marked:
    figures = tuple(one.a for one in found.figures if one.a)
    return Marked(paragraph.text, paragraph.kind, found.a, figures, held=True)


def _shared(marked: Marked, runs: Sequence[Run]) -> Marked:
    return replace(marked, runs=(*marked.runs, *(run for run in runs if run.shared)))
