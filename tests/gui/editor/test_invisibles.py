"""Everything that shows nothing can be shown, each sort by a mark of its own, and nothing moves for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from pr_editor.gui.editor.invisibles import Place, Sign, half_spaces, paint_sign, sign_of, signs
from pr_editor.gui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.gui.editor import DraftEditor
    from tests.gui.editor.conftest import Made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("می\u200cرود", [(2, Sign.HALF_SPACE)]),
        ("ا\u200dب", [(1, Sign.JOINER)]),
        (
            "\u200eA\u202aB\u2066\u202d",
            [(0, Sign.TO_RIGHT), (2, Sign.TO_RIGHT), (4, Sign.TO_RIGHT), (5, Sign.TO_RIGHT)],
        ),
        ("\u200f\u061c\u2067\u202b\u202e", [(at, Sign.TO_LEFT) for at in range(5)]),
        ("\u202c\u2069", [(0, Sign.END), (1, Sign.END)]),
        ("یک\u00a0دو\u202f", [(2, Sign.NO_BREAK), (5, Sign.NO_BREAK)]),
        ("یک  دو سه", [(2, Sign.SPACES), (3, Sign.SPACES)]),
        ("\tک\u0640", [(0, Sign.TAB), (2, Sign.STRETCH)]),
        ("\u00ad\u200b\ufeff\u2060\x07", [(at, Sign.HIDDEN) for at in range(5)]),
        ("😀 ساده، و (روشن)", []),
    ],
)
def test_what_is_marked(text: str, expected: list[tuple[int, Sign]]) -> None:
    assert list(signs(text)) == expected
    assert list(half_spaces(text)) == [place for place in expected if place[1] is Sign.HALF_SPACE]


def test_a_single_character_is_named_as_in_a_line() -> None:
    assert sign_of("\u200c") is Sign.HALF_SPACE
    assert sign_of("\u00ad") is Sign.HIDDEN
    assert sign_of(" ") is None
    assert sign_of("ا") is None


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_marks_differ_by_shape_alone(resources: Path, qapp: QApplication, theme: str) -> None:
    colours = Theme.load(resources / "themes" / f"{theme}.toml")
    shapes = []
    for sign in Sign:
        image = QImage(40, 40, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        wide = sign in {Sign.NO_BREAK, Sign.TAB, Sign.SPACES, Sign.STRETCH}
        paint_sign(painter, sign, Place(16, 28 if wide else 16, 4, 20, 8), colours)
        painter.end()
        shapes.append(frozenset((x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 0))
    assert all(shapes)
    assert len(set(shapes)) == len(Sign)


def picture(editor: DraftEditor) -> QImage:
    return editor.viewport().grab().toImage()


@pytest.mark.parametrize("text", ["یک\u200fدو", "یک\tدو", "یک  دو", "یک\u00a0دو", "یـک", "می\u200cرود", "😀\u00adدو"])
def test_marks_come_and_go_and_move_nothing(make: Made, text: str) -> None:
    editor = make(text)
    editor.clearFocus()
    plain, steps = picture(editor), editor.document().availableUndoSteps()
    end = editor.cursorRect(QTextCursor(editor.document().lastBlock())).topLeft()
    editor.set_show_invisibles(True)
    assert picture(editor) != plain
    assert editor.cursorRect(QTextCursor(editor.document().lastBlock())).topLeft() == end
    editor.set_show_invisibles(False)
    assert picture(editor) == plain
    assert editor.document().availableUndoSteps() == steps


def test_half_spaces_can_still_be_shown_alone(make: Made) -> None:
    editor = make("یک  دو")
    plain = picture(editor)
    editor.set_show_half_spaces(True)
    assert picture(editor) == plain
    editor.set_show_invisibles(True)
    assert picture(editor) != plain


def test_hovering_a_mark_names_it_while_marks_show(make: Made) -> None:
    editor = make("سلام\u200fدنیا")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    place = editor.cursorRect(cursor).center()
    for shown, told in ((False, ""), (True, "نشانهٔ جهت: راست به چپ (U+200F)")):
        editor.set_show_invisibles(shown)
        event = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(QPoint(place)))
        QApplication.sendEvent(editor.viewport(), event)
        assert told in QToolTip.text()
        assert bool(QToolTip.text()) == shown
        QToolTip.hideText()
