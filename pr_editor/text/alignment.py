"""Two passages held against each other: the words they share, those that stand in one only, and figures that differ.

Words are compared folded, like everywhere where likeness is judged. The alignment is the longest common subsequence of
words; a few shared words amid many that differ are chance, and are taken for different ones (the «semantic cleanup» of
N. Fraser, «Writing: Diff Strategies», 2006).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from operator import attrgetter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from pr_editor.text.fold import fold
from pr_editor.text.numbers import read_numbers
from pr_editor.text.similarity import split_words
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from pr_editor.text.similarity import Word

_WITH_DIGITS = frozenset({TokenKind.NUMBER, TokenKind.DATE, TokenKind.TIME, TokenKind.PHONE, TokenKind.CODE})
_FIGURE = "#"


@dataclass(frozen=True, slots=True)
class Run:
    """Words at ``[start, end)`` of a passage that the other passage shares, or does not have there."""

    start: int
    end: int
    shared: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, date or time at ``[start, end)`` of a passage; ``value`` is the same however it is written."""

    text: str
    start: int
    end: int
    value: Decimal | str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of one passage and what stands in its place in the other; None where there is none."""

    a: Figure | None
    b: Figure | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two passages, ``a`` and ``b``: their runs in order, and the figures that differ in the order of reading."""

    a: tuple[Run, ...]
    b: tuple[Run, ...]
    figures: tuple[FigureChange, ...]
    shared: int
    """How many words stand in both."""
    only_a: int
    only_b: int

    def turned(self) -> Alignment:
        """The same seen from the other passage."""
        figures = tuple(FigureChange(one.b, one.a) for one in self.figures)
        return Alignment(self.b, self.a, figures, self.shared, self.only_b, self.only_a)

    def within(self, a: int, b: int) -> Alignment:
        """The same alignment where the passages begin at these offsets of their paragraphs."""
        return replace(
            self,
            a=tuple(replace(run, start=run.start + a, end=run.end + a) for run in self.a),
            b=tuple(replace(run, start=run.start + b, end=run.end + b) for run in self.b),
            figures=tuple(FigureChange(_moved(one.a, a), _moved(one.b, b)) for one in self.figures),
        )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words ``[a, a_end)`` of one passage against ``[b, b_end)`` of the other."""

    shared: bool
    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def longer(self) -> int:
        return max(self.a_end - self.a, self.b_end - self.b)


def align(a: str, b: str) -> Alignment:
    """Hold two passages against each other."""
    words_a, words_b = split_words(a), split_words(b)
    stretches = _without_chance(_stretches(words_a, words_b))
    shared = sum(one.longer for one in stretches if one.shared)
    return Alignment(
        a=tuple(_runs(words_a, ((one.a, one.a_end, one.shared) for one in stretches))),
        b=tuple(_runs(words_b, ((one.b, one.b_end, one.shared) for one in stretches))),
        figures=_figure_changes(stretches, _Side(a, words_a), _Side(b, words_b)),
        shared=shared,
        only_a=len(words_a) - shared,
        only_b=len(words_b) - shared,
    )


@lru_cache(maxsize=1024)
def without_figures(text: str) -> tuple[str, ...]:
    """The folded words of a passage, with one sign for every figure: «بیست و پنج نفر» and «۲۵ نفر» are the same."""
    words, kept, at = split_words(text), [], 0
    for figure in _figures(text):
        kept += [word.text for word in words[at:] if word.end <= figure.start]
        kept.append(_FIGURE)
        at = bisect_left(words, figure.end, key=attrgetter("start"))
    return (*kept, *(word.text for word in words[at:]))


def _stretches(a: Sequence[Word], b: Sequence[Word]) -> list[_Stretch]:
    """Shared and different words by turns."""
    found: list[_Stretch] = []
    for op in Indel.opcodes([word.text for word in a], [word.text for word in b]):
        step = _Stretch(op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        if found and found[-1].shared == step.shared:
            step = _joined(found.pop(), step)
        found.append(step)
    return found


def _without_chance(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Shared words no more than the different ones on either side are counted among these."""
    kept: list[_Stretch] = []
    for at, stretch in enumerate(stretches):
        amid = 0 < at < len(stretches) - 1 and stretch.shared
        chance = amid and stretch.longer <= min(kept[-1].longer, stretches[at + 1].longer)
        if kept and not kept[-1].shared and (chance or not stretch.shared):
            stretch = _joined(kept.pop(), stretch)
        kept.append(stretch)
    return kept


