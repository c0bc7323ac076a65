"""Which hit comes next and which paragraph is meant, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pr_editor.gui.find.go_to import GoTo
from pr_editor.gui.find.places import meant, nearest
from pr_editor.text.draft import Kind, Paragraph
from pr_editor.text.span import Span
from tests.gui.driver import TYPO, open_checked, press, shown, type_words, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.window.mainwindow import MainWindow

HITS = [Span(7, 2, 4), Span(7, 8, 10), Span(3, 0, 2)]
ORDER = [7, 5, 3]


@pytest.mark.parametrize(
    ("caret", "step", "expected"),
    [
        ((7, 0), 1, 0),
        ((7, 2), 1, 0),
        ((7, 3), 1, 1),
        ((5, 0), 1, 2),
        ((3, 1), 1, 3),
        ((99, 0), 1, 0),
        ((7, 0), -1, -1),
        ((7, 4), -1, 0),
        ((5, 9), -1, 1),
        ((3, 2), -1, 2),
    ],
)
def test_the_nearest_hit(caret: tuple[int, int], step: int, expected: int) -> None:
    assert nearest(HITS, ORDER, caret, step) == expected


PARAGRAPHS = [
    Paragraph(4, "گشایش کتابخانه", Kind.HEADLINE),
    Paragraph(9, "لید خبر ۳ بخش دارد", Kind.LEAD),
    Paragraph(2, "کتاب‌های تازه", Kind.BODY),
]
NAMES = {Kind.HEADLINE: "تیتر", Kind.LEAD: "لید", Kind.BODY: "متن"}


@pytest.mark.parametrize(
    ("wanted", "places"),
    [("", [0, 1, 2]), ("2", [1]), ("۲", [1]), ("3", [2, 1]), ("لید", [1]), ("کتابهای", [2]), ("9", []), ("تی", [0])],
)
def test_what_is_meant(wanted: str, places: list[int]) -> None:
    assert meant(wanted, PARAGRAPHS, NAMES, 9) == places
    assert meant(wanted, PARAGRAPHS, NAMES, 1) == places[:1]


@pytest.mark.parametrize(("typed", "start"), [("۴", "وی افزود"), ("منبع", "منبع:"), ("همکری", "شهردار بهاران در")])
def test_going_to_a_paragraph(qtbot: QtBot, window: MainWindow, tmp_path: Path, typed: str, start: str) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["go-to"].trigger()
    popup = window.findChild(GoTo)
    assert isinstance(popup, GoTo)
    assert popup.list.count() == 6
    popup.wanted.setText(typed)
    press(popup.wanted, Qt.Key.Key_Return)
    QApplication.processEvents()
    editor = shown(window)[1]
    assert editor.textCursor().block().text().startswith(start)
    assert editor.textCursor().positionInBlock() == 0


def test_who_types_on_at_once_types_into_the_text(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["go-to"].trigger()
    popup = window.findChild(GoTo)
    assert isinstance(popup, GoTo)
    popup.wanted.setText("۲")
    press(popup.wanted, Qt.Key.Key_Return)
    # A busy window is told of these keys as of some to the popup: it was still there when they were pressed.
    type_words(popup.wanted, "نو")
    editor = shown(window)[1]
    assert editor.textCursor().block().text().startswith("نو")
    assert editor.textCursor().blockNumber() == 1


def test_arrows_choose_in_the_list(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, TYPO))
    window.menus.actions["go-to"].trigger()
    popup = window.findChild(GoTo)
    assert isinstance(popup, GoTo)
    press(popup.wanted, Qt.Key.Key_Down)
    press(popup.wanted, Qt.Key.Key_Down)
    press(popup.wanted, Qt.Key.Key_Return)
    assert shown(window)[1].textCursor().blockNumber() == 2
