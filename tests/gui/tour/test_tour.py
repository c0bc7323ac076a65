"""The tour shows itself once, after the first question, and never stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from pr_editor.gui.application import begin
from pr_editor.gui.house.first_run import FirstRun
from pr_editor.gui.tour.callout import beside
from pr_editor.gui.tour.tour import STEPS
from tests.gui.driver import PATIENCE, TYPO, open_checked, press, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow


def test_it_comes_once_and_after_the_house_was_asked_for(
    qtbot: QtBot, window: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    begin(window, [])
    assert window.tour.callout is None, "one question at a time"
    window.findChildren(FirstRun)[0].cancel_button.click()
    qtbot.waitUntil(lambda: window.tour.callout is not None, timeout=PATIENCE)
    window.tour.end()
    begin(window, [])
    assert window.tour.callout is None
    other = open_window()
    begin(other, [])
    assert other.tour.callout is None
    other.menus.actions["tour"].trigger()
    assert other.tour.callout is not None


def test_who_comes_with_a_file_is_not_held_up(window: MainWindow, tmp_path: Path) -> None:
    begin(window, [str(written(tmp_path, TYPO))])
    assert window.tour.callout is None
    assert not window.look.settings.tour_seen


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_step_stands_in_the_window_and_is_gone_through_by_keys(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, language: str
) -> None:
    window.menus.actions[f"language-{language}"].trigger()
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.activateWindow()
    window.tour.begin()
    titles = []
    for number in range(len(STEPS)):
        callout = window.tour.callout
        assert callout is not None
        titles.append(callout.title.text())
        assert window.rect().contains(callout.geometry())
        assert callout.next.accessibleDescription().startswith(callout.title.text())
        assert callout.previous.isVisibleTo(callout) is (number > 0)
        press(callout, Qt.Key.Key_Return)
    assert len(set(titles)) == len(STEPS) == 4
    assert window.tour.callout is None


def test_escape_leaves_it_and_the_focus_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.welcome.begin.setFocus()
    window.tour.begin()
    callout = window.tour.callout
    assert callout is not None
    assert QApplication.focusWidget() is callout.next
    press(callout.next, Qt.Key.Key_Escape)
    assert window.tour.callout is None
    assert QApplication.focusWidget() is window.welcome.begin


@pytest.mark.parametrize("part", [QRect(0, 0, 1000, 60), QRect(700, 60, 300, 540), QRect(0, 60, 300, 540)])
def test_a_callout_stands_beside_its_part(part: QRect) -> None:
    room, size = QRect(0, 0, 1000, 600), QSize(300, 160)
    stands = QRect(beside(part, size, room), size)
    assert room.contains(stands)
    assert not stands.intersects(part)
