"""A low window, as everything twice as large makes one, keeps six lines of the text in sight whatever is open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from pr_editor.gui.notices import Notice, Tone
from pr_editor.profile.model import Severity
from pr_editor.text.message import message
from tests.gui.accessible import LAPTOP, SMALL, cut, go_round, lines_in_sight, too_large
from tests.gui.driver import TYPO, open_checked, shown, take, wait_checked, written
from tests.gui.test_panels import nameless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.changes.panel import ChangesPanel
    from pr_editor.gui.panels.side import Side
    from pr_editor.gui.window.mainwindow import MainWindow

LINES = 6


@pytest.fixture
def low(qtbot: QtBot, only_window: MainWindow, tmp_path: Path) -> Iterator[MainWindow]:
    """A small screen, everything twice as large, a draft with fixes done; afterwards the window is as before."""
    window = only_window
    window.look.use_scale(200)
    window.resize(*SMALL)
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["fix-safe"].trigger()
    wait_checked(qtbot, window)
    window.notices.clear()
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.seeking.leave()
    window.seeking.bar.words.clear()
    window.changes.close()
    window.notices.clear()
    while window.drafts.all:
        window.closing.close(window.drafts.all[0])
    window.look.use_scale(100)
    window.look.use_language("fa")
    window.resize(1360, 860)


def press(name: str) -> Callable[[MainWindow], None]:
    return lambda window: window.menus.actions[name].trigger()


def select_much(window: MainWindow) -> None:
    shown(window)[1].selectAll()
    press("replace")(window)


def tell(window: MainWindow) -> None:
    window.notices.tell(Notice(message("Nothing was replaced."), message("{number} already read so.", number=3)))


def fail(window: MainWindow) -> None:
    """Two lines of a notice."""
    what = message("“{text}” is added to the dictionary. Closes {number} in this draft.", text="همکری", number=3)
    more = message("“{text}” is two words without the space between them.", text="همکری")
    window.notices.tell(Notice(what, more, Tone.ERROR, message("Undo")))


STEPS: dict[str, tuple[Callable[[MainWindow], None], ...]] = {
    "text": (),
    "notice": (fail,),
    "find": (press("find"),),
    "replace": (press("replace"),),
    "replace in a part": (select_much, tell),
    "changes": (press("changes"),),
    "changes and replace": (press("changes"), press("replace"), fail),
}


def side(window: MainWindow) -> Side:
    return window.arrangement.side


def below(window: MainWindow, part: QWidget) -> bool:
    """Whether a part stands below the text."""
    edge = window.desk.mapTo(window, window.desk.rect().bottomLeft()).y()
    return part.isVisible() and part.mapTo(window, part.rect().topLeft()).y() > edge


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize(("scale", "size"), [(200, SMALL), (200, LAPTOP), (150, LAPTOP), (100, SMALL), (100, LAPTOP)])
def test_six_lines_stay_in_sight(
    qtbot: QtBot, low: MainWindow, language: str, scale: int, size: tuple[int, int]
) -> None:
    press(f"language-{language}")(low)
    low.look.use_scale(scale)
    low.resize(*size)
    for steps in STEPS.values():
        for step in steps:
            step(low)
        qtbot.waitUntil(lambda: lines_in_sight(shown(low)[1]) >= LINES)
        assert not too_large(low)
        low.notices.clear()
        low.seeking.leave()
        low.changes.close()


def test_a_comparison_keeps_them_as_well(qtbot: QtBot, low: MainWindow) -> None:
    press("compare")(low)
    qtbot.waitUntil(lambda: low.comparing.shown)
    page = low.comparing.page
    qtbot.waitUntil(lambda: lines_in_sight(page.text) >= LINES)
    assert not page.counts.isVisible()
    counts = page.counts.accessibleName()
    assert "۲" in counts
    assert counts in page.place.toolTip()
    assert counts in page.text.accessibleName()
    low.look.use_scale(100)
    low.resize(1360, 860)
    qtbot.waitUntil(page.counts.isVisible)
    low.comparing.leave()


def test_what_is_sought_takes_turns_with_the_bar(low: MainWindow) -> None:
    bar, seeking = low.bar, low.seeking.bar
    assert bar.isVisible()
    press("replace")(low)
    assert seeking.isVisible()
    assert not bar.isVisible()
    QApplication.processEvents()
    parts = (seeking.words, seeking.new_words, seeking.next, seeking.replace, seeking.options, seeking.close_button)
    assert len({part.mapTo(low, part.rect().center()).y() // 4 for part in parts}) == 1, "in one row"
    assert cut(low) == []
    low.seeking.leave()
    assert bar.isVisible()


def test_a_notice_takes_turns_with_the_status_line(low: MainWindow) -> None:
    tell(low)
    assert low.notices.isVisible()
    assert not low.status.isVisible()
    low.notices.clear()
    assert low.status.isVisible()


def test_counts_are_told_by_signs_where_there_is_no_room_for_words(low: MainWindow) -> None:
    low.bar.show_counts(Counter(dict.fromkeys(Severity, 345)), frozenset())
    QApplication.processEvents()
    chip = low.bar.chips[Severity.ERROR]
    assert chip.text().strip() == "۳۴۵"
    assert not chip.icon().isNull()
    assert chip.accessibleName() == "۳۴۵ خطا"
    assert "۳۴۵ خطا" in chip.toolTip()
    assert len({chip.y() for chip in low.bar.chips.values()}) == 1, "in one line"


def test_changes_take_turns_with_the_findings(low: MainWindow) -> None:
    findings, changes, tabs = low.findings_panel, low.changes.panel, side(low).tabs
    assert not tabs.isVisible()
    press("changes")(low)
    assert changes.isVisible()
    assert not findings.isVisible()
    assert low.focusWidget() is changes.table
    assert [tabs.tabText(at) for at in range(tabs.count())] == ["یافته‌ها", "تغییرات"]
    assert tabs.currentIndex() == 1
    assert "Ctrl+3" in tabs.tabToolTip(0)
    press("to-findings")(low)
    assert findings.isVisible()
    assert findings.isAncestorOf(low.focusWidget())
    assert tabs.currentIndex() == 0
    tabs.setCurrentIndex(1)
    assert low.focusWidget() is changes.table, "who had the keys beside the text has them there"
    press("search-findings")(low)
    assert low.focusWidget() is low.findings_panel.sieve.words
    press("changes")(low)
    press("next")(low)
    assert findings.isVisible(), "who goes to a finding sees it"
    assert low.focusWidget() is low.findings_panel.view, "and decides about it by keys"
    press("changes")(low)
    press("to-text")(low)
    press("next-part")(low)
    assert low.focusWidget() is low.findings_panel.view
    press("changes")(low)
    low.changes.close()
    assert findings.isVisible()
    assert not tabs.isVisible()


def test_hidden_findings_leave_their_place(low: MainWindow) -> None:
    press("show-findings")(low)
    assert not side(low).isVisible()
    press("changes")(low)
    assert low.changes.panel.isVisible()
    assert not side(low).tabs.isVisible()
    press("show-findings")(low)
    assert low.findings_panel.isVisible()


def menu(panel: ChangesPanel) -> dict[str, Callable[[], None]]:
    """What the menu of the list offers now."""
    panel.menu.aboutToShow.emit()
    inside = [menu for action in panel.menu.actions() if isinstance(menu := action.menu(), QMenu)]
    actions = [action for menu in (panel.menu, *inside) for action in menu.actions()]
    return {action.text(): action.trigger for action in actions if action.text() and action.isEnabled()}


def test_the_menu_of_changes_offers_what_has_no_button_there(low: MainWindow) -> None:
    press("changes")(low)
    panel = low.changes.panel
    QApplication.processEvents()
    assert not any(part.isVisible() for part in (panel.rules, panel.go, panel.turn_all, panel.dismiss))
    assert panel.turn.isVisible()
    assert panel.more.isVisible()
    assert panel.table.viewport().height() >= 4 * panel.table.rowHeight(0), "room for some rows"
    menu(panel)[panel.rules.itemText(1)]()
    assert panel.title.isVisible()
    assert panel.title.text() == panel.rules.itemText(1), "what is listed is said"
    menu(panel)[panel.turn_all.text()]()
    assert all(change.reversed for change in panel.model.rows)
    menu(panel)[panel.rules.itemText(0)]()
    assert not panel.title.isVisible()
    menu(panel)[panel.dismiss.accessibleName()]()
    assert panel.isHidden()


def test_the_menu_key_opens_the_menu_of_changes(qtbot: QtBot, low: MainWindow) -> None:
    press("changes")(low)
    panel = low.changes.panel
    panel.table.customContextMenuRequested.emit(panel.table.rect().center())
    qtbot.waitUntil(panel.menu.isVisible)
    QTest.keyClick(panel.menu, Qt.Key.Key_Escape)
    assert not panel.menu.isVisible()


def test_more_of_the_search_is_opened_by_key_and_says_what_is_chosen(qtbot: QtBot, low: MainWindow) -> None:
    press("find-options")(low)
    bar = low.seeking.bar
    assert bar.isVisible()
    qtbot.waitUntil(bar.choices.isVisible)
    assert low.screen().availableGeometry().contains(bar.choices.geometry())
    bar.choices.whole_words.click()
    assert bar.options.accessibleDescription() == bar.choices.whole_words.text()
    assert "•" in bar.options.text()
    assert "Ctrl+Alt+G" in bar.options.toolTip()
    QTest.keyClick(bar.choices, Qt.Key.Key_Escape)
    assert not bar.choices.isVisible()
    bar.choices.whole_words.click()
    assert "•" not in bar.options.text()


def test_all_is_replaced_by_what_stands_among_the_options(qtbot: QtBot, low: MainWindow) -> None:
    editor = shown(low)[1]
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    press("replace")(low)
    bar = low.seeking.bar
    bar.words.setText("کتابخانه")
    bar.new_words.setText("موزه")
    qtbot.waitUntil(lambda: "از" in bar.count.text())
    assert "دوباره" not in bar.count.text()
    press("find-options")(low)
    qtbot.waitUntil(bar.replace_all.isVisible)
    bar.replace_all.click()
    assert not bar.choices.isVisible()
    qtbot.waitUntil(lambda: "کتابخانه" not in editor.toPlainText())


def test_an_ordinary_window_is_as_ever(low: MainWindow) -> None:
    press("replace")(low)
    low.seeking.bar.words.setText("شهر")
    low.seeking.bar.words.setFocus()
    low.look.use_scale(100)
    low.resize(1360, 860)
    QApplication.processEvents()
    bar, changes = low.seeking.bar, low.changes.panel
    assert low.focusWidget() is bar.words, "who had the keys keeps them"
    assert bar.words.text() == "شهر"
    assert low.bar.isVisible()
    assert below(low, bar)
    assert bar.replace_all.isVisible()
    assert bar.options.text() == "گزینه‌ها"
    press("changes")(low)
    tell(low)
    QApplication.processEvents()
    assert below(low, changes)
    assert below(low, low.notices)
    assert low.status.isVisible()
    assert low.findings_panel.isVisible()
    assert not side(low).tabs.isVisible()
    assert changes.rules.isVisible()
    assert not changes.table.isColumnHidden(1)
    low.look.use_scale(200)
    low.resize(*SMALL)
    QApplication.processEvents()
    assert not below(low, bar)
    assert bar.isVisible()


def test_a_list_is_not_moved_again_when_something_else_goes(low: MainWindow) -> None:
    low.look.use_scale(100)
    press("changes")(low)
    QApplication.processEvents()
    assert below(low, low.changes.panel), "there is room for one"
    press("replace")(low)
    QApplication.processEvents()
    assert not below(low, low.changes.panel)
    low.seeking.leave()
    QApplication.processEvents()
    assert not below(low, low.changes.panel)
    assert low.changes.panel.isVisible()
    low.changes.close()
    press("changes")(low)
    QApplication.processEvents()
    assert below(low, low.changes.panel)


def test_a_finding_in_hand_stays_in_hand(low: MainWindow) -> None:
    take(low, "SPL001")
    press("to-findings")(low)
    low.resize(1360, 1400)
    QApplication.processEvents()
    assert low.findings_panel.isAncestorOf(low.focusWidget())
    assert low.reviewing.current is not None
    assert low.reviewing.current.code == "SPL001"


@pytest.mark.parametrize("language", ["fa", "en"])
def test_everything_is_named_and_come_to_and_left_by_tab(qtbot: QtBot, low: MainWindow, language: str) -> None:
    press(f"language-{language}")(low)
    for steps in STEPS.values():
        for step in steps:
            step(low)
        QApplication.processEvents()
        assert nameless(low) == []
        go_round(low)
        low.notices.clear()
        low.seeking.leave()
        low.changes.close()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_tab_goes_through_the_search_as_it_is_read(qtbot: QtBot, low: MainWindow, language: str) -> None:
    press(f"language-{language}")(low)
    press("replace")(low)
    bar = low.seeking.bar
    bar.words.setText("کتابخانه")
    qtbot.waitUntil(bar.replace.isEnabled)
    QApplication.processEvents()
    came: list[QWidget] = [bar.words]
    while bar.isAncestorOf(low.focusWidget()) and len(came) < 10:
        QTest.keyClick(low.focusWidget(), Qt.Key.Key_Tab)
        came.append(low.focusWidget())
    inside = came[:-1]
    assert inside[:2] == [bar.words, bar.new_words], "what is typed next, comes next"
    assert {*inside} == {bar.words, bar.new_words, bar.previous, bar.next, bar.options, bar.replace, bar.close_button}
