"""Whatever is done to the text, no mark is left on words it is not about, and none is lost from those it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from tests.gui.editor.conftest import Made, found, press, texts, underlined, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.editor import DraftEditor

TEXT = ("بند یکم است", "این نمونح بسیار خوب است", "بند سوم است")
WORD = "نمونح"
START = TEXT[1].index(WORD)
END = START + len(WORD)
ZWNJ = "\u200c"


@pytest.fixture
def editor(make: Made) -> DraftEditor:
    made = make(*TEXT)
    made.show_findings([found(made, "SPL001", 1, WORD)])
    assert underlined(made) == [WORD]
    return made


def paste(editor: DraftEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def at(editor: DraftEditor, offset: int, key: int = 1, length: int = 0) -> None:
    """Put the caret somewhere, with so many letters selected behind it."""
    editor.move_caret(key, offset)
    cursor = editor.textCursor()
    cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def back(editor: DraftEditor) -> None:
    press(editor, key=Qt.Key.Key_Backspace)


def delete(editor: DraftEditor) -> None:
    press(editor, "\x7f", Qt.Key.Key_Delete)


def enter(editor: DraftEditor) -> None:
    press(editor, "\r", Qt.Key.Key_Return)


def joined(editor: DraftEditor) -> None:
    delete(editor)
    write(editor, ZWNJ)


TOUCHED: dict[str, tuple[int, int, Callable[[DraftEditor], None]]] = {
    "a letter typed inside": (START + 2, 0, lambda editor: write(editor, "ی")),
    "a half-space typed inside": (START + 2, 0, lambda editor: write(editor, ZWNJ)),
    "a space parts it": (START + 2, 0, lambda editor: write(editor, " ")),
    "a new paragraph parts it": (START + 2, 0, enter),
    "a letter taken away": (END, 0, back),
    "joined with the word before": (START, 0, back),
    "joined with the word after": (END, 0, delete),
    "a half-space joins an ending": (END, 0, joined),
    "words pasted inside": (START + 3, 0, lambda editor: paste(editor, "یک دو")),
    "an ending pasted behind": (END, 0, lambda editor: paste(editor, "ها")),
    "a beginning pasted before": (START, 0, lambda editor: paste(editor, "پیش")),
    "written over": (START, len(WORD), lambda editor: paste(editor, "نمونه")),
    "partly written over": (START - 2, 4, lambda editor: write(editor, "ب")),
    "cut": (START, len(WORD), lambda editor: editor.cut()),
}


@pytest.mark.parametrize("what", TOUCHED)
def test_words_that_were_touched_lose_their_mark(editor: DraftEditor, what: str) -> None:
    offset, length, act = TOUCHED[what]
    at(editor, offset, length=length)
    act(editor)
    assert texts(editor) != list(TEXT)
    assert underlined(editor) == []


UNTOUCHED: dict[str, tuple[int, int, int, Callable[[DraftEditor], None]]] = {
    "a word typed before": (1, 0, 0, lambda editor: write(editor, "باز ")),
    "a word typed behind": (1, END, 0, lambda editor: write(editor, " هم")),
    "a mark typed behind": (1, END, 0, lambda editor: write(editor, "، ")),
    "paragraphs pasted above": (0, 3, 0, lambda editor: paste(editor, "یک\nدو\nسه")),
    "the paragraph above cut": (0, 0, len(TEXT[0]), lambda editor: editor.cut()),
    "joined with the paragraph above": (1, 0, 0, back),
    "joined with the paragraph below": (1, len(TEXT[1]), 0, delete),
    "parted before it": (1, START, 0, enter),
    "parted behind it": (1, END, 0, enter),
    "an emoji pasted before": (1, 0, 0, lambda editor: paste(editor, "😀 ")),
    "other words written over": (1, END + 1, 5, lambda editor: paste(editor, "خیلی")),
}


@pytest.mark.parametrize("what", UNTOUCHED)
def test_words_that_were_not_touched_keep_it(editor: DraftEditor, what: str) -> None:
    key, offset, length, act = UNTOUCHED[what]
    at(editor, offset, key, length)
    act(editor)
    editor.move_caret(editor.paragraphs()[-1].key, 0)  # a word being typed at is left alone
    assert texts(editor) != list(TEXT)
    assert underlined(editor) == [WORD]


def test_undo_leaves_no_mark_on_other_words(editor: DraftEditor) -> None:
    at(editor, 0)
    paste(editor, "باز ")
    editor.undo()
    assert underlined(editor) == [WORD]
    at(editor, START, length=len(WORD))
    paste(editor, "نمونه")
    editor.undo()
    assert set(underlined(editor)) <= {WORD}


def test_a_word_pasted_is_marked_at_once(make: Made) -> None:
    editor = make("این است")
    at(editor, 4, key=0)
    QApplication.clipboard().setText(f"{WORD} ")
    press(editor, key=Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    editor.show_findings([found(editor, "SPL001", 0, WORD)])
    assert underlined(editor) == [WORD]


def test_a_word_typed_into_is_marked_when_the_caret_has_left(make: Made) -> None:
    editor = make("این  است")
    at(editor, 4, key=0)
    write(editor, WORD)
    editor.show_findings([found(editor, "SPL001", 0, WORD)])
    assert underlined(editor) == []
    press(editor, key=Qt.Key.Key_Home)
    assert underlined(editor) == [WORD]


def test_a_word_joined_by_a_half_space_is_left_alone_while_at_it(make: Made) -> None:
    editor = make("کتاب هاا")
    at(editor, 4, key=0)
    delete(editor)
    write(editor, ZWNJ)
    editor.show_findings([found(editor, "SPL001", 0, f"کتاب{ZWNJ}هاا")])
    assert underlined(editor) == []
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert underlined(editor) == []
    write(editor, " و")
    assert underlined(editor) == [f"کتاب{ZWNJ}هاا"]


def test_the_menu_key_opens_at_a_caret_out_of_sight(make: Made, qtbot: QtBot) -> None:
    editor = make(*["یک بند معمولی"] * 80, f"پایان {WORD}")
    editor.complete()
    editor.show_findings([found(editor, "SPL001", 80, WORD)])
    editor.move_caret(80, 8)
    editor.verticalScrollBar().setValue(0)
    with qtbot.waitSignal(editor.context_menu_for) as seen:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(editor.viewport(), event)
    assert seen.args is not None
    assert editor.viewport().rect().contains(editor.viewport().mapFromGlobal(seen.args[1]))


def test_the_keyboard_hears_what_hovering_tells(editor: DraftEditor, qtbot: QtBot) -> None:
    at(editor, START + 1)
    editor.explain_at_caret()
    assert "explains SPL001" in QToolTip.text()
    at(editor, 0, key=0)
    editor.explain_at_caret()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
