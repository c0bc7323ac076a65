"""The bar below the text in which words are sought and replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pr_editor.gui.find.options import FindOptions
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.settings.keymap import with_key
from pr_editor.gui.theme import SECONDARY_POINTS, font, scaled

if TYPE_CHECKING:
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech
    from pr_editor.text.find import Query

_WIDTH, _WIDEST = 260, 320
"""Pixels of a field at the ordinary size, and at any."""


class _Field(QLineEdit):
    """A line for a few words."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(scaled(_WIDTH), _WIDEST), super().sizeHint().height())


class FindBar(QFrame):
    """Fields and buttons; what they do is the business of others."""

    changed = Signal()
    """Something else is sought."""
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal()
    all_wanted = Signal()
    grown = Signal()
    """The bar takes more or less of the text's room."""
    left = Signal()
    """Esc, or the button that closes it."""

    def __init__(self, speech: Speech, keys: KeysOf, parent: QWidget) -> None:
        """Hidden until words are sought; ``keys`` are those of commands."""
        super().__init__(parent)
        self._speech, self._keys = speech, keys
        self.setObjectName("noticebar")
        self.words = _Field(self)
        self.count = QLabel(self)
        self.previous = QToolButton(self)
        self.next = QToolButton(self)
        self.options = QToolButton(self)
        self.within = QCheckBox(self)
        self.within.hide()
        self.close_button = QToolButton(self)
        self.new_words = _Field(self)
        self.replace = QPushButton(self)
        self.replace_all = QPushButton(self)
        self.choices = FindOptions(speech, self)
        self._replacing = QWidget(self)
        self._lay_out()
        self._connect()
        self._replacing.hide()
        self.hide()

    def _lay_out(self) -> None:
        finding = QWidget(self)
        self._fill(finding, self.words, self.count, self.previous, self.next, self.options, self.within)
        self._fill(self._replacing, self.new_words, self.replace, self.replace_all)
        head = QHBoxLayout()
        head.addWidget(finding, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 10, 8)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self._replacing)

    def _fill(self, row: QWidget, *parts: QWidget) -> None:
        """Put parts side by side, in a narrow window in several lines."""
        line = Flow(row, gap=8)
        for part in parts:
            line.addWidget(part)

    def _connect(self) -> None:
        self.options.setCheckable(True)
        self.options.toggled.connect(lambda on: self.choices.open(self.options) if on else self.choices.hide())
        self.choices.closed.connect(lambda: self.options.setChecked(False))
        self.words.textChanged.connect(self.changed)
        self.choices.changed.connect(self.changed)
        self.within.toggled.connect(self.changed)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.replace.clicked.connect(self.replace_wanted)
        self.replace_all.clicked.connect(self.all_wanted)
        self.close_button.clicked.connect(self.left)
        for field in (self.words, self.new_words):
            field.installEventFilter(self)
        # What is typed next, comes next.
        self.setTabOrder(self.words, self.new_words)
        for button in (self.previous, self.next, self.close_button):
            button.setAutoRaise(True)
            button.setProperty("link", True)

    def query(self) -> Query:
        """What is sought."""
        return self.choices.query(self.words.text())

    def offer_region(self, *, there: bool) -> None:
        """Offer to seek only in what is selected, where several paragraphs are."""
        self.within.setVisible(there)
        self.within.setChecked(there)

    def open(self, *, replacing: bool, words: str = "") -> None:
        """Show the bar with the caret in its field, filled with ``words`` if there are any."""
        self._replacing.setVisible(replacing)
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    @property
    def replacing(self) -> bool:
        """Whether the field for other words shows."""
        return self._replacing.isVisibleTo(self)

    def say(self, text: str, *, tone: str = "muted") -> None:
        """Say how many hits there are."""
        self.count.setText(text)
        self.words.setAccessibleDescription(text)
        if self.count.property("tone") != tone:
            self.count.setProperty("tone", tone)
            self.count.style().unpolish(self.count)
            self.count.style().polish(self.count)

    def allow(self, *, hits: bool) -> None:
        """Grey what makes no sense without hits."""
        for button in (self.previous, self.next, self.replace, self.replace_all):
            button.setEnabled(hits)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.previous.setIcon(icons.icon("chevron-left"))
        self.next.setIcon(icons.icon("chevron-right"))
        self.close_button.setIcon(icons.icon("x", "muted"))
        self.count.setFont(font(SECONDARY_POINTS))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.setAccessibleName(tr("Find and replace"))
        for field, text in ((self.words, tr("Find")), (self.new_words, tr("Replace with"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        named = (
            (self.previous, tr("Find previous"), self._keys("find-previous")),
            (self.next, tr("Find next"), self._keys("find-next")),
            (self.close_button, tr("Close"), ("Esc",)),
        )
        for button, name, keys in named:
            button.setAccessibleName(name)
            button.setToolTip(self._speech.sentence(with_key(name, keys)))
        self.options.setText(tr("Options"))
        self.within.setText(tr("Only in the selected part"))
        self.replace.setText(tr("Replace"))
        self.replace_all.setText(tr("Replace all"))
        self.choices.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The text has other room now."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in a field goes on or replaces; with Shift it goes back."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_wanted.emit()
        elif watched is self.new_words:
            self.replace_wanted.emit()
        else:
            self.next_wanted.emit()
        return True
