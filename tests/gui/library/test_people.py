"""Logging in and out, the first start, and the people of the library."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from pr_editor.gui.library.accounts import AccountsForm, AddForm
from pr_editor.gui.library.login import BeginForm, LoginForm
from pr_editor.gui.signoff.reason import ReasonForm
from pr_editor.review.people import Person, Role
from tests.gui.library.desk import CLEAN, EDITOR, SECOND, SUPERVISOR, Desk, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow
    from tests.gui.library.conftest import Office


def test_the_first_log_in_makes_the_library(qtbot: QtBot, window: MainWindow, services: Services) -> None:
    desk = Desk(qtbot, window)
    desk.do("log-in")
    form = desk.form(BeginForm)
    assert not form.accept_button.isEnabled()
    form.name.setText(SUPERVISOR)
    form.passphrase.first.setText("کوتاه")
    assert "۸" in form.problem.text()
    form.passphrase.first.setText(passphrase_of(SUPERVISOR))
    assert not form.accept_button.isEnabled()
    form.passphrase.second.setText(passphrase_of(SUPERVISOR))
    assert not form.accept_button.isEnabled(), "nobody chose how the house approves"
    form.solo.setChecked(True)
    desk.finish(form)
    desk.until(lambda: desk.approval.people.signer)
    assert SUPERVISOR in window.status.labels["person"].text()
    with services.shelf().open() as library:
        assert library.accounts.all() == (Person(SUPERVISOR, Role.SUPERVISOR),)
        assert library.accounts.house.solo


def test_where_the_library_is_gone_no_other_is_begun_in_its_place(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    desk.submit()
    desk.do("log-out")
    office.shelf.path.unlink()
    desk.do("log-in")
    assert not desk.open_forms()
    assert office.shelf.path.name in desk.window.notices.text.text()


def test_a_wrong_passphrase_is_said_and_can_be_typed_again(desk: Desk) -> None:
    desk.do("log-in")
    form = desk.form(LoginForm)
    form.name.setCurrentText(EDITOR)
    form.passphrase.setText("نه این نیست")
    assert form.passphrase.echoMode() is QLineEdit.EchoMode.Password
    form.accept_button.click()
    desk.until(lambda: form.problem.property("tone") == "error")
    assert EDITOR in form.problem.text()
    assert desk.approval.people.signer is None
    form.passphrase.setText(passphrase_of(EDITOR))
    desk.finish(form)
    assert EDITOR in desk.window.status.labels["person"].text()
    assert not desk.window.menus.actions["log-in"].isEnabled()
    desk.do("log-out")
    assert desk.window.status.labels["person"].text() == ""
    assert desk.window.menus.actions["log-in"].isEnabled()


def test_who_logged_in_last_is_offered_first(desk: Desk) -> None:
    desk.log_in(SECOND)
    desk.do("log-out")
    desk.do("log-in")
    form = desk.form(LoginForm)
    assert form.name.currentText() == SECOND
    assert {form.name.itemText(at) for at in range(form.name.count())} == {SUPERVISOR, SECOND, EDITOR}


def test_the_library_is_worked_in_elsewhere_than_in_the_window(desk: Desk) -> None:
    seen: list[int] = []
    desk.approval.librarian.ask(lambda _: threading.get_ident(), seen.append, lambda _: None)
    desk.until(lambda: seen)
    assert seen != [threading.get_ident()]


def choose(form: AccountsForm, row: int) -> None:
    """Take a row of the list in hand."""
    form.list.setCurrentIndex(form.list.model().index(row, 0))


def state(form: AccountsForm, row: int) -> str:
    """What the list says about the state of an account."""
    return str(form.list.model().index(row, 2).data())


def test_a_supervisor_adds_and_disables_people(desk: Desk, office: Office) -> None:
    desk.log_in(SUPERVISOR)
    desk.do("accounts")
    form = desk.form(AccountsForm)
    form.add.click()
    new = desk.form(AddForm)
    new.name.setText("آرش تازه")
    new.role.setCurrentIndex(new.role.findData(Role.READER))
    new.passphrase.first.setText("یک گذرواژه بلند")
    new.passphrase.second.setText("یک گذرواژه بلند")
    desk.finish(new)
    assert form.list.topLevelItemCount() == 4
    choose(form, 1)
    form.switch.click()
    desk.until(lambda: state(form, 1))
    desk.finish(form)
    with office.shelf.open() as library:
        people = {person.name: person for person in library.accounts.all()}
    assert people["آرش تازه"] == Person("آرش تازه", Role.READER)
    assert not people[EDITOR].enabled


def test_the_only_supervisor_left_is_not_disabled(desk: Desk) -> None:
    desk.log_in(SUPERVISOR)
    desk.do("accounts")
    form = desk.form(AccountsForm)
    for row in (2, 0):
        choose(form, row)
        form.switch.click()
        desk.until(form.accept_button.isEnabled)
    assert form.problem.property("tone") == "error"
    assert SUPERVISOR in form.problem.text()


def test_a_copy_editor_only_looks_at_accounts(desk: Desk) -> None:
    desk.log_in(EDITOR)
    desk.do("accounts")
    form = desk.form(AccountsForm)
    assert not any(button.isEnabled() for button in (form.add, form.switch, form.key, form.emergency))
    assert form.problem.text()


def test_one_person_becomes_several_for_good(qtbot: QtBot, window: MainWindow, services: Services) -> None:
    services.shelf().create(SUPERVISOR, passphrase_of(SUPERVISOR), solo=True).close()
    desk = Desk(qtbot, window)
    desk.log_in(SUPERVISOR)
    desk.do("accounts")
    form = desk.form(AccountsForm)
    form.four_eyes.click()
    reason = desk.form(ReasonForm)
    assert not reason.accept_button.isEnabled()
    reason.reason.setPlainText("همکار تازه آمد")
    desk.finish(reason)
    assert not form.four_eyes.isVisible()
    with services.shelf().open() as library:
        assert not library.accounts.house.solo
