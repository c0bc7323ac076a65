"""A page for one list of the house, whatever its entries are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pr_editor.gui.house.cells import Cells
from pr_editor.gui.house.rows import Found
from pr_editor.gui.panels.flow import TwoEnds
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.house.rows import Rows
    from pr_editor.gui.speech import Speech

_WIDE = frozenset({"text", "advice"})
_NARROW = frozenset({"pack", "since", "until"})
_WIDTHS = (94, 128, 320)
"""Pixels of narrow, ordinary and wide columns at first."""

_LOW, _TALL = 38, 84
"""Pixels of a row, and of one with paragraphs; what does not fit is in the tooltip."""


class ListPage(QWidget):
    """A table to search, fill in and change, and what can be done with it."""

    import_wanted = Signal()
    """Entries are to be taken over from a file."""
    export_wanted = Signal()
    """The entries are to be written to a file."""

    def __init__(self, rows: Rows, speech: Speech, about: str, parent: QWidget) -> None:
        """Show ``rows``; ``about`` says what the list is for."""
        super().__init__(parent)
        self.rows = rows
        self._speech = speech
        tr = speech.tr
        self.about = Prose(self, tone="muted")
        self.about.say(about, speech)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search this list…"))
        self.search.setAccessibleName(tr("Search this list…"))
        self.found = Found(rows)
        self.search.textChanged.connect(self.found.look_for)
        self.table = self._make_table()
        self.add = self._button(tr("Add"), self.begin_row)
        self.remove = self._button(tr("Remove"), self.remove_chosen)
        self.undo = self._button(tr("Undo"), rows.undo)
        self.redo = self._button(tr("Redo"), rows.redo)
        self.take = self._button(tr("Import CSV…"), self.import_wanted.emit)
        self.give = self._button(tr("Export CSV…"), self.export_wanted.emit)
        self.hint = Prose(self, tone="muted")
        self.hint.say(
            tr("Several entries in one cell are parted by “|” or “؛”. Return goes on to the next cell."), speech
        )
        self._lay_out()
        for keys, do in (
            ("Insert", self.begin_row),
            ("Ctrl+Z", rows.undo),
            ("Ctrl+Shift+Z", rows.redo),
            ("Ctrl+F", self.search.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, do)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for keys, do in (
            ("Delete", self.remove_chosen),
            ("Return", self._edit),
            ("Enter", self._edit),
        ):
            QShortcut(QKeySequence(keys), self.table, do).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.search.returnPressed.connect(self.table.setFocus)
        rows.edited.connect(self._look)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._look())
        self._look()

    def begin_row(self) -> None:
        """Add a row and begin to fill it in."""
        self.search.clear()
        row = self.rows.add()
        self.go_to(row)
        self.table.edit(self.table.currentIndex())

    def remove_chosen(self) -> None:
        """Leave out the rows that are chosen."""
        chosen = {self.found.mapToSource(index).row() for index in self.table.selectionModel().selectedIndexes()}
        if chosen:
            self.rows.remove(chosen)
            self.table.setCurrentIndex(self.found.index(min(min(chosen), self.found.rowCount() - 1), 0))
            self.table.setFocus()

    def go_to(self, row: int) -> None:
        """Take a row in hand."""
        index = self.found.mapFromSource(self.rows.index(row, 0))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self.table.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.found)
        table.setAccessibleName(self._speech.tr("Entries"))
        cells = Cells(self.rows, self._speech, table)
        cells.next_wanted.connect(self._next_cell)
        table.setItemDelegate(cells)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(self.rows.columns):
            table.setColumnWidth(at, scaled(_WIDTHS[2 if column in _WIDE else 0 if column in _NARROW else 1]))
        # One height for all: measuring thousands of rows takes longer than reading them.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(scaled(_TALL if "text" in self.rows.columns else _LOW))
        return table

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def _lay_out(self) -> None:
        tools = QWidget(self)
        line = TwoEnds(tools)
        for button in (self.add, self.remove, self.undo, self.redo):
            line.addWidget(button)
        for button in (self.take, self.give):
            line.add_at_end(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 2)
        layout.setSpacing(8)
        for part in (self.about, self.search):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.hint)
        layout.addWidget(tools)

    def _next_cell(self) -> None:
        """Go on in the row: who fills it in needs only Return."""
        index: QModelIndex = self.table.currentIndex()
        following = index.siblingAtColumn(index.column() + 1)
        if following.isValid():
            self.table.setCurrentIndex(following)

    def _edit(self) -> None:
        if self.table.currentIndex().isValid():
            self.table.edit(self.table.currentIndex())

    def _look(self) -> None:
        """Offer what can be done now."""
        self.remove.setEnabled(self.table.selectionModel().hasSelection())
        self.undo.setEnabled(self.rows.can_undo)
        self.redo.setEnabled(self.rows.can_redo)
        self.give.setEnabled(bool(self.rows.rows))
