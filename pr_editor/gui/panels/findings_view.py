"""The list of findings. Thousands of rows are painted; the card lies over the one in hand.

Where a row lies is worked out here, not by Qt, which asks for the height of each one: a tenth of a second for a long
draft, with every finding that comes or goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from pr_editor.gui.panels.card import FindingCard
from pr_editor.gui.panels.findings_delegate import GAP, FindingsDelegate
from pr_editor.gui.panels.findings_model import FindingsModel, Head
from pr_editor.gui.panels.letters import command_of
from pr_editor.text.fold import to_ascii_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from pr_editor.gui.panels.stacked import Stacked
    from pr_editor.gui.speech import Speech

_NOT_MEANT = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
)
"""Which layout or keypad a digit comes from makes no difference."""
_KEYS = {
    (Qt.Key.Key_Return, False): "fix",
    (Qt.Key.Key_Enter, False): "fix",
    (Qt.Key.Key_Return, True): "fix-alike",
    (Qt.Key.Key_Enter, True): "fix-alike",
    (Qt.Key.Key_Delete, False): "leave-here",
    (Qt.Key.Key_Delete, True): "leave-draft",
    (Qt.Key.Key_Insert, False): "add-word",
    (Qt.Key.Key_Question, True): "why",
    (Qt.Key.Key_Question, False): "why",
    (Qt.Key.Key_Up, False): "previous",
    (Qt.Key.Key_Down, False): "next",
    (Qt.Key.Key_PageUp, False): "previous-family",
    (Qt.Key.Key_PageDown, False): "next-family",
    (Qt.Key.Key_Home, False): "first",
    (Qt.Key.Key_End, False): "last",
    (Qt.Key.Key_Space, False): "side-by-side",
    (Qt.Key.Key_Slash, False): "search-findings",
    (Qt.Key.Key_Backspace, False): "clear-filter",
    (Qt.Key.Key_Escape, False): "to-text",
}
"""What keys do while the findings have the focus: key and Shift → the id of a command, or a move."""
_SIGNS = {"?": "why", "؟": "why", "/": "search-findings"}
"""The same by what is written, wherever a keyboard has the sign."""


class FindingsView(QListView):
    """The list. The card lies over the row of the finding in hand and moves with it."""

    head_clicked = Signal(str)
    """The head of a family was clicked."""
    line_clicked = Signal(str)
    """A finding (fingerprint) was clicked."""
    candidate = Signal(int)
    """A number key was pressed: the candidate, counted from 0."""
    told = Signal(str)
    """A key of ``_KEYS``, or a letter, was pressed."""
    folded = Signal(bool)
    """The family of the finding in hand is to be opened, or closed."""

    def __init__(self, rows: FindingsModel, speech: Speech, parent: QWidget) -> None:
        """Show the rows of a model."""
        super().__init__(parent)
        self.rows = rows
        self.card = FindingCard(speech, self.viewport())
        self.card.hide()
        self.painter_of_rows = FindingsDelegate(speech, self.card, self)
        self.setModel(rows)
        self.setItemDelegate(self.painter_of_rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.card.resized.connect(self.scheduleDelayedItemsLayout)

    def show_current(self, fingerprint: str | None) -> None:
        """Lay the card over the row of a finding and bring it into view."""
        if fingerprint != self.painter_of_rows.current:
            self.painter_of_rows.current = fingerprint
            self.scheduleDelayedItemsLayout()
        index = self.rows.index_of(fingerprint)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.executeDelayedItemsLayout()
            self.scrollTo(index)
        self.place_card()

    def place_card(self) -> None:
        """Put the card where its row is."""
        index = self.rows.index_of(self.painter_of_rows.current)
        rect = self.visualRect(index) if index.isValid() else None
        self.card.setVisible(rect is not None and rect.isValid())
        if rect is not None:
            self.card.setGeometry(rect.adjusted(0, GAP, 0, -GAP))

    def _stacked(self) -> Stacked:
        """Where the rows lie, from the top of the first one."""
        return self.painter_of_rows.stacked(self.rows, self.viewport().width())

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:  # noqa: N802 - Qt's name
        """Where a row is in the viewport."""
        if not index.isValid():
            return QRect()
        stacked, row = self._stacked(), index.row()
        return QRect(0, stacked.top(row) - self.verticalOffset(), self.viewport().width(), stacked.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The row at a place of the viewport."""
        row = self._stacked().at(point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.rows.index(row)

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """How far (pixels) the list is scrolled."""
        return self.verticalScrollBar().value()

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, its top if it is higher than the view."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        below = rect.bottom() + 1 - self.viewport().height()
        bar.setValue(bar.value() + min(rect.top(), max(0, below)))

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Rows came, went or changed: nothing needs to be asked of each."""
        QAbstractItemView.doItemsLayout(self)

    def dataChanged(  # noqa: N802 - Qt's name
        self,
        topLeft: QModelIndex | QPersistentModelIndex,  # noqa: N803 - Qt's name
        bottomRight: QModelIndex | QPersistentModelIndex,  # noqa: N803 - Qt's name
        roles: Sequence[int] = (),
    ) -> None:
        """Rows say something else, in the room they have: those of them in sight are painted."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Rows have moved: there is more or less to scroll, and the card moves, too."""
        QAbstractItemView.updateGeometries(self)
        stacked, bar, height = self._stacked(), self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(stacked.usual)
        bar.setPageStep(height)
        bar.setRange(0, max(0, stacked.total - height))
        self.place_card()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows in sight."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        stacked, offset, width = self._stacked(), self.verticalOffset(), self.viewport().width()
        painter = QPainter(self.viewport())
        try:
            for row in stacked.between(event.rect().top() + offset, event.rect().bottom() + offset):
                option.rect = QRect(0, stacked.top(row) - offset, width, stacked.height(row))
                self.painter_of_rows.paint(painter, option, self.rows.index(row))
        finally:
            painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """The list was scrolled: so is the card."""
        super().scrollContentsBy(dx, dy)
        self.place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The card gets higher as the panel gets narrower."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Keys go here now: the card shows it."""
        super().focusInEvent(event)
        self.card.show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self.card.show_focus(focused=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The whole review by keys."""
        written = event.text().translate(to_ascii_digits)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = event.modifiers() & ~_NOT_MEANT
        key = Qt.Key(event.key())
        if others != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif written in {"1", "2", "3", "4", "5"}:
            self.candidate.emit(int(written) - 1)
        elif name := _KEYS.get((key, shift)) or _SIGNS.get(written) or command_of(written):
            self.told.emit(name)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            # A family opens along the line of reading, as its mark points.
            right = self.painter_of_rows.reads_from_right
            self.folded.emit((key == Qt.Key.Key_Right) is not right)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A head opens or closes its family, a line takes its finding in hand."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.rows.row(index)
        if isinstance(row, Head):
            self.head_clicked.emit(row.family)
        else:
            self.line_clicked.emit(row.finding.fingerprint)
