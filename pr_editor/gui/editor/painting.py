"""What the editor draws besides Qt's own text: paper, grounds of repeated paragraphs, hits, invisible characters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QTextLine

from pr_editor.gui.editor.invisibles import Place, Sign, paint_sign
from pr_editor.gui.editor.places import indent_of
from pr_editor.text.span import to_utf16

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QPainter, QTextBlock, QTextLayout

    from pr_editor.gui.theme import Theme
    from pr_editor.text.span import Span

RADIUS = 12.0
_GROUND_RADIUS = 6.0
_GROUND_MARGIN = 8.0
_HIT_RADIUS = 3.0


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found in one paragraph when it read ``text``: ``[start, end)`` in code points."""

    text: str
    spans: Sequence[tuple[int, int]]
    said: Sequence[str] = ()
    """What there is to say about each, if anything."""

    def said_at(self, offset: int) -> list[str]:
        """What there is to say about a place."""
        return [said for (start, end), said in zip(self.spans, self.said, strict=False) if start <= offset <= end]


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


def paint_signs(
    painter: QPainter, block: QTextBlock, origin: QPointF, found: Iterable[tuple[int, Sign]], theme: Theme
) -> None:
    """Draw signs of invisible characters of a block, given by place in code points; ``origin`` is where it stands."""
    text = block.text()
    seen = shift = 0
    for at, sign in found:
        shift += sum(ch > "\uffff" for ch in text[seen:at])
        seen = at
        place = _place(block.layout(), at + shift, origin)
        if place is not None and sign is Sign.TAB:  # its edges are one; it reaches to the next character
            after = _place(block.layout(), at + shift + 1, origin)
            place = replace(place, left=after.right) if after is not None and after.top == place.top else place
        if place is not None:
            paint_sign(painter, sign, place, theme)


def paint_hits(
    painter: QPainter, block: QTextBlock, origin: QPointF, hits: Hits, current: Span | None, theme: Theme
) -> None:
    """Frame what was found in a block, ``current`` more strongly. Nothing if the block reads otherwise.

    Drawn, not marked by Qt: there may be as many hits as letters, and only those in sight cost anything.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for span, rect in _framed(block, origin, hits):
        in_hand = current is not None and span == (current.start, current.end)
        painter.setPen(QPen(theme.tokens.accent, 2.0 if in_hand else 1.0))
        painter.drawRoundedRect(rect, _HIT_RADIUS, _HIT_RADIUS)


def paint_comments(painter: QPainter, block: QTextBlock, origin: QPointF, hits: Hits, theme: Theme) -> None:
    """Frame with dashes what somebody has commented on in a block. Nothing if the block reads otherwise."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.tokens.warning, 1.5, Qt.PenStyle.DashLine))
    for _, rect in _framed(block, origin, hits):
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), _HIT_RADIUS, _HIT_RADIUS)


def _framed(block: QTextBlock, origin: QPointF, hits: Hits) -> Iterator[tuple[tuple[int, int], QRectF]]:
    """The rectangles of each span, where the block still reads as it did."""
    line = block.text()
    if line.strip() != hits.text:
        return
    indent = indent_of(line)
    for start, end in hits.spans:
        first, last = (to_utf16(line, indent + at) for at in (start, end))
        yield from (((start, end), rect) for rect in _rects(block.layout(), first, last, origin))


def _rects(layout: QTextLayout, first: int, last: int, origin: QPointF) -> list[QRectF]:
    """What characters ``first`` up to ``last`` (UTF-16) cover: a rectangle where they hang together on screen.

    Characters of two directions that follow one another in the text need not be neighbours in the line.
    """
    rects: list[QRectF] = []
    for at in range(first, last):
        place = _place(layout, at, origin)
        if place is None or place.left == place.right:
            continue
        rect = QRectF(place.left, place.top, place.right - place.left, place.ascent + place.descent)
        touching = rects and rects[-1].top() == rect.top() and rects[-1].adjusted(-1, 0, 1, 0).intersects(rect)
        if touching:
            rects[-1] = rects[-1].united(rect)
        else:
            rects.append(rect)
    return rects


def _place(layout: QTextLayout, at: int, origin: QPointF) -> Place | None:
    """Where the character at ``at`` (UTF-16) is on screen; None while the block is not laid out."""
    line = layout.lineForTextPosition(at)
    if not line.isValid():
        return None
    edges = [
        cast("tuple[float, int]", line.cursorToX(at, edge))[0] + origin.x()
        for edge in (QTextLine.Edge.Leading, QTextLine.Edge.Trailing)
    ]
    return Place(min(edges), max(edges), line.y() + origin.y(), line.ascent(), line.descent())
