"""What the list costs: nothing is shown anew that has not changed, and rows stand where they are painted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pr_editor.gui.panels.findings_model import Line
from tests.gui.driver import TYPO, open_checked, shown, type_words, wait_checked, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

_FAULTS = 40
_LONG = "\n".join([TYPO, *(f"كار {number} در این محله از فردا آغاز می شود." for number in range(_FAULTS))])


def test_a_check_that_confirms_what_is_listed_lists_nothing_anew(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    told: list[str] = []
    listing, counting = (lambda: told.append("listed")), (lambda: told.append("counted"))
    window.reviewing.changed.connect(listing)
    window.reviewing.counted.connect(counting)
    window.checking.check_again()
    wait_checked(qtbot, window)
    window.reviewing.changed.disconnect(listing)
    window.reviewing.counted.disconnect(counting)
    assert told == ["listed", "counted"], "once as the text is held against what is known, not once more at the end"


def test_sure_fixes_are_counted_when_the_check_is_complete(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    before = window.reviewing.sure
    editor = shown(window)[1]
    editor.move_caret(editor.paragraphs()[-1].key, 0)
    type_words(editor, "كارگران ")
    wait_checked(qtbot, window)
    assert window.reviewing.sure == before + 1
    assert window.speech.digits(before + 1) in window.menus.actions["fix-safe"].iconText()


def test_a_click_finds_the_row_that_is_painted_there(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, _LONG))
    view, model = window.findings_panel.view, window.findings_panel.rows
    for family in window.reviewing.groups:
        if family != window.reviewing.shown[0].rule.family:
            window.findings_panel.toggle(family)
    assert model.rowCount() > _FAULTS
    indices = [model.index(at) for at in range(model.rowCount())]
    rects = [view.visualRect(index) for index in indices]
    assert all(below.top() == above.bottom() + 1 for above, below in pairwise(rects))
    assert [view.indexAt(rect.center()) for rect in rects] == indices
    last = next(index for index in reversed(indices) if isinstance(model.row(index), Line))
    row = model.row(last)
    assert isinstance(row, Line)
    view.scrollTo(last)
    place = view.visualRect(last)
    assert view.viewport().rect().contains(place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert window.reviewing.current == row.finding
    assert view.card.geometry().center() == view.visualRect(view.currentIndex()).center()
