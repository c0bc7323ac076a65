"""Keeps what the approved releases teach up to date, in a process of its own that leaves when it is done."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from pr_editor.app.house_counts import LEARNT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.library.librarian import Librarian

_log = logging.getLogger(__name__)
_LEAVE = 1_500
"""Milliseconds the process gets to end when the window closes."""


class HouseLearning(QObject):
    """Learns from the library at the start and whenever it has changed. Nothing waits for it."""

    learnt = Signal()
    """There are new counts for the checker."""

    def __init__(self, command: Sequence[str], librarian: Librarian, parent: QObject) -> None:
        """Take the program that learns and its arguments; nothing starts yet."""
        super().__init__(parent)
        self._command = list(command)
        self._librarian = librarian
        self._again = self._ended = self._held = False
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        librarian.changed.connect(self.learn)

    def learn(self) -> None:
        """Look whether there is something to learn; a look that is under way is followed by another one."""
        if self._ended or self._held or not self._librarian.there:
            return
        self._again = self._process.state() is not QProcess.ProcessState.NotRunning
        if not self._again:
            self._process.start(self._command[0], self._command[1:])

    def hold(self, on: bool) -> None:
        """Learn nothing while the library grows by thousands; look once when it is over."""
        self._held = on
        self.learn()

    def finish(self) -> None:
        """End with the window; what was not learnt is learnt at the next start."""
        self._ended = True
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_LEAVE)

    def _finished(self, status: int, ending: QProcess.ExitStatus) -> None:
        if self._ended:
            return
        for line in bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").splitlines():
            _log.warning("learning from the library: %s", line)
        if ending is QProcess.ExitStatus.NormalExit and status == LEARNT:
            self.learnt.emit()
        if self._again:
            self.learn()
