"""Rules and options of the house: what is saved holds in the open draft at once; files broken by hand are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pr_editor.gui.house.broken import BrokenHouse
from pr_editor.gui.house.option_fields import ChoiceField, LineField, ListField
from pr_editor.gui.house.option_words import LABELS, TABLES, WORDS
from pr_editor.gui.house.window import HouseWindow
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.profile.values import all_options, tables
from tests.gui.driver import PATIENCE, TYPO, codes, open_checked, wait_checked, written
from tests.gui.house.conftest import OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.house import HouseStyle
    from pr_editor.app.services import Services
    from pr_editor.gui.house.rules_page import RulesPage
    from pr_editor.gui.window.mainwindow import MainWindow

type Open = Callable[[], HouseWindow]


def choose_rule(page: RulesPage, code: str) -> list[str]:
    """Choose one rule; gives what is usual and what the house says."""
    page.search.setText(code)
    (item,) = [
        item
        for at in range(page.list.topLevelItemCount())
        if (item := page.list.topLevelItem(at)) and not item.isHidden()
    ]
    page.list.setCurrentItem(item)
    return [item.text(1), item.text(2)]


def test_every_option_has_names_for_people() -> None:
    assert {f"{table}.{key}" for table, key, _ in all_options()} - {"byline.registered_formula"} == set(LABELS)
    assert {name for name, _ in tables()} == set(TABLES)
    for table, key, declared in all_options():
        assert set(WORDS.get(f"{table}.{key}", {})) == set(declared.choices)


def test_a_rule_that_is_switched_off_is_silent_at_once(
    qtbot: QtBot, window: MainWindow, house: HouseStyle, services: Services, open_house: Open, tmp_path: Path
) -> None:
    window.look.use_profile("house")
    open_checked(qtbot, window, written(tmp_path, TYPO))
    assert "SPL001" in codes(window)
    made = open_house()
    assert choose_rule(made.rules, "SPL001") == ["خطا", ""]
    made.rules.buttons["off"].click()
    made.accept_button.click()
    qtbot.waitUntil(lambda: "SPL001" not in codes(window), timeout=PATIENCE)
    assert not services.profile("house").runs("SPL001")
    assert choose_rule(made.rules, "SPL001") == ["خطا", "خاموش"]
    made.rules.buttons["warning"].click()
    made.accept_button.click()
    qtbot.waitUntil(lambda: "SPL001" in codes(window), timeout=PATIENCE)
    assert services.profile("house").severity("SPL001", Severity.ERROR) is Severity.WARNING
    made.rules.buttons[None].click()
    made.accept_button.click()
    assert house.weights(["SPL001"]) == {}
    wait_checked(qtbot, window)


def test_a_kind_of_release_has_weights_of_its_own(house: HouseStyle, services: Services, open_alone: Open) -> None:
    made = open_alone()
    made.rules.kind.setCurrentIndex(made.rules.kind.findData("notice"))
    choose_rule(made.rules, "SPL001")
    made.rules.buttons["note"].click()
    choose_rule(made.rules, "ZWN001")
    made.rules.buttons["off"].click()
    made.accept_button.click()
    profile = services.profile("house")
    assert profile.severity("SPL001", Severity.ERROR, ReleaseKind.NOTICE) is Severity.NOTE
    assert profile.severity("SPL001", Severity.ERROR, ReleaseKind.NEWS) is Severity.ERROR
    assert not profile.runs("ZWN001", ReleaseKind.NOTICE)
    assert profile.runs("ZWN001")


def test_options_are_chosen_by_name(house: HouseStyle, services: Services, open_alone: Open) -> None:
    made = open_alone()
    digits = made.options.fields["numbers", "digits"]
    assert isinstance(digits, ChoiceField)
    assert digits.box.itemText(0) == "مانند معمول: فارسی (۱۲۳)"
    digits.box.setCurrentIndex(digits.box.findText("رقم‌های لاتین"))
    near = made.options.fields["repeats", "near"]
    assert isinstance(near, LineField)
    near.line.setText("۲")
    assert near.name in made.problem.text()
    assert not made.accept_button.isEnabled()
    near.line.setText("۰٫۷")
    roles = made.options.fields["byline", "roles"]
    assert isinstance(roles, ListField)
    roles.lines.setPlainText("دیده‌بان\n\nگزارش‌نویس")
    made.accept_button.click()
    options, base = services.profile("house").options, services.profile("pr").options
    assert options.numbers.digits.value == "latin"
    assert options.repeats.near == 0.7
    assert set(options.byline.roles) == {*base.byline.roles, "دیده‌بان", "گزارش‌نویس"}
    digits.box.setCurrentIndex(0)
    near.line.clear()
    roles.lines.clear()
    made.accept_button.click()
    assert services.profile("house").options.numbers == base.numbers
    assert house.facts() == OFFICE


def test_another_language_keeps_what_was_entered(window: MainWindow, house: HouseStyle, open_house: Open) -> None:
    made = open_house()
    made.facts.fields.organisation.setText("شهرداری نوبهار")
    made.rows["people"].remove({0})
    window.menus.actions["language-en"].trigger()
    assert made.windowTitle() == "Our house style"
    assert made.facts.fields.organisation.text() == "شهرداری نوبهار"
    assert made.tabs.tabText(made.tabs.count() - 1) == "Options"
    made.accept_button.click()
    assert house.facts().organisation == "شهرداری نوبهار"
    assert len(house.lists().people) == 1


def test_everything_that_can_be_used_has_a_name(house: HouseStyle, open_alone: Open) -> None:
    made = open_alone()
    nameless = [
        type(one).__name__
        for one in made.findChildren(QWidget)
        if one.focusPolicy()
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
        and type(one).__name__
        in {"QLineEdit", "QComboBox", "QPlainTextEdit", "QPushButton", "QTableView", "QTreeWidget"}
    ]
    assert nameless == []


def test_a_file_broken_by_hand_is_told_and_stays(qtbot: QtBot, window: MainWindow, house: HouseStyle) -> None:
    good = house.path.read_text("utf-8")
    broken = good + '[numbers]\ndigits = "martian"\n'
    house.path.write_text(broken, "utf-8")
    window.menus.actions["house"].trigger()
    (form,) = window.findChildren(BrokenHouse)
    item = form.list.topLevelItem(0)
    assert item is not None
    assert (item.text(0), "martian" in item.text(2)) == ("house.toml", True)
    assert item.text(1) == window.speech.digits(len(broken.splitlines()))
    assert house.path.read_text("utf-8") == broken
    house.path.write_text(good, "utf-8")
    form.accept_button.click()
    (made,) = window.findChildren(HouseWindow)
    made.facts.fields.organisation.setText("شهرداری نوبهار")
    house.path.write_text("extends = \n", "utf-8")
    made.accept_button.click()
    assert made.problem.property("tone") == "error"
    assert house.path.read_text("utf-8") == "extends = \n"
    house.path.write_text(good, "utf-8")
    made.accept_button.click()
    assert house.facts().organisation == "شهرداری نوبهار", "what was entered is still there"
