"""What cells of a list are changed with: a line, a box with room for a paragraph, a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pr_editor.gui.house.rows import title_of
from pr_editor.profile.lists import Pack
from pr_editor.profile.table import pack_word

if TYPE_CHECKING:
    from pr_editor.gui.house.rows import Index, Rows
    from pr_editor.gui.speech import Speech

_LONG = frozenset({"text", "former", "advice", "unless"})
"""Columns whose cells are sentences."""
_BOX = QSize(360, 132)
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Cells(QStyledItemDelegate):
    """Makes the editor of a cell; Return writes it into the cell, Escape leaves the cell as it was."""

    next_wanted = Signal()
    """Return was pressed: the next cell is wanted."""

    def __init__(self, rows: Rows, speech: Speech, view: QTableView) -> None:
        """Edit cells of ``rows``."""
        super().__init__(view)
        self._rows = rows
        self._speech = speech
        self._view = view

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's
        """The editor that fits the column."""
        column = self._rows.columns[index.column()]
        editor: QWidget
        if column == "pack":
            editor = QComboBox(parent)
            for pack in Pack:
                editor.addItem(pack_word(pack, self._speech.language), pack.value)
        elif column in _LONG:
            editor = QPlainTextEdit(parent)
            editor.setTabChangesFocus(True)
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(title_of(column, self._speech))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Begin with what the cell holds."""
        text: str = index.data(Qt.ItemDataRole.EditRole)
        match editor:
            case QComboBox():
                editor.setCurrentIndex(editor.findData(text))
            case QPlainTextEdit():
                editor.setPlainText(text)
                editor.selectAll()
            case QLineEdit():
                editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        """Write what was typed."""
        match editor:
            case QComboBox():
                model.setData(index, editor.currentData())
            case QPlainTextEdit():
                model.setData(index, editor.toPlainText())
            case QLineEdit():
                model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's
        """Over the cell; a box for sentences takes the room it needs, inside the table."""
        cell: QRect = option.rect
        if not isinstance(editor, QPlainTextEdit):
            editor.setGeometry(cell)
            return
        room = self._view.viewport().rect()
        box = QRect(cell.topLeft(), cell.size().expandedTo(_BOX).boundedTo(room.size()))
        if self._speech.direction is Qt.LayoutDirection.RightToLeft:
            box.moveRight(cell.right())
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width() + 1)))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height() + 1)))
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Return ends the editing of sentences too: an entry is one paragraph."""
        if isinstance(editor, QWidget) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if event.key() in _LEAVING and plain:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.next_wanted.emit()
                return True
        return super().eventFilter(editor, event)
