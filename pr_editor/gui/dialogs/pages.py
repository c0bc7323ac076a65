"""Things to read: the page of a rule, all rules, the keys, what the program is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from pr_editor import __version__
from pr_editor.gui.actions import COMMANDS, MENUS, Command, Menu
from pr_editor.gui.families import family_of, family_order
from pr_editor.gui.speech import isolated
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.services import Services
    from pr_editor.gui.reviewing import Reviewing
    from pr_editor.gui.speech import Speech

_LATIN_CODE = re.compile(r"(?<!`)`([^`\u0600-\u06ff]+)`(?!`)")
"""Keys, settings and the like: their brackets and signs must not be drawn into a Persian sentence."""
_PAGE = (620, 560)
_BOOK = (880, 620)


class Page(QDialog):
    """A window of its own with text to read, closed by Escape. It does not stand in the way of the review."""

    def __init__(self, window: QWidget, speech: Speech, title: str) -> None:
        """An empty page."""
        super().__init__(window)
        self._speech = speech
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(*_PAGE)
        self.text = QTextBrowser(self, openExternalLinks=False, openLinks=False)
        self.text.setAccessibleName(title)
        close = QPushButton(speech.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.close)
        self.middle = QHBoxLayout()
        self.middle.addWidget(self.text, 3)
        bottom = QHBoxLayout()
        bottom.addStretch()
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(self.middle)
        layout.addLayout(bottom)

    def show_markdown(self, markdown: str) -> None:
        """Show Markdown, every paragraph in the direction of the language."""
        self.text.setMarkdown(_LATIN_CODE.sub(lambda found: f"`{isolated(found[1])}`", markdown))
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        shape = QTextBlockFormat()
        shape.setLayoutDirection(self._speech.direction)
        shape.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


class RuleBook(Page):
    """All rules in a list and the page of the one chosen."""

    def __init__(self, window: QWidget, speech: Speech, services: Services, code: str = "") -> None:
        """Begin with the rule ``code``, or with the first."""
        super().__init__(window, speech, speech.tr("Rules"))
        from pr_editor.checks.registry import RULES

        self._services = services
        self.resize(*_BOOK)
        self.list = QListWidget(self)
        self.list.setAccessibleName(speech.tr("Rules"))
        for rule in sorted(RULES, key=lambda code: (family_order(code), code)):
            item = QListWidgetItem(f"{rule_title(services, speech, rule)} · {rule}")
            item.setData(Qt.ItemDataRole.UserRole, rule)
            self.list.addItem(item)
            if rule == code:
                self.list.setCurrentItem(item)
        self.middle.insertWidget(0, self.list, 2)
        self.setTabOrder(self.list, self.text)
        self.list.setFocus()
        self.list.currentItemChanged.connect(self._show)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.show_markdown(rule_text(self._services, self._speech, item.data(Qt.ItemDataRole.UserRole)))


class Pages(QObject):
    """Opens the pages."""

    def __init__(self, window: QWidget, speech: Speech, services: Services, reviewing: Reviewing) -> None:
        """Open pages over ``window``."""
        super().__init__(window)
        self._window = window
        self._speech = speech
        self._services = services
        self._reviewing = reviewing

    def why(self) -> None:
        """The page of the rule behind the finding in hand."""
        finding = self._reviewing.current
        if finding is not None:
            page = Page(self._window, self._speech, self._speech.tr("Why?"))
            page.setObjectName("why")
            page.show_markdown(rule_text(self._services, self._speech, finding.code))
            page.show()

    def rules(self) -> None:
        """All rules."""
        finding = self._reviewing.current
        RuleBook(self._window, self._speech, self._services, finding.code if finding else "").show()

    def keys(self) -> None:
        """Every command with its key, by menu, and the keys of the findings panel."""
        page = Page(self._window, self._speech, self._speech.tr("Keys"))
        page.show_markdown(
            "\n\n".join([self._panel_keys(), self._beside_keys(), *(self._menu_keys(menu) for menu in MENUS)])
        )
        page.show()

    def about(self) -> None:
        """What the program is, and that it speaks to nobody."""
        tr = self._speech.tr
        page = Page(self._window, self._speech, tr("About PR Editor"))
        page.show_markdown(
            "\n\n".join(
                (
                    f"# {tr('PR Editor')} {self._speech.digits(__version__)}",
                    tr("Editorial review of Persian press releases, on this computer alone."),
                    tr("The program contains no network code: nothing you open or write leaves this computer."),
                    tr("Drafts are never written in place: your work is kept beside the untouched original."),
                    tr("Licence: Apache 2.0. Typeface: Vazirmatn (OFL). Icons: Lucide (ISC). Dictionary: Lilak."),
                )
            )
        )
        page.show()

    def _panel_keys(self) -> str:
        tr, digits = self._speech.tr, self._speech.digits
        rows = (
            (f"{digits(1)}–{digits(5)}", tr("Fix with this candidate")),
            (f"Alt+{digits(1)}–{digits(5)}", tr("The same from the text")),
            ("↑ ↓", tr("Previous and next finding")),
            ("Page Up, Page Down", tr("Previous and next family")),
            ("Enter", tr("Fix with the first candidate")),
            ("Shift+Enter", tr("Fix all of these")),
            ("Delete", tr("Leave it here")),
            ("Shift+Delete", tr("Leave it in this draft")),
            ("Insert", tr("Add to the dictionary")),
            ("Space", tr("See both side by side")),
            ("Esc", tr("Back to the text")),
        )
        return _table(tr("In the findings"), rows)

    def _beside_keys(self) -> str:
        tr = self._speech.tr
        rows = (
            ("F7, Shift+F7", tr("Next and previous pair")),
            (f"{self._speech.digits(1)}–{self._speech.digits(5)}", tr("Fix with this candidate")),
            ("Delete", tr("Leave it here, or the source out")),
            ("Esc", tr("Back to the text")),
        )
        return _table(tr("Side by side"), rows)

    def _menu_keys(self, menu: Menu) -> str:
        commands = {command.id: command for command in COMMANDS}
        rows = [
            ("، ".join(key_name(key) for key in command.keys), self._speech.tr(command.text))
            for command in _inside(menu, commands)
        ]
        return _table(self._speech.tr(menu.text), rows)


def rule_text(services: Services, speech: Speech, code: str) -> str:
    """The page of a rule, or what is known of it where there is none."""
    try:
        return services.rule_page(code, speech.language)
    except KnownError as error:
        return speech.render(error.message)


def rule_title(services: Services, speech: Speech, code: str) -> str:
    """What a rule is called at the head of its page; its family where it has none."""
    head = rule_text(services, speech, code).partition("\n")[0]
    return head.lstrip("# ") if head.startswith("#") else speech.tr(family_of(code).title)


def key_name(key: str) -> str:
    """A key as it stands on the keyboard, in Latin letters whatever the language of the window."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _inside(menu: Menu, commands: dict[str, Command]) -> list[Command]:
    found: list[Command] = []
    for item in menu.items:
        if isinstance(item, Menu):
            found += _inside(item, commands)
        elif item in commands:
            found.append(commands[item])
    return found


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    return "\n\n".join([f"## {title}", *(f"**{text}** — `{key}`" for key, text in rows)])
