"""Collects Python's reference cycles in the window's thread alone.

CPython runs its collector in whichever thread happens to allocate. Qt objects in a cycle (cursors, pixmaps, models of a
draft that was closed) would then be destroyed in the thread of the library or of the autosave, while the window uses
the document they belong to: a rare crash that no test finds twice. Objects without cycles are freed at once as ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 500
"""Milliseconds between two looks at how much there is to collect."""


class CycleCollector(QObject):
    """Takes over from the automatic collector as long as it lives. Make it once, in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        """Stop the automatic collector and look after the cycles every half second from now on."""
        super().__init__(parent)
        # What start-up made stays to the end; looking through it each time would cost the window tens of milliseconds.
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def finish(self) -> None:
        """Give the cycles back to the automatic collector."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def collect_due() -> None:
    """Collect the oldest generation whose threshold is passed, as the automatic collector would."""
    due = [
        age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
    ]
    if due:
        gc.collect(due[-1])
