"""Where the keys go: round the parts of the window, into the card and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from pr_editor.app.sieve import Sieve
from tests.gui.driver import TYPO, open_checked, open_files, shown, take, text_of, type_words, wait_checked, written

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow


@pytest.fixture
def at_work(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with a draft and a misspelled word in hand."""
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.activateWindow()
    take(window, "SPL001", "همکری")
    return window


def focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(key: Qt.Key) -> QWidget:
    """Press a key where the focus is; gives where it is then."""
    QTest.keyClick(focus(), key)
    return focus()


def test_f6_goes_round_the_parts_of_the_window(at_work: MainWindow) -> None:
    editor = shown(at_work)[1]
    editor.setFocus()
    parts = [press(Qt.Key.Key_F6) for _ in range(4)]
    findings, drafts = at_work.findings_panel.view, at_work.drafts_panel.list
    assert parts == [findings, drafts, editor, findings]
    at_work.menus.actions["show-drafts"].trigger()
    assert press(Qt.Key.Key_F6) is editor, "what is hidden is passed over"


@pytest.mark.parametrize("part", ["findings", "drafts", "text"])
def test_going_through_the_drafts_leaves_the_keys_where_they_are(
    qtbot: QtBot, at_work: MainWindow, tmp_path: Path, part: str
) -> None:
    open_files(qtbot, at_work, *(written(tmp_path, TYPO, f"{number}.txt") for number in (2, 3)))
    at_work.drafts.show_draft(at_work.drafts.all[0])
    at_work.menus.actions[f"to-{part}"].trigger()
    titles = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(focus(), key, Qt.KeyboardModifier.ControlModifier)
        titles.append(shown(at_work)[0].session.title)
        wait_checked(qtbot, at_work)
        findings, drafts = at_work.findings_panel.view, at_work.drafts_panel.list
        assert focus() is {"findings": findings, "drafts": drafts, "text": shown(at_work)[1]}[part]
    assert titles == ["2", "3", "draft", "3"]


def test_the_list_offers_what_can_be_done_with_a_draft(qtbot: QtBot, at_work: MainWindow, tmp_path: Path) -> None:
    open_files(qtbot, at_work, written(tmp_path, TYPO, "2.txt"))
    rows = at_work.drafts_panel.list
    place = rows.visualItemRect(rows.item(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert at_work.drafts.current is at_work.drafts.all[0]
    assert rows.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    next(action for action in rows.actions() if action is at_work.menus.actions["close"]).trigger()
    assert [draft.session.title for draft in at_work.drafts.all] == ["2"]


@pytest.mark.parametrize("part", ["findings", "drafts"])
def test_who_goes_to_a_hidden_part_sees_it(at_work: MainWindow, part: str) -> None:
    at_work.menus.actions[f"show-{part}"].trigger()
    at_work.menus.actions[f"to-{part}"].trigger()
    panel = {"findings": at_work.findings_panel, "drafts": at_work.drafts_panel}[part]
    assert panel.isVisible()
    assert panel.isAncestorOf(focus())


def test_a_click_into_words_takes_their_finding_in_hand_and_letters_go_there(at_work: MainWindow) -> None:
    """In the list the same letter would leave the finding as it is."""
    editor = shown(at_work)[1]
    wanted = next(one for one in at_work.reviewing.open if one.code == "ZWN002")
    editor.move_caret(wanted.span.key, wanted.span.start + 2)
    editor.ensureCursorVisible()
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.cursorRect().center())
    assert at_work.reviewing.current == wanted
    assert focus() is editor
    key, offset = editor.caret_place()
    type_words(editor, "م")
    before = next(line for line in TYPO.splitlines() if wanted.text in line)
    after = next(paragraph.text for paragraph in editor.paragraphs() if paragraph.key == key)
    assert after == before[:offset] + "م" + before[offset:]


def test_a_notice_takes_no_keys_and_gives_back_those_it_was_given(at_work: MainWindow) -> None:
    notices, view, editor = at_work.notices, at_work.findings_panel.view, shown(at_work)[1]
    view.setFocus()
    at_work.reviewing.leave_here()
    QTest.mouseClick(notices.action, Qt.MouseButton.LeftButton)
    assert at_work.notices.notice is None
    assert focus() is view
    for button in (notices.action, notices.dismiss):
        at_work.reviewing.leave_here()
        button.setFocus()
        assert press(Qt.Key.Key_Space) is editor


@pytest.mark.parametrize("part", ["list", "search"])
def test_escape_leads_from_the_drafts_to_the_text(at_work: MainWindow, part: str) -> None:
    getattr(at_work.drafts_panel, part).setFocus()
    assert press(Qt.Key.Key_Escape) is shown(at_work)[1]


def test_tab_leads_from_the_list_through_the_card_and_back(at_work: MainWindow) -> None:
    panel = at_work.findings_panel
    panel.view.setFocus()
    buttons = panel.card.findChildren(QPushButton)
    assert len(buttons) > 5
    assert [press(Qt.Key.Key_Tab) for _ in buttons] == buttons
    for _ in buttons:
        QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    assert focus() is panel.view


def test_after_a_decision_by_a_button_of_the_card_the_list_has_the_keys(qtbot: QtBot, at_work: MainWindow) -> None:
    panel = at_work.findings_panel
    panel.view.setFocus()
    press(Qt.Key.Key_Tab)
    assert press(Qt.Key.Key_Space) is panel.view
    assert text_of(at_work) == TYPO.replace("همکری", "همکاری")
    wait_checked(qtbot, at_work)
    assert focus() is panel.view


def test_where_no_finding_is_listed_the_keys_mean_the_same(at_work: MainWindow) -> None:
    panel = at_work.findings_panel
    panel.view.setFocus()
    at_work.reviewing.sift(Sieve(words="چنین سخنی نیست"))
    assert not at_work.reviewing.shown
    assert panel.isAncestorOf(focus())
    press(Qt.Key.Key_Backspace)
    assert at_work.reviewing.shown
    assert focus() is panel.view
    at_work.reviewing.sift(Sieve(words="چنین سخنی نیست"))
    assert press(Qt.Key.Key_Escape) is shown(at_work)[1]
    assert press(Qt.Key.Key_F6) is panel.empty


def test_the_menu_of_a_finding_names_the_keys_and_offers_the_clipboard(at_work: MainWindow) -> None:
    editor = shown(at_work)[1]
    finding = at_work.reviewing.current
    assert finding is not None
    editor.move_caret(finding.span.key, finding.span.start + 1)
    place = editor.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = at_work.menus.actions
    assert menu.actions()[0].text() == "همکاری\tAlt+۱"
    assert {actions[name] for name in ("leave-here", "add-word", "why", "paste")} <= set(menu.actions())
    menu.close()
