"""All that an office can say about itself, in one window with a page for each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QPushButton, QTabWidget

from pr_editor.gui.dialogs.ask import Ask
from pr_editor.gui.house.facts_page import FactsPage
from pr_editor.gui.house.list_page import ListPage
from pr_editor.gui.house.options_page import OptionsPage
from pr_editor.gui.house.rows import Rows
from pr_editor.gui.house.rules_page import RulesPage
from pr_editor.gui.house.transfer import NAMES, said
from pr_editor.gui.library.form import Form
from pr_editor.gui.reasons import reason
from pr_editor.gui.theme import fit
from pr_editor.text.message import N_, KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.services import Services
    from pr_editor.gui.house.draft import HouseDraft
    from pr_editor.gui.house.transfer import Transfer
    from pr_editor.gui.speech import Speech

_SIZE = (1000, 700)
_LISTS = {
    "people": N_(
        "Who the house writes about, with the post held and since when, and who writes for it, with the role to print."
    ),
    "organisations": N_(
        "By their registered names, what they are called afterwards, and what they are not called any more."
    ),
    "terms": N_("Words the house does not write, and what it writes instead."),
    "paragraphs": N_("What stands under every release word for word, such as a paragraph about the organisation."),
    "left": N_("Words a rule says nothing about in this house: what was left for good in the review window."),
}
"""The lists in the order of their pages, and what each is for."""


class HouseWindow(Form):
    """The pages, and one button that saves them all. It stands in the way of nothing."""

    saved = Signal()
    """The files are others than before."""
    use_wanted = Signal()
    """Drafts are to be reviewed by the house's own style."""

    def __init__(
        self, window: QWidget, speech: Speech, services: Services, draft: HouseDraft, transfer: Transfer
    ) -> None:
        """Show ``draft``, which has been read."""
        super().__init__(window, speech, speech.tr("Our house style"), speech.tr("Save"))
        self.setObjectName("house")
        fit(self, *_SIZE)
        self._services, self.draft, self.transfer = services, draft, transfer
        self.rows = {key: Rows(key, speech, self) for key in _LISTS}
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.body.addWidget(self.tabs, 1)
        self.show_wrong = self._button(self._go_to_wrong)
        self.show_wrong.setProperty("link", True)
        self.use = self._button(self.use_wanted.emit)
        # Return begins and ends cells here; it must not save by the way.
        self.accept_button.setAutoDefault(False)
        self.accept_button.setDefault(False)
        QShortcut(QKeySequence("Ctrl+S"), self, self._pressed)
        for key, rows in self.rows.items():
            rows.begin(draft.rows[key])
            rows.edited.connect(lambda key=key: self._rows_edited(key))
        self.retranslate()
        self.offer_use(used=True)

    def retranslate(self) -> None:
        """Speak the language of the window: the pages are made anew, what was entered stays."""
        tr, speech, draft = self.speech.tr, self.speech, self.draft
        at = max(0, self.tabs.currentIndex())
        self.setLayoutDirection(speech.direction)
        self.setWindowTitle(tr("Our house style"))
        self.heading.setText(tr("Our house style"))
        self.accept_button.setText(tr("Save"))
        self.cancel_button.setText(tr("Close"))
        self.use.setText(tr("Review by this house style…"))
        self.show_wrong.setText(tr("Go there"))
        self.tabs.setAccessibleName(tr("Our house style"))
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                page = self.tabs.widget(0)
                self.tabs.removeTab(0)
                if page is not None:
                    page.deleteLater()
            self.facts = FactsPage(speech, draft.facts, self._facts_edited, self.tabs)
            self.tabs.addTab(self.facts, tr("Organisation"))
            self.lists = {key: self._list(key, about) for key, about in _LISTS.items()}
            self.rules = RulesPage(speech, self._services, draft, self.look, self.tabs)
            self.tabs.addTab(self.rules, tr("Rules"))
            self.options = OptionsPage(speech, draft, self.look, self.tabs)
            self.tabs.addTab(self.options, tr("Options"))
            self.tabs.setCurrentIndex(at)
        self.tabs.tabBar().setFocus()
        self.look()

    def look(self) -> None:
        """Say what is missing, and offer to go there."""
        super().look()
        self.show_wrong.setVisible(self.draft.wrong() is not None)

    def offer_use(self, *, used: bool) -> None:
        """Whether drafts are reviewed by this style already."""
        self.use.setVisible(not used)

    def why_not(self) -> str:
        """The first mistake, with its page, row and field; else that nothing has been changed."""
        wrong = self.draft.wrong()
        if wrong is not None:
            tr = self.speech.tr
            place = tr("{page}, row {row}:", page=tr(NAMES[wrong.key]), row=wrong.row + 1)
            return f"{place} {said(wrong.message, self.rows[wrong.key].columns, self.speech)}"
        if why := self.options.why_not():
            return why
        return "" if self.draft.changed else self.speech.tr("Everything is saved.")

    def go(self) -> None:
        """Write it; open drafts are reviewed by it at once."""
        try:
            self.draft.save()
        except KnownError as error:
            self.fail(error.message)
        except OSError as error:
            self.fail(reason(error))
        else:
            for key, rows in self.rows.items():
                rows.change(self.draft.rows[key])
            self.saved.emit()
            self.look()

    def reject(self) -> None:
        """Close, unless something is unsaved and is to be kept."""
        if self.draft.changed:
            self._ask_before_closing()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The window's own button closes as the other one does."""
        if self.draft.changed and self.isVisible():
            event.ignore()
            self._ask_before_closing()
        else:
            super().closeEvent(event)

    def _ask_before_closing(self) -> None:
        if self.findChild(QMessageBox, "before-leaving") is not None:
            return
        save = None if self.why_not() else self._save_and_leave
        Ask(self, self.speech).before_leaving(save, super().reject)

    def _save_and_leave(self) -> None:
        self.go()
        if not self.draft.changed:
            super().reject()

    def _go_to_wrong(self) -> None:
        wrong = self.draft.wrong()
        if wrong is not None:
            self.tabs.setCurrentWidget(self.lists[wrong.key])
            self.lists[wrong.key].go_to(wrong.row)

    def _button(self, do: Callable[[], object]) -> QPushButton:
        """A button beside what is missing."""
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        self.bottom.insertWidget(1, button)
        return button

    def _list(self, key: str, about: str) -> ListPage:
        tr = self.speech.tr
        page = ListPage(self.rows[key], self.speech, tr(about), self.tabs)
        page.import_wanted.connect(lambda: self.transfer.take(self, self.rows[key]))
        page.export_wanted.connect(lambda: self.transfer.give(self, self.rows[key]))
        self.tabs.addTab(page, tr(NAMES[key]))
        return page

    def _facts_edited(self) -> None:
        self.draft.facts = self.facts.fields.facts
        self.look()

    def _rows_edited(self, key: str) -> None:
        self.draft.rows[key] = self.rows[key].rows
        self.look()
