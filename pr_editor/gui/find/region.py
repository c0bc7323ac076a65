"""The part of a text that words are sought in when it was selected before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from pr_editor.gui.editor.places import offset_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.gui.editor import DraftEditor
    from pr_editor.text.span import Span

type Parts = Mapping[int, tuple[int, int]]
"""The stretch ``[start, end)`` of each paragraph (by key) that belongs to a region."""


class Region:
    """What is selected now, through whatever is written in it and before it later."""

    def __init__(self, editor: DraftEditor) -> None:
        """Take what is selected in an editor."""
        self._editor = editor
        self._cursor = QTextCursor(editor.textCursor())

    @property
    def is_wide(self) -> bool:
        """Whether it reaches over several paragraphs: less is words to be sought rather than a place to seek in."""
        return "\u2029" in self._cursor.selectedText()

    def parts(self) -> Parts:
        """Where it is now."""
        start, end = self._cursor.selectionStart(), self._cursor.selectionEnd()
        parts = {}
        block = self._editor.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            line, last = block.text(), block.position() + block.length() - 1
            first, behind = (offset_of(block, line, at) for at in (max(start, block.position()), min(end, last)))
            parts[self._editor.key_of(block)] = first, behind
            block = block.next()
        return parts


def holds(parts: Parts | None, span: Span) -> bool:
    """Whether a hit lies in a region; in none at all everything does."""
    if parts is None:
        return True
    first, behind = parts.get(span.key, (0, -1))
    return first <= span.start and span.end <= behind
