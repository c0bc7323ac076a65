"""The strip along the scroll bar shows every finding where it is in the whole text, and leads there."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from pr_editor.gui.editor.overview import WIDTH, Overview
from pr_editor.profile.model import Severity
from tests.gui.editor.conftest import Made, found, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.editor import DraftEditor

LINE = "یک بند معمولی که چند واژه دارد و نمونح"
LEFT = Qt.MouseButton.LeftButton


def strip_of(editor: DraftEditor) -> Overview:
    strip = editor.findChild(Overview)
    assert strip is not None
    return strip


@pytest.fixture
def editor(make: Made) -> DraftEditor:
    made = make(*[LINE] * 100)
    made.complete()
    made.show_findings(
        [
            found(made, "SPL001", 10, "نمونح"),
            found(made, "BYL001", 50, "", Severity.WARNING),
            found(made, "DUP001", 90, LINE, Severity.BLOCKER),
        ]
    )
    strip_of(made).work_out()
    return made


@pytest.fixture
def strip(editor: DraftEditor) -> Overview:
    return strip_of(editor)


def test_it_stands_beside_the_scroll_bar_and_takes_no_room_of_the_text(editor: DraftEditor, strip: Overview) -> None:
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        editor.setLayoutDirection(direction)
        editor.resize(editor.width() + 1, editor.height())
        QApplication.processEvents()
        place, paper = strip.geometry(), editor.viewport().geometry()
        assert place.width() == WIDTH
        assert not place.intersects(paper)
        assert place.height() == editor.contentsRect().height()
        right_to_left = direction is Qt.LayoutDirection.RightToLeft
        assert (place.right() < paper.left()) == right_to_left


def test_a_text_that_is_all_in_sight_needs_none(make: Made) -> None:
    assert not strip_of(make("یک بند")).isVisible()


def test_ticks_are_where_the_findings_are(editor: DraftEditor, strip: Overview) -> None:
    parts = {tick.finding.code: tick.start for tick in strip.ticks}
    assert parts["SPL001"] == pytest.approx(0.10, abs=0.02)
    assert parts["BYL001"] == pytest.approx(0.50, abs=0.02)
    assert parts["DUP001"] == pytest.approx(0.90, abs=0.02)
    assert [tick.finding.severity for tick in strip.ticks] == sorted(tick.finding.severity for tick in strip.ticks)


def test_they_move_with_the_text(editor: DraftEditor, strip: Overview, qtbot: QtBot) -> None:
    before = next(tick.start for tick in strip.ticks if tick.finding.code == "SPL001")
    editor.move_caret(0, 0)
    write(editor, "\n" * 1 + "واژه‌های تازه " * 60)
    qtbot.waitUntil(lambda: next(t.start for t in strip.ticks if t.finding.code == "SPL001") > before)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_click_goes_there(editor: DraftEditor, strip: Overview, part: float) -> None:
    QTest.mouseClick(strip, LEFT, pos=QPoint(5, round(part * strip.height())))
    middle = editor.cursorForPosition(editor.viewport().rect().center()).block().blockNumber()
    assert middle == pytest.approx(100 * part, abs=3)


def test_dragging_goes_along_without_taking_a_finding(editor: DraftEditor, strip: Overview, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.finding_activated):
        QTest.mousePress(strip, LEFT, pos=QPoint(5, round(strip._y(0.1))))
        before = editor.verticalScrollBar().value()
        QTest.mouseMove(strip, QPoint(5, round(strip._y(0.6))))
        QTest.mouseRelease(strip, LEFT, pos=QPoint(5, round(strip._y(0.6))))
    assert editor.verticalScrollBar().value() > before


def test_a_click_on_a_tick_leads_to_its_finding(editor: DraftEditor, strip: Overview, qtbot: QtBot) -> None:
    for tick in strip.ticks:
        with qtbot.waitSignal(editor.finding_activated) as seen:
            QTest.mouseClick(strip, LEFT, pos=QPoint(5, round(strip._y(tick.start))))
        assert seen.args == [tick.finding.fingerprint]


def test_hovering_names_what_is_there(strip: Overview) -> None:
    tick = strip.ticks[0]
    place = QPoint(5, round(strip._y(tick.start)))
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place)))
    assert f"explains {tick.finding.fingerprint}" in QToolTip.text()
    QToolTip.hideText()
    assert strip.accessibleName() == "یافته‌ها در سراسر متن"
    assert strip.accessibleDescription() == "۳ یافته"


def test_the_paragraph_with_the_caret_shows(editor: DraftEditor, strip: Overview) -> None:
    before = strip.grab().toImage()
    editor.move_caret(70, 0)
    assert strip._caret[0] == pytest.approx(0.7, abs=0.02)
    assert strip.grab().toImage() != before


def test_weights_differ_in_shape(editor: DraftEditor, strip: Overview) -> None:
    one = found(editor, "SPL001", 10, "نمونح")
    pictures = []
    for severity in Severity:
        editor.show_findings([replace(one, severity=severity)])
        strip.work_out()
        image = strip.grab().toImage()
        ground = image.pixelColor(1, 1)
        row = round(strip._y(strip.ticks[0].start))
        painted = [
            (x, y) for y in range(row - 4, row + 5) for x in range(image.width()) if image.pixelColor(x, y) != ground
        ]
        pictures.append(len(painted))
    assert pictures == sorted(set(pictures))


def test_of_several_in_one_row_the_heaviest_shows(editor: DraftEditor, strip: Overview) -> None:
    one = found(editor, "SPL001", 10, "نمونح")
    editor.show_findings([replace(one, severity=severity, fingerprint=severity.name) for severity in Severity])
    strip.work_out()
    assert [look.severity for look in strip._rows.ticks.values()] == [max(Severity)]
    assert len(strip.ticks) == len(Severity)


def test_what_looks_as_before_is_not_painted_again(editor: DraftEditor, strip: Overview) -> None:
    strip.grab()
    before = strip._picture
    strip.work_out()
    assert strip._picture is before
    editor.show_findings([])
    strip.work_out()
    assert strip._picture is None


def test_three_thousand_findings_cost_little(make: Made) -> None:
    editor = make(*[LINE] * 600)
    editor.complete()
    one = found(editor, "SPL001", 0, "نمونح")
    spread = [
        replace(one, span=replace(one.span, key=key), fingerprint=f"{key}-{number}")
        for key in range(600)
        for number in range(5)
    ]
    strip = strip_of(editor)
    editor.show_findings(spread)
    began = time.perf_counter()
    strip.work_out()
    strip.grab()
    took = time.perf_counter() - began
    assert len(strip.ticks) == 3000
    assert took < 0.5
    assert len(strip._near(strip.height() / 2)) > 4
    assert "مورد دیگر" in strip._explain(strip.height() / 2)
