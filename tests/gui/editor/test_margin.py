"""The margin stands at the right of the text, in step with it, and tells what was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from pr_editor.gui.editor.margin import Entry, Margin
from pr_editor.gui.editor.typography import column_width
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from tests.gui.editor.conftest import LEAD, SOURCE, Made, found, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.editor import DraftEditor


def margin_of(editor: DraftEditor) -> Margin:
    margin = editor.findChild(Margin)
    assert margin is not None
    return margin


@pytest.fixture
def margin(editor: DraftEditor) -> Margin:
    return margin_of(editor)


def entry(margin: Margin, key: int) -> Entry:
    """What the margin shows for a paragraph."""
    return next(entry for entry in margin._entries() if entry.key == key)


def test_it_stands_beside_the_text_at_the_right(editor: DraftEditor, margin: Margin) -> None:
    paper = editor.viewport().geometry()
    assert margin.geometry().left() == paper.right() + 1
    assert (margin.geometry().top(), margin.height()) == (paper.top(), paper.height())


@pytest.mark.parametrize("width", [420, 700, 900, 1800])
def test_the_column_is_centred_and_never_too_wide(
    editor: DraftEditor, margin: Margin, qtbot: QtBot, width: int
) -> None:
    editor.resize(width, 600)
    qtbot.waitUntil(lambda: margin.geometry().left() == editor.viewport().geometry().right() + 1)
    paper = editor.viewport().geometry()
    assert paper.width() - 2 * editor.document().documentMargin() <= column_width(12) + 1
    assert editor.document().textWidth() == paper.width()
    assert margin.geometry().right() < width
    left, right = paper.left(), width - margin.geometry().right() - 1
    assert left == 16 or abs(left - right) <= 1


def test_the_column_keeps_to_the_paper_when_the_text_grows_out_of_it(make: Made) -> None:
    editor = make("خبر")
    editor.insertPlainText("\n".join(["یک بند تازه"] * 40))
    assert editor.verticalScrollBar().maximum() > 0
    assert editor.document().textWidth() == editor.viewport().width()


def test_a_column_holds_about_75_characters() -> None:
    assert 0.9 < column_width(15) / column_width(12) / (15 / 12) < 1.1


def test_labels_stand_at_the_first_line_and_scroll_with_it(make: Made) -> None:
    editor = make(*(["یک بند معمولی که چند واژه دارد"] * 60))
    margin = margin_of(editor)
    for scrolled in (0, 400):
        editor.verticalScrollBar().setValue(scrolled)
        for shown in margin._entries():
            block = editor.block_of(shown.key)
            assert block is not None
            caret = editor.cursorRect(QTextCursor(block))
            assert caret.top() <= shown.baseline <= caret.bottom() + 1
    keys = [shown.key for shown in margin._entries()]
    assert 0 not in keys
    assert len(keys) < 30


def test_blank_lines_have_no_label(editor: DraftEditor, margin: Margin) -> None:
    editor.move_caret(3, len(SOURCE))
    press(editor, "\r", Qt.Key.Key_Return)
    assert [shown.key for shown in margin._entries()] == [0, 1, 2, 3]


def test_a_click_on_a_label_asks_for_the_kind(editor: DraftEditor, margin: Margin, qtbot: QtBot) -> None:
    editor.set_kinds({1: Kind.LEAD})
    shown = entry(margin, 1)
    assert shown.kind is Kind.LEAD
    with qtbot.waitSignal(editor.kind_menu_requested) as seen:
        QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=margin._label(shown).center().toPoint())
    assert seen.args is not None
    assert seen.args[0] == 1


def test_alt_k_asks_for_the_kind_at_the_caret(editor: DraftEditor, margin: Margin, qtbot: QtBot) -> None:
    editor.activateWindow()
    editor.setFocus()
    editor.move_caret(2, 4)
    with qtbot.waitSignal(editor.kind_menu_requested) as seen:
        QTest.keyClick(editor, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert seen.args is not None
    key, place = seen.args
    assert key == 2
    assert margin.rect().contains(margin.mapFromGlobal(place))


def test_flags_and_marks_lead_to_their_findings(editor: DraftEditor, margin: Margin, qtbot: QtBot) -> None:
    missing = [found(editor, "BYL001", 3, "", Severity.WARNING), found(editor, "BYL004", 3, "")]
    copy = found(editor, "DUP001", 1, LEAD, Severity.BLOCKER)
    editor.show_findings([*missing, copy])
    for key, fingerprint in ((3, "BYL004-3-21"), (1, copy.fingerprint)):
        corner = margin._mark_places(entry(margin, key))[0]
        with qtbot.waitSignal(editor.finding_activated) as seen:
            QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=(corner + QPointF(8, 8)).toPoint())
        assert seen.args == [fingerprint]


def test_hovering_a_flag_tells_everything_that_is_missing(editor: DraftEditor, margin: Margin) -> None:
    missing = [found(editor, "BYL001", 3, ""), found(editor, "BYL004", 3, "")]
    editor.show_findings(missing)
    place = (margin._mark_places(entry(margin, 3))[0] + QPointF(8, 8)).toPoint()
    for where, told in (
        (place, "explains BYL001-3-21<br>explains BYL004-3-21"),
        (margin._label(entry(margin, 0)).center().toPoint(), "متن — برای تغییر کلیک کنید یا Alt+K را بزنید"),
    ):
        QApplication.sendEvent(margin, QHelpEvent(QEvent.Type.ToolTip, where, margin.mapToGlobal(where)))
        assert f">{told}<" in QToolTip.text()
        QToolTip.hideText()


def test_a_flag_goes_with_its_paragraph(editor: DraftEditor, margin: Margin) -> None:
    finding = found(editor, "BYL001", 3, "")
    editor.show_findings([finding])
    assert entry(margin, 3).missing == [finding]
    editor.selectAll()
    editor.cut()
    assert list(margin._entries()) == []


def test_a_larger_type_makes_room(editor: DraftEditor, margin: Margin) -> None:
    editor.resize(1800, 600)
    before = editor.viewport().width()
    editor.set_text_size(18)
    assert editor.viewport().width() > before
    assert margin.geometry().left() == editor.viewport().geometry().right() + 1
