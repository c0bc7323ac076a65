"""The draft against the same as received, in place of the text: marked, gone through, left without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor

from tests.gui.driver import (
    PATIENCE,
    TYPO,
    open_checked,
    press,
    shown,
    take,
    text_of,
    type_words,
    wait_checked,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reviewed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with a draft in which two half-spaces, a misspelled word and, by hand, the headline have changed."""
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.fixing.fix_all_safe()
    qtbot.waitUntil(lambda: len(shown(window)[0].session.changes) == 2, timeout=PATIENCE)
    wait_checked(qtbot, window)
    take(window, "SPL001")
    window.fixing.fix_current()
    _, editor = shown(window)
    editor.move_caret(shown(window)[0].paragraphs()[0].key, 0)
    type_words(editor, "آیین ")
    return window


def compare(qtbot: QtBot, window: MainWindow) -> None:
    """Press the key and wait for the page."""
    window.menus.actions["compare"].trigger()
    qtbot.waitUntil(lambda: window.desk.currentWidget() is window.comparing.page, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.comparing.page.text.filled, timeout=PATIENCE)


def marked(window: MainWindow, *, gone: bool) -> list[str]:
    """The stretches with a line through them, or those with a line under them."""
    found = []
    block = window.comparing.page.text.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            look = at.fragment().charFormat()
            new = look.underlineStyle() is not QTextCharFormat.UnderlineStyle.NoUnderline
            if look.fontStrikeOut() if gone else new:
                found.append(at.fragment().text())
            at += 1
        block = block.next()
    return found


def test_what_went_and_came_is_marked_by_shape_and_counted(qtbot: QtBot, reviewed: MainWindow) -> None:
    compare(qtbot, reviewed)
    page = reviewed.comparing.page
    assert marked(reviewed, gone=True) == ["همکری", "برنامه های", "می توانند"]
    assert marked(reviewed, gone=False) == ["آیین·", "همکاری", "برنامه¦های", "می¦توانند"]
    assert page.counts.accessibleName() == "نیم\u200cفاصله ۲، غلط املایی ۱، دستی ۱"
    assert page.place.accessibleName() == "۴ تغییر"
    before = page.text.toPlainText()
    type_words(page.text, "الف")
    press(page.text, Qt.Key.Key_Delete)
    assert page.text.toPlainText() == before, "it is to be read only"
    reviewed.menus.actions["language-en"].trigger()
    reviewed.menus.actions["theme-dark"].trigger()
    assert page.counts.accessibleName() == "Half-spaces 2, Spelling 1, By hand 1"
    assert marked(reviewed, gone=True) == ["همکری", "برنامه های", "می توانند"]
    reviewed.menus.actions["larger"].trigger()
    qtbot.waitUntil(lambda: page.text.font() == shown(reviewed)[1].font(), timeout=PATIENCE)


def test_f7_goes_through_the_changes_and_return_to_one_in_the_draft(qtbot: QtBot, reviewed: MainWindow) -> None:
    compare(qtbot, reviewed)
    text = reviewed.comparing.page.text
    text.moveCursor(QTextCursor.MoveOperation.Start)
    at = []
    for _ in range(5):
        press(text, Qt.Key.Key_F7)
        at.append(text.current)
    assert at == [0, 1, 2, 3, 0]
    press(text, Qt.Key.Key_F7, modifiers=_SHIFT)
    assert text.current == 3
    assert reviewed.comparing.page.place.accessibleName() == "۴ از ۴ · نیم\u200cفاصله"
    text.go(1)
    text.go(1)
    press(text, Qt.Key.Key_Return)
    draft, editor = shown(reviewed)
    assert reviewed.desk.currentWidget() is editor
    key, offset = editor.caret_place()
    assert draft.texts()[key][offset:].startswith("همکاری")


def test_changes_are_gone_through_by_the_keys_somebody_chose(qtbot: QtBot, reviewed: MainWindow) -> None:
    compare(qtbot, reviewed)
    page = reviewed.comparing.page
    reviewed.look.use_keys((("next", "Ctrl+Alt+J"), ("previous", "F2")))
    assert "Ctrl+Alt+J" in page.next.toolTip()
    page.text.moveCursor(QTextCursor.MoveOperation.Start)
    press(page.text, Qt.Key.Key_J, modifiers=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert page.text.current == 0
    press(page.text, Qt.Key.Key_F2)
    assert page.text.current == 3
    press(page.text, Qt.Key.Key_F7)
    assert page.text.current == 3


def test_it_opens_where_the_draft_was_and_leaves_it_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, "\n".join([TYPO] * 12)))
    draft, editor = shown(window)
    page = window.comparing.page
    editor.move_caret(draft.paragraphs()[40].key, 7)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().value() - 90)
    before = editor.textCursor().position(), editor.verticalScrollBar().value()
    top = editor.cursorForPosition(editor.rect().topLeft()).block().text()
    ways: tuple[Callable[[], object], ...] = (
        lambda: press(page.text, Qt.Key.Key_Escape),
        window.menus.actions["compare"].trigger,
        page.back.click,
    )
    for leave in ways:
        compare(qtbot, window)
        assert page.text.cursorForPosition(page.text.rect().topLeft()).block().text() == top
        leave()
        assert window.desk.currentWidget() is editor
        assert (editor.textCursor().position(), editor.verticalScrollBar().value()) == before
        assert not window.menus.actions["compare"].isChecked()


def test_what_is_done_meanwhile_shows_at_once(qtbot: QtBot, reviewed: MainWindow) -> None:
    compare(qtbot, reviewed)
    while text_of(reviewed).startswith("آ"):
        reviewed.menus.actions["undo"].trigger()
    qtbot.waitUntil(lambda: "دستی" not in reviewed.comparing.page.counts.accessibleName(), timeout=PATIENCE)
    reviewed.menus.actions["undo"].trigger()
    qtbot.waitUntil(lambda: marked(reviewed, gone=True) == ["برنامه های", "می توانند"], timeout=PATIENCE)


def test_another_draft_is_not_compared(qtbot: QtBot, reviewed: MainWindow, tmp_path: Path) -> None:
    compare(qtbot, reviewed)
    open_checked(qtbot, reviewed, written(tmp_path, "متن دیگری برای امروز.", "other.txt"))
    assert reviewed.desk.currentWidget() is shown(reviewed)[1]
    assert not reviewed.comparing.on
    compare(qtbot, reviewed)
    assert reviewed.comparing.page.counts.accessibleName() == "متن همان است که دریافت شده بود."
    assert not reviewed.comparing.page.next.isEnabled()


def test_who_goes_to_a_finding_or_a_change_sees_the_draft(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "ZWN001")
    window.fixing.fix_current()
    wait_checked(qtbot, window)
    compare(qtbot, window)
    window.reviewing.go_next()
    assert window.desk.currentWidget() is shown(window)[1]
    window.menus.actions["changes"].trigger()
    compare(qtbot, window)
    window.changes.panel.go.click()
    assert window.desk.currentWidget() is shown(window)[1]
