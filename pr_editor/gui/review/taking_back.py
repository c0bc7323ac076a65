"""Undo takes back what was done last: a decision, while the text has not been changed since, else a change of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pr_editor.gui.drafts.desk import Desk
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.notices import Notice
    from pr_editor.gui.panels.notice_bar import NoticeBar
    from pr_editor.text.message import Message


class TakingBack(QObject):
    """Remembers the decisions since the last change of the text of the draft in front."""

    changed = Signal()
    """There is something else to take back."""

    def __init__(self, drafts: Drafts, desk: Desk, notices: NoticeBar, parent: QObject) -> None:
        """Hear of decisions where the user is told of them."""
        super().__init__(parent)
        self._notices = notices
        self._decisions: list[Notice] = []
        notices.told.connect(self._told)
        notices.acted.connect(self._acted)
        desk.edited.connect(lambda _: self._forget())
        drafts.shown.connect(lambda _: self._forget())

    @property
    def last(self) -> Message | None:
        """The decision that would be taken back; None where the text was changed last."""
        return self._decisions[-1].what if self._decisions else None

    def take_back(self) -> bool:
        """Take the last decision back; False when there is none to take back."""
        if not self._decisions:
            return False
        self._notices.act(self._decisions[-1])
        return True

    def _told(self, notice: Notice) -> None:
        if notice.decision:
            self._decisions.append(notice)
            self.changed.emit()

    def _acted(self, notice: Notice) -> None:
        if notice in self._decisions:
            self._decisions.remove(notice)
            self.changed.emit()

    def _forget(self) -> None:
        if self._decisions:
            self._decisions.clear()
            self.changed.emit()
