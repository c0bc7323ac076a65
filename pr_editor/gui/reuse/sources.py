"""The earlier releases a draft takes text from, ranked: how much, of what, and how it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget

from pr_editor.gui.panels.prose import fitted
from pr_editor.gui.reuse.words import facts_said, relation_said
from pr_editor.gui.theme import SECONDARY_POINTS, font, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from pr_editor.app.reuse_report import Taken
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_TAKEN = Qt.ItemDataRole.UserRole
_PAD = 12
_LINE = 20
_BAR = 4
_HEADLINE_LINES = 2


class SourceList(QListWidget):
    """One row a release."""

    chosen = Signal(int)
    """Another release is to be read, counted from 0."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """An empty list."""
        super().__init__(parent)
        self._speech = speech
        self._painter = _Painter(speech, self)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentRowChanged.connect(self._changed)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._painter.icons = icons
        self.viewport().update()

    def show_sources(self, sources: Sequence[Taken], current: int) -> None:
        """List these, with one of them in hand."""
        self.blockSignals(True)
        self.clear()
        for source in sources:
            item = QListWidgetItem()
            item.setData(_TAKEN, source)
            relation, facts = relation_said(source, self._speech), facts_said(source.source, self._speech)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " — ".join((source.source.headline, relation, *facts)))
            told = map(self._speech.sentence, (relation, *facts))
            item.setToolTip("\n".join((f"\u200f{source.source.headline}", *told)))
            self.addItem(item)
        self.setCurrentRow(current)
        self.blockSignals(False)

    def _changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)


class _Painter(QStyledItemDelegate):
    """Headline, what is known of it, a bar as long as its share, and the share in words."""

    def __init__(self, speech: Speech, parent: QListWidget) -> None:
        super().__init__(parent)
        self._speech = speech
        self._list = parent
        self.icons: Icons | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's
        lines = len(self._headline(index.data(_TAKEN), self._list.viewport().width() - 2 * _PAD))
        return QSize(0, (lines + 3) * scaled(_LINE) + _BAR + scaled(26))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.icons is None:
            return
        theme, source = self.icons.theme, index.data(_TAKEN)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(0.5, 2.5, -0.5, -2.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._speech.direction)
        if state & QStyle.StateFlag.State_Selected:
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(theme.color("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(box, 8, 8)
        line = QRectF(box.left() + _PAD, box.top() + 8, box.width() - 2 * _PAD, scaled(_LINE))
        painter.setFont(font(10, font().Weight.Medium))
        painter.setPen(theme.color("text"))
        for text in self._headline(source, line.width()):
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute, text)
            line.translate(0, scaled(_LINE))
        painter.setFont(font(SECONDARY_POINTS))
        painter.setPen(theme.color("muted"))
        for text in facts_said(source.source, self._speech):
            self._draw(painter, line, text)
            line.translate(0, scaled(_LINE))
        line.translate(0, 2)
        self._paint_share(painter, QRectF(line.left(), line.top(), line.width(), _BAR), source.share)
        line.translate(0, _BAR + 1)
        painter.setPen(theme.color("text"))
        self._draw(painter, line, relation_said(source, self._speech))
        painter.restore()

    def _draw(self, painter: QPainter, line: QRectF, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        right = self._speech.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_share(self, painter: QPainter, groove: QRectF, share: float) -> None:
        assert self.icons is not None
        theme = self.icons.theme
        line = QRectF(groove.left(), groove.center().y() - 0.5, groove.width(), 1)
        bar = QRectF(groove)
        bar.setWidth(groove.width() * share)
        if self._speech.direction is Qt.LayoutDirection.RightToLeft:
            bar.moveRight(groove.right())
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, token in ((line, "border"), (bar, "duplicate")):
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(rect, _BAR / 2, _BAR / 2)

    def _headline(self, source: Taken, width: float) -> list[str]:
        """The headline from the right, in at most so many lines."""
        text = f"\u200f{' '.join(source.source.headline.split())}"
        return fitted(text, font(10, font().Weight.Medium), max(width, 60), _HEADLINE_LINES)
