"""The status line counts the text and the selection; a click or a key shows all counts, and what marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from pr_editor.gui.panels.tables import CountsTable, Legend
from tests.gui.driver import press, shown, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

TEXT = "کتاب‌ها رسید. می‌رود؟\nپایان لطفاً"


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    window.drafts.open_files([str(written(tmp_path, TEXT))])
    qtbot.waitUntil(lambda: window.drafts.current is not None and window.drafts.current.editor is not None)
    return window


def cells(window: MainWindow, kind: type[CountsTable | Legend]) -> list[str]:
    table = window.findChild(kind)
    assert isinstance(table, kind)
    said = [label.text() for label in table.findChildren(QLabel)]
    press(table, Qt.Key.Key_Escape)
    assert table.isHidden()
    return said


def test_a_selection_is_counted_beside_the_whole(qtbot: QtBot, opened: MainWindow) -> None:
    words = opened.status.labels["words"]
    assert words.text() == "۵ واژه"
    editor = shown(opened)[1]
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 2)
    editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: words.text() == "۲ واژهٔ انتخاب‌شده از ۵ واژه")
    cursor.clearSelection()
    editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: words.text() == "۵ واژه")


def test_a_click_shows_all_counts(opened: MainWindow) -> None:
    QTest.mouseClick(opened.status.labels["words"], Qt.MouseButton.LeftButton)
    said = cells(opened, CountsTable)
    for figure in ("واژه", "۵", "نویسه", "۲۹", "۲۶", "جمله", "۳", "بندها", "۲", "۲ ثانیه"):
        assert figure in said
    assert "انتخاب‌شده" not in said


def test_the_key_shows_those_of_the_selection_too(opened: MainWindow) -> None:
    shown(opened)[1].selectAll()
    opened.menus.actions["counts"].trigger()
    said = cells(opened, CountsTable)
    assert "انتخاب‌شده" in said
    assert said.count("۲۹") == 2


def test_everything_invisible_shows_by_one_switch_and_is_kept(opened: MainWindow) -> None:
    state, editor = opened.status.labels["half_spaces"], shown(opened)[1]
    plain = editor.viewport().grab().toImage()
    opened.menus.actions["invisibles"].trigger()
    assert state.text() == "نویسه‌های ناپیدا: نمایان"
    assert opened.menus.actions["invisibles"].isChecked()
    assert opened.services.settings.load().show_invisibles
    assert editor.viewport().grab().toImage() != plain
    QTest.mouseClick(state, Qt.MouseButton.LeftButton)
    assert {"نیم‌فاصله", "فاصلهٔ نشکن", "نویسهٔ پنهان"} <= set(cells(opened, Legend))
    opened.menus.actions["invisibles"].trigger()
    assert state.text() == "نیم‌فاصله‌ها: پنهان"
