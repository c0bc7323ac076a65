"""What the pages of the settings hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pr_editor.gui.look import SCALES, SIZES
from pr_editor.gui.settings.rows import Choice, SettingRow, Switch
from pr_editor.gui.theme import FAMILY, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.config import Settings
    from pr_editor.gui.speech import Speech

LETTERS = "پچژگکی\u200c،؟"
"""A family without one of these is none for Persian."""


class Page(QWidget):
    """The settings of one page, one below the other."""

    def __init__(self, title: str, parent: QWidget) -> None:
        """An empty page."""
        super().__init__(parent)
        self.title = title
        self.rows: list[SettingRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(scaled(4), 0, scaled(12), 0)
        self._layout.addStretch()

    def add(self, row: SettingRow) -> None:
        """Put a setting at the end."""
        self.rows.append(row)
        self._layout.insertWidget(len(self.rows) - 1, row)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        for row in self.rows:
            row.show_value(getattr(settings, row.field))

    def narrow(self, words: str) -> bool:
        """Show only what is about ``words``; False when nothing is."""
        everything = not words.strip() or all(word in self.title for word in words.split())
        found = [row for row in self.rows if everything or row.matches(words)]
        for row in self.rows:
            row.setVisible(row in found)
        return bool(found)

    def defaults(self) -> list[tuple[str, Any]]:
        """Fields of this page with what a newcomer has."""
        return [(row.field, row.default) for row in self.rows if row.field != "profile"]


def general(speech: Speech, parent: QWidget) -> Page:
    """Language, saving, the start."""
    tr = speech.tr
    page = Page(tr("General"), parent)
    page.add(
        Choice(
            "language",
            tr("Language"),
            tr("The language of the window and of everything the program says; drafts stay as they are."),
            [("fa", "فارسی"), ("en", "English")],
            speech,
            page,
        )
    )
    page.add(
        Choice(
            "autosave_seconds",
            tr("Keep what is typed after"),
            tr("So many seconds after a change the draft is on the disk; a crash costs no more than that."),
            [
                (seconds, tr("{number} seconds", number=seconds) if seconds > 1 else tr("{number} second", number=1))
                for seconds in (1, 2, 3, 4)
            ],
            speech,
            page,
        )
    )
    page.add(
        Choice(
            "at_start",
            tr("At the start"),
            tr("Drafts that stay closed at the start are kept; the File menu brings them back."),
            [("drafts", tr("Bring back the drafts of last time")), ("nothing", tr("Begin with an empty window"))],
            speech,
            page,
        )
    )
    return page


def appearance(speech: Speech, parent: QWidget) -> Page:
    """Colours and sizes."""
    tr = speech.tr
    page = Page(tr("Appearance"), parent)
    page.add(
        Choice(
            "theme",
            tr("Colours"),
            tr("Light, dark or in high contrast; or as the system is, changing with it."),
            [
                ("system", tr("As the system")),
                ("light", tr("Light")),
                ("dark", tr("Dark")),
                ("contrast", tr("High contrast")),
            ],
            speech,
            page,
        )
    )
    page.add(
        Choice(
            "scale",
            tr("Size of everything"),
            tr("Makes menus, panels, windows and drafts larger together."),
            [(percent, tr("{number} %", number=percent)) for percent in SCALES],
            speech,
            page,
        )
    )
    page.add(
        Choice(
            "text_font",
            tr("Typeface of drafts"),
            tr("Only installed typefaces that have all Persian letters are offered."),
            [("", tr("{font} (comes with the program)", font=FAMILY)), *((name, name) for name in persian_families())],
            speech,
            page,
        )
    )
    page.add(
        Choice(
            "text_size",
            tr("Size of drafts"),
            tr("The size of body text in points; headlines are larger in proportion."),
            [(float(size), speech.digits(size)) for size in range(int(SIZES[0]), int(SIZES[1]) + 1)],
            speech,
            page,
        )
    )
    return page


def review(speech: Speech, styles: Sequence[tuple[str, str]], parent: QWidget) -> Page:
    """How drafts are reviewed; ``styles`` are names of house styles with their titles."""
    tr = speech.tr
    page = Page(tr("Reviewing"), parent)
    page.add(
        Choice(
            "profile",
            tr("House style"),
            tr("The rules drafts are reviewed by; what another one would change is shown before it holds."),
            styles,
            speech,
            page,
        )
    )
    for row in _switches(page, speech):
        page.add(row)
    return page


def _switches(page: Page, speech: Speech) -> list[Switch]:
    tr = speech.tr
    words = (
        (
            "advance",
            tr("Go on after a decision"),
            tr("After a fix, or a finding that is left, the text moves to the next finding."),
        ),
        (
            "show_half_spaces",
            tr("Show half-spaces"),
            tr("Marks where half-spaces are; the text itself stays as it is."),
        ),
        (
            "show_invisibles",
            tr("Show everything invisible"),
            tr("Marks direction signs, hard spaces and whatever else takes no room on paper."),
        ),
    )
    return [Switch(field, title, about, speech, page) for field, title, about in words]


def persian_families() -> list[str]:
    """Installed families with every letter of Persian, the bundled one left out."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    return [name for name in families if name != FAMILY and _has_letters(name)]


def _has_letters(family: str) -> bool:
    raw = QRawFont.fromFont(QFontDatabase.font(family, "", 12), QFontDatabase.WritingSystem.Arabic)
    return raw.isValid() and all(raw.supportsCharacter(ord(letter)) for letter in LETTERS)
