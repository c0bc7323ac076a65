"""The list of recent drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionMenuItem

from pr_editor.gui.window.menus import KeyedMenu
from tests.gui.driver import PATIENCE, TYPO, open_files, written

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow


def recent(window: MainWindow) -> list[QAction]:
    """The entries, as the menu shows them when it opens."""
    menu = next(one for one in window.findChildren(KeyedMenu) if "اخیر" in one.title())
    menu.aboutToShow.emit()
    return menu.actions()


def test_files_of_one_name_are_told_apart_by_their_folders(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("monday", "tuesday")]
    for folder in folders:
        folder.mkdir()
        open_files(qtbot, window, written(folder, TYPO, "1-news.txt"))
    open_files(qtbot, window, written(tmp_path, TYPO, "other.txt"))
    # A draft is shown before its file is noted.
    qtbot.waitUntil(lambda: len(recent(window)) == 3, timeout=PATIENCE)
    other, second, first = recent(window)
    # Latin names keep their order among Persian words.
    assert other.text() == "\u2068other.txt\u2069"
    assert [("monday" in one.text(), "tuesday" in one.text()) for one in (first, second)] == [
        (True, False),
        (False, True),
    ]
    window.closing.close(window.drafts.all[0])
    first.trigger()
    qtbot.waitUntil(lambda: not window.drafts.opening, timeout=PATIENCE)
    assert window.drafts.current is not None
    assert window.drafts.current.session.source == str(folders[0] / "1-news.txt")


def test_keys_in_menus_read_from_left_to_right(window: MainWindow) -> None:
    menu = next(one for one in window.findChildren(KeyedMenu) if window.menus.actions["settings"] in one.actions())
    option = QStyleOptionMenuItem()
    option.rect = QRect(0, 0, 100, 20)
    menu.initStyleOption(option, window.menus.actions["settings"])
    assert option.text == "تنظیمات…\t\u2066Ctrl+,\u2069"
