"""All commands with their keys, to be looked for and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.settings.keymap import Keymap
from pr_editor.gui.settings.recorder import RecordKey
from pr_editor.gui.theme import scaled
from pr_editor.gui.window.actions import COMMANDS, MENUS
from pr_editor.gui.window.command import commands_of
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from pr_editor.app.config import Settings
    from pr_editor.gui.settings.keymap import Rows
    from pr_editor.gui.speech import Speech

_ID = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """A list by menu; below it the buttons for the command that is chosen."""

    changed = Signal(object)
    """The ``Rows`` of the settings."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """List all commands."""
        super().__init__(parent)
        self._speech = speech
        tr = speech.tr
        self.title = tr("Keys")
        self.keymap = Keymap(COMMANDS)
        self._names = {command.id: tr(command.text).rstrip("…") for command in COMMANDS}
        self.about = Prose(self, "muted")
        self.about.say(tr("Choose a command and press Enter to give it another key; it holds at once."), speech)
        self._heads: list[QTreeWidgetItem] = []
        self._items: list[QTreeWidgetItem] = []
        self.list = self._make_list()
        self.change = self._button(tr("Another key…"), self.record)
        self.reset = self._button(tr("Its own key again"), self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(4), 0, scaled(4), 0)
        layout.addWidget(self.about)
        layout.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.change)
        buttons.addWidget(self.reset)
        buttons.addStretch()
        layout.addLayout(buttons)
        self._look()

    def show_settings(self, settings: Settings) -> None:
        """Show the keys that hold."""
        self.keymap = Keymap(COMMANDS, settings.keys)
        for item in self._items:
            name = item.data(0, _ID)
            # A comma or a bracket must not wander to the other end among Persian words.
            item.setText(1, self._speech.tr(", ").join(f"\u2066{key}\u2069" for key in self.keymap.keys(name)))
            font = QFont(self.list.font())
            font.setBold(not self.keymap.is_own(name))
            item.setFont(1, font)
        self._look()

    def narrow(self, words: str) -> bool:
        """Show only commands with these words or keys; False when there are none."""
        wanted = fold(words).split()
        for item in self._items:
            keys = " ".join(self.keymap.keys(item.data(0, _ID)))
            said = fold(f"{item.text(0)} {keys} {self.title}")
            item.setHidden(not all(word in said for word in wanted))
        for head in self._heads:
            head.setHidden(all(item.isHidden() for item in self._items if item.parent() is head))
        return any(not item.isHidden() for item in self._items)

    def choose(self, name: str) -> None:
        """Go to a command."""
        self.list.setCurrentItem(next(item for item in self._items if item.data(0, _ID) == name))

    def record(self) -> None:
        """Ask for another key for the command that is chosen."""
        if name := self._chosen():

            def owner(key: str) -> str:
                return self._names.get(self.keymap.owner(key, name) or "", "")

            RecordKey(self.window(), self._speech, self._names[name], owner, lambda key: self._give(name, key)).open()

    def reset_all(self) -> None:
        """Every command has its own keys again."""
        self.changed.emit(())

    def _give(self, name: str, key: str) -> None:
        self.keymap.give(name, *([key] if key else []))
        self._tell()

    def _reset(self) -> None:
        if name := self._chosen():
            self.keymap.reset(name)
            self._tell()

    def _tell(self) -> None:
        rows: Rows = self.keymap.rows
        self.changed.emit(rows)

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return (item.data(0, _ID) or "") if item is not None else ""

    def _look(self) -> None:
        name = self._chosen()
        self.change.setEnabled(bool(name))
        self.reset.setEnabled(bool(name) and not self.keymap.is_own(name))

    def _make_list(self) -> QTreeWidget:
        tr = self._speech.tr
        made = QTreeWidget(self)
        made.setAccessibleName(self.title)
        made.setHeaderLabels([tr("Command"), tr("Key")])
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(False)
        for menu in MENUS:
            head = QTreeWidgetItem([tr(menu.text)])
            self._heads.append(head)
            made.addTopLevelItem(head)
            for name in commands_of(menu):
                item = QTreeWidgetItem([self._names[name], ""])
                item.setData(0, _ID, name)
                head.addChild(item)
                self._items.append(item)
        made.expandAll()
        made.currentItemChanged.connect(lambda *_: self._look())
        made.itemActivated.connect(lambda *_: self.record())
        return made

    def _button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button
