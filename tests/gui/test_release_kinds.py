"""What sort of release a draft is, chosen in the window, and the byline the house's own people are offered for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.lists import Person
from pr_editor.profile.model import Severity
from tests.gui.driver import TYPO, codes, open_checked, shown, take, text_of, wait_checked, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow

UNSIGNED = "\n".join(line for line in TYPO.splitlines() if not line.startswith("نویسنده"))


def menu_of(window: MainWindow) -> dict[str, bool]:
    """The menu of kinds, as it opens: what stands there, and what is ticked."""
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "نوع متن")
    menu.aboutToShow.emit()
    return {action.text(): action.isChecked() for action in menu.actions()}


def choose(window: MainWindow, text: str) -> None:
    """Pick an entry of the menu of kinds."""
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "نوع متن")
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_chosen_kind_weighs_and_is_remembered(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    open_checked(qtbot, window, written(tmp_path, UNSIGNED))
    assert take(window, "BYL001").severity is Severity.ERROR
    assert not window.status.labels["release"].isVisible(), "nothing tells"
    assert menu_of(window)["پیشنهاد برنامه"]
    choose(window, "خبر")
    wait_checked(qtbot, window)
    assert take(window, "BYL001").severity is Severity.WARNING
    assert "خبر" in window.status.labels["release"].text()
    assert menu_of(window) == {"خبر": True, "یادداشت": False, "گزارش": False, "اطلاعیه": False, "پیشنهاد برنامه": False}
    window.close()

    again = open_window()
    again.drafts.restore()
    wait_checked(qtbot, again)
    assert shown(again)[0].session.release_kind is ReleaseKind.NEWS
    assert take(again, "BYL001").severity is Severity.WARNING
    choose(again, "پیشنهاد برنامه")
    wait_checked(qtbot, again)
    assert take(again, "BYL001").severity is Severity.ERROR


def test_people_of_the_house_are_offered_as_authors(
    qtbot: QtBot, services: Services, window: MainWindow, tmp_path: Path
) -> None:
    people = [
        Person("مریم کاظمی", byline="کارشناس روابط عمومی"),
        Person("بهمن راد"),
        Person("لیلا شاکری", byline="خبرنگار"),
    ]
    services.house().save_list("people", people)
    window.look.use_profile("house")
    open_checked(qtbot, window, written(tmp_path, UNSIGNED))
    finding = take(window, "BYL001")
    assert len(window.fixing.candidates(finding)) == 2
    buttons = window.findings_panel.card.buttons.findChildren(QPushButton)
    assert "مریم کاظمی" in buttons[0].text()
    assert "مریم کاظمی، کارشناس روابط عمومی" in buttons[0].toolTip()
    assert "\n" not in buttons[0].text()
    assert len(buttons) == 3, "any other name can still be typed"
    buttons[1].click()
    wait_checked(qtbot, window)
    *_, byline, source = text_of(window).splitlines()
    assert byline == "نویسنده: لیلا شاکری، خبرنگار"
    assert source.startswith("منبع")
    assert not {code for code in codes(window) if code.startswith("BYL")}
    window.menus.actions["undo"].trigger()
    assert text_of(window) == UNSIGNED
