"""Pasted text loses what means nothing, the user is told, and may have it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from tests.gui.driver import open_checked, shown, written
from tests.gui.editor.conftest import Made, press, texts, write
from tests.gui.editor.test_typing import drop

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

DIRTY = "گزارش\u200f \ufeffروز\u200f\nco\u00adoperation\u2028پایان\x07"
CLEAN = ["گزارش\u200f روز", "cooperation", "پایان"]


def mime(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_what_means_nothing_is_left_out_and_told(make: Made, qtbot: QtBot) -> None:
    editor = make()
    with qtbot.waitSignal(editor.cleaned) as told:
        editor.insertFromMimeData(mime(DIRTY))
    assert texts(editor) == CLEAN
    assert told.args is not None
    assert told.args[0] == 4
    editor.undo()
    assert texts(editor) == []


def test_a_paste_can_be_had_as_it_was_and_is_one_step(make: Made, qtbot: QtBot) -> None:
    editor = make("یک دو سه")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    with qtbot.waitSignal(editor.cleaned) as told:
        editor.insertFromMimeData(mime("دو\u00ad"))
    assert texts(editor) == ["یک دو سه"]
    assert told.args is not None
    told.args[1]()
    assert texts(editor) == ["یک دو\u00ad سه"]
    assert editor.undo_name() == "چسباندن"
    editor.undo()
    assert (texts(editor), editor.undo_name()) == (["یک دو سه"], "")


def test_dropped_text_is_cleaned_likewise(make: Made, qtbot: QtBot) -> None:
    editor = make("یک")
    with qtbot.waitSignal(editor.cleaned) as told:
        drop(editor, mime(" دو\x07"))
    assert "\x07" not in texts(editor)[0]
    assert told.args is not None
    told.args[1]()
    assert " دو\x07" in editor.document().toRawText()
    editor.undo()
    assert (texts(editor), editor.undo_name()) == (["یک"], "")


def test_text_moved_within_the_editor_is_left_as_it_is(make: Made, qtbot: QtBot) -> None:
    editor = make("سلام\u200f دنیا")
    editor.selectAll()
    moved = editor.createMimeDataFromSelection()
    with qtbot.assertNotEmitted(editor.cleaned):
        drop(editor, moved)
    assert editor.document().toRawText().count("\u200f") == 2


def test_after_another_edit_nothing_is_pasted_again(make: Made, qtbot: QtBot) -> None:
    editor = make()
    with qtbot.waitSignal(editor.cleaned) as told:
        editor.insertFromMimeData(mime("الف\x07"))
    write(editor, " ب")
    assert told.args is not None
    told.args[1]()
    assert texts(editor) == ["الف ب"]


@pytest.mark.parametrize("text", ["می\u200cرود\u00a0و", "می\u00adرود", "(API)\u200e."])
def test_clean_text_is_pasted_without_a_word(make: Made, qtbot: QtBot, text: str) -> None:
    editor = make()
    with qtbot.assertNotEmitted(editor.cleaned):
        editor.insertFromMimeData(mime(text))
    assert texts(editor) == [text]


def test_marks_at_the_joints_stay(make: Made, qtbot: QtBot) -> None:
    editor = make("الف")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.assertNotEmitted(editor.cleaned):
        editor.insertFromMimeData(mime("\u200fب"))
    assert texts(editor) == ["الف\u200fب"]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)],
)
def test_what_was_copied_here_comes_back_as_it_was(
    make: Made, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    editor = make("سلام\u200f")
    editor.selectAll()
    editor.copy()
    editor.clear()
    with qtbot.assertNotEmitted(editor.cleaned):
        press(editor, key=key, modifiers=modifiers)
    assert texts(editor) == ["سلام\u200f"]


def test_the_window_tells_and_offers(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, "یک خبر تازه"))
    editor = shown(window)[1]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(mime("\n" + DIRTY))
    notice = window.notices.notice
    assert notice is not None
    assert window.speech.render(notice.what) == "۴ نویسهٔ ناپیدا از متن چسبانده‌شده برداشته شد."
    window.notices.action.click()
    assert "\u00ad" in editor.toPlainText()
    assert window.notices.notice is None
