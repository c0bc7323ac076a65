"""Has the drafts checked that nobody has looked at yet, so that the list tells which of them need work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking


class Backlog(QObject):
    """One after the other, while the draft in front needs no checking; each can wait for what the user does."""

    def __init__(self, drafts: Drafts, checking: Checking, parent: QObject) -> None:
        """Follow what is opened and what is checked."""
        super().__init__(parent)
        self._drafts = drafts
        self._checking = checking
        self._at: OpenDraft | None = None
        # Not at once: what has been opened comes to the front first, and what is in front goes first.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        drafts.added.connect(lambda _: self._soon.start())
        drafts.removed.connect(self._removed)
        checking.finished.connect(self._ended)
        checking.given_up.connect(self._ended)
        checking.state_changed.connect(lambda _: self._soon.start())

    def _go_on(self) -> None:
        """Send the next one, if none is being checked."""
        if self._at is None and self._checking.state == "idle":
            self._at = next((draft for draft in self._drafts.all if draft.review.revision < 0), None)
            if self._at is not None:
                self._checking.check(self._at, can_wait=True)

    def _ended(self, draft: OpenDraft) -> None:
        if draft is self._at:
            self._at = None
        self._soon.start()

    def _removed(self, draft: OpenDraft) -> None:
        if draft is self._at:
            self._at = None
            self._soon.start()
