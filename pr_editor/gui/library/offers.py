"""What can be done about the release that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from pr_editor.gui.panels.flow import TwoEnds
from pr_editor.review.model import ReleaseState

if TYPE_CHECKING:
    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.speech import Speech

_KEYS = {
    "approve": "Ctrl+Return",
    "log-in": "Ctrl+Return",
    "return": "Ctrl+Backspace",
    "withdraw": "Ctrl+Delete",
    "open": "Ctrl+O",
    "compare": "F4",
    "copy": "Ctrl+Shift+C",
    "export": "Ctrl+S",
    "print": "Ctrl+P",
}
"""What can be done, and its key. Keys of buttons that are hidden do nothing."""
_DECISIONS = ("approve", "log-in", "return", "withdraw")


class Offers(QWidget):
    """A line of buttons: decisions where lines begin, the rest at the end."""

    wanted = Signal(str)
    """What the user wants to do, such as ``approve``."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Nothing is offered yet."""
        super().__init__(parent)
        self._speech = speech
        self.buttons = {name: QPushButton(self) for name in _KEYS}
        row = TwoEnds(self)
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            (row.addWidget if name in _DECISIONS else row.add_at_end)(button)
        for name in ("approve", "log-in"):
            self.buttons[name].setProperty("primary", True)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        names = {
            "approve": tr("Approve…"),
            "return": tr("Return…"),
            "log-in": tr("Log in to decide…"),
            "compare": tr("Compare versions…"),
            "copy": tr("Copy the text"),
            "export": tr("Export…"),
            "print": tr("Print…"),
            "open": tr("Open as a draft"),
            "withdraw": tr("Withdraw…"),
        }
        for name, text in names.items():
            key = QKeySequence(_KEYS[name])
            self.buttons[name].setText(text)
            # New words take the key away.
            self.buttons[name].setShortcut(key)
            self.buttons[name].setToolTip(key.toString(QKeySequence.SequenceFormat.PortableText))

    def offer(self, sheet: Sheet) -> None:
        """Offer what can be done about this version."""
        version, power, waits = sheet.text.version, sheet.power, sheet.waits
        nobody = sheet.person is None
        shown = {
            "approve": waits and not nobody,
            "return": waits and not nobody,
            "log-in": waits and nobody,
            "withdraw": version.state is ReleaseState.APPROVED and power.decides,
            "open": version.number == len(sheet.release.versions) and not waits,
            "compare": len(sheet.release.versions) > 1 or sheet.text.received is not None,
        }
        for name, button in self.buttons.items():
            button.setVisible(shown.get(name, True))
        self.buttons["approve"].setEnabled(power.refusal is None or power.emergency)
        self.buttons["return"].setEnabled(power.decides)
