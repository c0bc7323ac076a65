"""Paragraphs, keys and edits of the editor agree with a plain model of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from pr_editor.gui.theme import use_scale
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.span import Edit, Span
from tests.gui.editor.conftest import BODY, HEADLINE, LEAD, SOURCE, Made, found, keys, press, texts, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.editor import DraftEditor


def edit(key: int, start: int, end: int, text: str) -> Edit:
    return Edit(Span(key, start, end), text)


def replace(editor: DraftEditor, key: int, words: str, text: str) -> Edit:
    """The edit that puts ``text`` in place of ``words``."""
    start = texts(editor)[keys(editor).index(key)].index(words)
    return edit(key, start, start + len(words), text)


def test_loading_keeps_keys_kinds_and_text(make: Made) -> None:
    editor = make("چیز دیگر")
    given_paragraphs = (Paragraph(7, "تیتر\u00a0یک", Kind.HEADLINE), Paragraph(3, "متن 😀", Kind.BODY))
    before = editor.revision
    editor.load(Draft(given_paragraphs))
    assert editor.paragraphs() == given_paragraphs
    assert editor.revision > before
    assert not editor.document().isUndoAvailable()
    assert (editor.undo_name(), editor.redo_name()) == ("", "")


def test_what_qt_takes_for_a_paragraph_end_becomes_one(make: Made) -> None:
    editor = make()
    editor.load(Draft((Paragraph(0, "یک\u2029دو"), Paragraph(1, "سه"))))
    assert texts(editor) == ["یک", "دو", "سه"]
    assert [keys(editor)[0], keys(editor)[2]] == [0, 1]


def test_blank_lines_are_no_paragraphs(make: Made) -> None:
    editor = make("یک")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for text in ("\r", "\r", " ", "\u00a0", "\r"):
        press(editor, text, Qt.Key.Key_Return if text == "\r" else 0)
    write(editor, "  دو ")
    assert texts(editor) == ["یک", "دو"]


def test_spans_do_not_count_white_space_before_the_words(make: Made) -> None:
    editor = make()
    editor.load(Draft((Paragraph(0, "\u00a0  😀 بسیاد خوب  "),)))
    assert texts(editor) == ["😀 بسیاد خوب"]
    assert editor.apply([replace(editor, 0, "بسیاد", "بسیار")], "اصلاح")
    assert editor.document().firstBlock().text() == "\u00a0  😀 بسیار خوب  "


def test_typing_grows_the_revision_and_tells_once(editor: DraftEditor, qtbot: QtBot) -> None:
    told = []
    editor.edited.connect(lambda: told.append(editor.revision))
    before = editor.revision
    write(editor, "آب")
    assert told == [before + 1, before + 2]
    editor.set_kinds({0: Kind.HEADLINE})
    editor.selectAll()
    assert editor.revision == before + 2


def test_keys_survive_splitting_joining_and_undo(editor: DraftEditor) -> None:
    editor.move_caret(1, 6)
    press(editor, "\r", Qt.Key.Key_Return)
    assert keys(editor) == [0, 1, 4, 2, 3]
    press(editor, key=Qt.Key.Key_Backspace)
    assert (keys(editor), texts(editor)[1]) == ([0, 1, 2, 3], LEAD)
    editor.move_caret(2, 0)
    press(editor, key=Qt.Key.Key_Backspace)
    assert (keys(editor), texts(editor)[1]) == ([0, 1, 3], LEAD + BODY)
    editor.undo()
    assert (keys(editor), texts(editor)) == ([0, 1, 2, 3], [HEADLINE, LEAD, BODY, SOURCE])


def test_enter_at_the_start_leaves_the_key_with_the_words(editor: DraftEditor) -> None:
    editor.move_caret(2, 0)
    press(editor, "\r", Qt.Key.Key_Return)
    assert keys(editor) == [0, 1, 2, 3]
    editor.moveCursor(QTextCursor.MoveOperation.Up)
    write(editor, "تازه")
    assert (len(set(keys(editor))), keys(editor)[3:]) == (5, [2, 3])


def test_cut_and_paste_moves_a_paragraph_with_its_key(editor: DraftEditor) -> None:
    editor.move_caret(1, 0)
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.cut()
    assert keys(editor) == [0, 2, 3]
    editor.move_caret(3, len(SOURCE))
    press(editor, "\r", Qt.Key.Key_Return)
    editor.paste()
    assert (keys(editor), texts(editor)[3]) == ([0, 2, 3, 1], LEAD)


def test_apply_is_one_named_step(editor: DraftEditor) -> None:
    edits = [replace(editor, 2, "بسیاد", "بسیار"), replace(editor, 2, "کتابخانه ها", "کتابخانه‌ها")]
    edits.append(replace(editor, 1, "بیست", "۲۰"))
    assert editor.apply(edits, "اصلاح نیم‌فاصله (۱۲)")
    assert "بسیار ساده بود 😀 و کتابخانه‌ها" in texts(editor)[2]
    assert "کار ۲۰ کتابخانه" in texts(editor)[1]
    assert editor.undo_name() == "اصلاح نیم‌فاصله (۱۲)"
    editor.undo()
    assert (texts(editor), editor.undo_name()) == ([HEADLINE, LEAD, BODY, SOURCE], "")
    assert editor.redo_name() == "اصلاح نیم‌فاصله (۱۲)"
    editor.redo()
    assert "بسیار" in texts(editor)[2]


def test_a_sweep_of_several_rounds_is_one_step(editor: DraftEditor) -> None:
    assert editor.apply([replace(editor, 2, "بسیاد", "بسیار")], "اصلاح (۱)")
    assert editor.apply([replace(editor, 2, "کتابخانه ها", "کتابخانه‌ها")], "اصلاح (۲)", join=True)
    assert editor.undo_name() == "اصلاح (۲)"
    editor.undo()
    assert (texts(editor), editor.undo_name()) == ([HEADLINE, LEAD, BODY, SOURCE], "")
    editor.redo()
    assert "بسیار ساده بود 😀 و کتابخانه‌ها" in texts(editor)[2]


def test_typing_right_after_a_fix_is_a_step_of_its_own(editor: DraftEditor) -> None:
    wanted = replace(editor, 2, "بسیاد", "بسیار")
    assert editor.apply([wanted], "اصلاح")
    editor.move_caret(2, wanted.span.start + 5)
    write(editor, "ی")
    assert editor.undo_name() == "تایپ"
    editor.undo()
    assert "بسیار ساده" in texts(editor)[2]


def test_a_repeated_paragraph_goes_whole_and_comes_back(make: Made) -> None:
    editor = make("یک", "دو", "دو", "سه")
    assert editor.apply([edit(2, 0, 2, "")], "برداشتن بند تکراری")
    assert (texts(editor), keys(editor), editor.document().blockCount()) == (["یک", "دو", "سه"], [0, 1, 3], 3)
    editor.undo()
    assert (texts(editor), keys(editor)) == (["یک", "دو", "دو", "سه"], [0, 1, 2, 3])
    assert editor.apply([edit(1, 0, 2, "")], "برداشتن نخستین")
    assert keys(editor) == [0, 2, 3]


def test_the_last_paragraphs_can_go_together(make: Made) -> None:
    editor = make("یک", "دو", "سه")
    assert editor.apply([edit(1, 0, 2, ""), edit(2, 0, 2, "")], "برداشتن")
    assert (texts(editor), editor.document().blockCount()) == (["یک"], 1)
    assert editor.apply([edit(0, 0, 2, "")], "برداشتن")
    assert (texts(editor), editor.document().blockCount()) == ([], 1)
    editor.undo()
    editor.undo()
    assert (texts(editor), keys(editor)) == (["یک", "دو", "سه"], [0, 1, 2])


def test_an_edit_is_refused_when_its_words_have_changed(editor: DraftEditor) -> None:
    finding = found(editor, "SPL001", 2, "بسیاد")
    editor.show_findings([finding])
    wanted = Edit(finding.span, "بسیار")
    editor.move_caret(2, finding.span.start + 2)
    write(editor, "ت")
    before = texts(editor)
    assert editor.current_text_of(finding) == ""
    assert not editor.apply([wanted, edit(0, 0, 1, "")], "اصلاح")
    assert (texts(editor), editor.undo_name()) == (before, "تایپ")


def test_an_edit_follows_its_words(editor: DraftEditor) -> None:
    finding = found(editor, "SPL001", 2, "بسیاد")
    editor.show_findings([finding])
    editor.move_caret(2, 0)
    write(editor, "😀 ")
    assert editor.current_text_of(finding) == "بسیاد"
    assert editor.apply([Edit(finding.span, "بسیار")], "اصلاح")
    assert texts(editor)[2] == "😀 " + BODY.replace("بسیاد", "بسیار")


@pytest.mark.parametrize(
    "edits",
    [
        [edit(9, 0, 1, "")],
        [edit(0, 0, 5000, "")],
        [edit(0, 0, 4, "الف"), edit(0, 2, 6, "ب")],
        [],
    ],
)
def test_edits_that_do_not_fit_are_refused_whole(editor: DraftEditor, edits: list[Edit]) -> None:
    assert not editor.apply(edits, "اصلاح")
    assert (texts(editor), editor.undo_name()) == ([HEADLINE, LEAD, BODY, SOURCE], "")


def test_the_caret_is_told_in_code_points(editor: DraftEditor) -> None:
    place = 2, BODY.index("😀") + 1
    editor.move_caret(*place)
    assert editor.caret_place() == place
    assert editor.textCursor().positionInBlock() == place[1] + 1
    editor.move_caret(99, 0)
    assert editor.caret_place() == place
    editor.move_caret(3, 5000)
    assert editor.caret_place() == (3, len(SOURCE))


ACTIONS = st.one_of(
    st.tuples(st.just("type"), st.text(st.sampled_from("ابپ \u200c😀"), min_size=1, max_size=3)),
    st.tuples(st.just("go"), st.integers(0, 60)),
    st.tuples(st.just("select"), st.integers(0, 60)),
    st.tuples(st.just("key"), st.sampled_from(["enter", "backspace", "delete", "undo", "redo"])),
    st.tuples(st.just("paste"), st.sampled_from(["یک\nدو", "x😀\n\ny", "تک"])),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTIONS, max_size=25))
def test_any_script_of_edits_agrees_with_qt(make: Made, script: list[tuple[str, str | int]]) -> None:
    """The model is Qt's own text, read whole: what is kept step by step must be the same."""
    editor = make("یک دو", "سه 😀 چهار", "پنج")
    editor.show_findings([found(editor, "SPL001", 1, "چهار"), found(editor, "ZWN001", 2, "پنج")])
    for action, value in script:
        play(editor, action, value)
        lines = editor.document().toRawText().split("\u2029")
        assert texts(editor) == [line.strip() for line in lines if line.strip()]
        assert len(set(keys(editor))) == len(keys(editor))
        assert {mark.cursor.selectedText() for mark in editor._markings} <= {"چهار", "پنج"}
    while editor.undo_name():
        editor.undo()
    assert not editor.document().isUndoAvailable()
    assert texts(editor) == ["یک دو", "سه 😀 چهار", "پنج"]
    assert keys(editor) == [0, 1, 2]
    editor.close()


