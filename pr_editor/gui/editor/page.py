"""The page a draft is shown on: paper, grounds of repeated text, frames around hits, marks of what shows nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QTextCursor

from pr_editor.gui.editor.invisibles import half_spaces, sign_of, signs
from pr_editor.gui.editor.painting import paint_comments, paint_hits, paint_paper, paint_repeated, paint_signs
from pr_editor.gui.editor.places import offset_of, position_of
from pr_editor.gui.editor.text import DraftText
from pr_editor.gui.editor.typography import PADDING
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.i18n import Translator
    from pr_editor.gui.editor.painting import Hits
    from pr_editor.gui.icons import Icons
    from pr_editor.text.draft import Paragraph


class DraftPage(DraftText):
    """Draws all that is not text below and above it, for the blocks in sight only."""

    grounds_changed = Signal()
    """Other paragraphs are tinted."""

    def __init__(self, tr: Translator, icons: Icons, points: float, parent: QWidget | None = None) -> None:
        """Make an empty page in the theme of ``icons``, with body text ``points`` high."""
        super().__init__(tr, points, parent)
        self._icons = icons
        self._repeated: frozenset[int] = frozenset()
        self._show_half_spaces = False
        self._show_invisibles = False
        self._hits: Mapping[int, Hits] = {}
        self._hit: Span | None = None
        self._commented: Mapping[int, Hits] = {}
        self._top_wanted: tuple[int, int] | None = None
        """Where the text is to be scrolled to once it is there."""

    def load_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs instead of what was here, with nothing tinted."""
        self._repeated = frozenset()
        self._top_wanted = None
        super().load_paragraphs(paragraphs)

    def set_repeated(self, keys: set[int]) -> None:
        """Tint the paragraphs with these keys as repeated text."""
        if keys != self._repeated:
            self._repeated = frozenset(keys)
            self.viewport().update()
            self.grounds_changed.emit()

    def set_show_half_spaces(self, shown: bool) -> None:
        """Show or hide marks where half-spaces are."""
        self._show_half_spaces = shown
        self.viewport().update()

    def set_show_invisibles(self, shown: bool) -> None:
        """Show or hide marks where characters are that show nothing, half-spaces among them."""
        self._show_invisibles = shown
        self.viewport().update()

    def show_hits(self, hits: Mapping[int, Hits], current: Span | None = None) -> None:
        """Frame what was found, by key of the paragraph, and nothing else. It shows as long as the words are those."""
        self._hits, self._hit = hits, current
        self.viewport().update()

    def show_comments(self, commented: Mapping[int, Hits]) -> None:
        """Mark the passages somebody has commented on, by key of the paragraph, and nothing else."""
        if commented != self._commented:
            self._commented = commented
            self.viewport().update()

    def select(self, span: Span) -> bool:
        """Select a place of the text as it stands and bring it into view; whether it is there."""
        self.complete()
        block = self.block_of(span.key)
        if block is None or span.end > len(block.text().strip()):
            return False
        cursor, line = self.textCursor(), block.text()
        cursor.setPosition(position_of(block, line, span.start))
        cursor.setPosition(position_of(block, line, span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._bring_into_view()
        return True

    def selected_span(self) -> Span | None:
        """What is selected of one paragraph; None where nothing is, or parts of several."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        if not cursor.hasSelection() or cursor.selectionEnd() >= block.position() + block.length():
            return None
        line = block.text()
        start, end = (offset_of(block, line, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return Span(self.key_of(block), start, end)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper and grounds, Qt's text, and marks of what shows nothing on top."""
        theme = self._icons.theme
        with self._painter(event) as painter:
            paint_paper(painter, QRectF(self.viewport().rect()), theme)
            for block, origin in self._visible_blocks():
                if self._is_repeated(self.key_of(block)):
                    paint_repeated(painter, self._text_rect(block, origin), theme)
        super().paintEvent(event)
        if not (self._hits or self._commented or self._show_invisibles or self._show_half_spaces):
            return
        with self._painter(event) as painter:
            for block, origin in self._visible_blocks():
                self._paint_over(painter, block, origin)

    def _paint_over(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Paint frames and signs over the text, where no ground of Qt's hides them."""
        theme, key = self._icons.theme, self.key_of(block)
        if commented := self._commented.get(key):
            paint_comments(painter, block, origin, commented, theme)
        if hits := self._hits.get(key):
            current = self._hit if self._hit is not None and self._hit.key == key else None
            paint_hits(painter, block, origin, hits, current, theme)
        if self._show_invisibles:
            paint_signs(painter, block, origin, signs(block.text()), theme)
        elif self._show_half_spaces:
            paint_signs(painter, block, origin, half_spaces(block.text()), theme)

    @contextmanager
    def _painter(self, event: QPaintEvent) -> Iterator[QPainter]:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        try:
            yield painter
        finally:
            painter.end()

    def top_place(self) -> tuple[int, int]:
        """Key of the paragraph and offset in it of the first line in sight; (0, 0) while nothing is scrolled."""
        if self._top_wanted is not None:
            return self._top_wanted
        if not self.verticalScrollBar().value():
            return 0, 0
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, self.cursorRect().height() // 2))
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        start = block.position() + (line.textStart() if line.isValid() else 0)
        return self.key_of(block), offset_of(block, block.text(), start)

    def show_from(self, key: int, offset: int) -> None:
        """Scroll so that this place of a paragraph is in the topmost line; nothing happens when it is gone.

        Of a text that is being loaded that has to wait.
        """
        self._top_wanted = (key, offset) if self._loading.under_way else None
        block = self.block_of(key)
        if block is None or self._top_wanted is not None:
            return
        line = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(position_of(block, line, max(0, min(offset, len(line.strip())))))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def _loaded(self) -> None:
        super()._loaded()
        if self._top_wanted is not None:
            self.show_from(*self._top_wanted)

    def _bring_into_view(self) -> None:
        """Scroll to the caret where it is out of sight or at the very edge."""
        place = self.cursorRect()
        if not self.viewport().rect().adjusted(0, place.height(), 0, -place.height()).contains(place):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)

    def _unseen_at(self, place: QPoint) -> list[str]:
        """What the characters are called that show nothing next to a place of the viewport, while they are marked."""
        if not self._show_invisibles:
            return []
        position = self.cursorForPosition(place).position()
        beside = [self.document().characterAt(position + step) for step in (-1, 0)]
        named = [f"{self._tr(sign.title)} (U+{ord(ch):04X})" for ch in beside if (sign := sign_of(ch))]
        return list(dict.fromkeys(named))

    def _comments_at(self, position: int) -> list[str]:
        """What was said about the words at a document position."""
        block = self.document().findBlock(position)
        line = block.text()
        commented = self._commented.get(self.key_of(block))
        if commented is None or line.strip() != commented.text:
            return []
        return commented.said_at(offset_of(block, line, position))

    def _is_repeated(self, key: int) -> bool:
        return key in self._repeated or self._markings.repeated(key) is not None

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The blocks in sight, each with the place of its layout in the viewport."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            origin = block.layout().position() - scrolled
            if origin.y() > self.viewport().height():
                return
            if block.layout().lineCount():
                yield block, origin
            block = block.next()

    def _text_rect(self, block: QTextBlock, origin: QPointF) -> QRectF:
        """The place of a block's lines in the viewport, the whole column wide."""
        height = block.layout().boundingRect().height()
        return QRectF(PADDING, origin.y(), self.viewport().width() - 2 * PADDING, height)
