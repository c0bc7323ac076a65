"""A draft that was closed comes back as it was; what is forgotten does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from pr_editor.gui.window.menus import KeyedMenu
from tests.gui.driver import PATIENCE, TYPO, open_checked, press, shown, take, text_of, wait_checked, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow


def closed(window: MainWindow) -> list[QAction]:
    """The closed drafts, as the menu lists them when it opens."""
    actions = window.menus.actions
    menu = next(one for one in window.findChildren(KeyedMenu) if actions["forget-closed"] in one.actions())
    menu.aboutToShow.emit()
    listed = [action for action in menu.actions() if not action.isSeparator()]
    assert (listed[0], listed[-1]) == (actions["reopen"], actions["forget-closed"])
    return listed[1:-1]


def ask(window: MainWindow, name: str) -> QMessageBox:
    """The question that is asked."""
    box = window.findChild(QMessageBox, name)
    assert isinstance(box, QMessageBox)
    return box


def answer(box: QMessageBox, words: str) -> None:
    """Press the button with these words."""
    next(button for button in box.buttons() if words in button.text()).click()


def test_a_closed_draft_comes_back_with_all_that_was_done(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path, TYPO)
    open_checked(qtbot, window, path)
    take(window, "SPL001")
    window.fixing.fix_current()
    wait_checked(qtbot, window)
    left = take(window, "ZWN002")
    window.reviewing.leave_here()
    draft, editor = shown(window)
    editor.move_caret(draft.paragraphs()[2].key, 6)
    press(editor, Qt.Key.Key_unknown, "ک")
    text, place, changes = text_of(window), editor.caret_place(), draft.session.changes
    window.menus.actions["close"].trigger()
    assert not window.drafts.all
    assert not window.services.sessions.all()
    assert window.desk.currentWidget() is window.welcome
    window.menus.actions["reopen"].trigger()
    assert window.notices.notice is None, "what it offered is done"
    assert window.services.closed.all() == []
    again, editor = shown(window)
    assert (again.id, text_of(window), editor.caret_place()) == (draft.id, text, place)
    assert again.session.changes == changes != ()
    assert left.fingerprint not in {one.fingerprint for one in wait_checked(qtbot, window)}
    assert left.fingerprint in {one.fingerprint for one in again.review.all_findings()}


def test_closing_tells_how_to_have_it_again(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["close"].trigger()
    assert window.notices.text.text().count("بسته شد") == 1
    assert "۱۴ روز" not in window.notices.text.text(), "it is in its file"
    window.notices.action.click()
    shown(window)[1].insertPlainText("تازه ")
    window.menus.actions["close"].trigger()
    assert "۱۴ روز" in window.notices.text.text()
    window.notices.action.click()
    assert text_of(window).startswith("تازه ")


def test_the_menu_lists_what_was_closed_and_each_comes_back_to_its_place(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert [action.isEnabled() for action in closed(window)] == [False]
    names = "نخست", "دوم", "سوم"
    for name in names:
        open_checked(qtbot, window, written(tmp_path, TYPO.replace("گشایش", name, 1), f"{name}.txt"))
    first, second, third = window.drafts.all
    for draft in (second, first):
        window.closing.close(draft)
    assert ["نخست" in action.text() for action in closed(window)] == [True, False]
    closed(window)[1].trigger()
    assert [draft.id for draft in window.drafts.all] == [second.id, third.id]
    closed(window)[0].trigger()
    assert [draft.id for draft in window.drafts.all] == [first.id, second.id, third.id]
    window.menus.actions["reopen"].trigger()
    assert "بسته نشده است" in window.notices.text.text()


def test_a_file_opened_again_offers_the_work_done_on_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = written(tmp_path, TYPO)
    open_checked(qtbot, window, path)
    window.menus.actions["close"].trigger()
    open_checked(qtbot, window, path)
    assert "کار کرده بودید" not in window.notices.text.text(), "nothing was done with it"
    take(window, "ZWN002")
    window.reviewing.leave_here()
    window.menus.actions["close"].trigger()
    open_checked(qtbot, window, path)
    assert "کار کرده بودید" in window.notices.text.text()
    window.notices.action.click()
    draft, _ = shown(window)
    assert window.drafts.all == [draft]
    assert draft.session.decisions.left_here


def test_what_is_loaded_after_its_draft_was_closed_is_nobodys_concern(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("\u00ad" + "\n".join([TYPO] * 200))
    window.menus.actions["paste-draft"].trigger()
    draft, editor = shown(window)
    window.menus.actions["close"].trigger()
    before = editor.revision
    editor.complete()
    assert editor.revision > before, "it was cleaned"
    assert draft.id not in window.autosave.unsaved
    assert "بسته شد" in window.notices.text.text()


def test_what_was_closed_can_be_reopened_the_next_day(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    first = open_window()
    open_checked(qtbot, first, written(tmp_path, TYPO))
    first.menus.actions["close"].trigger()
    first.close()
    second = open_window()
    second.open([])
    assert not second.drafts.all
    second.menus.actions["reopen"].trigger()
    assert text_of(second) == TYPO


def test_forgetting_asks_and_leaves_nothing_on_the_disk(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["close"].trigger()
    window.menus.actions["forget-closed"].trigger()
    answer(ask(window, "before-forgetting"), "بماند")
    assert len(window.services.closed.all()) == 1
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "before-forgetting") is None, timeout=PATIENCE)
    window.menus.actions["forget-closed"].trigger()
    answer(ask(window, "before-forgetting"), "پاک شود")
    assert list(window.services.paths.closed.iterdir()) == []
    window.menus.actions["reopen"].trigger()
    assert not window.drafts.all


@pytest.mark.parametrize("edited", [False, True])
def test_what_can_not_be_kept_is_asked_about_if_it_would_be_lost(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, edited: bool
) -> None:
    window.services.paths.closed.write_text("no folder")
    open_checked(qtbot, window, written(tmp_path, TYPO))
    if edited:
        shown(window)[1].insertPlainText("تازه ")
    window.menus.actions["close"].trigger()
    if edited:
        assert len(window.drafts.all) == 1
        box = ask(window, "before-closing")
        assert {button.text() for button in box.buttons()} == {"ذخیرهٔ نسخه…", "دور انداختن پیش‌نویس", "باز بماند"}
        assert "پرونده‌ای با همان نام" in box.informativeText()
        answer(box, "دور")
    assert not window.drafts.all
    assert not window.services.sessions.all()


def test_a_draft_whose_text_was_cut_out_is_kept_as_well(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    take(window, "SPL001")
    window.fixing.fix_current()
    draft, editor = shown(window)
    editor.selectAll()
    editor.cut()
    window.menus.actions["close"].trigger()
    assert "۱۴ روز" in window.notices.text.text()
    assert [one.name for one in window.services.closed.all()] == [TYPO.splitlines()[0]]
    window.menus.actions["reopen"].trigger()
    again, _ = shown(window)
    assert again.paragraphs() == ()
    assert again.session.changes == draft.session.changes != ()
    assert again.session.received.paragraphs[0].text == TYPO.splitlines()[0]
