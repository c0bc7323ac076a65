"""Where a text comes from: one that was read from a PDF has lost its half-spaces, which is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking


class Origin(QObject):
    """Marks the draft in front as read from a PDF, or takes the mark away. It is never guessed from the text."""

    changed = Signal()
    """The draft in front has the mark, or has it no more."""

    def __init__(self, drafts: Drafts, checking: Checking, autosave: Autosave, tell: Tell, parent: QObject) -> None:
        """Nothing is marked by itself but what the file or the clipboard says so of."""
        super().__init__(parent)
        self._drafts = drafts
        self._checking = checking
        self._autosave = autosave
        self._tell = tell
        drafts.begun.connect(self._begun)

    @property
    def is_from_pdf(self) -> bool:
        """Whether the draft in front is marked."""
        return self._drafts.current is not None and self._drafts.current.session.from_pdf

    def toggle_pdf(self) -> None:
        """Give the draft in front the mark, or take it away."""
        draft = self._drafts.current
        if draft is None:
            return
        self._mark(draft, from_pdf=not draft.session.from_pdf)
        if draft.session.from_pdf:
            self._tell_marked(draft)
        else:
            self._tell(Notice(message("Every missing half-space is a finding of its own again.")))

    def _begun(self, draft: OpenDraft) -> None:
        if draft.session.from_pdf:
            self._tell_marked(draft)

    def _mark(self, draft: OpenDraft, *, from_pdf: bool) -> None:
        draft.session.from_pdf = from_pdf
        self._autosave.touch(draft)
        self._checking.check(draft)
        self.changed.emit()

    def _tell_marked(self, draft: OpenDraft) -> None:
        more = message("No half-space survives a PDF: all that are missing are one finding.")
        what = message("This text counts as read from a PDF.")
        back = message("Take back")
        self._tell(Notice(what, more, Tone.INFO, back, lambda: self._mark(draft, from_pdf=False)))
