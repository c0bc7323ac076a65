"""Typing, pasting and dropping: plain text comes out as it went in, and every change can be undone by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QInputMethodEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from pr_editor.text.draft import Kind
from tests.gui.editor.conftest import BODY, HEADLINE, LEAD, SOURCE, Made, keys, press, texts, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pr_editor.gui.editor import DraftEditor

ZWNJ = "\u200c"
NBSP = "\u00a0"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def mime(*, text: str | None = None, html: str | None = None, files: tuple[str, ...] = ()) -> QMimeData:
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if files:
        data.setUrls([QUrl.fromLocalFile(path) for path in files])
    return data


def drop(editor: DraftEditor, data: QMimeData) -> None:
    place = QPointF(editor.viewport().rect().center())
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(place, action, data, button, none),
        QDragMoveEvent(place, action, data, button, none),
        QDropEvent(place, action, data, button, none),
    ):
        QApplication.sendEvent(editor.viewport(), event)
        assert event.isAccepted()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Space, SHIFT),
        (Qt.Key.Key_2, CTRL | SHIFT),
        (Qt.Key.Key_At, CTRL | SHIFT),
        (ord("۲"), CTRL | SHIFT),
        (ord("٬"), CTRL | SHIFT),
    ],
)
def test_half_space_keys(make: Made, key: int, modifiers: Qt.KeyboardModifier) -> None:
    editor = make()
    write(editor, "می")
    press(editor, " ", key, modifiers)
    write(editor, "رود")
    assert texts(editor) == [f"می{ZWNJ}رود"]


def test_a_plain_space_stays_a_space(make: Made) -> None:
    editor = make()
    write(editor, "می رود")
    assert texts(editor) == ["می رود"]


def test_backspace_after_a_half_space_takes_only_it(make: Made) -> None:
    editor = make()
    write(editor, f"می{ZWNJ}")
    press(editor, key=Qt.Key.Key_Backspace)
    assert texts(editor) == ["می"]


def test_shift_enter_begins_a_paragraph(make: Made) -> None:
    editor = make()
    write(editor, "یک")
    press(editor, "\r", Qt.Key.Key_Return, SHIFT)
    write(editor, "دو")
    assert texts(editor) == ["یک", "دو"]


def test_what_an_input_method_commits_arrives_once(make: Made) -> None:
    editor = make("سلام")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    seen = editor.revision
    QApplication.sendEvent(editor, QInputMethodEvent("در راه", []))
    assert editor.revision == seen
    commit = QInputMethodEvent()
    commit.setCommitString(" دنیا")
    QApplication.sendEvent(editor, commit)
    assert texts(editor) == ["سلام دنیا"]
    assert editor.revision == seen + 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mime(text=f"می{ZWNJ}رود{NBSP}و"), [f"می{ZWNJ}رود{NBSP}و"]),
        (mime(text="یک\r\nدو\rسه\n\nچهار"), ["یک", "دو", "سه", "چهار"]),
        (mime(html=f"<p>می{ZWNJ}رود</p><p><b>و</b> باز آمد</p>"), [f"می{ZWNJ}رود", "و باز آمد"]),
        (mime(text="ساده", html="<b>پررنگ</b>"), ["ساده"]),
        (mime(text="یک\nدو\nمنو", html="<h1>یک</h1><p>دو<br>سه</p><nav>منو</nav>"), ["یک", "دو", "سه"]),
        (
            mime(text="x = 1\n    y", html="<div style='white-space:pre'><div>x = 1</div><div>    y</div></div>"),
            ["x = 1", "y"],
        ),
        (mime(text="یک\nدو", html="<p>" + "<b>" * 300_000), ["یک", "دو"]),
        (mime(html="<script>نه</script>"), []),
        (mime(text="الف\0ب\ufffcپ"), ["الفبپ"]),
    ],
)
def test_paste_is_plain(make: Made, data: QMimeData, expected: list[str]) -> None:
    editor = make()
    assert editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    assert texts(editor) == expected


def test_paste_takes_no_fonts_along(make: Made) -> None:
    editor = make()
    editor.insertFromMimeData(mime(html='<p style="font-size:40pt;color:red">بزرگ</p>'))
    assert not editor.textCursor().charFormat().hasProperty(editor.textCursor().charFormat().Property.FontPointSize)


def test_copy_keeps_half_spaces_and_no_break_spaces(make: Made) -> None:
    editor = make(f"می{ZWNJ}رود{NBSP}و", "دو")
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == f"می{ZWNJ}رود{NBSP}و\nدو"


def test_dropped_files_are_handed_over(editor: DraftEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.files_dropped) as seen:
        drop(editor, mime(text="file:///a.docx", files=("/drafts/الف.docx", "/drafts/b.txt")))
    assert seen.args == [["/drafts/الف.docx", "/drafts/b.txt"]]
    assert texts(editor) == [HEADLINE, LEAD, BODY, SOURCE]


def test_dropped_text_is_inserted_as_one_step(make: Made) -> None:
    editor = make("یک")
    drop(editor, mime(text=f"می{ZWNJ}رود"))
    assert f"می{ZWNJ}رود" in texts(editor)[0]
    assert editor.undo_name() == "جابه‌جایی با موشواره"
    editor.undo()
    assert texts(editor) == ["یک"]


def test_steps_of_undo_have_names(make: Made, qtbot: QtBot) -> None:
    editor = make("یک")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(editor.undo_names_changed):
        write(editor, "م")
    assert (editor.undo_name(), editor.redo_name()) == ("تایپ", "")
    editor.insertFromMimeData(mime(text="چسب"))
    assert editor.undo_name() == "چسباندن"
    write(editor, "ها")
    assert editor.undo_name() == "تایپ"
    editor.undo()
    assert (texts(editor), editor.undo_name(), editor.redo_name()) == (["یکمچسب"], "چسباندن", "تایپ")
    editor.undo()
    assert (texts(editor), editor.undo_name(), editor.redo_name()) == (["یکم"], "تایپ", "چسباندن")
    editor.undo()
    assert (texts(editor), editor.undo_name(), editor.redo_name()) == (["یک"], "", "تایپ")
    for _ in range(3):
        editor.redo()
    assert (texts(editor), editor.undo_name(), editor.redo_name()) == (["یکمچسبها"], "تایپ", "")


def test_a_new_edit_drops_what_could_be_done_again(make: Made) -> None:
    editor = make("یک")
    editor.insertFromMimeData(mime(text="الف"))
    editor.undo()
    write(editor, "ب")
    assert (editor.undo_name(), editor.redo_name()) == ("تایپ", "")


def test_undo_goes_back_word_by_word(make: Made) -> None:
    editor = make()
    write(editor, "یک دو سه")
    editor.undo()
    assert texts(editor) == ["یک دو"]


def test_undo_and_redo_by_key(make: Made) -> None:
    editor = make()
    write(editor, "یک")
    press(editor, key=Qt.Key.Key_Z, modifiers=CTRL)
    assert (texts(editor), editor.redo_name()) == ([], "تایپ")
    press(editor, key=Qt.Key.Key_Z, modifiers=CTRL | SHIFT)
    assert texts(editor) == ["یک"]


def test_cut_by_key_has_its_name(make: Made) -> None:
    editor = make("یک", "دو")
    editor.selectAll()
    press(editor, key=Qt.Key.Key_X, modifiers=CTRL)
    assert (texts(editor), editor.undo_name()) == ([], "برش")
    editor.undo()
    assert (texts(editor), keys(editor)) == (["یک", "دو"], [0, 1])


def test_kinds_are_no_step_of_undo(editor: DraftEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    write(editor, "الف")
    steps = editor.document().availableUndoSteps()
    editor.set_kinds({0: Kind.HEADLINE, 1: Kind.LEAD, 3: Kind.SOURCE})
    editor.set_text_size(14)
    assert editor.document().availableUndoSteps() == steps
    write(editor, "ب")
    assert editor.document().availableUndoSteps() == steps
    editor.undo()
    assert texts(editor) == [HEADLINE, LEAD, BODY, SOURCE]
    assert [paragraph.kind for paragraph in editor.paragraphs()] == [Kind.HEADLINE, Kind.LEAD, Kind.BODY, Kind.SOURCE]


def test_kinds_show_in_type(editor: DraftEditor) -> None:
    editor.set_kinds({0: Kind.HEADLINE})
    editor.set_text_size(12)
    headline, lead = (
        [(used.start, used.length, used.format.fontPointSize()) for used in block.layout().formats()]
        for block in (editor.document().firstBlock(), editor.document().firstBlock().next())
    )
    assert [(start, size) for start, _length, size in headline] == [(0, 15.0)]
    assert lead == []
    assert editor.font().pointSizeF() == 12.0


def test_the_context_menu_speaks_the_language(make: Made) -> None:
    editor = make("یک")
    menu = QMenu(editor)
    editor.add_clipboard_actions(menu)
    shown = {action.text(): action for action in menu.actions() if action.text()}
    assert not shown["برش"].isEnabled()
    shown["گزینش همه"].trigger()
    assert editor.textCursor().selectedText() == "یک"


def test_ctrl_and_wheel_ask_for_another_size(editor: DraftEditor, qtbot: QtBot) -> None:
    size = editor.font().pointSizeF()
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(editor.zoom_requested) as seen:
        QApplication.sendEvent(editor.viewport(), event)
    assert seen.args == [1]
    assert editor.font().pointSizeF() == size


def test_tab_leaves_the_editor(editor: DraftEditor) -> None:
    press(editor, "\t", Qt.Key.Key_Tab)
    assert "\t" not in "".join(texts(editor))
