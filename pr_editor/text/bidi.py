"""In which order a paragraph is seen: the Unicode Bidirectional Algorithm (UAX #9), for one line of text.

Names in brackets are those of the algorithm's rules; all of them are followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from pr_editor.text.bidi_sequence import ISOLATES, STRONG, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEFT_TO_RIGHT, RIGHT_TO_LEFT = 0, 1
_DEEPEST = 125
_EMBEDDINGS = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}
_REMOVED = frozenset((*_EMBEDDINGS, "PDF", "BN"))
_AT_LINE_END = frozenset(("WS", "PDI", *ISOLATES))
_MARKS = frozenset("\u200e\u200f\u061c\u2066\u2067\u2068\u2069")


def first_direction(text: str) -> int | None:
    """The direction of the first letter outside isolates [P2, P3]; None where no letter has one."""
    depth = 0
    for ch in text:
        kind = bidirectional(ch)
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif not depth and kind in STRONG:
            return LEFT_TO_RIGHT if kind == "L" else RIGHT_TO_LEFT
    return None


def isolates(text: str) -> dict[int, int]:
    """Where each isolate that is closed begins and ends [BD9]."""
    pairs: dict[int, int] = {}
    begun: list[int] = []
    for at, ch in enumerate(text):
        kind = bidirectional(ch)
        if kind in ISOLATES:
            begun.append(at)
        elif kind == "PDI" and begun:
            pairs[begun.pop()] = at
    return pairs


def seen(text: str, direction: int) -> list[tuple[int, int]]:
    """The visible characters from left to right as (offset, direction), in a line that has ``direction`` as a whole.

    The direction of a character tells apart the two shapes of a bracket.
    """
    levels = _levels(text, direction)
    for at in range(len(text) - 1, -1, -1):  # [L1]
        if levels[at] is not None:
            if bidirectional(text[at]) not in _AT_LINE_END:
                break
            levels[at] = direction
    order = [(at, level) for at, level in enumerate(levels) if level is not None]
    for lowest in range(max((level for _, level in order), default=0), 0, -1):  # [L2]
        order = [one for run in _runs(order, lowest) for one in run]
    return [(at, level % 2) for at, level in order if text[at] not in _MARKS]


def _runs(order: Iterable[tuple[int, int]], lowest: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of characters below a level, and those from it on, which are turned round."""
    for high, run in groupby(order, lambda one: one[1] >= lowest):
        ahead = list(run)
        yield ahead[::-1] if high else ahead


def _levels(text: str, direction: int) -> list[int | None]:
    """The level of each character; None for those that are not shown at all [X9]."""
    closing = isolates(text)
    nesting = _Nesting([(direction, "", False)])
    kinds, levels = [], []
    for at, ch in enumerate(text):
        kind = bidirectional(ch) or "L"
        if kind == "FSI":
            inner = first_direction(text[at + 1 : closing.get(at)])
            kind = "RLI" if inner == RIGHT_TO_LEFT else "LRI"
        level, kind = nesting.enter(kind)
        kinds.append(kind)
        levels.append(level)
    settled = list(levels)
    for sequence in _sequences(text, levels, closing):
        for at, level in zip(
            sequence, Sequence(text, sequence, kinds, levels, direction, closing).resolve(), strict=True
        ):
            settled[at] = level
    return settled


@dataclass(slots=True)
class _Nesting:
    """Embeddings, overrides and isolates that are open [X1–X8]: (level, override, whether it is an isolate)."""

    stack: list[tuple[int, str, bool]]
    too_deep: int = 0
    too_deep_isolates: int = 0
    open_isolates: int = 0

    def enter(self, kind: str) -> tuple[int | None, str]:
        """Take the next character by its kind; its level (None: not shown) and the kind that it has from now on."""
        if kind in _EMBEDDINGS:
            self._embed(*_EMBEDDINGS[kind])
        elif kind == "PDF":
            self._end_embedding()
        if kind in _REMOVED:
            return None, kind
        if kind == "B":
            return self.stack[0][0], kind
        if kind == "PDI":
            self._end_isolate()
        level, override, _ = self.stack[-1]
        if kind in ISOLATES:
            self._isolate(int(kind == "RLI"))
        return level, override or kind

    def _next(self, parity: int) -> int:
        level = self.stack[-1][0] + 1
        return level if level % 2 == parity else level + 1

    def _has_room(self, level: int) -> bool:
        return level <= _DEEPEST and not self.too_deep and not self.too_deep_isolates

    def _embed(self, parity: int, override: str) -> None:
        level = self._next(parity)
        if self._has_room(level):
            self.stack.append((level, override, False))
        elif not self.too_deep_isolates:
            self.too_deep += 1

    def _end_embedding(self) -> None:
        if self.too_deep_isolates:
            return
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.stack) > 1 and not self.stack[-1][2]:
            self.stack.pop()

    def _isolate(self, parity: int) -> None:
        level = self._next(parity)
        if self._has_room(level):
            self.open_isolates += 1
            self.stack.append((level, "", True))
        else:
            self.too_deep_isolates += 1

    def _end_isolate(self) -> None:
        if self.too_deep_isolates:
            self.too_deep_isolates -= 1
        elif self.open_isolates:
            self.too_deep = 0
            while not self.stack.pop()[2]:
                pass
            self.open_isolates -= 1


def _sequences(text: str, levels: list[int | None], closing: dict[int, int]) -> list[list[int]]:
    """Isolating run sequences [X10]: runs of one level, joined across the isolates inside them."""
    runs = [[at for at, _ in run] for _, run in groupby(_kept(levels), lambda one: one[1])]
    waiting: dict[int, list[int]] = {}
    whole: list[list[int]] = []
    for run in runs:
        sequence = waiting.pop(run[0], None)
        if sequence is None:
            sequence = run
            whole.append(sequence)
        else:
            sequence += run
        if bidirectional(text[run[-1]]) in ISOLATES and run[-1] in closing:
            waiting[closing[run[-1]]] = sequence
    return whole


def _kept(levels: Iterable[int | None]) -> Iterator[tuple[int, int]]:
    return ((at, level) for at, level in enumerate(levels) if level is not None)
