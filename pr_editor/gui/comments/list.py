"""A list of comments that is gone through by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from pr_editor.gui.panels.wrapped import Wrapped
from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_LINES, _SHARE = 6, 5
"""Lines in sight at most, and no more than one part in so many of the window's height; others are scrolled to."""

_NO_LIMIT = (1 << 24) - 1
"""Qt's word for any height."""


class CommentList(QListWidget):
    """Each comment is an entry of several lines, heard as one text."""

    chosen = Signal(int)
    """The entry with this number (from 0) was gone to, by key or click."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing to list."""
        super().__init__(parent)
        self._fills = False
        self.setWordWrap(True)
        self.setItemDelegate(Wrapped(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.currentRowChanged.connect(self._choose)
        self.itemClicked.connect(lambda item: self._choose(self.row(item)))

    def say(self, entries: Sequence[str]) -> None:
        """List these; the one in hand stays in hand."""
        if entries == [self.item(row).text() for row in range(self.count())]:
            return
        row = self.currentRow()
        with QSignalBlocker(self):
            self.clear()
            for text in entries:
                item = QListWidgetItem(text, self)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", " "))
            self.setCurrentRow(min(row, self.count() - 1))
        self._fit()

    def fill(self, *, on: bool) -> None:
        """Take all of the room there is, or no more than the entries need."""
        self._fills = on
        self._fit()

    def step(self, by: int) -> None:
        """Go to the next (1) or the one before (-1), and around."""
        if self.count():
            row = (max(self.currentRow(), 0 if by < 0 else -1) + by) % self.count()
            if row == self.currentRow():
                self._choose(row)
            self.setCurrentRow(row)

    def bind(self, keys: Sequence[str], act: Callable[[], None]) -> None:
        """Let keys do something while the list has the focus."""
        shortcut = QShortcut(self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower entries have more lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the entries, but leave the room to the text."""
        if self._fills:
            self.setMinimumHeight(0)
            self.setMaximumHeight(_NO_LIMIT)
            return
        line = self.fontMetrics().lineSpacing()
        needed = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth()
        share = max(self.window().height() // _SHARE, 3 * line)
        self.setFixedHeight(min(needed, line * _LINES + scaled(24), share))

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
