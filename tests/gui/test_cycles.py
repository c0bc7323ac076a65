"""Where Python's reference cycles end: in the window's thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MANY = 200_000


class Ring:
    """An object that only the collector can free."""

    def __init__(self, ended: list[int]) -> None:
        """Note in ``ended`` which thread freed it."""
        self._ring = self
        self._ended = ended

    def __del__(self) -> None:
        """Say where."""
        self._ended.append(threading.get_ident())


def test_cycles_end_in_the_windows_thread(qtbot: QtBot) -> None:
    ended: list[int] = []
    Ring(ended)
    with ThreadPoolExecutor(max_workers=1) as worker:
        kept = worker.submit(lambda: [[number] for number in range(MANY)]).result()
    assert len(kept) == MANY
    assert ended == []
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.get_ident()]


def test_the_automatic_collector_rests(qtbot: QtBot) -> None:
    assert not gc.isenabled()
