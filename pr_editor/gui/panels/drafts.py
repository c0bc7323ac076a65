"""The drafts that are open, by their headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
)

from pr_editor.gui.panels.prose import fitted
from pr_editor.gui.speech import as_html
from pr_editor.gui.theme import SECONDARY_POINTS, font, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAction, QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_NAME = Qt.ItemDataRole.UserRole
_STATE = Qt.ItemDataRole.UserRole + 1
_ID = Qt.ItemDataRole.UserRole + 2
_ICON_NAME = Qt.ItemDataRole.UserRole + 3
_PAD = 12
_ICON = 13
_ROW = 74
_INKS = {"clock": "note", "undo-2": "warning", "circle-alert": "warning", "check": "success", "x": "error"}
"""Tokens for the icons of states; a pencil is muted."""


class _Painter(QStyledItemDelegate):
    """Two lines of the headline, and a line about the state."""

    def __init__(self, speech: Speech, parent: QObject) -> None:
        super().__init__(parent)
        self._speech = speech
        self.icons: Icons | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's
        return QSize(0, scaled(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.icons is None:
            return
        theme = self.icons.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(0.5, 2.5, -0.5, -2.5)
        if state & QStyle.StateFlag.State_Selected:
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(theme.color("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(scaled(_PAD), scaled(6), -scaled(_PAD), -scaled(6))
        painter.setPen(theme.color("text"))
        self._paint_title(painter, inner.adjusted(0, 0, 0, -scaled(20)), index.data(_NAME))
        self._paint_state(painter, inner, index.data(_STATE), index.data(_ICON_NAME))
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRectF, text: str) -> None:
        """The headline is the draft's text: Persian, and so right-aligned, in whatever language the window speaks."""
        shape = font(10, QFont.Weight.Medium)
        painter.setFont(shape)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        lines = fitted(text, shape, rect.width(), 2)
        height = painter.fontMetrics().height()
        top = rect.center().y() - height * len(lines) / 2
        alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        for at, line in enumerate(lines):
            painter.drawText(QRectF(rect.left(), top + at * height, rect.width(), height), alignment, line)

    def _paint_state(self, painter: QPainter, rect: QRectF, text: str, icon: str) -> None:
        assert self.icons is not None
        painter.setFont(font(SECONDARY_POINTS))
        painter.setPen(self.icons.theme.color("muted"))
        high, side = scaled(18), scaled(_ICON)
        line = QRectF(rect.left(), rect.bottom() - high, rect.width(), high)
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(
            QPointF(line.right() - side, line.center().y() - side / 2),
            self.icons.pixmap(icon, _INKS.get(icon, "muted"), side, ratio),
        )
        painter.setLayoutDirection(self._speech.direction)
        alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            line.adjusted(0, 0, -side - 6, 0),
            alignment,
            painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()) - side - 6),
        )


class DraftsPanel(QFrame):
    """A list to switch between drafts."""

    chosen = Signal(str)
    """A draft (id) was chosen."""
    left = Signal()
    """Escape was pressed."""
    search_wanted = Signal(str)
    """These words are to be looked for in the library."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """An empty list."""
        super().__init__(parent)
        self._speech = speech
        self._listed: list[tuple[str, str, str, str]] = []
        """What was listed last: a folder may bring hundreds, of which one changes at a time."""
        self.setProperty("panel", True)
        self.title = QLabel(self)
        self.title.setProperty("tone", "muted")
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = _Painter(speech, self)
        self.list.setItemDelegate(self._painter)
        self.list.currentItemChanged.connect(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 14, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)
        self.search = QLineEdit(self)
        self.search.returnPressed.connect(lambda: self.search_wanted.emit(self.search.text()))
        layout.addWidget(self.search)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer these for the draft in front; a click with the other button brings the one under it there first."""
        self.list.addActions(actions)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape, which neither list nor search has a use for, leads back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.title.setFont(font(SECONDARY_POINTS))
        self._painter.icons = icons
        self.list.viewport().update()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.title.setText(self._speech.tr("Drafts"))
        self.list.setAccessibleName(self._speech.tr("Drafts"))
        self.search.setPlaceholderText(self._speech.tr("Search the library…"))
        self.search.setAccessibleName(self._speech.tr("Search the library…"))
        self.search.setToolTip(self._speech.sentence(self.search.placeholderText()))

    def show_drafts(self, drafts: Sequence[tuple[str, str, str, str]], current: str | None) -> None:
        """List drafts: id, name, state and the icon of the state."""
        self.list.blockSignals(True)
        while self.list.count() > len(drafts):
            self.list.takeItem(self.list.count() - 1)
        for at, draft in enumerate(drafts):
            item = self.list.item(at) if at < self.list.count() else self._add()
            if at >= len(self._listed) or self._listed[at] != draft:
                self._fill(item, *draft)
            if draft[0] == current:
                self.list.setCurrentItem(item)
        self._listed = list(drafts)
        self.list.blockSignals(False)
        self.list.viewport().update()

    def _fill(self, item: QListWidgetItem, name: str, title: str, state: str, icon: str) -> None:
        for role, value in ((_ID, name), (_NAME, title), (_STATE, state), (_ICON_NAME, icon)):
            item.setData(role, value)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title} — {state}")
        item.setToolTip(as_html(title, Qt.LayoutDirection.RightToLeft))

    def _add(self) -> QListWidgetItem:
        item = QListWidgetItem()
        self.list.addItem(item)
        return item

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ID))
