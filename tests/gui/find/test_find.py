"""Finding and replacing: every hit is framed and counted, and nothing is replaced that was not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from pr_editor.text.find import Query, Same
from tests.gui.driver import press, shown, text_of, type_words, written

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.find.find import Find
    from pr_editor.gui.window.mainwindow import MainWindow

TEXT = "\n".join(
    (
        "گشایش کتابخانه در بهاران",
        "کتابهای تازه رسید 😀 و کتاب‌های کهنه ماند.",
        "بهای كتاب ۱۲ هزار تومان است و PR همان pr است.",
    )
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> DraftEditor:
    window.drafts.open_files([str(written(tmp_path, TEXT))])
    qtbot.waitUntil(lambda: window.drafts.current is not None and window.drafts.current.editor is not None)
    return shown(window)[1]


@pytest.fixture
def find(window: MainWindow, editor: DraftEditor) -> Find:
    window.menus.actions["find"].trigger()
    return window.seeking


def said(find: Find) -> str:
    return find.bar.count.text()


def seek(qtbot: QtBot, find: Find, words: str, expected: str) -> None:
    """Type into the field and wait for the count."""
    find.bar.words.selectAll()
    press(find.bar.words, Qt.Key.Key_Delete)
    type_words(find.bar.words, words)
    qtbot.waitUntil(lambda: said(find) == expected)


def test_typing_counts_and_goes_to_the_first_hit(qtbot: QtBot, find: Find, editor: DraftEditor) -> None:
    seek(qtbot, find, "کتاب", "۱ از ۴")
    assert editor.textCursor().selectedText() == "کتاب"
    assert editor.textCursor().blockNumber() == 0
    assert find.bar.words.hasFocus() or find.bar.focusWidget() is find.bar.words


def test_hits_read_as_a_reader_would(qtbot: QtBot, find: Find) -> None:
    seek(qtbot, find, "کتاب‌های", "۱ از ۲")
    seek(qtbot, find, "کتاب 12", "۱ از ۱")
    seek(qtbot, find, "زرافه", "پیدا نشد")


def test_options_narrow_the_search(qtbot: QtBot, find: Find) -> None:
    seek(qtbot, find, "کتاب‌های", "۱ از ۲")
    find.bar.choices.same[Same.HALF_SPACES].click()
    qtbot.waitUntil(lambda: said(find) == "۱ از ۱")
    seek(qtbot, find, "کتاب", "۱ از ۴")
    find.bar.choices.whole_words.click()
    qtbot.waitUntil(lambda: said(find) == "۱ از ۱")
    seek(qtbot, find, "PR", "۱ از ۲")
    find.bar.choices.same[Same.CASE].click()
    qtbot.waitUntil(lambda: said(find) == "۱ از ۱")


def test_options_open_over_the_text_and_are_left_by_escape(qtbot: QtBot, find: Find, editor: DraftEditor) -> None:
    seek(qtbot, find, "کتاب", "۱ از ۴")
    high, choices = editor.height(), find.bar.choices
    find.bar.options.click()
    assert choices.isVisible()
    assert editor.height() == high
    assert choices.focusWidget() is choices.same[Same.HALF_SPACES]
    press(choices, Qt.Key.Key_Escape)
    assert not choices.isVisible()
    assert not find.bar.options.isChecked()
    assert find.bar.isVisible()


def test_enter_and_keys_go_round_and_tell_so(qtbot: QtBot, find: Find, window: MainWindow, editor: DraftEditor) -> None:
    seek(qtbot, find, "کتاب", "۱ از ۴")
    press(find.bar.words, Qt.Key.Key_Return)
    assert said(find) == "۲ از ۴"
    window.menus.actions["find-next"].trigger()
    window.menus.actions["find-next"].trigger()
    assert said(find) == "۴ از ۴"
    assert editor.textCursor().selectedText() == "كتاب"
    press(find.bar.words, Qt.Key.Key_Return)
    assert said(find) == "۱ از ۴ · دوباره از آغاز"
    press(find.bar.words, Qt.Key.Key_Return, modifiers=SHIFT)
    assert said(find) == "۴ از ۴ · دوباره از پایان"


def test_hits_after_an_emoji_are_selected_whole(qtbot: QtBot, find: Find, editor: DraftEditor) -> None:
    seek(qtbot, find, "کهنه", "۱ از ۱")
    assert editor.textCursor().selectedText() == "کهنه"


def test_selected_words_are_offered(qtbot: QtBot, window: MainWindow, editor: DraftEditor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(TEXT.index("بهاران"))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    window.menus.actions["find"].trigger()
    assert window.seeking.bar.words.text() == "بهاران"
    qtbot.waitUntil(lambda: said(window.seeking) == "۱ از ۱")


def test_what_is_selected_of_several_paragraphs_is_searched_alone(
    qtbot: QtBot, window: MainWindow, editor: DraftEditor
) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(1).position() + len("کتابهای"))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    window.menus.actions["replace"].trigger()
    bar = window.seeking.bar
    assert bar.within.isVisible()
    assert bar.words.text() == ""
    bar.new_words.setText("دفتر")
    seek(qtbot, window.seeking, "کتاب", "۱ از ۲")
    window.menus.actions["replace-all"].trigger()
    qtbot.waitUntil(lambda: said(window.seeking) == "پیدا نشد")
    assert text_of(window).count("دفتر") == 2
    assert text_of(window).split("\n")[0] == TEXT.split("\n")[0]
    bar.within.setChecked(False)
    qtbot.waitUntil(lambda: "۲" in said(window.seeking))
    window.seeking.leave()
    window.menus.actions["find"].trigger()
    assert not bar.within.isVisible(), "nothing is selected any more"


def test_escape_gives_the_caret_back_where_it_was(qtbot: QtBot, window: MainWindow, editor: DraftEditor) -> None:
    editor.move_caret(editor.paragraphs()[1].key, 5)
    place = editor.caret_place()
    window.menus.actions["find"].trigger()
    seek(qtbot, window.seeking, "هزار", "۱ از ۱")
    assert editor.caret_place() != place
    press(window.seeking.bar.words, Qt.Key.Key_Escape)
    assert editor.caret_place() == place
    assert window.seeking.bar.isHidden()


def test_escape_stays_where_somebody_went(qtbot: QtBot, find: Find, editor: DraftEditor) -> None:
    seek(qtbot, find, "هزار", "۱ از ۱")
    press(find.bar.words, Qt.Key.Key_Return)
    press(find.bar.words, Qt.Key.Key_Escape)
    assert editor.textCursor().selectedText() == "هزار"


def test_escape_in_the_text_closes_the_bar_and_moves_nothing(qtbot: QtBot, find: Find, editor: DraftEditor) -> None:
    seek(qtbot, find, "هزار", "۱ از ۱")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    place = editor.caret_place()
    press(editor, Qt.Key.Key_Escape)
    assert find.bar.isHidden()
    assert editor.caret_place() == place
    assert editor._hits == {}


def test_next_works_with_the_bar_closed(qtbot: QtBot, find: Find, window: MainWindow, editor: DraftEditor) -> None:
    seek(qtbot, find, "کتاب", "۱ از ۴")
    press(find.bar.words, Qt.Key.Key_Escape)
    window.menus.actions["find-next"].trigger()
    qtbot.waitUntil(lambda: editor.textCursor().selectedText() == "کتاب")
    assert find.bar.isVisible()


def test_replacing_one_goes_to_the_next(qtbot: QtBot, window: MainWindow, editor: DraftEditor) -> None:
    window.menus.actions["replace"].trigger()
    find = window.seeking
    seek(qtbot, find, "کتاب", "۱ از ۴")
    find.bar.new_words.setText("دفتر")
    press(find.bar.new_words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(find) == "۱ از ۳")
    assert text_of(window) == TEXT.replace("کتابخانه", "دفترخانه")
    assert editor.textCursor().blockNumber() == 1
    assert editor.undo_name() == "جایگزینی «کتاب»"
    editor.undo()
    assert text_of(window) == TEXT


def test_replacing_all_is_one_step_that_is_told(qtbot: QtBot, window: MainWindow, editor: DraftEditor) -> None:
    window.menus.actions["replace"].trigger()
    find = window.seeking
    seek(qtbot, find, "کتاب", "۱ از ۴")
    find.bar.new_words.setText("کتاب")
    window.menus.actions["replace-all"].trigger()
    assert text_of(window) == TEXT.replace("كتاب", "کتاب")
    assert editor.undo_name() == "جایگزینی «کتاب»"
    assert window.notices.notice is not None
    told = window.speech.render(window.notices.notice.what)
    assert told == "۱ مورد جایگزین شد."
    assert window.notices.notice.more is not None
    assert window.speech.render(window.notices.notice.more) == "۳ مورد از پیش همین بود."
    find.bar.new_words.setText("دفتر")
    qtbot.waitUntil(lambda: said(find).endswith("۴"))
    window.menus.actions["replace-all"].trigger()
    assert "کتاب" not in text_of(window)
    assert editor.undo_name() == "جایگزینی «کتاب» (۴)"
    window.notices.action.click()
    assert text_of(window) == TEXT.replace("كتاب", "کتاب")


def test_nothing_found_is_nothing_replaced(qtbot: QtBot, window: MainWindow, editor: DraftEditor) -> None:
    window.menus.actions["replace"].trigger()
    seek(qtbot, window.seeking, "زرافه", "پیدا نشد")
    window.menus.actions["replace-all"].trigger()
    assert text_of(window) == TEXT
    assert editor.undo_name() == ""


def test_typing_in_the_text_counts_anew(qtbot: QtBot, find: Find, editor: DraftEditor) -> None:
    seek(qtbot, find, "کتاب", "۱ از ۴")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_words(editor, " کتاب")
    qtbot.waitUntil(lambda: said(find) == "۵ مورد")


def test_hits_are_framed_and_gone_when_the_bar_closes(qtbot: QtBot, find: Find, editor: DraftEditor) -> None:
    before = editor.viewport().grab().toImage()
    seek(qtbot, find, "کهنه", "۱ از ۱")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.viewport().grab().toImage() != before
    press(find.bar.words, Qt.Key.Key_Escape)
    assert editor._hits == {}


def test_another_draft_is_searched_as_well(
    qtbot: QtBot, find: Find, window: MainWindow, editor: DraftEditor, tmp_path: Path
) -> None:
    seek(qtbot, find, "کتاب", "۱ از ۴")
    window.drafts.open_files([str(written(tmp_path, "کتاب و کتاب", "other.txt"))])
    qtbot.waitUntil(lambda: said(find) == "۲ مورد")
    assert editor._hits == {}


def test_a_long_text_is_searched_in_pieces(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    line = "وی افزود: برنامه‌های دیگری هم در راه است و مردم می‌توانند از فردا در ۱۲ شعبه عضو شوند. " * 3
    window.drafts.open_files([str(written(tmp_path, "\n".join(f"{line}{n}" for n in range(1000))))])
    qtbot.waitUntil(lambda: window.drafts.current is not None and len(window.drafts.current.paragraphs()) == 1000)
    window.menus.actions["find"].trigger()
    search = window.seeking.search
    with qtbot.waitSignal(search.found):
        search.begin(Query("ا"), shown(window)[0].paragraphs())
        assert search.running
    assert len(search.hits) == 1000 * line.count("ا")
