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
_LEAST = 80
"""Pixels of the ordinary size that a field has at least in a folded bar."""


class _Field(QLineEdit):
    """A line for a few words."""

    folded = False
    """Whether it makes do with what others leave."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = scaled(_LEAST) if self.folded else min(scaled(_WIDTH), _WIDEST)
        return QSize(width, super().sizeHint().height())


class FindBar(QFrame):
    """Fields and buttons; what they do is the business of others.

    Folded, it has one row: what is used less is found among the options then.
    """

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
        self._folded = self.replacing = False
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
        self._parts = QWidget(self)
        self._flow = Flow(self._parts, gap=8)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 10, 8)
        self._row.addWidget(self._parts, 1)
        self._row.addWidget(self.close_button)
        self._stand()
        self._connect()
        self._show_replacing(replacing=False)
        self.hide()

    def fold(self, *, folded: bool) -> None:
        """Stand in one row, or in as many as are needed."""
        self._folded = folded
        self._stand()
        self._name_options()

    def _stand(self) -> None:
        folded = self._folded
        among_options = (self.within, self.replace_all) if folded else ()
        parts = (self.words, self.count, self.previous, self.next, self.options, self.within)
        for part in (*parts, self.new_words, self.replace, self.replace_all):
            if part not in among_options:
                self._flow.addWidget(part)
        self.choices.take(among_options)
        beside = Qt.AlignmentFlag.AlignVCenter if folded else Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self.close_button, beside)
        for field in (self.words, self.new_words):
            field.folded = folded
            self._flow.grow(field, on=folded)
        self._flow.begin_line(self.new_words, on=not folded)

    def _connect(self) -> None:
        self.options.setCheckable(True)
        self.options.toggled.connect(self._show_options)
        self.choices.closed.connect(lambda: self.options.setChecked(False))
        self.words.textChanged.connect(self.changed)
        for options in (self.choices.changed, self.within.toggled):
            options.connect(self._name_options)
            options.connect(self.changed)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.replace.clicked.connect(self.replace_wanted)
        self.replace_all.clicked.connect(self.choices.hide)
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
        self._show_replacing(replacing=replacing)
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def say(self, text: str, more: str = "", *, tone: str = "muted") -> None:
        """Say how many hits there are, and ``more`` where there is room for it."""
        said = " · ".join(filter(None, (text, more)))
        self.count.setText(text if self._folded else said)
        self.words.setAccessibleDescription(said)
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
        self.within.setText(tr("Only in the selected part"))
        self.replace.setText(tr("Replace"))
        self.replace_all.setText(tr("Replace all"))
        self.choices.retranslate()
        self._name_options()

    def _show_replacing(self, *, replacing: bool) -> None:
        self.replacing = replacing
        for part in (self.new_words, self.replace, self.replace_all):
            part.setVisible(replacing)

    def _show_options(self, on: bool) -> None:
        if on:
            self.choices.open(self.options, below=self._folded)
        else:
            self.choices.hide()

    def _name_options(self) -> None:
        """Call the button by what is behind it, and say what was chosen there."""
        tr, chosen = self._speech.tr, self.choices.narrowed()
        if self.within.isChecked():
            chosen.append(self.within.text())
        name = tr("More") if self._folded else tr("Options")
        self.options.setText(f"{name} •" if chosen and self._folded else name)
        self.options.setAccessibleName(name)
        self.options.setAccessibleDescription(tr(", ").join(chosen))
        lines = (with_key(name, self._keys("find-options")), *chosen)
        self.options.setToolTip("\n".join(map(self._speech.sentence, lines)))

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
