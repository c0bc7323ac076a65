"""Everything a user can set, in pages; each choice holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.settings.keys_page import KeysPage
from pr_editor.gui.settings.pages import appearance, general, review
from pr_editor.gui.theme import fit, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.config import Settings
    from pr_editor.gui.speech import Speech

_SIZE = (820, 600)
_LIST, _WIDEST = 180, 250
"""Width (pixels) of the list of pages, and how wide it gets at most."""


class SettingsWindow(QDialog):
    """Pages in a list, a line to search in, the way back to the defaults."""

    chosen = Signal(str, object)
    """A field of ``Settings`` and its value."""
    keys_chosen = Signal(object)
    """The ``Rows`` of keys."""

    def __init__(self, window: QWidget, speech: Speech, styles: Sequence[tuple[str, str]]) -> None:
        """Show nothing chosen yet; ``styles`` are the house styles and their titles."""
        super().__init__(window)
        tr = speech.tr
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Settings"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the settings…"))
        self.search.setAccessibleName(tr("Search the settings…"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Pages"))
        self.stack = QStackedWidget(self)
        self.pages = [general(speech, self), appearance(speech, self), review(speech, styles, self)]
        self.keys = KeysPage(speech, self)
        self.keys.changed.connect(self.keys_chosen)
        for page in self.pages:
            for row in page.rows:
                row.chosen.connect(self.chosen)
        self.nothing = Prose(self, "muted")
        self.nothing.say(tr("No setting has these words."), speech)
        self.nothing.hide()
        self.defaults = QPushButton(tr("Defaults of this page"), self)
        self.defaults.clicked.connect(self._reset)
        self.close_button = QPushButton(tr("Close"), self)
        self.close_button.clicked.connect(self.close)
        for button in (self.defaults, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        for page in self.pages:
            self.list.addItem(page.title)
            self.stack.addWidget(_scrolling(page))
        self.list.addItem(self.keys.title)
        self.stack.addWidget(self.keys)
        self.list.setFixedWidth(min(scaled(_LIST), _WIDEST))
        middle = QHBoxLayout()
        middle.setSpacing(scaled(12))
        middle.addWidget(self.list)
        right = QVBoxLayout()
        right.addWidget(self.nothing)
        right.addWidget(self.stack, 1)
        middle.addLayout(right, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.defaults)
        bottom.addStretch()
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(side) for side in (20, 18, 20, 16)))
        layout.setSpacing(scaled(12))
        layout.addWidget(self.search)
        layout.addLayout(middle, 1)
        layout.addLayout(bottom)
        fit(self, *_SIZE)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        for page in self.pages:
            page.show_settings(settings)
        self.keys.show_settings(settings)

    @property
    def at(self) -> int:
        """The page in sight."""
        return self.list.currentRow()

    def go_to(self, at: int) -> None:
        """Show a page by its number."""
        self.list.setCurrentRow(at)

    def _narrow(self, words: str) -> None:
        found = [*(page.narrow(words) for page in self.pages), self.keys.narrow(words)]
        for at, there in enumerate(found):
            self.list.item(at).setHidden(not there)
        self.nothing.setVisible(not any(found))
        self.stack.setVisible(any(found))
        if any(found) and not found[self.at]:
            self.go_to(found.index(True))

    def _reset(self) -> None:
        if self.at < len(self.pages):
            for field, value in self.pages[self.at].defaults():
                self.chosen.emit(field, value)
        else:
            self.keys.reset_all()


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
