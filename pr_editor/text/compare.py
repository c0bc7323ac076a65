"""What became of one draft in another, paragraph by paragraph and, inside these, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from pr_editor.text.similarity import Change, word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.text.draft import Draft

_SAME = 0.4
"""Share of equal words from which a paragraph counts as the other one rewritten, not as another in its place."""
_LARGEST = 2_500
"""Pairs of paragraphs weighed for one stretch of changes; a longer stretch is taken as gone and new."""

type _Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in both drafts, or in one: ``old`` and ``new`` are positions from 0, None where it isn't.

    ``changes`` cover both texts without gaps.
    """

    old: int | None
    new: int | None
    before: str
    after: str
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether it stands verbatim in both."""
        return self.old is not None and self.new is not None and self.before == self.after


def compare(old: Draft, new: Draft) -> tuple[Passage, ...]:
    """All paragraphs of both drafts in reading order; those that belong together make one passage."""
    before, after = [p.text for p in old.paragraphs], [p.text for p in new.paragraphs]
    return tuple(_passage(before, after, *pair) for pair in _aligned(before, after))


def _aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[_Pair]:
    a = b = 0
    for block in Indel.editops(before, after).as_matching_blocks():
        yield from ((_at(i, a), _at(j, b)) for i, j in _pairs(before[a : block.a], after[b : block.b]))
        yield from zip(range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True)
        a, b = block.a + block.size, block.b + block.size


def _at(position: int | None, start: int) -> int | None:
    return None if position is None else start + position


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[_Pair]:
    """Which paragraph became which: the pairing in order with the most words in common (Needleman and Wunsch)."""
    rows, columns = len(before), len(after)
    if not rows or not columns or rows * columns > _LARGEST:
        return [*((i, None) for i in range(rows)), *((None, j) for j in range(columns))]
    gain = [[_likeness(one, other) for other in after] for one in before]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], gain[i][j] and gain[i][j] + best[i + 1][j + 1])
    return list(_walk(best, gain))


def _walk(best: Sequence[Sequence[float]], gain: Sequence[Sequence[float]]) -> Iterator[_Pair]:
    rows, columns = len(gain), len(gain[0])
    i = j = 0
    while i < rows or j < columns:
        if i < rows and j < columns and gain[i][j] and best[i][j] == gain[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < rows and (j == columns or best[i][j] == best[i + 1][j]):
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def _likeness(one: str, other: str) -> float:
    share = Indel.normalized_similarity(one.split(), other.split())
    return share if share >= _SAME else 0.0


def _passage(before: Sequence[str], after: Sequence[str], old: int | None, new: int | None) -> Passage:
    a = "" if old is None else before[old]
    b = "" if new is None else after[new]
    return Passage(old, new, a, b, word_diff(a, b))
