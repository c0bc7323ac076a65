"""Several windows: each draft is open in one of them, and each finds its place again."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from pr_editor.app.windows import WindowNumber, with_geometry
from tests.gui.driver import PATIENCE, TYPO, open_checked, text_of, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow


def test_windows_take_the_lowest_free_number(tmp_path: Path) -> None:
    first, second, third = (WindowNumber(tmp_path) for _ in range(3))
    assert [one.number for one in (first, second, third)] == [0, 1, 2]
    second.release()
    again = WindowNumber(tmp_path)
    assert again.number == 1
    for one in (first, third, again):
        one.release()


def test_a_window_opens_where_no_lock_can_be_kept(tmp_path: Path) -> None:
    folder = tmp_path / "windows"
    folder.write_text("a file where a folder should be")
    number = WindowNumber(folder)
    assert number.number == 0
    number.release()


def test_the_places_of_other_windows_are_left_alone() -> None:
    assert with_geometry((), 2, "c") == ("", "", "c")
    assert with_geometry(("a", "b", "c"), 1, "x") == ("a", "x", "c")


def test_each_window_finds_its_own_place(open_window: Callable[[], MainWindow]) -> None:
    first, second = open_window(), open_window()
    width = first.minimumSizeHint().width()
    first.setGeometry(QRect(0, 0, width, 500))
    second.setGeometry(QRect(0, 0, width, 560))
    second.close()
    first.close()
    again, other = open_window(), open_window()
    assert (again.height(), other.height()) == (500, 560)


def test_a_second_window_is_put_aside_no_farther_than_the_screen_goes(open_window: Callable[[], MainWindow]) -> None:
    first, second = open_window(), open_window()
    room = second.screen().availableGeometry()
    assert (first.windows.number, second.windows.number) == (0, 1)
    assert first.height() > room.height() - 60, "a screen on which there is hardly room for one"
    assert second.y() + second.height() <= room.height() - 32


def test_a_place_on_a_screen_that_is_gone_is_brought_back(open_window: Callable[[], MainWindow]) -> None:
    first = open_window()
    first.move(9_000, 9_000)
    first.close()
    again = open_window()
    assert again.screen().availableGeometry().intersects(again.frameGeometry())


def test_drafts_wait_where_the_user_wants_to_begin_empty(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    first = open_window()
    open_checked(qtbot, first, written(tmp_path, TYPO))
    first.look.keep(at_start="nothing")
    first.close()
    second = open_window()
    second.open([])
    assert second.drafts.all == []
    second.menus.actions["restore-drafts"].trigger()
    assert text_of(second) == TYPO
    second.menus.actions["restore-drafts"].trigger()
    assert len(second.drafts.all) == 1


def test_a_draft_handed_over_is_open_in_the_other_window_alone(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    first, second = open_window(), open_window()
    open_checked(qtbot, first, written(tmp_path, TYPO))
    draft = first.drafts.current
    assert draft is not None
    folder = first.services.paths.sessions / draft.id
    first.autosave.touch(draft)
    first.autosave.save_all()
    first.drafts.hand_over(draft)
    assert first.drafts.all == []
    second.open([str(folder)])
    assert text_of(second) == TYPO


def owner(services: Services, name: str) -> int:
    """The process that has a draft open."""
    try:
        return int((services.paths.sessions / f"{name}.lock").read_text() or 0)
    except (OSError, ValueError):
        return 0


def test_a_draft_moves_into_a_process_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("PR_EDITOR_HOME", str(tmp_path))
    open_checked(qtbot, window, written(tmp_path, TYPO))
    draft = window.drafts.current
    assert draft is not None
    window.menus.actions["move-draft"].trigger()
    assert window.drafts.all == []
    child = window.windows.started
    assert child > 1
    try:
        qtbot.waitUntil(lambda: owner(window.services, draft.id) == child, timeout=PATIENCE)
        window.drafts.restore()
        assert window.drafts.all == []
    finally:
        os.kill(child, signal.SIGTERM)
    qtbot.waitUntil(lambda: _gone(child), timeout=PATIENCE)
    window.drafts.restore()
    assert text_of(window) == TYPO


def _gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False
