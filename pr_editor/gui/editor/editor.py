"""The editor of the review window: a draft with everything that was found marked in it, and a margin beside it."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeySequence, QPainter, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QToolTip

from pr_editor.gui.editor.invisibles import half_spaces, sign_of, signs
from pr_editor.gui.editor.margin import Entry, Margin
from pr_editor.gui.editor.painting import paint_hits, paint_paper, paint_repeated, paint_signs
from pr_editor.gui.editor.places import offset_of, position_of
from pr_editor.gui.editor.text import DraftText
from pr_editor.gui.editor.typography import GAP, PADDING, sheet_margins
from pr_editor.gui.speech import as_html
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.i18n import Translator
    from pr_editor.checks.model import Finding
    from pr_editor.gui.editor.marks import Mark
    from pr_editor.gui.editor.painting import Hits
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.theme import Theme
    from pr_editor.text.draft import Kind, Paragraph

_CANDIDATES = range(1, 6)
_POINTS = 12.0


class DraftEditor(DraftText):
    """Shows and edits one draft. Marks differ by shape and colour; what is missing or repeated shows in the margin."""

    finding_activated = Signal(str)
    """A marked place was clicked, or Alt+Enter pressed on it: its fingerprint."""
    kind_menu_requested = Signal(int, QPoint)
    """The kind of the paragraph with this key is to be chosen; where the menu should open (global)."""
    candidate_requested = Signal(int)
    """Alt+1 to Alt+5."""
    context_menu_for = Signal(str, QPoint)
    """A context menu is wanted on this finding, at this place (global). Elsewhere the editor opens its own."""

    def __init__(
        self,
        tr: Translator,
        icons: Icons,
        describe: Callable[[str], str] = lambda _fingerprint: "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty editor in the theme of ``icons``; ``describe`` explains a finding by its fingerprint."""
        super().__init__(tr, _POINTS, parent)
        self._points = _POINTS
        self._repeated: frozenset[int] = frozenset()
        self._current: str | None = None
        self._veiled: set[Mark] = set()
        self._painted = range(0)
        """The numbers of the blocks whose marks Qt was given to paint."""
        self._typing = False
        self._fitting = False
        self._caret_revision = 0
        self._show_half_spaces = False
        self._show_invisibles = False
        self._hits: Mapping[int, Hits] = {}
        self._hit: Span | None = None
        self._describe = describe
        self._margin = Margin(self._entries, describe, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(PADDING)
        self._connect()
        self.dress(tr, icons)
        self.load_paragraphs(())

    def _connect(self) -> None:
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._margin.update())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._follow_view())
        # Qt resizes the viewport as the bar comes and goes, not always with an event.
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit())
        self.cursorPositionChanged.connect(self._follow_caret)
        self._margin.kind_clicked.connect(self.kind_menu_requested)
        self._margin.finding_clicked.connect(self.finding_activated)
        self._bind(("Alt+K",), self._request_kind_menu)
        self._bind(("Alt+Return", "Alt+Enter"), self._activate_at_caret)
        for number in _CANDIDATES:
            keys = f"Alt+{number}", f"Alt+{chr(ord('۰') + number)}"
            self._bind(keys, partial(self.candidate_requested.emit, number))

    def _bind(self, keys: Sequence[str], act: Callable[[], None]) -> None:
        """Let keys do something while the editor has the focus; shortcuts know every layout of the keyboard."""
        shortcut = QShortcut(self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.activated.connect(act)

    def load_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs instead of what was here, with nothing marked."""
        self._veiled = set()
        self._painted = range(0)
        self._current = None
        self._repeated = frozenset()
        self._typing = False
        super().load_paragraphs(paragraphs)
        self._caret_revision = self.revision

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark these findings and no others. They speak of the text as it stands now."""
        changed = self._markings.show(findings)
        if self._set_veil() or changed:
            self._paint_marks()

    def set_current(self, fingerprint: str | None, reveal: bool = True) -> None:
        """Stress one finding, and bring it to where it can be seen, with the caret at it."""
        if before := self._markings.find(self._current):
            before.selection = None
        self._current = fingerprint
        self._paint_marks()
        mark = self._markings.find(fingerprint)
        if reveal and mark is not None:
            self._reveal(mark)

    def set_kinds(self, kinds: Mapping[int, Kind]) -> None:
        """Take the kinds of paragraphs; those not named keep theirs."""
        super().set_kinds(kinds)
        self._margin.update()

    def set_repeated(self, keys: set[int]) -> None:
        """Tint the paragraphs with these keys as repeated text."""
        if keys != self._repeated:
            self._repeated = frozenset(keys)
            self.viewport().update()
            self._margin.update()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.dress(self._tr, self._icons.in_theme(theme))

    def dress(self, tr: Translator, icons: Icons) -> None:
        """Take language and theme."""
        self._tr = tr
        self._icons = icons
        self.setPalette(icons.theme.palette())
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Text of the draft"))
        self.setAccessibleDescription(
            tr("Alt+Enter goes to the finding at the caret, Alt+K changes the kind of the paragraph.")
        )
        self.setPlaceholderText(tr("Type or paste a draft here, or drop a file."))
        self._margin.dress(tr, icons)
        self._markings.restyle()
        self._paint_marks()
        self._fit()

    def set_text_size(self, points: float) -> None:
        """Set body text ``points`` high, and all else in proportion."""
        self._points = points
        super().set_text_size(points)
        self._fit()

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

    def select(self, span: Span) -> bool:
        """Select a place of the text as it stands and bring it into view; whether it is there."""
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

    @property
    def margin_width(self) -> int:
        """How wide (pixels) the margin is."""
        return self._margin.needed_width()

    def finding_at(self, position: int) -> Finding | None:
        """The finding with the fewest words at a document position, or what is missing in its paragraph."""
        key = self.key_of(self.document().findBlock(position))
        marks = self._markings.at(position) or self._markings.flags(key)
        return marks[0].finding if marks else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper and grounds, Qt's text, and marks of what shows nothing on top."""
        theme = self._icons.theme
        with self._painter(event) as painter:
            paint_paper(painter, QRectF(self.viewport().rect()), theme)
            for block, origin in self._visible_blocks():
                key = self.key_of(block)
                if self._is_repeated(key):
                    paint_repeated(painter, self._text_rect(block, origin), theme)
                if hits := self._hits.get(key):
                    current = self._hit if self._hit is not None and self._hit.key == key else None
                    paint_hits(painter, block, origin, hits, current, theme)
        super().paintEvent(event)
        if self._show_invisibles or self._show_half_spaces:
            find = signs if self._show_invisibles else half_spaces
            with self._painter(event) as painter:
                for block, origin in self._visible_blocks():
                    paint_signs(painter, block, origin, find(block.text()), theme)

    @contextmanager
    def _painter(self, event: QPaintEvent) -> Iterator[QPainter]:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        try:
            yield painter
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column centred and the margin beside it."""
        super().resizeEvent(event)
        self._fit()
        self._follow_view()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Explain the finding under the pointer, and what shows nothing there."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            told = "\n".join([self._describe(mark.fingerprint)] if mark else self._unseen_at(event.pos()))
            QToolTip.showText(event.globalPos(), as_html(told, self.layoutDirection()) if told else "", self)
            return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a marked place leads to its finding; dragging a selection does not."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            mark = self._mark_at(event.position().toPoint())
            if mark is not None and mark.painted:
                self.finding_activated.emit(mark.fingerprint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Let the window offer what a finding offers; elsewhere offer the usual."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            finding = self.finding_at(self.textCursor().position())
        else:
            place = event.globalPos()
            mark = self._mark_at(self.viewport().mapFromGlobal(place))
            finding = mark.finding if mark else None
        event.accept()
        if finding is not None:
            self.context_menu_for.emit(finding.fingerprint, place)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_edit_actions(menu)
        menu.popup(place)

    def _after_change(self) -> None:
        if not self._dirty:
            return
        self._typing = self._keyed
        if self._set_veil() or self._marks_dropped:
            self._marks_dropped = False
            self._paint_marks()
        self._follow_view()
        super()._after_change()

    def _follow_caret(self) -> None:
        moved_by_hand = self._caret_revision == self.revision
        self._caret_revision = self.revision
        position = self.textCursor().position()
        if moved_by_hand and self._typing and not any(mark.touches(position) for mark in self._veiled):
            self._typing = False
            if self._set_veil():
                self._paint_marks()
        self._margin.set_current(self.key_of(self.textCursor().block()))
        self.caret_moved.emit()

    def _set_veil(self) -> bool:
        """Leave the word that is being typed unmarked; whether that changes what is painted."""
        at_caret = self._markings.at(self.textCursor().position()) if self._typing else []
        veiled = {mark for mark in at_caret if mark.finding.rule.family == "SPL"}
        changed = veiled != self._veiled
        self._veiled = veiled
        return changed

    def _paint_marks(self) -> None:
        height = self.viewport().height()
        self._painted = self._blocks_between(-height, 2 * height)
        keys = self._lines.keys(self._painted.start, len(self._painted))
        self.setExtraSelections(self._markings.selections(keys, self._icons.theme, self._current, self._veiled))
        self.viewport().update()
        self._margin.update()

    def _follow_view(self) -> None:
        """Another part of the text is in sight: its marks are painted, and its margin."""
        sight = self._blocks_between(0, self.viewport().height())
        if sight.start < self._painted.start or sight.stop > self._painted.stop:
            self._paint_marks()
        self._margin.update()

    def _blocks_between(self, top: int, bottom: int) -> range:
        """The numbers of the blocks between two heights of the viewport (pixels)."""
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        first, last = (
            self.document().findBlock(layout.hitTest(QPointF(0, y + scrolled), Qt.HitTestAccuracy.FuzzyHit))
            for y in (top, bottom)
        )
        return range(max(0, first.blockNumber()), last.blockNumber() + 1)

    def _reveal(self, mark: Mark) -> None:
        cursor = self.textCursor()
        if not mark.touches(cursor.position()):
            cursor.setPosition(mark.cursor.selectionStart() if mark.whole else mark.cursor.selectionEnd())
            self.setTextCursor(cursor)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll to the caret where it is out of sight or at the very edge."""
        place = self.cursorRect()
        if not self.viewport().rect().adjusted(0, place.height(), 0, -place.height()).contains(place):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)

    def _request_kind_menu(self) -> None:
        key = self.key_of(self.textCursor().block())
        self.kind_menu_requested.emit(key, self._margin.label_place(key))

    def _activate_at_caret(self) -> None:
        finding = self.finding_at(self.textCursor().position())
        if finding is not None:
            self.finding_activated.emit(finding.fingerprint)

    def _mark_at(self, place: QPoint) -> Mark | None:
        """The mark with the fewest words under a place of the viewport; none beside the text."""
        bars = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(QPointF(place) + bars, Qt.HitTestAccuracy.ExactHit)
        marks = self._markings.at(position) if position >= 0 else []
        return marks[0] if marks else None

    def _unseen_at(self, place: QPoint) -> list[str]:
        """What the characters are called that show nothing next to a place of the viewport, while they are marked."""
        if not self._show_invisibles:
            return []
        position = self.cursorForPosition(place).position()
        beside = [self.document().characterAt(position + step) for step in (-1, 0)]
        named = [f"{self._tr(sign.title)} (U+{ord(ch):04X})" for ch in beside if (sign := sign_of(ch))]
        return list(dict.fromkeys(named))

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

    def _entries(self) -> Iterator[Entry]:
        """What the margin shows: the paragraphs in sight."""
        offset = self.viewport().y() - self._margin.y()
        for block, origin in self._visible_blocks():
            if block.text().strip():
                key = self.key_of(block)
                first = block.layout().lineAt(0)
                copy = self._markings.repeated(key)
                yield Entry(
                    key=key,
                    kind=self.kind_of(key),
                    top=origin.y() + offset,
                    bottom=origin.y() + block.layout().boundingRect().height() + offset,
                    baseline=origin.y() + first.y() + first.ascent() + offset,
                    repeated=self._is_repeated(key),
                    copy=copy.finding if copy else None,
                    missing=[mark.finding for mark in self._markings.flags(key)],
                )

    def _fit(self) -> None:
        """Centre paper and margin, once more when that makes the scroll bar come or go."""
        if self._fitting:
            return
        self._fitting = True
        bar = self.verticalScrollBar()
        for _ in range(2):
            needed = bar.maximum() > 0
            self._fit_beside(bar.sizeHint().width() if needed else 0)
            if (bar.maximum() > 0) == needed:
                break
        self._fitting = False

    def _fit_beside(self, bar: int) -> None:
        """Viewport margins are physical: the margin is at the right, where the text leads; ``bar`` is its width."""
        room = self.contentsRect().width() - bar
        margin = self._margin.needed_width()
        left, right, paper = sheet_margins(room, margin, self._points)
        self.setViewportMargins(left, GAP, right, GAP)
        # Qt does not lay out anew for every change of viewport margins, so the width is told, not taken from it.
        if self.lineWrapColumnOrWidth() != paper:
            self.setLineWrapColumnOrWidth(paper)
        sheet = self.viewport().geometry()
        self._margin.setGeometry(sheet.right() + 1, sheet.top(), margin, sheet.height())
