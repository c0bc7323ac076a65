"""Every fix leaves a record; records follow undo, typing and the closing of the window, and can be reversed."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from tests.gui.driver import TYPO, open_checked, shown, take, text_of, type_words, wait_checked, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.changes import Change
    from pr_editor.gui.window.mainwindow import MainWindow

ZWNJ = "\u200c"


def changes(window: MainWindow) -> tuple[Change, ...]:
    """What is on record about the draft in front."""
    return shown(window)[0].session.changes


def fix_everything(qtbot: QtBot, window: MainWindow) -> None:
    """Sure fixes, and the misspelled word."""
    window.fixing.fix_all_safe()
    qtbot.waitUntil(lambda: len(changes(window)) == 2)
    wait_checked(qtbot, window)
    take(window, "SPL001")
    window.fixing.fix_current()


def reverse(window: MainWindow, *ids: int) -> list[Change]:
    return window.ledger.reverse(shown(window)[0], ids, "Reverse")


def test_every_fix_leaves_a_record(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    fix_everything(qtbot, window)
    words = {change.code: change.shown for change in changes(window)}
    assert words == {
        "ZWN002": (("برنامه های", f"برنامه{ZWNJ}های"),),
        "ZWN001": (("می توانند", f"می{ZWNJ}توانند"),),
        "SPL001": (("همکری", "همکاری"),),
    }
    assert {change.by.name for change in changes(window)} == {getpass.getuser()}
    assert [change.step for change in changes(window)] == [1, 1, 2], "all that is sure is one step"


def test_undo_takes_the_record_out_and_redo_puts_it_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    fix_everything(qtbot, window)
    _, editor = shown(window)
    before = changes(window)
    editor.undo()
    assert [change.code for change in changes(window)] == [change.code for change in before[:2]]
    editor.undo()
    assert changes(window) == ()
    assert text_of(window) == TYPO
    editor.redo()
    editor.redo()
    assert changes(window) == before
    editor.undo()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_words(editor, "الف")
    assert len(changes(window)) == 2, "what can't be done again is off the record"
    assert not reverse(window, 1, 2)
    assert text_of(window) == f"{TYPO}الف"


def test_one_is_reversed_after_typing_before_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    fix_everything(qtbot, window)
    draft, editor = shown(window)
    editor.move_caret(draft.paragraphs()[3].key, 0)
    type_words(editor, "او ")
    text = text_of(window)
    half_space = next(change for change in changes(window) if change.code == "ZWN001")
    assert not reverse(window, half_space.id)
    assert text_of(window) == text.replace(f"می{ZWNJ}توانند", "می توانند")
    assert editor.undo_name() == "Reverse"
    assert [change.code for change in changes(window) if change.reversed] == ["ZWN001"]
    editor.undo()
    assert text_of(window) == text
    assert not any(change.reversed for change in changes(window))
    editor.redo()
    assert [change.code for change in changes(window) if change.reversed] == ["ZWN001"]


def test_reversed_together_they_are_one_step(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    fix_everything(qtbot, window)
    fixed = text_of(window)
    assert not reverse(window, *(change.id for change in changes(window)))
    assert text_of(window) == TYPO
    shown(window)[1].undo()
    assert text_of(window) == fixed


def test_reversed_days_later(qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path) -> None:
    first = open_window()
    open_checked(qtbot, first, written(tmp_path, TYPO))
    fix_everything(qtbot, first)
    fixed, kept = text_of(first), changes(first)
    first.close()
    second = open_window()
    second.open(())
    wait_checked(qtbot, second)
    assert text_of(second) == fixed
    assert changes(second) == kept
    assert not reverse(second, *(change.id for change in kept if change.code == "SPL001"))
    assert text_of(second) == fixed.replace("همکاری", "همکری")


def test_what_was_reversed_is_not_fixed_again_unasked(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    fix_everything(qtbot, window)
    half_space = next(change for change in changes(window) if change.code == "ZWN001")
    assert not reverse(window, half_space.id)
    wait_checked(qtbot, window)
    text = text_of(window)
    assert [finding.code for finding in window.reviewing.open if finding.code == "ZWN001"], "it is still to be seen"
    assert window.reviewing.sure == 0
    window.fixing.fix_all_safe()
    assert text_of(window) == text
    take(window, "ZWN001")
    window.fixing.fix_current()
    assert f"می{ZWNJ}توانند" in text_of(window), "asked for, it is done"


def test_words_changed_by_hand_stay_as_they_are(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    fix_everything(qtbot, window)
    draft, editor = shown(window)
    key = draft.paragraphs()[2].key
    editor.move_caret(key, draft.texts()[key].index("همکاری") + 3)
    type_words(editor, "نوا")
    text = text_of(window)
    spelling = next(change for change in changes(window) if change.code == "SPL001")
    assert [left.code for left in reverse(window, spelling.id)] == ["SPL001"]
    assert text_of(window) == text


def test_the_line_of_the_card_is_on_record_with_what_is_written_into_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    without, _, source = TYPO.rpartition("\n")
    open_checked(qtbot, window, written(tmp_path, without))
    _, editor = shown(window)
    take(window, "BYL004")
    window.fixing.add_line()
    type_words(editor, source.removeprefix("منبع: "))
    assert text_of(window) == TYPO
    assert [(change.code, change.shown) for change in changes(window)] == [("BYL004", (("", source),))]
    assert not reverse(window, 1)
    assert text_of(window) == without
    assert not reverse(window, 1)
    assert text_of(window) == TYPO