PRESSED = {
    "enter": ("\r", Qt.Key.Key_Return),
    "backspace": ("", Qt.Key.Key_Backspace),
    "delete": ("", Qt.Key.Key_Delete),
}


def play(editor: DraftEditor, action: str, value: str | int) -> None:
    """Do one action of a script."""
    cursor = editor.textCursor()
    if isinstance(value, int):
        mode = QTextCursor.MoveMode.MoveAnchor if action == "go" else QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(min(value, editor.document().characterCount() - 1), mode)
        editor.setTextCursor(cursor)
    elif action == "type":
        write(editor, value)
    elif action == "paste":
        with editor.step("چسباندن"):
            editor.insertPlainText(value)
    elif value in PRESSED:
        press(editor, *PRESSED[value])
    else:
        (editor.undo if value == "undo" else editor.redo)()


@pytest.fixture
def everything_large() -> Iterator[Callable[[], None]]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    yield lambda: use_scale(application, 2.0)
    use_scale(application, 1.0)


def apart(editor: DraftEditor) -> set[float]:
    """How far apart the lines of all paragraphs are, in percent."""
    document = editor.document()
    return {document.findBlockByNumber(at).blockFormat().lineHeight() for at in range(document.blockCount())}


def test_large_lines_come_closer_without_a_change_of_the_text(
    editor: DraftEditor, everything_large: Callable[[], None]
) -> None:
    (before,) = apart(editor)
    revision, paragraphs = editor.revision, editor.paragraphs()
    everything_large()
    editor.set_text_size(12)
    (after,) = apart(editor)
    assert after < before
    assert (editor.revision, editor.paragraphs()) == (revision, paragraphs)
    assert (editor.undo_name(), editor.redo_name()) == ("", "")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    write(editor, " پایان")
    editor.undo()
    assert editor.paragraphs() == paragraphs


def test_lines_stay_where_coming_closer_would_forget_what_can_be_undone(
    editor: DraftEditor, everything_large: Callable[[], None]
) -> None:
    before, paragraphs = apart(editor), editor.paragraphs()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    write(editor, " پایان")
    everything_large()
    editor.set_text_size(12)
    assert apart(editor) == before
    editor.undo()
    assert editor.paragraphs() == paragraphs
