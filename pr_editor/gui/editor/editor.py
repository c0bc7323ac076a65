"""The editor of the review window: a draft with everything that was found marked in it, and a margin beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip

from pr_editor.gui.editor.along import stretches
from pr_editor.gui.editor.margin import Entry, Margin
from pr_editor.gui.editor.marked import MarkedPage
from pr_editor.gui.editor.overview import WIDTH, Overview
from pr_editor.gui.editor.typography import PADDING, gap_above, sheet_margins
from pr_editor.gui.speech import as_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.i18n import Translator
    from pr_editor.checks.model import Finding
    from pr_editor.gui.editor.along import Stretch
    from pr_editor.gui.editor.marks import Mark
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.theme import Theme
    from pr_editor.text.draft import Kind, Paragraph

_CANDIDATES = range(1, 6)
_POINTS = 12.0


class DraftEditor(MarkedPage):
    """Shows and edits one draft. Marks differ by shape and colour; what is missing or repeated shows in the margin."""

    finding_activated = Signal(str)
    """Alt+Enter was pressed on a marked place, or its sign beside the text clicked: its fingerprint."""
    finding_clicked = Signal(str)
    """The words of a finding (fingerprint) were clicked; the caret is in them."""
    finding_reached = Signal(str)
    """A key has led the caret into the words of a finding (fingerprint) that is not the one in hand."""
    kind_menu_requested = Signal(int, QPoint)
    """The kind of the paragraph with this key is to be chosen; where the menu should open (global)."""
    candidate_requested = Signal(int)
    """Alt+1 to Alt+5."""
    context_menu_for = Signal(str, QPoint)
    """A context menu is wanted on this finding, at this place (global)."""
    edit_menu_requested = Signal(QPoint)
    """A context menu is wanted elsewhere, at this place (global)."""

    def __init__(
        self,
        tr: Translator,
        icons: Icons,
        describe: Callable[[str], str] = lambda _fingerprint: "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty editor in the theme of ``icons``; ``describe`` explains a finding by its fingerprint."""
        super().__init__(tr, icons, _POINTS, parent)
        self._points = _POINTS
        self._findings: Sequence[Finding] = ()
        self._fitting = False
        self._describe = describe
        self._margin = Margin(self._entries, describe, self)
        self._overview = Overview(self._stretches, describe, self)
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
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._resettle())
        # Qt resizes the viewport as the bar comes and goes, not always with an event.
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit())
        self.cursorPositionChanged.connect(self._follow_caret)
        self.edited.connect(self._overview.renew)
        self.grounds_changed.connect(self._margin.update)
        self.sight_changed.connect(self._margin.update)
        self._overview.moved.connect(self._go_to_part)
        self._overview.finding_clicked.connect(self.finding_activated)
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
        self._findings = ()
        super().load_paragraphs(paragraphs)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark these findings and no others, in the text and along it. They speak of the text as it stands now."""
        self._findings = findings
        self._overview.renew()
        super().show_findings(findings)

    def set_kinds(self, kinds: Mapping[int, Kind]) -> None:
        """Take the kinds of paragraphs; those not named keep theirs."""
        super().set_kinds(kinds)
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
        self._overview.dress(tr, icons)
        self._markings.restyle()
        self._paint_marks()
        self._fit()

    def set_text_size(self, points: float) -> None:
        """Set body text ``points`` high, and all else in proportion."""
        self._points = points
        super().set_text_size(points)
        self._fit()

    @property
    def margin_width(self) -> int:
        """How wide (pixels) the margin is."""
        return self._margin.needed_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column centred and the margin beside it."""
        super().resizeEvent(event)
        self._fit()
        self._follow_view()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Explain the finding under the pointer, and what shows nothing there."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self.cursorForPosition(event.pos()).position()
            self._explain(self._mark_at(event.pos()), event.pos(), position, event.globalPos())
            return True
        return super().viewportEvent(event)

    def explain_at_caret(self) -> None:
        """Say what hovering would say about the place of the caret."""
        self.ensureCursorVisible()
        position, place = self.textCursor().position(), self.cursorRect()
        marks = self._markings.at(position)
        below = self.viewport().mapToGlobal(place.bottomLeft())
        self._explain(marks[0] if marks else None, place.center(), position, below)

    def _explain(self, mark: Mark | None, place: QPoint, position: int, at: QPoint) -> None:
        """Show ``at`` a place of the screen what a mark means, or what shows nothing at a ``place`` of the viewport.

        What was said about the words at a ``position`` of the document follows.
        """
        found = [self._describe(mark.fingerprint)] if mark else self._unseen_at(place)
        told = "\n".join((*found, *self._comments_at(position)))
        QToolTip.showText(at, as_html(told, self.layoutDirection()) if told else "", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a marked place leads to its finding; dragging a selection does not."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            mark = self._mark_at(event.position().toPoint())
            if mark is not None and mark.painted:
                self.finding_clicked.emit(mark.fingerprint)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Who goes to words by keys means them from then on, as who clicks into them does; typing goes nowhere."""
        place, revision = self.textCursor().position(), self.revision
        super().keyPressEvent(event)
        cursor = self.textCursor()
        if cursor.position() != place and self.revision == revision and not cursor.hasSelection():
            marks = self._markings.at(cursor.position())
            if marks and all(mark.fingerprint != self._current for mark in marks):
                self.finding_reached.emit(marks[0].fingerprint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Let the window offer what a finding offers; elsewhere the usual, and with it to undo what it knows of."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.ensureCursorVisible()
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            finding = self.finding_at(self.textCursor().position())
        else:
            place = event.globalPos()
            mark = self._mark_at(self.viewport().mapFromGlobal(place))
            finding = mark.finding if mark else None
        event.accept()
        if finding is not None:
            self.context_menu_for.emit(finding.fingerprint, place)
        else:
            self.edit_menu_requested.emit(place)

    def _follow_caret(self) -> None:
        self._margin.set_current(self.key_of(self.textCursor().block()))
        self._overview.set_caret(*self._part_of(self.textCursor().block()))
        self.caret_moved.emit()

    def _request_kind_menu(self) -> None:
        key = self.key_of(self.textCursor().block())
        self.kind_menu_requested.emit(key, self._margin.label_place(key))

    def _activate_at_caret(self) -> None:
        finding = self.finding_at(self.textCursor().position())
        if finding is not None:
            self.finding_activated.emit(finding.fingerprint)

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
            self._fit_beside(bar.sizeHint().width() if needed else 0, WIDTH if needed else 0)
            if (bar.maximum() > 0) == needed:
                break
        self._fitting = False

    def _fit_beside(self, bar: int, strip: int) -> None:
        """Viewport margins are physical: the margin is at the right, where the text leads.

        ``bar`` is the width of the scroll bar and ``strip`` that of the overview, both at the side where lines end.
        """
        area = self.contentsRect()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        margin = self._margin.needed_width()
        left, right, paper = sheet_margins(area.width() - bar - strip, margin, self._points)
        gap = gap_above(area.height())
        self.setViewportMargins(left + (strip if mirrored else 0), gap, right + (0 if mirrored else strip), gap)
        # Qt does not lay out anew for every change of viewport margins, so the width is told, not taken from it.
        if self.lineWrapColumnOrWidth() != paper:
            self.setLineWrapColumnOrWidth(paper)
        sheet = self.viewport().geometry()
        self._margin.setGeometry(sheet.right() + 1, sheet.top(), margin, sheet.height())
        x = area.left() + bar if mirrored else area.right() + 1 - bar - strip
        self._overview.setGeometry(x, area.top(), strip, area.height())
        self._overview.setVisible(strip > 0)

    def _resettle(self) -> None:
        """The text has another height, or is laid out further."""
        self._margin.update()
        self._overview.renew()
        self._overview.set_caret(*self._part_of(self.textCursor().block()))

    def _go_to_part(self, part: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(part * self._whole() - self.viewport().height() / 2))

    def _whole(self) -> float:
        """The height (pixels) of the text as far as it is laid out, at least that of the viewport."""
        return float(self.verticalScrollBar().maximum() + self.viewport().height())

    def _part_of(self, block: QTextBlock) -> tuple[float, float]:
        """Where a block is in the whole text, from 0 at its top to 1 at its bottom."""
        layout = block.layout()
        top = layout.position().y()
        return top / self._whole(), (top + layout.boundingRect().height()) / self._whole()

    def _stretches(self) -> Iterator[Stretch]:
        """What the overview shows: every paragraph with findings that is loaded."""
        return stretches(self.document(), self._lines.items(), self._findings, self._whole())
