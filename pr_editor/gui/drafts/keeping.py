"""Tells when what was typed can't be saved, and keeps the window open until the user has chosen to lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.reasons import reason
from pr_editor.text.message import message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.panels.notice_bar import NoticeBar

_NOT_SAVED = message("What you typed could not be saved.")


class Keeping(QObject):
    """Watches over what is not on disk yet."""

    def __init__(self, window: QWidget, drafts: Drafts, autosave: Autosave, notices: NoticeBar) -> None:
        """Watch ``autosave``; ``window`` is what is closed."""
        super().__init__(window)
        self._window = window
        self._drafts = drafts
        self._autosave = autosave
        self._tell: Tell = notices.tell
        self._gives_up = False
        autosave.stuck.connect(self._not_saved)
        autosave.recovered.connect(lambda: notices.withdraw(_NOT_SAVED))

    def may_leave(self) -> bool:
        """Save every draft. False when something typed would be lost; the user has been told, and asked."""
        unsaved = self._autosave.unsaved
        for draft in self._drafts.all:
            self._autosave.touch(draft)
        lost = [error for name, error in self._autosave.save_all().items() if name in unsaved]
        if lost and not self._gives_up:
            self._cannot_leave(lost[0])
            return False
        return True

    def _cannot_leave(self, error: BaseException) -> None:
        more = message("Save a copy elsewhere before you quit.")
        leave = message("Quit and lose it")
        self._tell(Notice(_NOT_SAVED, more, Tone.ERROR, leave, self._leave_anyway, reason(error)))

    def _leave_anyway(self) -> None:
        self._gives_up = True
        self._window.close()
        self._gives_up = False  # Somebody else may have kept it open.

    def _not_saved(self, error: OSError) -> None:
        more = message("It is tried again every few seconds; save a copy elsewhere to be safe.")
        self._tell(Notice(_NOT_SAVED, more, Tone.ERROR, why=reason(error)))
