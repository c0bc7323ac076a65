"""The people of the library and how the house approves; supervisors change both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from pr_editor.gui.library.form import Form
from pr_editor.gui.library.login import NewPassphrase
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.signoff.reason import ReasonForm
from pr_editor.gui.theme import fit
from pr_editor.review.names import ROLES
from pr_editor.review.people import House, Permission, Person, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.speech import Speech
    from pr_editor.library.log import Identity
    from pr_editor.library.store import Library

_SIZE = (640, 480)
_NAME = Qt.ItemDataRole.UserRole

type State = tuple[tuple[Person, ...], House]


class AccountsForm(Form):
    """A list of people; what can be done about the one chosen stands below it."""

    def __init__(self, window: QWidget, speech: Speech, librarian: Librarian, signer: Identity, state: State) -> None:
        """Show ``state``; changes are made in the name of ``signer``."""
        super().__init__(window, speech, speech.tr("Accounts"), speech.tr("Close"))
        self.setObjectName("accounts")
        fit(self, *_SIZE)
        self._librarian, self._signer = librarian, signer
        self._people, self._house = state
        tr = speech.tr
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Accounts"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("Name"), tr("Role"), tr("State")])
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.list.currentItemChanged.connect(lambda *_: self.look())
        self.way = self.label(tone="muted")
        offers = QWidget(self)
        row = Flow(offers)
        self.add = self._button(row, tr("Add somebody…"), self._add)
        self.switch = self._button(row, tr("Disable"), self._switch)
        self.key = self._button(row, tr("New passphrase…"), self._new_key)
        self.emergency = self._button(row, "", self._change_emergency)
        self.four_eyes = self._button(row, tr("Several people from now on…"), self._to_four_eyes)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(offers)
        self.body.addWidget(self.way)
        self.cancel_button.hide()
        self._fill()

    def go(self) -> None:
        """Nothing is left to do."""
        self.accept()

    def look(self) -> None:
        """Offer what can be done about the one chosen."""
        super().look()
        tr, person = self.speech.tr, self._person()
        manages = self._signer.person.may(Permission.MANAGE)
        self.add.setEnabled(manages)
        self.key.setEnabled(manages and person is not None)
        self.switch.setEnabled(manages and person is not None)
        self.switch.setText(tr("Disable") if person is None or person.enabled else tr("Enable"))
        named = person is not None and person.name in self._house.emergency
        self.emergency.setText(tr("No emergency approval…") if named else tr("Allow emergency approval…"))
        self.emergency.setEnabled(manages and person is not None and person.may(Permission.DECIDE))
        self.four_eyes.setEnabled(manages)
        self.four_eyes.setVisible(self._house.solo)
        if not manages:
            self._say(tr("Only supervisors change accounts."), "muted")

    def _button(self, row: QLayout, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        row.addWidget(button)
        return button

    def _person(self) -> Person | None:
        item = self.list.currentItem()
        name = item.data(0, _NAME) if item else None
        return next((person for person in self._people if person.name == name), None)

    def _fill(self) -> None:
        tr = self.speech.tr
        chosen = self._person()
        self.list.clear()
        for person in self._people:
            states = [] if person.enabled else [tr("disabled")]
            if person.name in self._house.emergency:
                states.append(tr("may approve in an emergency"))
            item = QTreeWidgetItem([person.name, tr(ROLES[person.role]), " · ".join(states)])
            item.setData(0, _NAME, person.name)
            self.list.addTopLevelItem(item)
            if chosen is not None and person.name == chosen.name:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        solo = tr("One person works alone: approvals are marked “without a second pair of eyes”.")
        self.way.setText(solo if self._house.solo else tr("Four eyes: who wrote a text can't approve it."))
        self.look()

    def _add(self) -> None:
        def add(name: str, role: Role, passphrase: str) -> Callable[[Library], object]:
            return lambda library: library.accounts.add(name, role, passphrase, self._signer)

        AddForm(self, self.speech, lambda form, *what: self._change(add(*what), form)).open()

    def _switch(self) -> None:
        person = self._person()
        if person is None:
            return
        name, enabled = person.name, person.enabled

        def switch(library: Library) -> object:
            accounts = library.accounts
            return (accounts.disable if enabled else accounts.enable)(name, self._signer)

        self._change(switch, self)

    def _new_key(self) -> None:
        person = self._person()
        if person is None:
            return
        name = person.name

        def give(form: Form, passphrase: str) -> None:
            self._change(lambda library: library.accounts.replace_key(name, passphrase, self._signer), form)

        KeyForm(self, self.speech, name, give).open()

    def _change_emergency(self) -> None:
        person = self._person()
        if person is not None:
            self._ask_reason(self._house.solo, self._house.emergency ^ {person.name}, self.emergency.text())

    def _to_four_eyes(self) -> None:
        self._ask_reason(False, self._house.emergency, self.four_eyes.text())

    def _ask_reason(self, solo: bool, emergency: frozenset[str], title: str) -> None:
        """How the house approves changes for everybody and is kept for ever, so the reason is asked for."""

        def change(form: Form, reason: str) -> None:
            self._change(lambda library: library.accounts.change_house(self._signer, reason, solo, emergency), form)

        button = self.speech.tr("Change it")
        ReasonForm(self, self.speech, title.rstrip("…"), button, change).open()

    def _change(self, job: Callable[[Library], object], form: Form) -> None:
        """Do something, then show the people anew; ``form`` says what went wrong, or closes."""

        def change(library: Library) -> State:
            job(library)
            return library.accounts.all(), library.accounts.house

        def changed(state: State) -> None:
            self._people, self._house = state
            form.wait(False)
            if form is not self:
                form.accept()
            self._fill()

        form.wait(True)
        self._librarian.ask(change, changed, form.fail)


class AddForm(Form):
    """Name, role and first passphrase of somebody new."""

    def __init__(self, window: QWidget, speech: Speech, add: Callable[[Form, str, Role, str], None]) -> None:
        """``add`` gets the form, the name, the role and the passphrase."""
        super().__init__(window, speech, speech.tr("Add somebody"), speech.tr("Add"))
        self.setObjectName("add-account")
        self._add = add
        self.name = self.line(speech.tr("Name"))
        self.role = self.row(speech.tr("Role"), QComboBox(self))
        for role in Role:
            self.role.addItem(speech.tr(ROLES[role]), role)
        self.passphrase = NewPassphrase(self)
        self.name.setFocus()
        self.explain(speech.tr("The name stays as it is for ever, since decisions are signed with it."))

    def why_not(self) -> str:
        """What is missing."""
        if not self.name.text().strip():
            return self.speech.tr("An account needs a name.")
        return self.passphrase.why_not()

    def go(self) -> None:
        """Hand everything over."""
        self._add(self, self.name.text().strip(), Role(self.role.currentData()), self.passphrase.text)


class KeyForm(Form):
    """A new key for somebody who forgot the passphrase."""

    def __init__(self, window: QWidget, speech: Speech, name: str, give: Callable[[Form, str], None]) -> None:
        """``give`` gets the form and the passphrase."""
        super().__init__(window, speech, speech.tr("New passphrase for {name}", name=name), speech.tr("Change it"))
        self._give = give
        self.explain(speech.tr("There will be a new key; what was signed with the old one stays valid."))
        self.passphrase = NewPassphrase(self)
        self.passphrase.first.setFocus()

    def why_not(self) -> str:
        """What is missing."""
        return self.passphrase.why_not()

    def go(self) -> None:
        """Hand it over."""
        self._give(self, self.passphrase.text)
