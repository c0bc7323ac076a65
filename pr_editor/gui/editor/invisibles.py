"""Characters that show nothing, or the same as others: what they are called and the small marks they are shown by.

Marks are drawn over the text as it is laid out; nothing moves for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from pr_editor.text.letters import TATWEEL, ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QColor, QPainter

    from pr_editor.gui.theme import Theme


class Sign(Enum):
    """A mark. The value is the theme's token for its colour and what it stands for."""

    HALF_SPACE = "halfspace", N_("Half-space")
    JOINER = "halfspace", N_("Joiner without width")
    TO_RIGHT = "duplicate", N_("Direction mark: left to right")
    TO_LEFT = "duplicate", N_("Direction mark: right to left")
    END = "duplicate", N_("End of a direction")
    NO_BREAK = "warning", N_("No-break space")
    TAB = "warning", N_("Tab")
    SPACES = "warning", N_("Several spaces")
    STRETCH = "note", N_("Stretching stroke")
    HIDDEN = "error", N_("Hidden character")

    @property
    def token(self) -> str:
        """The theme's token for its colour."""
        return self.value[0]

    @property
    def title(self) -> str:
        """What it stands for, as a message id."""
        return self.value[1]


_OTHERS = "\u00ad\u034f\u061c\u180e\u200b\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f"
_SIGNS: Mapping[str, Sign] = MappingProxyType(
    {
        ZWNJ: Sign.HALF_SPACE,
        "\u200d": Sign.JOINER,
        **dict.fromkeys("\u200e\u202a\u202d\u2066", Sign.TO_RIGHT),
        **dict.fromkeys("\u061c\u200f\u202b\u202e\u2067\u2068", Sign.TO_LEFT),
        **dict.fromkeys("\u202c\u2069", Sign.END),
        **dict.fromkeys("\u00a0\u2007\u202f", Sign.NO_BREAK),
        "\t": Sign.TAB,
        " ": Sign.SPACES,
        TATWEEL: Sign.STRETCH,
    }
)
_SHOWN = re.compile(f"[{''.join(sign for sign in _SIGNS if sign != ' ')}{_OTHERS}]| {{2,}}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character is on screen: its sides at the height of the line's top, and the line's measures (pixels)."""

    left: float
    right: float
    top: float
    ascent: float
    descent: float

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2


def signs(text: str) -> Iterator[tuple[int, Sign]]:
    """Place (in code points) and sign of each character of a line that is marked; spaces only where several stand."""
    for match in _SHOWN.finditer(text):
        sign = _SIGNS.get(match.group()[0], Sign.HIDDEN)
        for at in range(match.start(), match.end()):
            yield at, sign


def half_spaces(text: str) -> Iterator[tuple[int, Sign]]:
    """Place of each half-space of a line, as in ``signs``."""
    at = text.find(ZWNJ)
    while at >= 0:
        yield at, Sign.HALF_SPACE
        at = text.find(ZWNJ, at + 1)


def sign_of(character: str) -> Sign | None:
    """The sign of a single character; none for those that can be seen, and for a space alone."""
    return None if character == " " or not _SHOWN.fullmatch(character) else _SIGNS.get(character, Sign.HIDDEN)


def paint_sign(painter: QPainter, sign: Sign, place: Place, theme: Theme) -> None:
    """Draw a sign at the place of its character."""
    color = theme.color(sign.token)
    painter.setPen(QPen(color, 1.0))
    painter.setBrush(color)
    match sign:
        case Sign.NO_BREAK:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(place.middle, place.top + place.ascent * 0.7), 2.5, 2.5)
        case Sign.SPACES:
            painter.drawEllipse(QPointF(place.middle, place.top + place.ascent * 0.7), 1.0, 1.0)
        case Sign.TAB:
            _paint_arrow(painter, place)
        case Sign.STRETCH:
            _paint_underline(painter, place)
        case _:
            _paint_tick(painter, sign, place, color)


def _paint_arrow(painter: QPainter, place: Place) -> None:
    """A line along the tab, with its head where reading goes."""
    y, left = place.top + place.ascent * 0.7, place.left + 1
    painter.drawLine(QPointF(left, y), QPointF(max(place.right - 1, left + 4), y))
    painter.drawPolygon(QPolygonF([QPointF(left, y), QPointF(left + 4, y - 3), QPointF(left + 4, y + 3)]))


def _paint_underline(painter: QPainter, place: Place) -> None:
    y = place.top + place.ascent + place.descent * 0.5
    painter.drawLine(QPointF(place.left, y), QPointF(place.right, y))
    for x in (place.left, place.right):
        painter.drawLine(QPointF(x, y - 2), QPointF(x, y + 2))


def _paint_tick(painter: QPainter, sign: Sign, place: Place, color: QColor) -> None:
    """A stroke where a character without width is; what stands at its foot or its head tells which."""
    x = place.left
    low, high = place.top + place.ascent + place.descent * 0.4, place.top + place.ascent * 0.6
    if sign is Sign.HALF_SPACE:
        painter.drawLine(QPointF(x, high), QPointF(x, low))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(x - 2.5, low + 3), QPointF(x + 2.5, low + 3), QPointF(x, low - 1)]))
        return
    head = place.top + place.ascent * 0.2
    painter.drawLine(QPointF(x, head), QPointF(x, low))
    match sign:
        case Sign.JOINER:
            painter.drawLine(QPointF(x - 2.5, head - 2.5), QPointF(x + 2.5, head + 2.5))
            painter.drawLine(QPointF(x - 2.5, head + 2.5), QPointF(x + 2.5, head - 2.5))
        case Sign.TO_RIGHT | Sign.TO_LEFT:
            point = x + (6 if sign is Sign.TO_RIGHT else -6)
            painter.drawPolygon(QPolygonF([QPointF(x, head - 3), QPointF(x, head + 3), QPointF(point, head)]))
        case Sign.END:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, head), 2.5, 2.5)
        case _:
            painter.fillRect(QRectF(x - 2.5, head - 2.5, 5, 5), color)
