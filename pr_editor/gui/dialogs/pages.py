"""Things to read: the page of a rule, all rules, the keys, what the program is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from pr_editor import __version__
from pr_editor.gui.panels.letters import LETTERS
from pr_editor.gui.review.families import family_of
from pr_editor.gui.speech import isolated
from pr_editor.gui.theme import fit
from pr_editor.gui.window.actions import COMMANDS, MENUS, Menu
from pr_editor.gui.window.command import commands_of
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pr_editor.app.services import Services
    from pr_editor.gui.help.book import Book
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.speech import Speech

_LATIN_CODE = re.compile(r"(?<!`)`([^`\u0600-\u06ff]+)`(?!`)")
"""Keys, settings and the like: their brackets and signs must not be drawn into a Persian sentence."""
_PAGE = (620, 560)


class Page(QDialog):
    """A window of its own with text to read, closed by Escape. It does not stand in the way of the review."""

    def __init__(self, window: QWidget, speech: Speech, title: str) -> None:
        """An empty page."""
        super().__init__(window)
        self._speech = speech
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        fit(self, *_PAGE)
        self.text = QTextBrowser(self, openExternalLinks=False, openLinks=False)
        self.text.setAccessibleName(title)
        self.close_button = QPushButton(speech.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        self.middle = QHBoxLayout()
        self.middle.addWidget(self.text, 3)
        self.bottom = QHBoxLayout()
        self.bottom.addStretch()
        self.bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addLayout(self.middle)
        layout.addLayout(self.bottom)

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


class Pages(QObject):
    """Opens the pages."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        services: Services,
        reviewing: Reviewing,
        keys: Callable[[str], tuple[str, ...]],
    ) -> None:
        """Open pages over ``window``; ``keys`` gives those of a command."""
        super().__init__(window)
        self._window = window
        self._speech = speech
        self._services = services
        self._reviewing = reviewing
        self._keys = keys

    def why(self) -> None:
        """The page of the rule behind the finding in hand."""
        finding = self._reviewing.current
        if finding is not None:
            self._rules(self._speech.tr("Why?"), finding.code).setObjectName("why")

    def rules(self) -> None:
        """All rules, beginning with that of the finding in hand."""
        finding = self._reviewing.current
        self._rules(self._speech.tr("Rules"), finding.code if finding else "").setObjectName("rules")

    def guide(self) -> None:
        """How the program is used."""
        from pr_editor.gui.help.book import Book
        from pr_editor.gui.help.chapters import guide_chapters

        title = self._speech.tr("User guide")
        try:
            Book(self._window, self._speech, title, guide_chapters(self._services, self._speech)).show()
        except KnownError as error:
            page = Page(self._window, self._speech, title)
            page.show_markdown(self._speech.render(error.message))
            page.show()

    def _rules(self, title: str, code: str) -> Book:
        from pr_editor.gui.help.book import Book
        from pr_editor.gui.help.chapters import rule_chapters

        made = Book(self._window, self._speech, title, rule_chapters(self._services, self._speech), code)
        made.show()
        return made

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
        texts = {command.id: command.text for command in COMMANDS}
        rows = (
            (f"{digits(1)}–{digits(5)}", tr("Fix with this candidate")),
            (f"Alt+{digits(1)}–{digits(5)}", tr("The same from the text")),
            ("↑ ↓", tr("Previous and next finding")),
            ("Page Up, Page Down", tr("Previous and next family")),
            ("Home, End", tr("First and last finding")),
            ("← →", tr("Open and close a family")),
            ("Enter", tr("Fix with the first candidate")),
            ("Shift+Enter", tr("Fix all of these")),
            ("Delete", tr("Leave it here")),
            ("Shift+Delete", tr("Leave it in this draft")),
            ("Insert", tr("Add to the dictionary")),
            ("Space", tr("See both side by side")),
            ("/", tr("Search in the findings")),
            ("Backspace", tr("List all findings")),
            *((letter, tr(texts[name])) for name, letter in LETTERS.items()),
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
            (
                "، ".join(map(key_name, self._keys(name))) or self._speech.tr("No key"),
                self._speech.tr(commands[name].text),
            )
            for name in commands_of(menu)
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


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    return "\n\n".join([f"## {title}", *(f"**{text}** — `{key}`" for key, text in rows)])
