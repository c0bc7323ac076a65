"""The findings of the draft in front, by family, with a card for the one in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from pr_editor.gui.panels.findings_model import FindingsModel, rows_of
from pr_editor.gui.panels.findings_view import FindingsView
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.panels.row_words import RowWords
from pr_editor.gui.panels.sieve_bar import SieveBar
from pr_editor.gui.theme import SECONDARY_POINTS, font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from pr_editor.checks.model import Finding
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.panels.card import CardContent
    from pr_editor.gui.panels.row_words import Standing
    from pr_editor.gui.speech import Speech


class FindingsPanel(QFrame):
    """Title, place («3 of 8»), the list, and words for when there is nothing to list."""

    called = Signal()
    """Somebody goes to it."""

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
        self.card.follow(self.view)
        self.empty = Prose(self, "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        self.view.head_clicked.connect(self.toggle)
        self.view.folded.connect(self._fold)
        self.sieve.called.connect(self.called)
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
        """List findings by family from the next card on, which may open another; the other families stay as they were.

        ``texts`` are the paragraphs by key.
        """
        self._groups, self._texts = groups, texts
        self.words.use(groups)
        self._listed = None

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
        before, self._standing = self._standing, standing
        self.words.standing = self.view.painter_of_rows.standing = standing
        tr, decided, remaining = self._speech.tr, standing.decided.total(), standing.remaining
        self.progress.setVisible(bool(decided + remaining))
        self.remains.setVisible(bool(decided + remaining))
        self.progress.setRange(0, max(1, decided + remaining))
        self.progress.setValue(decided)
        text = tr("{decided} decided, {remaining} left", decided=decided, remaining=remaining)
        self.remains.setText(text)
        self.progress.setAccessibleName(text)
        if before is None or replace(before, remaining=standing.remaining) != standing:
            self.view.viewport().update()

    def say_empty(self, text: str) -> None:
        """What to read when there are no rows."""
        self.empty.say(text, self._speech)

    def take_focus(self) -> None:
        """Have the keys: the list, or the words in its place, which hand them on when there are findings again."""
        self.called.emit()
        shown = self.view if self.stack.currentWidget() is self.view else self.empty
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys mean the same while there is nothing to list: Backspace lists all, Escape leads to the text."""
        if self.empty.hasFocus():
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

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
