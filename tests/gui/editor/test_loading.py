"""A long text comes in slices; whoever acts on it meets all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from pr_editor.text.draft import draft_of
from pr_editor.text.span import Edit, Span
from tests.gui.editor.conftest import BODY, Made, found, keys, press, texts, underlined, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.editor import DraftEditor

LONG = [f"{number} {BODY}" for number in range(900)]


@pytest.fixture
def long(make: Made) -> DraftEditor:
    """An editor that has only begun to load a long text."""
    editor = make()
    editor.load(draft_of(LONG))
    assert editor.document().blockCount() < len(LONG)
    return editor


def is_whole(editor: DraftEditor) -> bool:
    return editor.document().blockCount() == len(LONG)


def test_the_whole_text_is_known_before_it_is_there(long: DraftEditor, qtbot: QtBot) -> None:
    assert texts(long) == LONG
    assert keys(long) == list(range(len(LONG)))
    assert long.block_of(899) is None
    qtbot.waitUntil(lambda: is_whole(long))
    assert long.document().toPlainText().split("\n") == LONG
    assert texts(long) == LONG
    assert not long.document().isModified()
    assert (long.undo_name(), long.document().isUndoAvailable()) == ("", False)


@pytest.mark.parametrize(
    "act",
    [
        lambda editor: write(editor, "ب"),
        lambda editor: editor.insertPlainText("ب"),
        lambda editor: editor.apply([Edit(Span(899, 0, 0), "ب")], "fix"),
    ],
)
def test_who_changes_it_meets_all_of_it(long: DraftEditor, act: Callable[[DraftEditor], object]) -> None:
    act(long)
    assert long.document().toPlainText().count("\n") == len(texts(long)) - 1
    long.undo()
    assert texts(long) == LONG
    assert long.document().toPlainText().split("\n") == LONG


def test_all_is_all(long: DraftEditor) -> None:
    press(long, "", Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert long.textCursor().selectedText().split("\u2029") == LONG


def test_the_caret_goes_where_it_was_once_that_is_there(long: DraftEditor, qtbot: QtBot) -> None:
    long.move_caret(890, 4)
    qtbot.waitUntil(lambda: is_whole(long))
    assert long.caret_place() == (890, 4)


def test_another_draft_takes_the_place_of_one_half_loaded(long: DraftEditor, qtbot: QtBot) -> None:
    long.load(draft_of(["یک", "دو"]))
    qtbot.wait(1)
    assert texts(long) == long.document().toPlainText().split("\n") == ["یک", "دو"]


def test_only_marks_near_what_is_seen_are_made(long: DraftEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: is_whole(long))
    findings = [found(long, "SPL001", key, "بسیاد") for key in range(len(LONG))]
    long.show_findings(findings)
    assert 0 < len(underlined(long)) < 60
    assert 0 < len(list(long._markings)) < 60
    long.verticalScrollBar().setValue(long.verticalScrollBar().maximum())
    assert 0 < len(underlined(long)) < 60
    assert {selection.cursor.blockNumber() for selection in long.extraSelections()} >= set(range(895, 900))
    long.set_current(findings[450].fingerprint)
    assert findings[450].fingerprint in {mark.fingerprint for mark in long._markings}
    assert {selection.cursor.blockNumber() for selection in long.extraSelections()} >= {449, 450, 451}


def test_a_mark_nobody_has_seen_follows_its_words(long: DraftEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: is_whole(long))
    long.show_findings([found(long, "SPL001", 899, "بسیاد"), found(long, "SPL001", 898, "بسیاد")])
    long.apply([Edit(Span(899, 0, 3), "شماره"), Edit(Span(898, 4, 6), "")], "fix")
    cursor = long.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.insertText("یک بند\n")
    long.move_caret(899, 0)
    assert underlined(long) == ["بسیاد", "بسیاد"]
