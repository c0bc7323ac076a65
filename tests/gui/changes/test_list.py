"""The list of changes: by key and menu, filtered by rule, to the place, reversed and made again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from pr_editor.gui.changes.commands import CHANGES_COMMANDS
from pr_editor.gui.changes.report_form import ReportForm
from pr_editor.gui.window.actions import BAR, COMMANDS, MENUS, Menu
from tests.gui.changes.test_records import changes, fix_everything
from tests.gui.driver import PATIENCE, TYPO, open_checked, shown, take, text_of, type_words, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.changes.panel import ChangesPanel
    from pr_editor.gui.window.mainwindow import MainWindow

ZWNJ = "\u200c"
NUMBERS = ("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده")
HALF_SPACES = "\n".join(f"برنامه های گروه {number} هم در راه است." for number in NUMBERS)


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> ChangesPanel:
    """The list of three changes, open."""
    open_checked(qtbot, window, written(tmp_path, TYPO))
    fix_everything(qtbot, window)
    window.menus.actions["changes"].trigger()
    return window.changes.panel


def cells(panel: ChangesPanel, column: int) -> list[str]:
    """What stands in a column, without marks of direction."""
    index = panel.model.index
    texts = [str(panel.model.data(index(row, column))) for row in range(panel.model.rowCount())]
    return [text.translate(dict.fromkeys(map(ord, "\u200f\u200e\u2068\u2069"))) for text in texts]


def choose(panel: ChangesPanel, code: str) -> None:
    """Take the row of a rule in hand."""
    row = next(at for at, change in enumerate(panel.model.rows) if change.code == code)
    panel.table.setCurrentIndex(panel.model.index(row, 0))


def test_newest_first_with_half_spaces_to_be_seen_in_both_languages(window: MainWindow, panel: ChangesPanel) -> None:
    assert cells(panel, 0)[0] == "همکری ← همکاری"
    assert set(cells(panel, 0)[1:]) == {"برنامه های ← برنامه¦های", "می توانند ← می¦توانند"}
    assert cells(panel, 1)[0] == "غلط املایی"
    assert set(cells(panel, 3)) == {"در متن"}
    panel.table.setCurrentIndex(panel.model.index(1, 0))
    window.menus.actions["language-en"].trigger()
    assert cells(panel, 0)[0] == "همکری → همکاری"
    assert cells(panel, 3)[0] == "In the text"
    assert panel.title.text() == "Changes"
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [1]


def test_return_goes_to_the_place_and_one_rule_can_be_listed(window: MainWindow, panel: ChangesPanel) -> None:
    choose(panel, "SPL001")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    _, editor = shown(window)
    assert editor.textCursor().selectedText() == "همکاری"
    panel.rules.setCurrentIndex(panel.rules.findData("ZWN001"))
    assert cells(panel, 0) == ["می توانند ← می¦توانند"]
    panel.turn_all.click()
    assert "می توانند" in text_of(window)
    assert "همکاری" in text_of(window)


def test_return_goes_to_where_a_paragraph_stood_that_is_gone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    first, lead, *more = TYPO.split("\n")
    open_checked(qtbot, window, written(tmp_path, "\n".join((first, lead, more[0], lead, *more[1:]))))
    take(window, "DUP001")
    window.fixing.fix_current()
    window.menus.actions["changes"].trigger()
    panel = window.changes.panel
    choose(panel, "DUP001")
    assert lead in str(panel.model.data(panel.table.currentIndex(), Qt.ItemDataRole.ToolTipRole))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    draft, editor = shown(window)
    assert editor.caret_place() == (draft.paragraphs()[2].key, len(more[0]))
    assert tells(window, "stood here")


def test_the_list_comes_and_goes_and_says_when_it_is_empty(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    panel = window.changes.panel
    window.menus.actions["changes"].trigger()
    assert panel.empty.isVisible()
    assert not panel.table.isVisible()
    assert not panel.turn.isEnabled()
    take(window, "SPL001")
    window.fixing.fix_current()
    assert panel.table.isVisible()
    assert panel.model.rowCount() == 1
    window.menus.actions["undo"].trigger()
    assert panel.model.rowCount() == 0
    panel.dismiss.click()
    assert panel.isHidden()
    assert not window.menus.actions["changes"].isChecked()


def test_an_empty_list_has_no_keys_and_goes_by_its_own(window: MainWindow, panel: ChangesPanel) -> None:
    assert panel.table.hasFocus()
    while panel.model.rowCount():
        window.menus.actions["undo"].trigger()
    assert shown(window)[1].hasFocus(), "the keys go back to the text"
    window.menus.actions["changes"].trigger()
    assert panel.isHidden()


def test_delete_reverses_and_once_more_makes_it_again(window: MainWindow, panel: ChangesPanel) -> None:
    fixed = text_of(window)
    choose(panel, "SPL001")
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert text_of(window) == fixed.replace("همکاری", "همکری")
    assert cells(panel, 3)[0] == "برگردانده"
    assert "برگرداندن: غلط املایی" in window.menus.actions["undo"].text()
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert text_of(window) == fixed
    assert cells(panel, 3)[0] == "در متن"


def test_what_was_typed_over_says_so(window: MainWindow, panel: ChangesPanel) -> None:
    draft, editor = shown(window)
    key = draft.paragraphs()[2].key
    editor.move_caret(key, draft.texts()[key].index("همکاری") + 3)
    type_words(editor, "نوا")
    assert cells(panel, 3)[0] == "دیگر در متن نیست"
    text = text_of(window)
    choose(panel, "SPL001")
    panel.turn.click()
    assert text_of(window) == text
    assert window.notices.notice is not None
    assert "همکاری" in str(window.notices.notice.more)


def test_chosen_rows_are_reversed_together(window: MainWindow, panel: ChangesPanel) -> None:
    panel.table.selectAll()
    assert "۳" in panel.turn.text()
    panel.turn.click()
    assert text_of(window) == TYPO
    assert len(panel.chosen()) == 3, "the rows stay chosen"
    panel.turn.click()
    assert len([change for change in changes(window) if not change.reversed]) == 3


def test_many_are_not_reversed_without_asking(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, HALF_SPACES))
    window.fixing.fix_all_safe()
    qtbot.waitUntil(lambda: len(changes(window)) == 11, timeout=PATIENCE)
    window.menus.actions["changes"].trigger()
    fixed = text_of(window)
    window.changes.panel.turn_all.click()
    assert text_of(window) == fixed
    box = window.findChild(QMessageBox, "before-reversing")
    assert isinstance(box, QMessageBox)
    verbs = [button for button in box.buttons() if "۱۱" in button.text()]
    verbs[0].click()
    assert text_of(window) == HALF_SPACES


def test_every_command_is_in_a_menu_and_comparing_in_the_bar() -> None:
    def names(menu: Menu) -> set[str]:
        parts = (names(item) if isinstance(item, Menu) else {item} for item in menu.items if item is not None)
        return set().union(*parts)

    assert {command.id for command in CHANGES_COMMANDS} <= set().union(*map(names, MENUS))
    assert set(CHANGES_COMMANDS) <= set(COMMANDS)
    assert "compare" in BAR


def test_the_report_is_written_or_it_is_said_why_not(
    qtbot: QtBot, window: MainWindow, panel: ChangesPanel, tmp_path: Path
) -> None:
    assert panel.isVisible()
    for kind, begins in ((".html", b"<!DOCTYPE html>"), (".docx", b"PK")):
        form = report_form(window)
        form.kind.setCurrentIndex(form.kind.findData(kind))
        assert form.proposed == f"گزارش تغییرات - {TYPO.partition('\n')[0]}{kind}"
        path = tmp_path / f"گزارش{kind}"
        form.write(path)
        qtbot.waitUntil(partial(tells, window, path.name), timeout=PATIENCE)
        assert path.read_bytes().startswith(begins)
    form = report_form(window)
    form.write(tmp_path / "nowhere" / "report.html")
    qtbot.waitUntil(lambda: form.problem.property("tone") == "error", timeout=PATIENCE)
    assert form.isVisible()


def report_form(window: MainWindow) -> ReportForm:
    """The form, just opened."""
    window.menus.actions["change-report"].trigger()
    return next(form for form in window.findChildren(ReportForm) if form.isVisible())


def tells(window: MainWindow, words: str) -> bool:
    return window.notices.notice is not None and words in str(window.notices.notice.what)
