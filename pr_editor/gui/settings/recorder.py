"""Asks for another key by having it pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from pr_editor.gui.library.form import Form
from pr_editor.gui.settings.keymap import is_usable, key_pressed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.speech import Speech

_LEAVE = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})
"""By themselves these work the form as they do everywhere."""


class KeyField(QLineEdit):
    """Shows the key that was pressed last. Tab, Return and Escape do what they always do."""

    pressed = Signal(str, bool)
    """The portable name of a key, and whether it may stand for a command."""

    def __init__(self, parent: QWidget) -> None:
        """An empty field."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        """Take keys before they become commands."""
        if isinstance(event, QKeyEvent) and not self._leaves(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        combination = event.keyCombination()
        if name := key_pressed(combination):
            self.setText(name)
            self.pressed.emit(name, is_usable(combination))

    @staticmethod
    def _leaves(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return event.key() in _LEAVE and held == Qt.KeyboardModifier.NoModifier


class RecordKey(Form):
    """One key for one command. Where another command has it, both are named and the button says who loses it."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        name: str,
        owner: Callable[[str], str],
        give: Callable[[str], None],
    ) -> None:
        """For the command called ``name``; ``owner`` names who has a key, ``give`` gets the key, empty for none."""
        tr = speech.tr
        super().__init__(window, speech, tr("Another key for “{command}”", command=name), tr("Use this key"))
        self.setObjectName("record-key")
        self._name, self._owner, self._give = name, owner, give
        self._key, self._usable = "", False
        self.explain(tr("Press the keys together. The place on the keyboard counts, whichever language it types."))
        self.field = self.row(tr("Key"), KeyField(self))
        self.field.setPlaceholderText(tr("Press a key…"))
        self.field.pressed.connect(self._pressed_key)
        self.without = QPushButton(tr("No key"), self)
        self.without.setAutoDefault(False)
        self.without.clicked.connect(lambda: self._end(""))
        self.bottom.insertWidget(1, self.without)
        self.field.setFocus()

    def why_not(self) -> str:
        """A key that types a letter can't be a command."""
        tr = self.speech.tr
        if not self._key:
            return tr("No key has been pressed yet.")
        return "" if self._usable else tr("This key is needed for typing. Hold Ctrl or Alt with it.")

    def look(self) -> None:
        """Name both commands where they want the same key."""
        super().look()
        tr = self.speech.tr
        other = self._owner(self._key) if self._key and self._usable else ""
        self.accept_button.setText(tr("Take the key from there") if other else tr("Use this key"))
        if other:
            self._say(tr("This is the key of “{other}”, which would be left without it.", other=other), "warning")

    def go(self) -> None:
        """Use the key."""
        self._end(self._key)

    def _pressed_key(self, key: str, usable: bool) -> None:
        self._key, self._usable = key, usable
        self.look()

    def _end(self, key: str) -> None:
        self._give(key)
        self.accept()
