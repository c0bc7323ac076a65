"""Where rows lie one above the other when thousands have one height and few have heights of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Stacked:
    """Tops and heights (pixels) of rows. Qt's lists ask for the height of every row; this asks for the odd ones."""

    def __init__(self, count: int, height: int, others: Mapping[int, int]) -> None:
        """``count`` rows of ``height`` but for ``others``, by row."""
        self._count = count
        self.usual = height
        self._others = dict(sorted(others.items()))
        self._rows = list(self._others)
        self._tops: list[int] = []
        """Of the odd rows, in order."""
        more = 0
        for row, other in self._others.items():
            self._tops.append(row * height + more)
            more += other - height
        self.total = count * height + more
        """The height of all together."""

    def top(self, row: int) -> int:
        """Where a row begins."""
        before = bisect_left(self._rows, row) - 1
        return row * self.usual if before < 0 else self._bottom(before) + (row - self._rows[before] - 1) * self.usual

    def height(self, row: int) -> int:
        """How high a row is."""
        return self._others.get(row, self.usual)

    def at(self, y: int) -> int | None:
        """The row at a height; None above the first and below the last."""
        if not 0 <= y < self.total:
            return None
        before = bisect_right(self._tops, y) - 1
        if before < 0:
            return y // self.usual
        below = y - self._bottom(before)
        return self._rows[before] if below < 0 else self._rows[before] + 1 + below // self.usual

    def between(self, top: int, bottom: int) -> range:
        """The rows that show from one height to another."""
        first, last = self.at(max(0, top)), self.at(bottom)
        if first is None or bottom < 0:
            return range(0)
        return range(first, self._count if last is None else last + 1)

    def _bottom(self, which: int) -> int:
        """Where an odd row ends."""
        return self._tops[which] + self._others[self._rows[which]]
