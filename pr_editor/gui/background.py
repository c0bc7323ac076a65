"""Does in a thread of its own what takes too long for the window's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from pr_editor.gui.reasons import reason
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from pr_editor.text.message import Message


class Background(QObject):
    """One thread. Jobs run one after the other; what comes of them is told in the window's thread.

    It is told in a turn of the event loop of its own, never inside of ``run``: otherwise it would hang on which thread
    was quicker whether what follows ``run`` comes before it or after.
    """

    _arrived = Signal(object)
    """To be called in the window's thread."""

    def __init__(self, name: str, parent: QObject) -> None:
        """``name`` is that of the thread, for whoever looks for what it does."""
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._ended = False
        self._arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run[T](
        self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Message], None] | None = None
    ) -> None:
        """Do ``work`` in the thread, then one of the others in the window's: ``failed`` with what went wrong.

        Without ``failed``, nothing is expected to go wrong: what does is a mistake of the program's.
        """
        if not self._ended:
            future = self._worker.submit(work)
            future.add_done_callback(lambda done: self.tell(partial(_deliver, done, then, failed)))

    def tell(self, do: Callable[[], None]) -> None:
        """Call ``do`` in the window's thread, soon; from whichever thread."""
        self._arrived.emit(do)

    def finish(self, last: Callable[[], None] | None = None) -> None:
        """Finish what was begun, then do ``last`` in the thread, and tell nothing more: the window is closing."""
        self._ended = True
        if last is not None:
            self._worker.submit(last)
        self._worker.shutdown(wait=True)

    def _call(self, do: Callable[[], None]) -> None:
        if not self._ended:
            do()


def _deliver[T](done: Future[T], then: Callable[[T], None], failed: Callable[[Message], None] | None) -> None:
    try:
        result = done.result()
    except (KnownError, OSError) as error:
        if failed is None:
            raise
        failed(error.message if isinstance(error, KnownError) else reason(error))
    else:
        then(result)
