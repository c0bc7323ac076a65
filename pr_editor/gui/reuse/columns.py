"""What windows that hold two texts side by side are made of: the line above them, and the two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.reuse.passage import PassageView
from pr_editor.gui.theme import font

if TYPE_CHECKING:
    from pr_editor.gui.icons import Icons


class Head(QHBoxLayout):
    """A sentence in bold, which of how many is shown, and the buttons to the next and to the one before."""

    stepped = Signal(int)
    """The next (1) or the one before (-1) is wanted."""
    KEYS = ("Shift+F7", "F7")
    """Of the one before and of the next; told here, obeyed by the window."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing said yet. The parts are children of ``parent``."""
        super().__init__()
        self.sentence = Prose(parent)
        self.sentence.setFont(font(12, font().Weight.Bold))
        self.place = QLabel(parent)
        self.place.setProperty("tone", "muted")
        self.previous, self.next = self._step(-1, parent), self._step(1, parent)
        self.addWidget(self.sentence, 1)
        for part in (self.place, self.previous, self.next):
            self.addWidget(part)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.sentence.setFont(font(12, font().Weight.Bold))
        self.previous.setIcon(icons.icon("chevron-left"))
        self.next.setIcon(icons.icon("chevron-right"))

    def name(self, previous: str, following: str) -> None:
        """Say what the buttons lead to."""
        for button, name, key in zip((self.previous, self.next), (previous, following), self.KEYS, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")

    def _step(self, by: int, parent: QWidget) -> QPushButton:
        button = QPushButton(parent)
        button.setProperty("link", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button


class Columns(QHBoxLayout):
    """Two texts, each under its title."""

    def __init__(self, parent: QWidget) -> None:
        """Empty. The parts are children of ``parent``."""
        super().__init__()
        self.setSpacing(12)
        self.titles = QLabel(parent), QLabel(parent)
        self.texts = PassageView(parent), PassageView(parent)
        for title, text in zip(self.titles, self.texts, strict=True):
            column = QVBoxLayout()
            column.setSpacing(6)
            title.setProperty("tone", "muted")
            title.setBuddy(text)
            column.addWidget(title)
            column.addWidget(text, 1)
            self.addLayout(column, 1)
