"""The findings of the draft in front, by family, with a card for the one in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pr_editor.gui.panels.card import CardContent, FindingCard
from pr_editor.gui.panels.findings_delegate import GAP, FindingsDelegate
from pr_editor.gui.panels.findings_model import FindingsModel, Head, rows_of
from pr_editor.gui.panels.letters import command_of
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.panels.row_words import RowWords
from pr_editor.gui.panels.sieve_bar import SieveBar
from pr_editor.gui.theme import SECONDARY_POINTS, font
from pr_editor.text.fold import to_ascii_digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from pr_editor.checks.model import Finding
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.panels.row_words import Standing
    from pr_editor.gui.speech import Speech

_NOT_MEANT = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
)
"""Which layout or keypad a digit comes from makes no difference."""
_KEYS = {
    (Qt.Key.Key_Return, False): "fix",
    (Qt.Key.Key_Enter, False): "fix",
    (Qt.Key.Key_Return, True): "fix-alike",
    (Qt.Key.Key_Enter, True): "fix-alike",
    (Qt.Key.Key_Delete, False): "leave-here",
    (Qt.Key.Key_Delete, True): "leave-draft",
    (Qt.Key.Key_Insert, False): "add-word",
    (Qt.Key.Key_Question, True): "why",
    (Qt.Key.Key_Question, False): "why",
    (Qt.Key.Key_Up, False): "previous",
    (Qt.Key.Key_Down, False): "next",
    (Qt.Key.Key_PageUp, False): "previous-family",
    (Qt.Key.Key_PageDown, False): "next-family",
    (Qt.Key.Key_Home, False): "first",
    (Qt.Key.Key_End, False): "last",
    (Qt.Key.Key_Space, False): "side-by-side",
    (Qt.Key.Key_Slash, False): "search-findings",
    (Qt.Key.Key_Backspace, False): "clear-filter",
    (Qt.Key.Key_Escape, False): "to-text",
}
"""What keys do while the findings have the focus: key and Shift → the id of a command, or a move."""
_SIGNS = {"?": "why", "؟": "why", "/": "search-findings"}
"""The same by what is written, wherever a keyboard has the sign."""


class FindingsView(QListView):
    """The list. The card lies over the row of the finding in hand and moves with it."""

    head_clicked = Signal(str)
    """The head of a family was clicked."""
    line_clicked = Signal(str)
    """A finding (fingerprint) was clicked."""
    candidate = Signal(int)
    """A number key was pressed: the candidate, counted from 0."""
    told = Signal(str)
    """A key of ``_KEYS``, or a letter, was pressed."""
    folded = Signal(bool)
    """The family of the finding in hand is to be opened, or closed."""

    def __init__(self, rows: FindingsModel, speech: Speech, parent: QWidget) -> None:
        """Show the rows of a model."""
        super().__init__(parent)
        self.rows = rows
        self.card = FindingCard(speech, self.viewport())
        self.card.hide()
        self.painter_of_rows = FindingsDelegate(speech, self.card, self)
        self.setModel(rows)
        self.setItemDelegate(self.painter_of_rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.card.resized.connect(self._room_changed)

    def show_current(self, fingerprint: str | None) -> None:
        """Lay the card over the row of a finding and bring it into view."""
        self.painter_of_rows.current = fingerprint
        self._room_changed()
        index = self.rows.index_of(fingerprint)
        self.setCurrentIndex(index)
        if index.isValid():
            self.executeDelayedItemsLayout()
            self.scrollTo(index)
        self.place_card()

    def place_card(self) -> None:
        """Put the card where its row is."""
        index = self.rows.index_of(self.painter_of_rows.current)
        rect = self.visualRect(index) if index.isValid() else None
        self.card.setVisible(rect is not None and rect.isValid())
        if rect is not None:
            self.card.setGeometry(rect.adjusted(0, GAP, 0, -GAP))

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Rows have moved: so does the card."""
        super().updateGeometries()
        self.place_card()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """The list was scrolled: so is the card."""
        super().scrollContentsBy(dx, dy)
        self.place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The card gets higher as the panel gets narrower."""
        self.painter_of_rows.width = self.viewport().width()
        super().resizeEvent(event)
        self._room_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Keys go here now: the card shows it."""
        super().focusInEvent(event)
        self.card.show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self.card.show_focus(focused=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The whole review by keys."""
        written = event.text().translate(to_ascii_digits)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = event.modifiers() & ~_NOT_MEANT
        key = Qt.Key(event.key())
        if others != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif written in {"1", "2", "3", "4", "5"}:
            self.candidate.emit(int(written) - 1)
        elif name := _KEYS.get((key, shift)) or _SIGNS.get(written) or command_of(written):
            self.told.emit(name)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            # A family opens along the line of reading, as its mark points.
            right = self.painter_of_rows.reads_from_right
            self.folded.emit((key == Qt.Key.Key_Right) is not right)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A head opens or closes its family, a line takes its finding in hand."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.rows.row(index)
        if isinstance(row, Head):
            self.head_clicked.emit(row.family)
        else:
            self.line_clicked.emit(row.finding.fingerprint)

    def _room_changed(self) -> None:
        index = self.rows.index_of(self.painter_of_rows.current)
        self.painter_of_rows.width = self.viewport().width()
        if index.isValid():
            self.painter_of_rows.sizeHintChanged.emit(index)
        self.scheduleDelayedItemsLayout()


class FindingsPanel(QFrame):
    """Title, place («3 of 8»), the list, and words for when there is nothing to list."""

    def __init__(self, speech: Speech, parent: QWidget | None = None) -> None:
        """An empty panel."""
        super().__init__(parent)
        self._speech = speech
        self._opened: set[str] = set()
        self._closed: set[str] = set()
        self._groups: Mapping[str, Sequence[Finding]] = {}
        self._texts: Mapping[int, str] = {}
        self._current: Finding | None = None
        self._standing: Standing | None = None
        self._listed: set[str] | None = None
        """The families that were open when the rows were last made of these findings."""
        self.setProperty("panel", True)
        self.title = QLabel(self)
        self.place = QLabel(self)
        self.place.setProperty("tone", "muted")
        self.progress = QProgressBar(self)
        self.progress.setObjectName("decided")
        self.progress.setTextVisible(False)
        self.remains = QLabel(self)
        self.remains.setProperty("tone", "muted")
        self.sieve = SieveBar(speech, self)
        self.words = RowWords(speech)
        self.rows = FindingsModel(self.words.say)
        self.view = FindingsView(self.rows, speech, self)
        self.card = self.view.card
        self.empty = Prose(self, "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        self.view.head_clicked.connect(self.toggle)
        self.view.folded.connect(self._fold)
        self.sieve.done.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        done = QHBoxLayout()
        done.addWidget(self.progress, 1)
        done.addWidget(self.remains)
        layout.addLayout(done)
        layout.addWidget(self.sieve)
        layout.addWidget(self.stack, 1)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.title.setFont(font(12, font().Weight.Bold))
        self.remains.setFont(font(SECONDARY_POINTS))
        self.sieve.dress(icons)
        self.view.painter_of_rows.dress(icons)
        self.card.dress(icons)
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.title.setText(self._speech.tr("Findings"))
        self.view.setAccessibleName(self._speech.tr("Findings"))
        self.sieve.retranslate()
        if (standing := self._standing) is not None:
            self._standing = None
            self.show_standing(standing)
        self.view.viewport().update()

    def show_findings(self, groups: Mapping[str, Sequence[Finding]], texts: Mapping[int, str]) -> None:
        """List findings by family; families stay open or closed as they were. ``texts`` are the paragraphs by key."""
        self._groups, self._texts = groups, texts
        self.words.use(groups)
        self._listed = None
        self._list()

    def show_card(self, content: CardContent | None, place: int = 0) -> None:
        """Take a finding in hand: its family opens, the card shows it; ``place`` is its number in the list from 1."""
        before, self._current = self._current, content.finding if content else None
        if content is not None:
            if before is None or before.fingerprint != content.finding.fingerprint:
                self._closed.discard(content.finding.rule.family)
            self.card.fill(content)
        self._list()
        self.view.show_current(content.finding.fingerprint if content else None)
        total = sum(map(len, self._groups.values()))
        shown = self._speech.tr("{place} of {total}", place=place, total=total) if place else self._speech.digits(total)
        self.place.setText(shown if total else "")

    def show_standing(self, standing: Standing) -> None:
        """How far the review is, and what is to be marked in the rows."""
        if standing == self._standing:
            return
        self._standing = standing
        self.words.standing = self.view.painter_of_rows.standing = standing
        tr, decided, remaining = self._speech.tr, standing.decided.total(), standing.remaining
        self.progress.setVisible(bool(decided + remaining))
        self.remains.setVisible(bool(decided + remaining))
        self.progress.setRange(0, max(1, decided + remaining))
        self.progress.setValue(decided)
        text = tr("{decided} decided, {remaining} left", decided=decided, remaining=remaining)
        self.remains.setText(text)
        self.progress.setAccessibleName(text)
        self.view.viewport().update()

    def say_empty(self, text: str) -> None:
        """What to read when there are no rows."""
        self.empty.say(text, self._speech)

    def toggle(self, family: str) -> None:
        """List a family's findings, or no longer."""
        holds_current = self._current is not None and self._current.rule.family == family
        is_open = family in self._opened or (holds_current and family not in self._closed)
        self._opened.discard(family) if is_open else self._opened.add(family)
        self._closed.add(family) if is_open else self._closed.discard(family)
        self._list()
        self.view.show_current(self._current.fingerprint if self._current else None)

    def _fold(self, opened: bool) -> None:
        """Close or open the family of the finding in hand."""
        if self._current is not None and (self._current.rule.family not in self._closed) is not opened:
            self.toggle(self._current.rule.family)

    def _list(self) -> None:
        opened = set(self._opened)
        if self._current is not None and self._current.rule.family not in self._closed:
            opened.add(self._current.rule.family)
        if opened == self._listed:
            return
        self._listed = opened
        rows = rows_of(self._groups, opened, self._texts)
        self.rows.show_rows(rows)
        self.stack.setCurrentWidget(self.view if rows else self.empty)
