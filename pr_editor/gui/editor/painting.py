"""What the editor draws besides Qt's own text: the paper, grounds of repeated paragraphs, marks of half-spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QTextBlock

    from pr_editor.gui.theme import Theme

RADIUS = 12.0
_GROUND_RADIUS = 6.0
_GROUND_MARGIN = 8.0


def paint_paper(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Fill the viewport as a sheet with round corners, edged where the theme's grounds do not differ."""
    edged = theme.tokens.window == theme.tokens.surface
    painter.setPen(QPen(theme.tokens.border, 1.0) if edged else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(theme.tokens.surface)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if edged else rect, RADIUS, RADIUS)


def paint_repeated(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Tint the paragraph that takes up ``rect`` and rule it off at its leading side."""
    ground = rect.adjusted(-_GROUND_MARGIN, -3, _GROUND_MARGIN, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.duplicate_ground)
    painter.drawRoundedRect(ground, _GROUND_RADIUS, _GROUND_RADIUS)
    painter.setBrush(theme.tokens.duplicate)
    painter.drawRoundedRect(QRectF(ground.right() - 3, ground.top(), 3, ground.height()), 1.5, 1.5)


def paint_half_spaces(painter: QPainter, block: QTextBlock, origin: QPointF, color: QColor) -> None:
    """Draw a tick with a small wedge where each half-space of a block is; ``origin`` is the block's place on screen."""
    text = block.text()
    at = text.find(ZWNJ)
    if at < 0:
        return
    layout = block.layout()
    shift = 0
    seen = 0
    painter.setBrush(color)
    while at >= 0:
        shift += sum(ch > "\uffff" for ch in text[seen:at])
        seen = at
        line = layout.lineForTextPosition(at + shift)
        if line.isValid():
            x, _end = cast("tuple[float, int]", line.cursorToX(at + shift))
            _paint_tick(painter, origin + QPointF(x, line.y()), line.ascent(), line.descent(), color)
        at = text.find(ZWNJ, at + 1)


def _paint_tick(painter: QPainter, top: QPointF, ascent: float, descent: float, color: QColor) -> None:
    high, low = top.y() + ascent * 0.6, top.y() + ascent + descent * 0.4
    painter.setPen(QPen(color, 1.0))
    painter.drawLine(QPointF(top.x(), high), QPointF(top.x(), low))
    painter.setPen(Qt.PenStyle.NoPen)
    wedge = [QPointF(top.x() - 2.5, low + 3), QPointF(top.x() + 2.5, low + 3), QPointF(top.x(), low - 1)]
    painter.drawPolygon(QPolygonF(wedge))
