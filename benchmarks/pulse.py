"""How long the event loop lets nothing else happen."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Gap:
    """The longest time (seconds) without a beat, and the longest the window's own thread was at work in one."""

    wall: float
    busy: float
    """On a machine with other work to do, this tells what the window is to blame for."""


class Pulse(QObject):
    """Beats every millisecond, as far as it is let."""

    def __init__(self, parent: QObject) -> None:
        """Begin to beat."""
        super().__init__(parent)
        self._last = tuple(_now())
        self._longest = Gap(0.0, 0.0)
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def longest(self) -> Gap:
        """The longest gap since this was last asked."""
        self.beat()
        longest, self._longest = self._longest, Gap(0.0, 0.0)
        return longest

    def beat(self) -> None:
        """Feel how long it has been."""
        before, self._last = self._last, tuple(_now())
        wall, busy = (now - then for now, then in zip(self._last, before, strict=True))
        self._longest = Gap(max(self._longest.wall, wall), max(self._longest.busy, busy))


def _now() -> Iterator[float]:
    yield time.perf_counter()
    yield time.thread_time()
