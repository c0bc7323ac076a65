"""Drafts made of what is on the clipboard.

What is received stays as it came, to be compared with; in the text in hand what can't have been meant is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from pr_editor.gui.editor.transfer import incoming_draft, is_own
from pr_editor.gui.notices import Notice, Tell
from pr_editor.gui.reasons import guarded
from pr_editor.text.message import message

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from pr_editor.gui.drafts.drafts import Drafts


class Pasting(QObject):
    """Begins drafts."""

    def __init__(self, drafts: Drafts, tell: Tell, parent: QObject) -> None:
        """Add to ``drafts``."""
        super().__init__(parent)
        self._drafts = drafts
        self._tell = tell

    def paste(self) -> None:
        """Make a new draft of the text on the clipboard."""
        source: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where the clipboard was never filled
        pasted = incoming_draft(source) if source is not None else None
        if source is None or pasted is None or not pasted.paragraphs:
            self._tell(
                Notice(
                    message("There is no text on the clipboard."),
                    message("Copy the text of a release first, then paste it here."),
                )
            )
            return
        before = self._drafts.current
        guarded(lambda: self._drafts.begin(pasted), message("The text could not be pasted."), self._tell)
        draft = self._drafts.current
        if draft is not before and draft is not None and draft.editor is not None and not is_own(source):
            draft.editor.clean_when_loaded()
