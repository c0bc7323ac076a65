"""How long the text in front is, and the part of it that is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from pr_editor.gui.panels.tables import CountsTable, Legend
from pr_editor.text.counts import count
from pr_editor.text.draft import count_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.drafts.desk import Desk
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.panels.status import StatusLine
    from pr_editor.gui.speech import Speech

_PAUSE = 80
"""Milliseconds a selection must rest before it is counted."""
_SEPARATOR = "\u2029"


class Counting(QObject):
    """Tells the status line about the selection, and shows all counts and the legend of marks over it."""

    def __init__(self, drafts: Drafts, desk: Desk, status: StatusLine, speech: Speech, window: QWidget) -> None:
        """Follow the selection in the draft in front."""
        super().__init__(window)
        self._drafts = drafts
        self._status = status
        self._speech = speech
        self._icons: Icons | None = None
        self._clock = QTimer(self, singleShot=True, interval=_PAUSE)
        self._clock.timeout.connect(self._count_selection)
        desk.selection_changed.connect(self._clock.start)
        drafts.shown.connect(lambda _draft: self._count_selection())
        status.counts_wanted.connect(self.show)
        status.legend_wanted.connect(self.show_legend)

    def show(self) -> None:
        """Show all counts of the text, and of what is selected."""
        draft = self._drafts.current
        if draft is None:
            return
        selected = self._selected()
        whole = count(paragraph.text for paragraph in draft.paragraphs())
        part = count(selected.split(_SEPARATOR)) if selected else None
        CountsTable(whole, part, self._speech, self._status)

    def show_legend(self) -> None:
        """Show what the marks of invisible characters mean."""
        if self._icons is not None:
            Legend(self._icons.theme, self._speech, self._status)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons

    def _selected(self) -> str:
        editor = self._drafts.current.editor if self._drafts.current else None
        return editor.textCursor().selectedText() if editor is not None else ""

    def _count_selection(self) -> None:
        self._clock.stop()
        self._status.show_selection(count_words(self._selected()))
