"""What was found is marked where it is, in its shape, and only as long as its words are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from pr_editor.gui.editor.marks import Shape, shape_of, token_of
from pr_editor.gui.theme import Theme
from pr_editor.profile.model import Severity
from tests.gui.editor.conftest import BODY, LEAD, Made, found, press, underlined, write

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.checks.model import Finding
    from pr_editor.gui.editor import DraftEditor

Underline = QTextCharFormat.UnderlineStyle
ALT = Qt.KeyboardModifier.AltModifier


def place_of(editor: DraftEditor, finding: Finding) -> QPoint:
    """The middle of a finding's words in the viewport."""
    block = editor.block_of(finding.span.key)
    assert block is not None
    start = block.text().index(finding.text) + sum(ch > "\uffff" for ch in block.text()[: finding.span.start])
    ends = []
    for offset in (start, start + len(finding.text)):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + offset)
        ends.append(editor.cursorRect(cursor).center())
    return QPoint((ends[0].x() + ends[1].x()) // 2, ends[0].y())


def picture(editor: DraftEditor) -> QImage:
    return editor.viewport().grab().toImage()


@pytest.mark.parametrize(
    ("code", "severity", "shape", "token"),
    [
        ("SPL001", Severity.ERROR, Shape.WAVE, "error"),
        ("SPL004", Severity.WARNING, Shape.WAVE, "warning"),
        ("SPL005", Severity.NOTE, Shape.LINE, "note"),
        ("ZWN001", Severity.ERROR, Shape.DOTS, "halfspace"),
        ("HEH001", Severity.WARNING, Shape.DOTS, "warning"),
        ("NUM001", Severity.WARNING, Shape.DASHES, "warning"),
        ("BID001", Severity.ERROR, Shape.DASHES, "error"),
        ("REP001", Severity.ERROR, Shape.DASHES, "error"),
        ("CON001", Severity.WARNING, Shape.LINE, "warning"),
        ("TRM001", Severity.BLOCKER, Shape.LINE, "blocker"),
        ("DUP004", Severity.WARNING, Shape.GROUND, "duplicate"),
    ],
)
def test_shape_tells_the_family_and_colour_the_weight(
    editor: DraftEditor, code: str, severity: Severity, shape: Shape, token: str
) -> None:
    finding = found(editor, code, 2, "بسیاد", severity)
    assert (shape_of(finding), token_of(finding)) == (shape, token)


def test_marks_stand_under_the_words_even_after_an_emoji(editor: DraftEditor) -> None:
    editor.show_findings([found(editor, "SPL001", 2, "بسیاد"), found(editor, "ZWN002", 2, "کتابخانه ها")])
    assert underlined(editor) == ["بسیاد", "کتابخانه ها"]
    styles = [selection.format.underlineStyle() for selection in editor.extraSelections()]
    assert styles == [Underline.WaveUnderline, Underline.DotLine]


def test_marks_move_with_the_text_before_them(editor: DraftEditor) -> None:
    editor.show_findings([found(editor, "SPL001", 2, "بسیاد")])
    editor.move_caret(1, 0)
    write(editor, "آغاز ")
    press(editor, "\r", Qt.Key.Key_Return)
    editor.move_caret(2, 3)
    write(editor, "😀 ")
    assert underlined(editor) == ["بسیاد"]
    editor.move_caret(2, 8)
    press(editor, "\r", Qt.Key.Key_Return)
    assert underlined(editor) == ["بسیاد"]


def test_a_mark_goes_with_its_words_and_no_other(editor: DraftEditor) -> None:
    editor.show_findings([found(editor, "SPL001", 2, "بسیاد"), found(editor, "ZWN002", 2, "کتابخانه ها")])
    editor.move_caret(2, BODY.index("بسیاد") + 2)
    write(editor, "ت")
    assert underlined(editor) == ["کتابخانه ها"]


@pytest.mark.parametrize("offset", [0, 5])
def test_a_word_that_grows_loses_its_mark(editor: DraftEditor, offset: int) -> None:
    finding = found(editor, "ZWN001", 2, "بسیاد")
    editor.show_findings([finding])
    editor.move_caret(2, finding.span.start + offset)
    write(editor, "،")
    assert underlined(editor) == ["بسیاد"]
    press(editor, key=Qt.Key.Key_Backspace)
    write(editor, "ی")
    assert underlined(editor) == []


def test_a_mark_inside_a_word_stays_while_others_are_typed(editor: DraftEditor) -> None:
    editor.show_findings([found(editor, "CHR001", 2, "واس")])
    editor.move_caret(2, 0)
    write(editor, "و ")
    assert underlined(editor) == ["واس"]


def test_a_finding_of_an_older_text_is_carried_or_left_out(editor: DraftEditor) -> None:
    findings = [found(editor, "SPL001", 2, "بسیاد"), found(editor, "ZWN002", 2, "کتابخانه ها")]
    editor.show_findings(findings)
    editor.move_caret(2, BODY.index("بسیاد") + 2)
    write(editor, "ت")
    editor.show_findings(findings)
    assert underlined(editor) == ["کتابخانه ها"]
    editor.show_findings([])
    assert underlined(editor) == []


def test_the_word_being_typed_is_left_alone(make: Made) -> None:
    editor = make("یک")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    write(editor, " نمونح")
    editor.show_findings([found(editor, "SPL001", 0, "نمونح"), found(editor, "ZWN001", 0, "یک")])
    assert underlined(editor) == ["یک"]
    editor.moveCursor(QTextCursor.MoveOperation.StartOfLine)
    assert sorted(underlined(editor)) == sorted(["یک", "نمونح"])
    editor.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    assert len(underlined(editor)) == 2


def test_the_next_word_uncovers_the_one_before(make: Made) -> None:
    editor = make()
    write(editor, "نمونح")
    editor.show_findings([found(editor, "SPL001", 0, "نمونح")])
    assert underlined(editor) == []
    write(editor, " ب")
    assert underlined(editor) == ["نمونح"]


def test_the_current_finding_has_a_ground(editor: DraftEditor) -> None:
    findings = [found(editor, "SPL001", 2, "بسیاد"), found(editor, "ZWN002", 2, "کتابخانه ها")]
    editor.show_findings(findings)
    editor.set_current(findings[0].fingerprint)
    grounds = {s.cursor.selectedText(): s.format.background().style() for s in editor.extraSelections()}
    assert grounds == {"بسیاد": Qt.BrushStyle.SolidPattern, "کتابخانه ها": Qt.BrushStyle.NoBrush}
    assert editor.caret_place() == (2, findings[0].span.end)
    editor.set_current(findings[1].fingerprint, reveal=False)
    assert editor.caret_place() == (2, findings[0].span.end)
    editor.set_current(None)
    assert {s.format.background().style() for s in editor.extraSelections()} == {Qt.BrushStyle.NoBrush}


def test_a_current_finding_out_of_sight_is_brought_into_it(make: Made) -> None:
    editor = make(*(["یک بند معمولی"] * 80), "بند پایانی با بسیاد")
    finding = found(editor, "SPL001", 80, "بسیاد")
    editor.show_findings([finding])
    editor.set_current(finding.fingerprint)
    assert editor.viewport().rect().contains(place_of(editor, finding))


def test_a_click_on_a_mark_leads_to_its_finding(editor: DraftEditor, qtbot: QtBot) -> None:
    finding = found(editor, "SPL001", 2, "بسیاد")
    editor.show_findings([finding, found(editor, "DUP004", 2, BODY.partition(" 😀")[0], Severity.WARNING)])
    with qtbot.waitSignal(editor.finding_clicked) as seen:
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place_of(editor, finding))
    assert seen.args == [finding.fingerprint]
    beside = QPoint(editor.viewport().width() // 2, editor.viewport().height() - 5)
    with qtbot.assertNotEmitted(editor.finding_clicked):
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=beside)


