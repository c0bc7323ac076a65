"""Puts a text into a document in slices: laying out a long one takes half a second, which the window must not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from pr_editor.gui.editor.typography import block_format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

_FIRST = 3_000
"""Characters that go in at once: what is in sight. They are laid out several times until the editor has its size."""
_SLICE = 8_000
"""Characters that go in at each turn from then on: some ten milliseconds of layout."""


class Loading(QObject):
    """Fills one document. Nothing of that can be undone."""

    finished = Signal()
    """All of the text is there."""

    def __init__(self, document: QTextDocument) -> None:
        """Nothing is under way."""
        super().__init__(document)
        self._document = document
        self._lines: Sequence[str] = ()
        self._at = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        """Whether part of the text is still missing in the document."""
        return self._at < len(self._lines)

    def begin(self, lines: Sequence[str]) -> None:
        """Put these lines, at least one, in place of all there is; the first slice at once."""
        self._document.setUndoRedoEnabled(False)
        self._document.clear()
        # On the empty document: each block takes it from the one before, which is much quicker than setting it later.
        QTextCursor(self._document).setBlockFormat(block_format())
        self._lines, self._at = lines, 0
        self._insert(self._end_of(_FIRST))
        if self.under_way:
            self._next.start()

    def complete(self) -> None:
        """Put in what is missing, at once."""
        if self.under_way:
            self._insert(len(self._lines))

    def _go_on(self) -> None:
        if self.under_way:
            self._insert(self._end_of(_SLICE))
        if self.under_way:
            self._next.start()

    def _end_of(self, most: int) -> int:
        """Where a slice of about so many characters ends."""
        end, size = self._at, 0
        while end < len(self._lines) and size < most:
            size += len(self._lines[end])
            end += 1
        return end

    def _insert(self, end: int) -> None:
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n" * (self._at > 0) + "\n".join(self._lines[self._at : end]))
        self._at = end
        if not self.under_way:
            self._next.stop()
            self._document.setUndoRedoEnabled(True)
            self._document.setModified(False)
            self.finished.emit()
