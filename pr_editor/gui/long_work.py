"""What takes long: how far each is, and that it can be called off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.text.message import Message


@dataclass(slots=True, eq=False)
class Work:
    """One thing under way: ``done`` of ``total`` parts; 0 parts where nobody knows how many."""

    what: Message
    cancel: Callable[[], None]
    done: int = 0
    total: int = 0


class LongWork(QObject):
    """Everything long that is under way. Who works says so here; whoever shows it listens."""

    changed = Signal()
    """Something has begun, gone on or ended."""

    def __init__(self, parent: QObject) -> None:
        """Nothing is under way."""
        super().__init__(parent)
        self.all: list[Work] = []

    def begin(self, what: Message, cancel: Callable[[], None]) -> Work:
        """Something begins; ``cancel`` is called, at most once, when the user does not want it any more."""
        work = Work(what, cancel)
        self.all.append(work)
        self.changed.emit()
        return work

    def go_on(self, work: Work, what: Message, done: int = 0, total: int = 0) -> None:
        """It has come to ``what``."""
        work.what, work.done, work.total = what, done, total
        self.changed.emit()

    def end(self, work: Work) -> None:
        """It is over, however it went."""
        if work in self.all:
            self.all.remove(work)
            self.changed.emit()

    def cancel(self) -> None:
        """Call off what began last."""
        if self.all:
            work = self.all.pop()
            self.changed.emit()
            work.cancel()
