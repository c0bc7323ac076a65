"""A text to be read beside another one: shared words on a ground of their own, different ones underlined."""

from __future__ import annotations

from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from pr_editor.gui.editor.kinds import BODY_STYLE, TYPE_STYLES
from pr_editor.gui.editor.typography import line_height
from pr_editor.gui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent, QTextBlock

    from pr_editor.app.side_by_side import Marked
    from pr_editor.gui.theme import Theme

_POINTS = 11.5
_LEAST = 110
"""Pixels of the ordinary size in which a few lines can be read."""
_GAP = 10
"""Pixels below a paragraph."""
_MARGIN = 14
_BAR = 3


class Look(Enum):
    """How words are marked."""

    PLAIN = auto()
    ASIDE = auto()
    """Not what is talked about."""
    SHARED = auto()
    DIFFERENT = auto()
    FIGURE = auto()


class PassageView(QTextBrowser):
    """Shows paragraphs from the right, in whatever language the window speaks."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing to read yet."""
        super().__init__(parent, openLinks=False)
        self._theme: Theme | None = None
        self._held: QTextBlock | None = None
        self.setFont(font(_POINTS))
        self.document().setDocumentMargin(_MARGIN)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few lines."""
        return QSize(super().minimumSizeHint().width(), scaled(_LEAST))

    def show_paragraphs(self, paragraphs: Sequence[Marked], theme: Theme) -> None:
        """Show these, from the first on."""
        self._theme, self._held = theme, None
        self.clear()
        cursor = QTextCursor(self.document())
        # One layout at the end instead of one for each piece.
        cursor.beginEditBlock()
        for at, paragraph in enumerate(paragraphs):
            if at:
                cursor.insertBlock(_shape())
            else:
                cursor.setBlockFormat(_shape())
            style = TYPE_STYLES.get(paragraph.kind, BODY_STYLE)
            base = font(_POINTS * style.scale, style.weight)
            for piece, look in _pieces(paragraph):
                cursor.insertText(piece, format_of(look, theme, base))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def hold(self, paragraph: int) -> None:
        """Bring a paragraph (from 0) into sight, with a bar beside it where there are others."""
        block = self.document().findBlockByNumber(paragraph)
        self._held = block if self.document().blockCount() > 1 else None
        self.setTextCursor(QTextCursor(block))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - _GAP)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bar beside the paragraph in hand."""
        super().paintEvent(event)
        if self._held is None or self._theme is None:
            return
        block = self.document().documentLayout().blockBoundingRect(self._held)
        top = block.top() - self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        bar = QRectF(self.viewport().width() - _BAR - 3, top, _BAR, block.height() - _GAP)
        painter.fillRect(bar, self._theme.color("accent"))
        painter.end()


def _pieces(paragraph: Marked) -> Iterator[tuple[str, Look]]:
    """The text cut where its look changes, and the look of each piece."""
    figures = [(one.start, one.end, Look.FIGURE) for one in paragraph.figures]
    runs = [(run.start, run.end, Look.SHARED if run.shared else Look.DIFFERENT) for run in paragraph.runs]
    marks = [*figures, *runs]
    ends = sorted({0, len(paragraph.text), *(at for start, end, _ in marks for at in (start, end))})
    for start, end in pairwise(ends):
        look = next((look for first, last, look in marks if first <= start and end <= last), Look.ASIDE)
        yield paragraph.text[start:end], look


def format_of(look: Look, theme: Theme, base: QFont) -> QTextCharFormat:
    """Different words are told by weight and line, figures by a line of another kind; colour comes on top."""
    made = QTextCharFormat()
    made.setFont(base)
    made.setForeground(theme.color("muted" if look is Look.ASIDE else "text"))
    match look:
        case Look.SHARED:
            made.setBackground(theme.color("duplicate_ground"))
        case Look.DIFFERENT:
            made.setFontWeight(QFont.Weight.Bold)
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            made.setUnderlineColor(theme.color("warning"))
        case Look.FIGURE:
            made.setFontWeight(QFont.Weight.Bold)
            made.setForeground(theme.color("error"))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(theme.color("error"))
    return made


def _shape() -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)  # where lines begin: Qt mirrors it
    shape.setLineHeight(line_height(), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setBottomMargin(_GAP)
    return shape
