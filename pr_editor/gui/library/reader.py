"""One release: the sheet to decide by, its text, its history, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from pr_editor.gui.comments.beside_text import CommentedText
from pr_editor.gui.library.offers import Offers
from pr_editor.gui.panels.scroll import Scroll
from pr_editor.gui.signoff.html import Pages
from pr_editor.gui.theme import font, scaled
from pr_editor.review.names import STATES
from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.theme import Theme

_PAGE, _SHARE = 170, 0.38
"""Pixels of the ordinary size in which a page can still be read, and what part of the height is enough at any size.

Where there is less, all of it is scrolled.
"""

type Marks = Mapping[int, Sequence[tuple[int, int]]]


class Reader(QFrame):
    """Filled with a ``Sheet``."""

    wanted = Signal(str, object)
    """What the user wants to do, such as ``approve``, and the ``Sheet`` it is about."""
    version_chosen = Signal(str, int)
    """Another version of a release is to be shown."""
    filled = Signal()
    """The pages were written anew."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Nothing to read yet."""
        super().__init__(parent)
        self._speech = speech
        self._icons: Icons | None = None
        self._sheet: Sheet | None = None
        self._marks: Marks = {}
        self._ticked: dict[str, set[int]] = {}
        self.headline, self.facts, self.reason, self.nothing = (QLabel(self) for _ in range(4))
        for label in (self.headline, self.facts, self.reason, self.nothing):
            label.setWordWrap(True)
        self.versions = QComboBox(self)
        self.versions.activated.connect(self._choose_version)
        self._pages = self.sheet, self.text, self.history = self._page(), self._page(), self._page()
        self.sheet.anchorClicked.connect(self._tick)
        self.commented = CommentedText(self.text, speech, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._corner = QWidget(self)
        self._corner_row = _bare(QHBoxLayout(self._corner))
        self.tabs.setCornerWidget(self._corner)
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for page in (self.sheet, self.commented, self.history):
            self.tabs.addTab(page, "")
        self.tabs.currentChanged.connect(lambda _: self._fit())
        self.filled.connect(self._fit)
        self._offers = Offers(speech, self)
        self._offers.wanted.connect(self._want)
        self.buttons = self._offers.buttons
        self._lay_out()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        self._fit()
        self.commented.dress(icons)
        self._fill()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self._offers.retranslate()
        for at, text in enumerate((tr("Sign-off sheet"), tr("Text"), tr("History"))):
            self.tabs.setTabText(at, text)
            self._pages[at].setAccessibleName(text)
        self.tabs.setAccessibleName(tr("Pages"))
        self.versions.setAccessibleName(tr("Version"))
        self.reason.setAccessibleName(tr("Why it can't be approved"))
        self.commented.retranslate()
        self._fill()

    def say_nothing(self, text: str) -> None:
        """There is nothing to read, and why."""
        self._sheet = None
        self.nothing.setText(self._speech.sentence(text))
        self._stack.setCurrentIndex(0)

    def show_sheet(self, sheet: Sheet, marks: Marks) -> None:
        """Show a version; ``marks`` are what was looked for, by position of the paragraph."""
        before, before_marks = self._sheet, self._marks
        self._sheet, self._marks = sheet, marks
        fresh = before is None or before.text.version.submission.digest != sheet.text.version.submission.digest
        found = bool(marks) and marks != before_marks
        if fresh or found or (before is not None and before.release.state is not sheet.release.state):
            self.tabs.setCurrentIndex(0 if sheet.waits and not marks else 1)
        self._fill()
        self._stack.setCurrentIndex(1)

    def on_paper(self, theme: Theme) -> str:
        """The page in front, below what the release is, in the colours of a theme; empty where nothing is read."""
        sheet = self._sheet
        if sheet is None:
            return ""
        pages = Pages(self._speech, theme)
        if self.tabs.currentWidget() is self.commented:
            return f"{pages.facts(sheet)}<hr>{pages.text(sheet.text.draft, {})}"
        on_sheet = self.tabs.currentWidget() is self.sheet
        page = pages.sheet(sheet, self._ticks(sheet)) if on_sheet else pages.history(sheet.history)
        return pages.headed(sheet, page)

    @property
    def shown(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def _page(self) -> QTextBrowser:
        page = QTextBrowser(self, openLinks=False)
        page.setFont(font(11))
        return page

    def _lay_out(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(18, 14, 18, 12)
        column.setSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.facts)
        self._above_tabs = _bare(QHBoxLayout())
        column.addLayout(self._above_tabs)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.reason)
        column.addWidget(self._offers)
        self.headline.setFont(font(13, font().Weight.Bold))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("tone", "muted")
        self.nothing.setWordWrap(True)
        self.reason.setProperty("tone", "muted")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.nothing)
        scroll = Scroll(whole, self)
        self._stack.addWidget(scroll)
        self.commented.passage_shown.connect(lambda: scroll.ensureWidgetVisible(self.text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _fill(self) -> None:
        sheet = self._sheet
        if sheet is None or self._icons is None:
            return
        pages = Pages(self._speech, self._icons.theme)
        draft = sheet.text.draft
        self.headline.setText("\u200f" + self._headline(sheet))
        self.facts.setText(pages.facts(sheet))
        self._put(self.sheet, pages.sheet(sheet, self._ticks(sheet)))
        self._put(self.text, pages.text(draft, self._marks))
        self._put(self.history, pages.history(sheet.history))
        self._fill_versions(sheet)
        self._offer(sheet)
        self.filled.emit()

    def _headline(self, sheet: Sheet) -> str:
        paragraphs = sheet.text.draft.paragraphs
        found = next((one for one in paragraphs if one.kind is Kind.HEADLINE), paragraphs[0])
        return found.text

    def _put(self, page: QTextBrowser, html: str) -> None:
        place = page.verticalScrollBar().value()
        page.setHtml(html)
        page.verticalScrollBar().setValue(place)

    def _fill_versions(self, sheet: Sheet) -> None:
        self.versions.clear()
        for version in reversed(sheet.release.versions):
            state = self._speech.tr(STATES[version.state])
            text = self._speech.tr("Version {number} — {state}", number=version.number, state=state)
            self.versions.addItem(text, version.number)
        self.versions.setCurrentIndex(self.versions.findData(sheet.text.version.number))
        self._place_versions()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the tabs their room."""
        super().resizeEvent(event)
        self._fit()
        self._place_versions()

    def _fit(self) -> None:
        least = min(scaled(_PAGE), round(self.height() * _SHARE))
        if self.tabs.currentWidget() is self.commented:
            least = max(least, self.commented.least_height() + self.tabs.tabBar().sizeHint().height())
        self.tabs.setMinimumHeight(least)

    def _place_versions(self) -> None:
        """In the line of the tabs, or above it where it is too short for both."""
        needed = self.tabs.tabBar().sizeHint().width() + self.versions.sizeHint().width()
        row = self._corner_row if needed <= self.tabs.width() else self._above_tabs
        if row.indexOf(self.versions) < 0:
            row.addWidget(self.versions)
        self.versions.setVisible(self.versions.count() > 1)

    def _offer(self, sheet: Sheet) -> None:
        self._offers.offer(sheet)
        power = sheet.power
        why = self._speech.render(power.refusal) if sheet.waits and power.refusal and sheet.person else ""
        self.reason.setText(self._speech.sentence(why))
        self.reason.setVisible(bool(why))

    def _ticks(self, sheet: Sheet) -> set[int]:
        return self._ticked.setdefault(sheet.text.version.submission.digest, set())

    def _tick(self, link: QUrl) -> None:
        if self._sheet is not None and link.scheme() == "tick":
            self._ticks(self._sheet).symmetric_difference_update({int(link.path())})
            self._fill()

    def _choose_version(self) -> None:
        if self._sheet is not None:
            self.version_chosen.emit(self._sheet.release.id, self.versions.currentData())

    def _want(self, name: str) -> None:
        if self._sheet is not None:
            self.wanted.emit(name, self._sheet)


def _bare(row: QHBoxLayout) -> QHBoxLayout:
    """Without room around."""
    row.setContentsMargins(0, 0, 0, 0)
    return row
