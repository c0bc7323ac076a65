"""Undo takes back what was done last, in the text or not, and what comes back is in hand again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pr_editor.gui.notices import Tone
from pr_editor.gui.window.menus import KeyedMenu
from tests.gui.driver import PATIENCE, TYPO, open_checked, press, shown, take, text_of, wait_checked, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

SLIPS = TYPO.replace("ساخته شده و بخش", "ساخته شده و بخس").replace("می توانند", "میتوانند")


def undo(window: MainWindow) -> None:
    """Press Ctrl+Z where the focus is."""
    _press(window, Qt.Key.Key_Z)


def redo(window: MainWindow) -> None:
    """Press Ctrl+Y where the focus is."""
    _press(window, Qt.Key.Key_Y)


def _press(window: MainWindow, key: Qt.Key) -> None:
    # Without a screen the focus may be lost while something is waited for.
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier)


def in_hand(window: MainWindow) -> tuple[str, str]:
    """The rule and the words of the finding in hand."""
    finding = window.reviewing.current
    return (finding.code, finding.text) if finding else ("", "")


def test_after_a_wrong_candidate_and_undo_the_next_number_is_for_the_same_word(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    window.activateWindow()
    take(window, "SPL001", "همکری")
    view = window.findings_panel.view
    view.setFocus()
    press(view, Qt.Key.Key_2, "۲")
    wait_checked(qtbot, window)
    assert in_hand(window)[1] != "همکری"
    undo(window)
    press(view, Qt.Key.Key_1, "۱")
    press(view, Qt.Key.Key_L, "م")
    assert text_of(window) == SLIPS, "what is still in hand is not what is meant"
    assert not shown(window)[0].review.decisions.left_here
    qtbot.waitUntil(lambda: in_hand(window) == ("SPL001", "همکری"), timeout=PATIENCE)
    assert not window.reviewing.fresh, "what was decided about before is not new"
    press(view, Qt.Key.Key_1, "۱")
    assert text_of(window) == SLIPS.replace("همکری", "همکاری")


def test_undo_takes_back_a_decision_before_the_fix_made_before_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    window.activateWindow()
    take(window, "SPL001", "همکری")
    view = window.findings_panel.view
    view.setFocus()
    window.fixing.fix_current()
    wait_checked(qtbot, window)
    fixed = text_of(window)
    left = take(window, "ZWN002")
    press(view, Qt.Key.Key_L, "م")
    assert left not in window.reviewing.open
    assert "این مورد به همین شکل ماند" in window.menus.actions["undo"].text()
    undo(window)
    assert text_of(window) == fixed
    assert window.reviewing.current == left
    assert window.notices.notice is None
    undo(window)
    assert text_of(window) == SLIPS


def test_what_was_decided_before_the_text_changed_is_taken_back_after_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    window.activateWindow()
    left = take(window, "ZWN002")
    window.reviewing.leave_here()
    _, editor = shown(window)
    editor.setFocus()
    press(editor, Qt.Key.Key_unknown, "ک")
    undo(window)
    assert text_of(window) == SLIPS
    wait_checked(qtbot, window)
    assert left not in window.reviewing.open
    undo(window)
    assert window.reviewing.current == left


def test_redo_leaves_again_and_goes_on_with_the_next(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    window.activateWindow()
    left = take(window, "ZWN002")
    window.findings_panel.view.setFocus()
    window.reviewing.leave_in_draft()
    following = window.reviewing.current
    undo(window)
    assert window.reviewing.current == left
    redo(window)
    assert left not in window.reviewing.open
    assert window.reviewing.current == following
    assert not window.menus.actions["redo"].isEnabled()


def test_what_was_opened_again_is_left_again_by_undo(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    window.activateWindow()
    left = take(window, "ZWN002")
    window.findings_panel.view.setFocus()
    window.reviewing.leave_here()
    window.leaving.show_left()
    window.reviewing.take(left.fingerprint)
    window.leaving.take_back()
    assert left in window.reviewing.open
    undo(window)
    assert left not in window.reviewing.open
    redo(window)
    assert left in window.reviewing.open


def test_the_context_menu_of_the_text_undoes_what_was_done_last(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    left = take(window, "ZWN002")
    window.reviewing.leave_here()
    _, editor = shown(window)
    editor.move_caret(editor.paragraphs()[0].key, 0)
    QApplication.sendEvent(editor, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = next(menu for menu in window.findChildren(KeyedMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text().startswith("واگردانی")).trigger()
    menu.close()
    assert left in window.reviewing.open


def test_the_offer_in_the_notice_and_undo_are_one(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    left = take(window, "ZWN002")
    window.reviewing.leave_in_draft()
    window.notices.action.click()
    assert window.reviewing.current == left
    assert window.taking_back.last is None
    assert not window.menus.actions["undo"].isEnabled()


def test_an_added_word_is_decided_about_and_can_be_taken_out_and_put_in_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    total = len(open_checked(qtbot, window, written(tmp_path, SLIPS.replace("مردم ساخته", "مردم همکری ساخته"))))
    window.activateWindow()
    progress = window.findings_panel.progress

    def out() -> bool:
        return all(one.text != "همکری" for one in wait_checked(qtbot, window))

    take(window, "SPL001", "همکری")
    window.findings_panel.view.setFocus()
    window.menus.actions["add-word"].trigger()
    qtbot.waitUntil(out, timeout=PATIENCE)
    assert (progress.value(), progress.maximum()) == (2, total)
    undo(window)
    qtbot.waitUntil(lambda: in_hand(window) == ("SPL001", "همکری"), timeout=PATIENCE)
    wait_checked(qtbot, window)
    assert (progress.value(), progress.maximum()) == (0, total)
    assert not window.services.words.words()
    assert "«همکری» به واژه‌نامهٔ شما افزوده شد" in window.menus.actions["redo"].text()
    redo(window)
    qtbot.waitUntil(out, timeout=PATIENCE)
    assert window.services.words.words() == {"همکری"}
    assert (progress.value(), progress.maximum()) == (2, total)


def test_what_was_decided_in_a_draft_that_moves_away_is_not_offered_to_be_taken_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    take(window, "ZWN002")
    window.reviewing.leave_here()
    draft, _ = shown(window)
    window.autosave.save_all()
    window.drafts.hand_over(draft)
    assert window.notices.notice is None
    assert not window.menus.actions["undo"].isEnabled()


def test_a_word_that_can_not_be_taken_out_stays_and_what_was_done_before_is_next(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS))
    window.activateWindow()
    window.findings_panel.view.setFocus()
    left = take(window, "ZWN002")
    window.reviewing.leave_here()
    take(window, "SPL001", "همکری")
    window.menus.actions["add-word"].trigger()
    qtbot.waitUntil(lambda: all(one.text != "همکری" for one in wait_checked(qtbot, window)), timeout=PATIENCE)
    window.services.paths.words.write_bytes(b"\xff no text")
    undo(window)
    assert window.notices.notice is not None
    assert window.notices.notice.tone is Tone.ERROR
    assert not window.menus.actions["redo"].isEnabled()
    assert "این مورد به همین شکل ماند" in window.menus.actions["undo"].text()
    undo(window)
    assert left in window.reviewing.open


def test_what_one_draft_waits_for_keeps_no_other_from_being_decided_about(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS, "first.txt"))
    open_checked(qtbot, window, written(tmp_path, SLIPS.replace("شهر", "استان"), "second.txt"))
    take(window, "SPL001", "همکری")
    window.fixing.fix_current()
    wait_checked(qtbot, window)
    undo(window)
    assert window.returning.waits
    window.drafts.show_draft(window.drafts.all[0])
    assert not window.returning.waits


def test_taking_back_what_was_decided_in_another_draft_waits_for_nothing_in_this_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, SLIPS, "first.txt"))
    take(window, "ZWN002")
    window.reviewing.leave_here()
    open_checked(qtbot, window, written(tmp_path, SLIPS.replace("شهر", "استان"), "second.txt"))
    take(window, "ZWN002")
    window.reviewing.leave_here()
    notice = window.notices.notice
    assert notice is not None
    window.drafts.show_draft(window.drafts.all[0])
    wait_checked(qtbot, window)
    take(window, "SPL001", "همکری")
    window.notices.act(notice)
    assert not window.drafts.all[1].review.decisions
    window.drafts.all[0].review.decisions.left_here.clear()
    window.reviewing.refresh()
    assert in_hand(window) == ("SPL001", "همکری")
