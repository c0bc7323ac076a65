"""The text of a comparison: set like the draft, not to be edited, with what came and what went marked in it."""

from __future__ import annotations

import time
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from pr_editor.app.visible import visible
from pr_editor.gui.editor.kinds import BODY_STYLE, TYPE_STYLES
from pr_editor.gui.editor.painting import paint_paper
from pr_editor.gui.editor.typography import GAP, PADDING, block_format, sheet_margins, text_option
from pr_editor.gui.settings.keymap import key_pressed
from pr_editor.text.draft import Kind
from pr_editor.text.marked import Mark, apart, pieces, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.comparison import Comparison
    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.theme import Theme
    from pr_editor.text.compare import Passage

_AT_ONCE = 0.02
"""Seconds of laying down text before the window gets its turn."""
_SIGNS = {Mark.NEW: "+", Mark.GONE: "−"}
_ONE_LINE = str.maketrans(dict.fromkeys("\n\r\u2028\u2029", " "))
_KEYS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ComparedText(QTextEdit):
    """Differences are gone through by the keys that go through findings elsewhere.

    Return leads to the one in hand in the draft, Escape back to the draft.
    """

    moved = Signal(int)
    """Another difference is in hand: its number among all, -1 for none."""
    left = Signal()
    go_wanted = Signal(int)
    """The place of this difference is wanted in the draft."""

    def __init__(self, keys: KeysOf, parent: QWidget) -> None:
        """An empty text; ``keys`` are those of commands."""
        super().__init__(parent)
        self._keys = keys
        self._points = 12.0
        self._margin = 0
        self._theme: Theme | None = None
        self._comparison: Comparison | None = None
        self._kinds: Mapping[int, Kind] = {}
        self._next = 0
        self._numbers: dict[tuple[int, int], int] = {}
        self._places: list[tuple[int, int]] = []
        self._start: tuple[int, int] | None = None
        self.current = -1
        """The number of the difference in hand; -1 for none."""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(PADDING)
        self.document().setDefaultTextOption(text_option())
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit())
        self._clock = QTimer(self, singleShot=True, interval=0)
        self._clock.timeout.connect(self._fill)

    def show_comparison(
        self, comparison: Comparison, kinds: Mapping[int, Kind], start: tuple[int, int] | None, current: int = -1
    ) -> None:
        """Show a comparison; ``kinds`` are those of paragraphs by position in the new text.

        ``start`` is a paragraph of the new text and the height of the viewport (pixels) it is to come to, unless the
        difference ``current`` is in hand.
        """
        self._clock.stop()
        self._comparison, self._kinds, self._start = comparison, kinds, start
        self._numbers = {(one.passage, one.change): at for at, one in enumerate(comparison.differences)}
        self._places = []
        self._next = 0
        self.current = -1
        self.clear()
        self.setExtraSelections([])
        self._fill()
        if 0 <= current < len(comparison.differences):
            self._take(current)

    def dress(self, theme: Theme, shape: QFont, points: float, margin: int) -> None:
        """Use the colours of a theme, the font of the draft, its size (points) as set, and its margin (pixels)."""
        self._theme, self._points, self._margin = theme, points, margin
        self.setFont(shape)
        self.setPalette(theme.palette())
        self.viewport().setAutoFillBackground(False)
        self._fit()
        if self._comparison is not None:
            self.show_comparison(self._comparison, self._kinds, self._start, self.current)

    def go(self, by: int) -> None:
        """Take the next (1) or the previous (-1) difference in hand, round the ends."""
        number = len(self._comparison.differences) if self._comparison else 0
        if number:
            at = self.current if self.current >= 0 else self._before_caret() + (by < 0)
            self._take((at + by) % number)

    @property
    def filled(self) -> bool:
        """Whether all of the comparison has been laid down."""
        return self._comparison is not None and self._next == len(self._comparison.passages)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go through the differences, or leave."""
        if by := self._step(event):
            self.go(by)
            return
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current >= 0:
                self.go_wanted.emit(self.current)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take the keys it knows before the window's own commands."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if event.key() not in _KEYS and not self._step(event):
            return super().event(event)
        event.accept()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper, Qt's text, and a sign beside paragraphs that have come or gone."""
        if self._theme is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_paper(painter, QRectF(self.viewport().rect()), self._theme)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        sign = QFont(self.font())
        sign.setWeight(QFont.Weight.Bold)
        painter.setFont(sign)
        for block, origin in self._in_sight():
            self._paint_sign(painter, block, origin)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column where the draft has it."""
        super().resizeEvent(event)
        self._fit()

    def _step(self, event: QKeyEvent) -> int:
        """Whether keys go to the next difference (1), the previous one (-1) or to none (0)."""
        pressed = key_pressed(event.keyCombination())
        return (pressed in self._keys("next")) - (pressed in self._keys("previous"))

    def _fill(self) -> None:
        """Lay down as many passages as there is time for; the rest follows when the window has had its turn."""
        if self._comparison is None or self._theme is None:
            return
        passages, end = self._comparison.passages, time.perf_counter() + _AT_ONCE
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self._next < len(passages) and time.perf_counter() < end:
            self._put(cursor, self._next, passages[self._next])
            self._next += 1
        cursor.endEditBlock()
        if self._start is not None and self._next:
            self._come_to(*self._start)
        if not self.filled:
            self._clock.start()

    def _put(self, cursor: QTextCursor, at: int, passage: Passage) -> None:
        """Lay down one passage as one block."""
        if at:
            cursor.insertBlock(block_format())
        else:
            cursor.setBlockFormat(block_format())
        formats = self._formats(passage)
        for piece in apart(pieces(passage, visible)):
            start = cursor.position()
            cursor.insertText(piece.text.translate(_ONE_LINE), formats[piece.mark])
            number = self._numbers.get((at, piece.change))
            if number is not None:
                begun = self._places[number][0] if number < len(self._places) else start
                self._places[number:] = [(begun, cursor.position())]

    def _formats(self, passage: Passage) -> dict[Mark, QTextCharFormat]:
        """How stretches look: by colour, and by a line under or through them."""
        assert self._theme is not None
        kind = Kind.BODY if passage.new is None else self._kinds.get(passage.new, Kind.BODY)
        style = TYPE_STYLES.get(kind, BODY_STYLE)
        same, gone, new = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        for made in (same, gone, new):
            made.setFontPointSize(self.font().pointSizeF() * style.scale)
            made.setFontWeight(style.weight)
        same.setForeground(self._theme.tokens.text)
        gone.setForeground(self._theme.tokens.error)
        gone.setFontStrikeOut(True)
        new.setForeground(self._theme.tokens.success)
        new.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        new.setUnderlineColor(self._theme.tokens.success)
        return {Mark.SAME: same, Mark.GONE: gone, Mark.NEW: new}

    def _take(self, number: int) -> None:
        """Take a difference in hand, wherever it is."""
        while number >= len(self._places) and not self.filled:
            self._fill()
        self._start = None
        self.current = number
        start, end = self._places[number]
        cursor = self.textCursor()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._stress(start, end)
        self.moved.emit(number)

    def _stress(self, start: int, end: int) -> None:
        assert self._theme is not None
        selection = QTextEdit.ExtraSelection()
        marked = QTextCursor(self.document())
        marked.setPosition(start)
        marked.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(self._theme.tokens.selection)
        selection.cursor, selection.format = marked, look
        self.setExtraSelections([selection])

    def _before_caret(self) -> int:
        """The number of the last difference that begins before the caret; -1 where there is none."""
        return bisect_left(self._places, (self.textCursor().position(), 0)) - 1

    def _come_to(self, paragraph: int, top: int) -> None:
        """Bring a paragraph of the new text to this height of the viewport, as soon as it has been laid down."""
        assert self._comparison is not None
        passages = self._comparison.passages
        at = next((at for at, one in enumerate(passages) if one.new == paragraph), None)
        if at is None or at < self._next:
            self._start = None
        if at is None or at >= self._next:
            return
        block = self.document().findBlockByNumber(at)
        place = self.document().documentLayout().blockBoundingRect(block).top()
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(round(place) - top)

    def _in_sight(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The blocks in sight, each with the place of its layout in the viewport."""
        scrolled = QPointF(0, self.verticalScrollBar().value())
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            origin = block.layout().position() - scrolled
            if origin.y() > self.viewport().height():
                return
            if block.layout().lineCount():
                yield block, origin
            block = block.next()

    def _paint_sign(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """A plus or a minus before a paragraph that has come or gone."""
        assert self._theme is not None
        if self._comparison is None or block.blockNumber() >= self._next:
            return
        mark = whole(self._comparison.passages[block.blockNumber()])
        if mark is not Mark.SAME:
            tokens = self._theme.tokens
            painter.setPen(tokens.success if mark is Mark.NEW else tokens.error)
            line = block.layout().lineAt(0)
            place = QRectF(self.viewport().width() - PADDING, origin.y() + line.y(), PADDING, line.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _SIGNS[mark])

    def _fit(self) -> None:
        """Set the column where the draft has it."""
        bar = self.verticalScrollBar()
        room = self.contentsRect().width() - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
        left, right, paper = sheet_margins(room, self._margin, self._points)
        self.setViewportMargins(left, GAP, right, GAP)
        if self.lineWrapColumnOrWidth() != paper:
            self.setLineWrapColumnOrWidth(paper)
