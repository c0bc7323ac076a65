"""How a row of the findings panel is drawn. Thousands of rows are painted, only the one in hand is a real widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pr_editor.gui.editor.marks import token_of
from pr_editor.gui.panels.findings_model import FindingsModel, Head, Line
from pr_editor.gui.panels.row_words import Standing
from pr_editor.gui.panels.stacked import Stacked
from pr_editor.gui.review.families import family_of
from pr_editor.gui.theme import scaled
from pr_editor.text.span import utf16_length

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from pr_editor.gui.icons import Icons
    from pr_editor.gui.panels.card import FindingCard
    from pr_editor.gui.speech import Speech

HEAD_HEIGHT = 30
LINE_HEIGHT = 42
GAP = 4
_PAD = 12
_ICON = 14
_DOT = 4.0
"""Half the width of the dot before what is new."""
_FAINT = 0.6
"""How much of their ink the words of what was left have."""


class FindingsDelegate(QStyledItemDelegate):
    """Draws heads and lines; for the finding in hand it only keeps the room the card stands in."""

    def __init__(self, speech: Speech, card: FindingCard, parent: QObject) -> None:
        """Draw in the language of ``speech``, with room for ``card``."""
        super().__init__(parent)
        self._speech = speech
        self._card = card
        self._icons: Icons | None = None
        self.current: str | None = None
        """Fingerprint of the finding whose row the card covers."""
        self.standing = Standing()
        """What is new, what was left, and how much of each family is decided."""

    @property
    def reads_from_right(self) -> bool:
        """Whether the lines of the window's language begin at the right."""
        return self._speech.direction is Qt.LayoutDirection.RightToLeft

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons

    def stacked(self, rows: FindingsModel, width: int) -> Stacked:
        """Where the rows of a list lie that is so wide (pixels)."""
        others = dict.fromkeys(rows.heads, scaled(HEAD_HEIGHT))
        current = rows.index_of(self.current)
        if current.isValid():
            others[current.row()] = self._card.height_in(width) + 2 * GAP
        return Stacked(rows.rowCount(), scaled(LINE_HEIGHT) + 2 * GAP, others)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = _row(index)
        rect: QRect = option.rect
        if self._icons is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Head):
            self._paint_head(painter, rect, row)
        elif row.finding.fingerprint != self.current:
            self._paint_line(painter, rect, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: Head) -> None:
        assert self._icons is not None
        side = scaled(_ICON)
        family = family_of(row.family)
        right = self.reads_from_right
        pixmap = self._icons.pixmap(
            "chevron-down" if row.open else "chevron-right", "muted", side, painter.device().devicePixelRatio()
        )
        top = rect.center().y() - side // 2 + 1
        left = rect.right() - side if right else rect.left()
        painter.drawPixmap(QPointF(left, top), pixmap)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(self._icons.theme.color(family.colour))
        begin = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        inner = rect.adjusted(0 if right else side + 8, 0, -(side + 8) if right else 0, 0)
        painter.drawText(inner, begin | absolute, self._speech.tr(family.title))
        painter.setPen(self._icons.theme.color("muted"))
        counts = self._speech.digits(row.count)
        if decided := self.standing.decided[row.family]:
            # Figures alone have no direction of their own: the mark stands where the line begins.
            counts = self._speech.sentence(f"✓{self._speech.digits(decided)}  ·  {counts}")
        painter.drawText(rect.adjusted(2, 0, -2, 0), end | absolute, counts)

    def _paint_line(self, painter: QPainter, rect: QRect, row: Line) -> None:
        assert self._icons is not None
        theme = self._icons.theme
        box = QRectF(rect).adjusted(0.5, GAP + 0.5, -0.5, -GAP - 0.5)
        painter.setPen(QPen(theme.color("border")))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, 10, 10)
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        if row.finding.fingerprint in self.standing.fresh:
            inner = self._paint_new(painter, inner)
        if row.finding.fingerprint in self.standing.left:
            painter.setOpacity(_FAINT)
        if row.snippet.words:
            self._paint_words(painter, inner, row)
        else:
            painter.setPen(theme.color("text"))
            self._paint_text(painter, inner, self._speech.render(row.finding.message), self._speech.direction)

    def _paint_new(self, painter: QPainter, rect: QRectF) -> QRectF:
        """A dot where the line begins; gives the room beside it."""
        assert self._icons is not None
        right = self.reads_from_right
        middle = QPointF(rect.right() - _DOT if right else rect.left() + _DOT, rect.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._icons.theme.color("accent"))
        painter.drawEllipse(middle, _DOT, _DOT)
        room = 2 * _DOT + 8
        return rect.adjusted(0 if right else room, 0, -room if right else 0, 0)

    def _paint_words(self, painter: QPainter, rect: QRectF, row: Line) -> None:
        assert self._icons is not None
        theme, piece = self._icons.theme, row.snippet
        shape = QTextCharFormat()
        shape.setFontWeight(QFont.Weight.DemiBold)
        if piece.words.strip():
            shape.setForeground(theme.color(token_of(row.finding)))
        else:
            shape.setBackground(theme.color("selection"))
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = utf16_length(piece.before), utf16_length(piece.words), shape
        painter.setPen(theme.color("text"))
        self._paint_text(painter, rect, piece.text, Qt.LayoutDirection.RightToLeft, marked)

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        direction: Qt.LayoutDirection,
        marked: QTextLayout.FormatRange | None = None,
    ) -> None:
        """One line of text from its beginning; what does not fit is cut off with an ellipsis."""
        widest = QFont(painter.font())
        widest.setWeight(QFont.Weight.DemiBold)
        fitting = QFontMetricsF(widest).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        layout = QTextLayout(fitting, painter.font())
        right = direction is Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(start | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        if marked is not None:
            layout.setFormats([marked])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        layout.draw(painter, QPointF(rect.left(), rect.center().y() - line.height() / 2))


def _row(index: QModelIndex | QPersistentModelIndex) -> Head | Line:
    model = index.model()
    assert isinstance(model, FindingsModel)
    return model.row(index)
