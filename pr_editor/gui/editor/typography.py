"""How a draft is set: fonts by kind, line height, and the width of the column.

Fonts are additional formats of the layout, set by a highlighter: they are no part of the text and of its undo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QSyntaxHighlighter, QTextBlockFormat, QTextCharFormat, QTextOption

from pr_editor.gui.editor.kinds import BODY_STYLE, TYPE_STYLES
from pr_editor.gui.theme import reading_font, scale, scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock, QTextDocument

    from pr_editor.text.draft import Kind

LINE_HEIGHT = 165.0
"""Percent of the font's own height from line to line, where there is room."""
_AIRY = 1.5
"""Beyond this size of everything the lines come no further apart: there are few enough in sight."""
COLUMN_CHARACTERS = 75
SPACING = 8.0
PADDING = 32.0
GAP = 16
"""Pixels around the paper."""
_TIGHT, _LOW = 4, 300
"""Pixels above and below it in an editor lower than so many pixels of the ordinary size."""
_LEAST = 160
"""The paper (pixels) gets no narrower than this, however small the window."""

_SAMPLE = "در این نشست مدیر روابط عمومی درباره برنامه‌های تازه سازمان و زمان اجرای آنها توضیح داد و به پرسش‌ها پاسخ گفت. "


class Typesetter(QSyntaxHighlighter):
    """Gives each paragraph the font of its kind."""

    def __init__(self, document: QTextDocument, kind_of: Callable[[QTextBlock], Kind], points: float) -> None:
        """Set ``document``, asking ``kind_of`` for the kind of a block; body text is ``points`` high."""
        super().__init__(document)
        self._kind_of = kind_of
        self._points = points

    def set_points(self, points: float) -> None:
        """Set everything anew, with body text ``points`` high."""
        self._points = points
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Set the current block; called by Qt for every block that changes."""
        style = TYPE_STYLES.get(self._kind_of(self.currentBlock()), BODY_STYLE)
        if style is not BODY_STYLE:
            text_format = QTextCharFormat()
            text_format.setFontPointSize(self._points * scale() * style.scale)
            text_format.setFontWeight(style.weight)
            self.setFormat(0, self.currentBlock().length(), text_format)


def block_format() -> QTextBlockFormat:
    """The format of every paragraph, whatever its kind, at the size everything has.

    Formats of blocks are part of undo and must not change while there is something to undo.
    """
    made = QTextBlockFormat()
    made.setLineHeight(line_height(), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(SPACING)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def line_height(ordinary: float = LINE_HEIGHT) -> float:
    """From line to line, in percent of the font's own height, at the size everything has."""
    return max(100.0, ordinary / max(1.0, scale() / _AIRY))


def text_option() -> QTextOption:
    """Right to left whatever a paragraph begins with, aligned at the leading side."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def column_width(points: float) -> float:
    """How wide (pixels) a column of about 75 characters of Persian text is."""
    metrics = QFontMetricsF(reading_font(points))
    return metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * COLUMN_CHARACTERS


def gap_above(height: int) -> int:
    """Pixels above and below the paper in an editor of this height (pixels)."""
    return GAP if height >= scaled(_LOW) else _TIGHT


def sheet_margins(room: int, margin: int, points: float) -> tuple[int, int, int]:
    """What is left beside the paper at the left and at the right, and its width, in pixels.

    The column is centred in ``room`` together with a ``margin`` at its right, where the text leads.
    """
    paper = max(_LEAST, min(round(column_width(points) + 2 * PADDING), room - margin - GAP))
    left = max(GAP, (room - paper - margin) // 2)
    return left, max(margin, room - paper - left), paper
