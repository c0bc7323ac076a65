"""Does in a thread of its own what takes too long for the window's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.reasons import reason
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from pr_editor.text.message import Message


class Background(QObject):
    """One thread. Jobs run one after the other; what comes of them is told in the window's thread."""

    _arrived = Signal(object)
    """To be called in the window's thread."""

    def __init__(self, name: str, parent: QObject) -> None:
        """``name`` is that of the thread, for whoever looks for what it does."""
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._ended = False
        self._arrived.connect(_call)

    def run[T](self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Message], None]) -> None:
        """Do ``work`` in the thread, then one of the others in the window's: ``failed`` with what went wrong."""
        if not self._ended:
            future = self._worker.submit(work)
            future.add_done_callback(lambda done: self._hand_over(partial(_deliver, done, then, failed)))

    def finish(self) -> None:
        """Finish what is being done and tell nothing more: the window is closing."""
        self._ended = True
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _hand_over(self, do: Callable[[], None]) -> None:
        """Runs in the thread; the signal crosses over by itself."""
        if not self._ended:
            self._arrived.emit(do)


def _deliver[T](done: Future[T], then: Callable[[T], None], failed: Callable[[Message], None]) -> None:
    try:
        result = done.result()
    except KnownError as error:
        failed(error.message)
    except OSError as error:
        failed(reason(error))
    else:
        then(result)


def _call(do: Callable[[], None]) -> None:
    do()
