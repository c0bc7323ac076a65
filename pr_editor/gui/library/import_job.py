"""The process that imports an archive, seen from the window."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, Signal

from pr_editor.app.archive_import import Tally
from pr_editor.app.archive_job import message_of, tally_of
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pr_editor.app.archive_job import Order

_log = logging.getLogger(__name__)
_LEAVE = 3_000
"""Milliseconds the process gets to be gone."""


class ImportJob(QObject):
    """One import. It can be stopped at any moment: what is in stays in."""

    begun = Signal(int)
    """It may do what was ordered; so many KiB are to be read."""
    moved = Signal(int)
    """So many KiB are behind it."""
    counted = Signal(object)
    """A ``Tally``."""
    troubled = Signal(object, bool)
    """A ``Message``, and whether something is not imported because of it."""
    ended = Signal(object)
    """None, or the ``Message`` that says why it ended early."""

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        """Take the program and its arguments; nothing starts yet."""
        super().__init__(parent)
        self.tally = Tally()
        self._command = list(command)
        self._stopped = self._told = False
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._ways: dict[str, Callable[[Any], None]] = {
            "begun": lambda size: self.begun.emit(size >> 10),
            "at": lambda size: self.moved.emit(size >> 10),
            "tally": self._count,
            "trouble": lambda what: self.troubled.emit(message_of(what), True),
            "remark": lambda what: self.troubled.emit(message_of(what), False),
            "done": lambda _: self._end(None),
            "refused": lambda why: self._end(message_of(why)),
        }

    @property
    def runs(self) -> bool:
        """Whether it is at work."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self, order: Order) -> None:
        """Begin."""
        self._process.start(self._command[0], self._command[1:])
        self._process.write(order.encode())
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """End it; it is told by ``ended``."""
        self._stopped = True
        self._process.kill()

    def finish(self) -> None:
        """End it without a word: the window is closing."""
        self._told = True
        if self.runs:
            self._process.kill()
            self._process.waitForFinished(_LEAVE)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = json.loads(bytes(self._process.readLine().data()))
            for what, value in line.items():
                self._ways[what](value)

    def _count(self, data: dict[str, Any]) -> None:
        self.tally = tally_of(data)
        self.counted.emit(self.tally)

    def _end(self, why: object) -> None:
        if not self._told:
            self._told = True
            self.ended.emit(why)

    def _finished(self) -> None:
        self._read()
        errors = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        if errors:
            _log.warning("importing: %s", errors)
        self._end(
            message("The import was stopped. What is in stays in.")
            if self._stopped
            else message("The import ended unexpectedly.")
        )

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(message("The import could not be started."))