def _joined(first: _Stretch, second: _Stretch) -> _Stretch:
    return _Stretch(first.shared and second.shared, first.a, second.a_end, first.b, second.b_end)


def _runs(words: Sequence[Word], ranges: Iterable[tuple[int, int, bool]]) -> Iterator[Run]:
    for first, after, shared in ranges:
        if first < after:
            yield Run(words[first].start, words[after - 1].end, shared)


class _Side:
    """One passage with its words and its figures."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._text = text
        self._words = words
        self._figures = _figures(text)
        self._given = 0

    def figures(self, first: int, after: int) -> list[Figure]:
        """The figures, given out once each, that stand in or touch the words ``[first, after)``.

        A figure of several words may be shared in part: «۱۲ هزار» against «۱۲».
        """
        start = self._words[first - 1].end if first else 0
        end = self._words[after].start if after < len(self._words) else len(self._text)
        found = [one for one in self._figures[self._given :] if one.end >= start and one.start <= end]
        if found:
            self._given = self._figures.index(found[-1]) + 1
        return found


def _figure_changes(stretches: Iterable[_Stretch], a: _Side, b: _Side) -> tuple[FigureChange, ...]:
    changes: list[FigureChange] = []
    for one in stretches:
        if not one.shared:
            here, there = a.figures(one.a, one.a_end), b.figures(one.b, one.b_end)
            changes += map(FigureChange, *_evened(_lacking(here, there), _lacking(there, here)))
    moved = Counter(one.a.value for one in changes if one.a and not one.b)
    moved &= Counter(one.b.value for one in changes if one.b and not one.a)
    return tuple(_without_moved(changes, moved))


def _evened(a: list[Figure], b: list[Figure]) -> tuple[list[Figure | None], list[Figure | None]]:
    pairs = list(zip_longest(a, b))
    return [one for one, _ in pairs], [other for _, other in pairs]


def _lacking(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The figures whose value is not among the others as well."""
    left = Counter(one.value for one in others)
    lacking = []
    for one in figures:
        if left[one.value]:
            left[one.value] -= 1
        else:
            lacking.append(one)
    return lacking


def _without_moved(changes: Iterable[FigureChange], moved: Counter[Decimal | str]) -> Iterator[FigureChange]:
    """Leave out figures that only stand in another place of the other passage."""
    gone, come = moved.copy(), moved.copy()
    for one in changes:
        if one.a and not one.b and gone[one.a.value]:
            gone[one.a.value] -= 1
        elif one.b and not one.a and come[one.b.value]:
            come[one.b.value] -= 1
        else:
            yield one


def _figures(text: str) -> tuple[Figure, ...]:
    """Numbers in digits or words, dates, times and the like, in order. A lone «یک» is an article as often as not."""
    numbers = [one for one in read_numbers(text) if not one.in_words or one.value > 1]
    found = [Figure(text[one.start : one.end], one.start, one.end, one.value) for one in numbers]
    spans = [(one.start, one.end) for one in found]
    for token in tokenize(text):
        inside = any(start <= token.start < end for start, end in spans)
        if token.kind in _WITH_DIGITS and not inside:
            found.append(Figure(token.text, token.start, token.end, fold(token.text)))
    return tuple(sorted(found, key=lambda one: one.start))


def _moved(figure: Figure | None, by: int) -> Figure | None:
    return figure and replace(figure, start=figure.start + by, end=figure.end + by)