def test_of_findings_in_one_place_the_keys_reach_the_one_in_hand(editor: DraftEditor) -> None:
    """The card numbers its candidates; Alt and a number choose among them, not among another's."""
    word = found(editor, "SPL001", 2, "بسیاد")
    sentence = found(editor, "DUP004", 2, BODY.partition(" 😀")[0], Severity.WARNING)
    editor.show_findings([word, sentence])
    inside = editor.document().findBlockByNumber(2).position() + BODY.index("بسیاد") + 1
    assert editor.finding_at(inside) == word, "else the one with fewest words"
    editor.set_current(sentence.fingerprint, reveal=False)
    assert editor.finding_at(inside) == sentence


def test_keys_reach_the_finding_at_the_caret(editor: DraftEditor, qtbot: QtBot) -> None:
    finding, missing = found(editor, "SPL001", 2, "بسیاد"), found(editor, "BYL001", 3, "")
    editor.show_findings([finding, missing])
    editor.activateWindow()
    editor.setFocus()
    for key, offset, fingerprint in ((2, finding.span.start, finding.fingerprint), (3, 0, missing.fingerprint)):
        editor.move_caret(key, offset)
        with qtbot.waitSignal(editor.finding_activated) as seen:
            QTest.keyClick(editor, Qt.Key.Key_Return, ALT)
        assert seen.args == [fingerprint]
    with qtbot.waitSignal(editor.candidate_requested) as seen:
        QTest.keyClick(editor, Qt.Key.Key_3, ALT)
    assert seen.args == [3]


