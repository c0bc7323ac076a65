"""Lists of entries that are read whole: in as many lines as they need, beside whatever else stands in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from pr_editor.gui.theme import padded

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

_BESIDE, _ABOVE = 10, 6
"""Pixels of the ordinary size around the words of an entry, at its sides and above and below."""
_NO_LIMIT = 1 << 14


class Wrapped(QStyledItemDelegate):
    """Measures entries in the width that the stylesheet leaves for their words, which Qt takes for wider."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """As high as all lines of the entry."""
        hint, view = super().sizeHint(option, index), self.parent()
        assert isinstance(view, QAbstractItemView)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = QRect(0, 0, view.viewport().width() - 2 * padded(_BESIDE), _NO_LIMIT)
        lines = view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return QSize(hint.width(), max(hint.height(), lines.height() + 2 * padded(_ABOVE)))
