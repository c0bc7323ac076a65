"""Edits of a draft in the blocks of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from pr_editor.gui.editor.places import position_of
from pr_editor.text.edits import OverlapError, edit_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

    from pr_editor.gui.editor.lines import Lines
    from pr_editor.text.span import Edit


def by_block(document: QTextDocument, lines: Lines, edits: Sequence[Edit]) -> dict[int, list[Edit]]:
    """The edits by number of block; empty when one can't be made."""
    changes: dict[int, list[Edit]] = {}
    for edit in edits:
        index = lines.index_of(edit.span.key)
        if index is None:
            return {}
        changes.setdefault(index, []).append(edit)
    try:
        for index, wanted in changes.items():
            edit_text(document.findBlockByNumber(index).text().strip(), wanted)
    except (OverlapError, ValueError):
        return {}
    return changes


def make(cursor: QTextCursor, block: QTextBlock, edits: Sequence[Edit]) -> None:
    """Make these edits of one block; without words it goes."""
    if edit_text(block.text().strip(), edits).strip():
        _edit(cursor, block, edits)
    else:
        _remove(cursor, block)


def _edit(cursor: QTextCursor, block: QTextBlock, edits: Sequence[Edit]) -> None:
    line = block.text()
    for edit in sorted(edits, reverse=True):
        cursor.setPosition(position_of(block, line, edit.span.start))
        cursor.setPosition(position_of(block, line, edit.span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.text)


def _remove(cursor: QTextCursor, block: QTextBlock) -> None:
    """Take a block away with one of the separators beside it."""
    start, end = block.position(), block.position() + block.length()
    if not block.next().isValid():
        start, end = max(0, start - 1), end - 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
