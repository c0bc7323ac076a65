"""A new office says who it is, on one page, and its drafts are reviewed by it from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pr_editor.app.house import Facts
from pr_editor.gui.application import begin
from pr_editor.gui.house.first_run import FirstRun
from pr_editor.gui.house.window import HouseWindow
from pr_editor.gui.speech import Speech
from pr_editor.profile.lists import Person
from tests.gui.driver import PATIENCE, TYPO, codes, open_checked, press, type_words, wait_checked, written
from tests.gui.house.conftest import OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.house import HouseStyle
    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow


def form_of(window: MainWindow) -> FirstRun:
    (form,) = window.findChildren(FirstRun)
    return form


def fill(field: QLineEdit, words: str) -> None:
    """Type over what is there."""
    field.setFocus()
    field.selectAll()
    type_words(field, words)


def test_it_asks_once_and_only_who_starts_with_nothing(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    begin(window, [str(written(tmp_path, TYPO))])
    qtbot.waitUntil(lambda: window.drafts.current is not None, timeout=PATIENCE)
    assert window.findChildren(FirstRun) == [], "a file was named"
    window.closing.close_current()
    begin(window, [])
    form_of(window).cancel_button.click()
    qtbot.waitUntil(lambda: window.findChildren(FirstRun) == [], timeout=PATIENCE)
    begin(window, [])
    begin(open_window(), [])
    assert QApplication.activeModalWidget() is None
    window.menus.actions["house"].trigger()
    assert form_of(window).isVisible(), "it is found again in the menu"


def test_an_office_is_set_up_with_the_keyboard(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    assert "BYL005" not in codes(window)
    window.offers.learn()
    window.house.first_step()
    form = form_of(window)
    assert not form.accept_button.isEnabled()
    fields = form.fields_of_house
    type_words(fields.organisation, OFFICE.organisation)
    assert form.facts == OFFICE, "the rest is proposed"
    name, role = form.lines[0]
    type_words(name, "مریم کاظمی")
    assert "مریم کاظمی" in form.problem.text()
    assert not form.accept_button.isEnabled()
    type_words(role, "کارشناس روابط عمومی")
    press(form, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    form.accept_button.click()
    qtbot.waitUntil(lambda: window.findChildren(FirstRun) == [], timeout=PATIENCE)
    assert services.house().facts() == OFFICE
    assert services.house().lists().people == (Person("مریم کاظمی", byline="کارشناس روابط عمومی"),)
    assert services.settings.load().profile == "house"
    qtbot.waitUntil(lambda: "BYL005" in codes(window), timeout=PATIENCE)
    wait_checked(qtbot, window)
    assert OFFICE.organisation in window.status.labels["profile"].text()
    window.notices.action.click()
    (house,) = window.findChildren(HouseWindow)
    assert house.rows["people"].rows[0][0] == "مریم کاظمی"


@pytest.fixture
def form(services: Services, qapp: QApplication) -> Iterator[FirstRun]:
    """The form alone."""
    behind = QWidget()
    made = FirstRun(behind, Speech(services.translator("fa")), lambda _: None)
    made.show()
    yield made
    behind.deleteLater()


def test_what_was_typed_is_not_proposed_over(form: FirstRun) -> None:
    fields = form.fields_of_house
    fill(fields.outlet, "پایگاه خبری مهرآباد")
    fill(fields.organisation, "شهرداری مهرآباد")
    assert form.facts == Facts("شهرداری مهرآباد", "پایگاه خبری مهرآباد", "به گزارش پایگاه خبری مهرآباد")
    fill(fields.formula, "مهرآبادنیوز")
    fill(fields.outlet, "روابط عمومی")
    assert form.facts.formula == "مهرآبادنیوز"


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        ([("مریم کاظمی", "")], "مریم کاظمی"),
        ([("", "کارشناس")], "کارشناس"),
        ([("مریم کاظمی", "کارشناس"), ("مریم  کاظمی", "مدیر")], "دو بار"),
    ],
)
def test_it_says_what_is_missing_about_people(form: FirstRun, lines: list[tuple[str, str]], part: str) -> None:
    form.fields_of_house.organisation.setText("شهرداری مهرآباد")
    for at, (name, role) in enumerate(lines):
        if at:
            form.more.click()
        form.lines[at][0].setText(name)
        form.lines[at][1].setText(role)
    assert part in form.problem.text()
    assert not form.accept_button.isEnabled()


def test_where_it_cannot_be_written_it_says_so_and_keeps_what_was_typed(window: MainWindow, services: Services) -> None:
    folder = services.paths.house_style.parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("", "utf-8")
    window.house.first_step()
    form = form_of(window)
    form.fields_of_house.organisation.setText("شهرداری مهرآباد")
    form.accept_button.click()
    assert form.problem.property("tone") == "error"
    assert form.facts.organisation == "شهرداری مهرآباد"
    assert services.settings.load().profile == "pr"
    form.reject()


def test_a_house_that_is_there_is_not_asked_for(house: HouseStyle, window: MainWindow) -> None:
    assert house.exists
    begin(window, [])
    assert window.findChildren(FirstRun) == []
