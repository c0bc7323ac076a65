"""The rows of a list as a table can show and change them, with a way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal

from pr_editor.profile.lists import Pack
from pr_editor.profile.table import LISTS, columns, heading, join_cell, pack_word, several
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtCore import QObject

    from pr_editor.gui.house.draft import Row
    from pr_editor.gui.speech import Speech

type Index = QModelIndex | QPersistentModelIndex

_PARTS = re.compile("[|؛\n\u2029]")
_BREAKS = re.compile("[\n\u2029]+")


class Rows(QAbstractTableModel):
    """One list. Every change can be taken back, also after saving."""

    edited = Signal()
    """The rows are others than before."""

    def __init__(self, key: str, speech: Speech, parent: QObject) -> None:
        """An empty list ``key``, one of ``LISTS``."""
        super().__init__(parent)
        self.key = key
        self.columns = columns(LISTS[key])
        self._speech = speech
        self._several = several(LISTS[key])
        self.rows: tuple[Row, ...] = ()
        self._past: list[tuple[Row, ...]] = []
        self._future: list[tuple[Row, ...]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._future)

    def change(self, rows: Iterable[Row]) -> None:
        """Have other rows, as one step that can be taken back."""
        rows = tuple(rows)
        if rows != self.rows:
            self._past.append(self.rows)
            self._future.clear()
            self._show(rows)

    def begin(self, rows: tuple[Row, ...]) -> None:
        """Have the rows of the file, with nothing to take back."""
        self._past.clear()
        self._future.clear()
        self._show(rows)

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._future.append(self.rows)
            self._show(self._past.pop())

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._future:
            self._past.append(self.rows)
            self._show(self._future.pop())

    def add(self) -> int:
        """A row to be filled in, at the end; gives its number."""
        pack = Pack.ADVICE.value
        self.change((*self.rows, tuple(pack if column == "pack" else "" for column in self.columns)))
        return len(self.rows) - 1

    def remove(self, numbers: Collection[int]) -> None:
        """Leave these rows out."""
        self.change(row for at, row in enumerate(self.rows) if at not in numbers)

    def titles(self) -> list[str]:
        """What the columns are called."""
        return [title_of(column, self._speech) for column in self.columns]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; a pack by its name for people."""
        text = self.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.DisplayRole:
                pack = self.columns[index.column()] == "pack" and text in set(Pack)
                return pack_word(Pack(text), self._speech.language) if pack else text
            case Qt.ItemDataRole.ToolTipRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title_of(self.columns[index.column()], self._speech)}: {text}"
        return None

    def setData(self, index: Index, value: str, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Write a cell."""
        row, column = index.row(), index.column()
        text = self._clean(self.columns[column], value)
        if role != Qt.ItemDataRole.EditRole or text == self.rows[row][column]:
            return False
        changed = (*self.rows[row][:column], text, *self.rows[row][column + 1 :])
        self._past.append(self.rows)
        self._future.clear()
        self.rows = (*self.rows[:row], changed, *self.rows[row + 1 :])
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of columns, numbers of rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return title_of(self.columns[section], self._speech)
        return self._speech.digits(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be changed."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def _clean(self, column: str, text: str) -> str:
        """A cell as the file can hold it. «؛», which is on a Persian keyboard, parts entries too."""
        if column in self._several:
            return join_cell(part.strip() for part in _PARTS.split(text) if part.strip())
        return _BREAKS.sub(" ", text).strip()

    def _show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()
        self.edited.emit()


class Found(QSortFilterProxyModel):
    """The rows in which some words stand, however they are spelled."""

    def __init__(self, rows: Rows) -> None:
        """All rows."""
        super().__init__(rows)
        self._rows = rows
        self._words: list[str] = []
        self.setSourceModel(rows)

    def look_for(self, words: str) -> None:
        """Show only rows that hold all these words."""
        self._words = fold(words).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Whether a row holds the words."""
        text = fold(" ".join(self._rows.rows[row]))
        return all(word in text for word in self._words)


def title_of(column: str, speech: Speech) -> str:
    """What a column is called in the language of the window."""
    return heading(column, speech.language).capitalize()
