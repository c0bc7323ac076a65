"""The field of one option, made from its declaration: a choice, yes or no, a number, a text, a list."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from pr_editor.gui.house.option_words import word_of
from pr_editor.gui.theme import scaled
from pr_editor.profile.values import INHERITED
from pr_editor.text.fold import to_ascii_digits
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from pr_editor.app.house import Value
    from pr_editor.gui.speech import Speech
    from pr_editor.profile.option import Declaration

_FLAGS = {True: N_("Yes"), False: N_("No")}
_LINES = 92
"""Pixels of a list: four entries are seen at once."""


class OptionField(QWidget):
    """Shows and changes one option; says nothing where the house goes by the style it extends."""

    changed = Signal()

    def __init__(self, name: str, speech: Speech, parent: QWidget) -> None:
        """``name`` is what the option is called for people."""
        super().__init__(parent)
        self.name = name
        self.speech = speech
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)

    def put[W: QWidget](self, widget: W) -> W:
        """Add a part; the option's name is read out with it."""
        widget.setAccessibleName(self.name)
        self.rows.addWidget(widget)
        self.setFocusProxy(widget)
        return widget

    def value(self) -> Value | None:
        """What is said; None where nothing is."""
        raise NotImplementedError

    def why_not(self) -> str:
        """What is wrong with what was typed, as a sentence; empty when nothing is."""
        return ""


class ChoiceField(OptionField):
    """One of a few words; the first entry is what holds anyway."""

    def __init__(
        self,
        name: str,
        place: str,
        choices: dict[Value, str],
        usual: str,
        own: Value | None,
        of: tuple[Speech, QWidget],
    ) -> None:
        """``choices`` are the values and what they are called, ``usual`` is what holds anyway."""
        super().__init__(name, *of)
        self.setObjectName(place)
        self.box = self.put(QComboBox(self))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        tr = self.speech.tr
        self.box.addItem(tr("As usual: {value}", value=usual) if usual else tr("Not said"), None)
        for value, text in choices.items():
            self.box.addItem(text, value)
        self.box.setCurrentIndex(max(0, next((at for at in range(self.box.count()) if self._at(at) == own), 0)))
        self.box.currentTextChanged.connect(self.box.setToolTip)
        self.box.setToolTip(self.box.currentText())
        self.box.currentIndexChanged.connect(lambda _: self.changed.emit())

    def value(self) -> Value | None:
        """The word that is chosen."""
        return self._at(self.box.currentIndex())

    def _at(self, at: int) -> Value | None:
        value: Value | None = self.box.itemData(at)
        return value


class LineField(OptionField):
    """A text, or a number in any digits."""

    def __init__(
        self, name: str, declared: Declaration, usual: str, own: Value | None, of: tuple[Speech, QWidget]
    ) -> None:
        """The line is empty where nothing is said; it shows pale what holds anyway."""
        super().__init__(name, *of)
        self._default = declared.default
        self.line = self.put(QLineEdit("" if own is None else self.speech.digits(str(own)), self))
        self.line.setPlaceholderText(self.speech.digits(usual))
        self.line.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> Value | None:
        """The text or number that was typed."""
        text = self.line.text().strip()
        if not text:
            return None
        plain = text.translate(to_ascii_digits).replace("٫", ".").replace("/", ".")
        try:
            return type(self._default)(plain) if isinstance(self._default, int | float) else text
        except ValueError:
            return text

    def why_not(self) -> str:
        """A number must be one."""
        value, tr = self.value(), self.speech.tr
        if value is None or not isinstance(self._default, int | float):
            return ""
        if isinstance(self._default, float):
            fits = isinstance(value, float) and 0 < value <= 1
            return "" if fits else tr("“{text}” must be a number above 0 and up to 1.", text=self.name)
        return "" if isinstance(value, int) and value >= 1 else tr("“{text}” must be a whole number.", text=self.name)


class ListField(OptionField):
    """Texts, one in each line, beside those of the extended style or in their place."""

    def __init__(self, name: str, usual: tuple[str, ...], own: Value | None, of: tuple[Speech, QWidget]) -> None:
        """``usual`` are the entries of the extended style."""
        super().__init__(name, *of)
        entries = [str(entry) for entry in own] if isinstance(own, list) else [INHERITED]
        self._before = entries
        self.lines = self.put(QPlainTextEdit(self))
        self.too = QCheckBox(self.speech.tr("Besides the {count} usual ones", count=len(usual)), self)
        self.too.setChecked(INHERITED in entries)
        self.too.setToolTip("، ".join(usual))
        self.too.toggled.connect(lambda _: self.changed.emit())
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(scaled(_LINES))
        with QSignalBlocker(self.lines):
            self.lines.setPlainText("\n".join(entry for entry in entries if entry != INHERITED))
        self.lines.textChanged.connect(self.changed)
        self.too.setVisible(bool(usual))
        self.rows.addWidget(self.too)

    def value(self) -> Value | None:
        """The lines; nothing is said where only the usual ones hold."""
        own = [line.strip() for line in self.lines.toPlainText().splitlines() if line.strip()]
        if not self.too.isChecked():
            return own
        # The place of the usual ones among the others is kept as it was written.
        first = self._before[:1] == [INHERITED]
        entries = [INHERITED, *own] if first else [*own, INHERITED]
        return entries if own else None


def field_for(
    place: tuple[str, str],
    declared: Declaration,
    held: object,
    own: Value | None,
    name: str,
    of: tuple[Speech, QWidget],
) -> OptionField:
    """The field of an option; ``held`` is its value in the extended style, ``own`` what the house says, if anything."""
    speech, where = of[0], ".".join(place)
    choices: dict[Value, str] = {}
    if declared.choices:
        choices = {word: word_of(where, word, speech) for word in declared.choices}
        usual = word_of(where, held.value, speech) if isinstance(held, StrEnum) else ""
        return ChoiceField(name, where, choices, usual, own, of)
    if isinstance(held, bool):
        choices = {flag: speech.tr(text) for flag, text in _FLAGS.items()}
        return ChoiceField(name, where, choices, choices[held], own, of)
    if isinstance(held, tuple):
        return ListField(name, held, own, of)
    return LineField(name, declared, str(held), own, of)
