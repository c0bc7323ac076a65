"""Makes the window's actions and menus from the tables in ``actions``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from pr_editor.gui.settings.keymap import Keymap, with_key
from pr_editor.gui.window.actions import COMMANDS, MENUS, Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QMainWindow, QStyleOptionMenuItem

    from pr_editor.gui.icons import Icons
    from pr_editor.gui.settings.keymap import Rows
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.window.command import Needs

_THIN = "\u2002"

type Entries = Iterable[tuple[str, bool, Callable[[], None]]]
"""What a list that is filled when it opens holds: words, whether ticked, what it does."""


class KeyedMenu(QMenu):
    """A menu beside whose words, in whatever language, keys read as they are: Ctrl+, and not ,+Ctrl."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:  # noqa: N802 - Qt's name
        """Let the keys of a line keep their direction."""
        super().initStyleOption(option, action)
        words, tab, keys = option.text.partition("\t")
        if tab:
            option.text = f"{words}\t\u2066{keys}\u2069"


class Menus(QObject):
    """One ``QAction`` for each command, and the menu bar that offers them."""

    def __init__(
        self,
        window: QMainWindow,
        speech: Speech,
        controllers: Mapping[str, object],
        lists: Mapping[str, Callable[[], Entries]],
    ) -> None:
        """Connect every command to its handler; ``lists`` fill the ``@name`` places of menus."""
        super().__init__(window)
        self._window = window
        self._speech = speech
        self._lists = lists
        self._menus: list[tuple[QMenu, str]] = []
        self._listed: dict[str, list[QAction]] = {}
        """What stands in place of each ``@name`` just now."""
        self.actions: dict[str, QAction] = {}
        self._said: dict[str, tuple[str, str, str]] = {}
        """What each command is called just now: language, words, words of its button."""
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = QAction(window)
            action.setObjectName(command.id)
            action.setCheckable(command.ticks or bool(command.choice))
            if command.choice:
                groups.setdefault(command.choice, QActionGroup(self)).addAction(action)
            controller, _, method = command.handler.partition(".")
            handler: Callable[[], None] = getattr(controllers[controller], method)
            action.triggered.connect(lambda _=False, handler=handler: handler())
            window.addAction(action)
            self.actions[command.id] = action
        self.use_keys(())
        for menu in MENUS:
            made = KeyedMenu(window)
            window.menuBar().addMenu(made)
            self._fill(made, menu)

    def _fill(self, made: QMenu, menu: Menu) -> None:
        self._menus.append((made, menu.text))
        for item in menu.items:
            if item is None:
                made.addSeparator()
            elif isinstance(item, Menu):
                inside = KeyedMenu(made)
                made.addMenu(inside)
                self._fill(inside, item)
            elif item.startswith("@"):
                at = len(made.actions())
                made.aboutToShow.connect(lambda made=made, name=item[1:], at=at: self._list(made, name, at))
            else:
                made.addAction(self.actions[item])

    def _list(self, menu: QMenu, name: str, at: int) -> None:
        """Put the entries of a list that changes into a menu, after those ``at`` its top that do not."""
        for old in self._listed.get(name, ()):
            menu.removeAction(old)
            old.deleteLater()
        actions = [self._entry(menu, *entry) for entry in self._lists[name]()]
        if not actions:
            actions = [QAction(self._speech.tr("Nothing here yet"), menu, enabled=False)]
        following = menu.actions()[at:]
        for action in actions:
            menu.insertAction(following[0], action) if following else menu.addAction(action)
        self._listed[name] = actions

    @staticmethod
    def _entry(menu: QMenu, text: str, ticked: bool, do: Callable[[], None]) -> QAction:
        action = QAction(text.replace("&", "&&"), menu)
        action.setCheckable(ticked)
        action.setChecked(ticked)
        action.triggered.connect(lambda _=False: do())
        return action

    def retranslate(self) -> None:
        """Speak the language of the window."""
        for menu, text in self._menus:
            menu.setTitle(self._speech.tr(text))
        for command in COMMANDS:
            self.say(command.id, self._speech.tr(command.text))

    def use_keys(self, rows: Rows) -> None:
        """Give every command its keys: its own, or those the settings' ``rows`` say."""
        self.keymap = Keymap(COMMANDS, rows)
        for name, action in self.actions.items():
            action.setShortcuts([QKeySequence(key) for key in self.keymap.keys(name)])
            action.setToolTip(self._tip(name))

    def dress(self, icons: Icons) -> None:
        """Draw the icons in the colours of a theme."""
        for command in COMMANDS:
            if command.icon:
                self.actions[command.id].setIcon(icons.icon(command.icon))
                self.actions[command.id].setIconVisibleInMenu(False)

    def enable(self, there: Mapping[Needs, bool]) -> None:
        """Grey what makes no sense just now by what ``there`` is; what needs something else stays as it is."""
        for command in COMMANDS:
            if command.needs in there:
                self.actions[command.id].setEnabled(there[command.needs])

    def say(self, name: str, text: str, short: str = "") -> None:
        """Give a command other words than its own, as undo has; ``short`` for its button."""
        said = self._speech.language, text, short
        if self._said.get(name) == said:
            return
        self._said[name] = said
        self.actions[name].setText(text)
        # Styled buttons set the icon right against the words.
        self.actions[name].setIconText(_THIN + (short or text.rstrip("…")))
        self.actions[name].setToolTip(self._tip(name))

    def _tip(self, name: str) -> str:
        """What a command does and its first key."""
        text = self.actions[name].text().rstrip("…")
        return self._speech.sentence(with_key(text, self.keymap.keys(name)))

    def tick(self, names: Mapping[str, bool]) -> None:
        """Show what is on and what is off."""
        for name, on in names.items():
            self.actions[name].setChecked(on)