def test_hovering_explains(editor: DraftEditor) -> None:
    finding = found(editor, "SPL001", 2, "بسیاد")
    editor.show_findings([finding])
    place = place_of(editor, finding)
    event = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), event)
    assert f">explains {finding.fingerprint}<" in QToolTip.text()
    QToolTip.hideText()


def test_the_context_menu_of_a_finding_is_the_windows(editor: DraftEditor, qtbot: QtBot) -> None:
    finding = found(editor, "SPL001", 2, "بسیاد")
    editor.show_findings([finding])
    place = place_of(editor, finding)
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.viewport().mapToGlobal(place))
    editor.move_caret(2, finding.span.start)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    for event in (mouse, by_key):
        with qtbot.waitSignal(editor.context_menu_for) as seen:
            QApplication.sendEvent(editor.viewport(), event)
        assert seen.args is not None
        assert seen.args[0] == finding.fingerprint


def test_a_repeated_paragraph_is_tinted(editor: DraftEditor) -> None:
    block = editor.block_of(1)
    assert block is not None
    ground = QPoint(28, editor.cursorRect(QTextCursor(block)).center().y())
    paper = picture(editor).pixelColor(ground)
    editor.set_repeated({1})
    tinted = picture(editor).pixelColor(ground)
    assert (paper.name(), tinted.name()) == ("#ffffff", "#f3edfb")
    editor.set_repeated(set())
    editor.show_findings([found(editor, "DUP001", 1, LEAD, Severity.BLOCKER)])
    assert picture(editor).pixelColor(ground) == tinted
    assert underlined(editor) == []


def test_half_space_marks_change_no_layout(make: Made) -> None:
    editor = make("کتاب‌ها و می‌رود")
    plain, height = picture(editor), editor.document().size()
    editor.set_show_half_spaces(True)
    shown = picture(editor)
    assert shown != plain
    assert editor.document().size() == height
    assert not editor.document().isUndoAvailable()
    editor.set_show_half_spaces(False)
    assert picture(editor) == plain


def test_another_theme_recolours_the_marks(editor: DraftEditor, resources: Path) -> None:
    editor.show_findings([found(editor, "SPL001", 2, "بسیاد")])
    dark = Theme.load(resources / "themes" / "dark.toml")
    editor.set_theme(dark)
    assert editor.extraSelections()[0].format.underlineColor() == dark.tokens.error
    assert picture(editor).pixelColor(editor.viewport().width() // 2, 4) == dark.tokens.surface


def test_loading_another_draft_leaves_no_mark(make: Made) -> None:
    editor = make("یک بسیاد")
    finding = found(editor, "SPL001", 0, "بسیاد")
    editor.show_findings([finding])
    editor.set_current(finding.fingerprint)
    editor.load_paragraphs(editor.paragraphs())
    assert underlined(editor) == []
    editor.show_findings([finding])
    assert underlined(editor) == ["بسیاد"]
