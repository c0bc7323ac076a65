"""A supervisor marks words of a text that waits, says something about them, and decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from pr_editor.gui.comments.form import CommentForm
from pr_editor.gui.signoff.deciding import ApproveForm
from pr_editor.gui.signoff.reason import ReasonForm
from pr_editor.review.model import Comment, ReleaseState
from tests.gui.accessible import SMALL, lines_in_sight
from tests.gui.library.desk import CLEAN, EDITOR, SECOND, SUPERVISOR, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.gui.library.conftest import Office
    from tests.gui.library.desk import Desk

LINES = CLEAN.splitlines()
WORDS = "هزار جلد"
PLACE = 1, LINES[1].index(WORDS), LINES[1].index(WORDS) + len(WORDS)


def submitted(desk: Desk, folder: Path) -> str:
    desk.draft(folder, CLEAN)
    desk.log_in(EDITOR)
    release = desk.submit()
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    desk.reader.tabs.setCurrentIndex(1)
    return release


def select(desk: Desk, words: str) -> None:
    cursor = desk.reader.text.document().find(words)
    assert not cursor.isNull()
    desk.reader.text.setTextCursor(cursor)


def comment(desk: Desk, words: str, text: str) -> None:
    select(desk, words)
    desk.reader.commented.buttons["add"].click()
    form = desk.form(CommentForm)
    assert words in form.explanation.text()
    form.text.setPlainText(text)
    desk.finish(form)


def test_words_are_marked_and_commented_on(desk: Desk, tmp_path: Path) -> None:
    submitted(desk, tmp_path)
    commented = desk.reader.commented
    assert not commented.buttons["add"].isEnabled(), "nothing is selected"
    comment(desk, WORDS, "این شمار را بپرسید.")
    (selection,) = commented.page.extraSelections()
    assert selection.cursor.selectedText() == WORDS
    assert commented.list.isVisible()
    heard = commented.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert WORDS in heard
    assert "این شمار را بپرسید." in heard


def test_places_are_counted_as_the_text_is_kept(desk: Desk, office: Office, tmp_path: Path) -> None:
    """An emoji is two units to Qt, and HTML would make one of two spaces."""
    desk.draft(tmp_path, CLEAN.replace(WORDS, f"😊  <b>&amp; {WORDS}"))
    desk.log_in(EDITOR)
    release = desk.submit()
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    comment(desk, WORDS, "از کجا؟")
    (mark,) = desk.reader.text.extraSelections()
    assert mark.cursor.selectedText() == WORDS
    desk.return_("")
    with office.shelf.open() as library:
        assert [one.words for one in library.history(release)[-1].comments] == [WORDS]


def test_what_spans_paragraphs_is_no_passage(desk: Desk, tmp_path: Path) -> None:
    submitted(desk, tmp_path)
    select(desk, WORDS)
    cursor = desk.reader.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    desk.reader.text.setTextCursor(cursor)
    assert not desk.reader.commented.buttons["add"].isEnabled()


def test_comments_go_back_with_the_text_and_no_note_is_needed(desk: Desk, office: Office, tmp_path: Path) -> None:
    release = submitted(desk, tmp_path)
    comment(desk, WORDS, "این شمار را بپرسید.")
    desk.reader.buttons["return"].click()
    desk.finish(desk.form(ReasonForm))
    with office.shelf.open() as library:
        (step,) = library.release(release).versions[0].sign_offs
        assert step.comments == (Comment(*PLACE, "این شمار را بپرسید."),)
        assert library.history(release)[-1].comments[0].words == WORDS
    desk.read(ReleaseState.RETURNED)
    assert "این شمار را بپرسید." in desk.reader.sheet.toPlainText()
    assert "این شمار را بپرسید." in desk.reader.history.toPlainText()
    assert desk.reader.commented.list.count() == 1
    assert not desk.reader.commented.buttons["add"].isVisible()


def test_comments_are_kept_with_an_approval(desk: Desk, office: Office, tmp_path: Path) -> None:
    release = submitted(desk, tmp_path)
    comment(desk, WORDS, "خوب است که شمار آمده.")
    desk.reader.buttons["approve"].click()
    form = desk.form(ApproveForm)
    form.passphrase.setText(passphrase_of(SUPERVISOR))
    desk.finish(form)
    with office.shelf.open() as library:
        assert [one.text for one in library.release(release).versions[0].comments] == ["خوب است که شمار آمده."]


def test_they_wait_for_the_decision_of_who_made_them(desk: Desk, tmp_path: Path) -> None:
    submitted(desk, tmp_path)
    comment(desk, WORDS, "این شمار را بپرسید.")
    desk.log_in(SECOND)
    desk.read(ReleaseState.SUBMITTED)
    assert desk.reader.commented.list.count() == 0
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    assert desk.reader.commented.list.count() == 1


def test_they_are_changed_and_removed_and_brought_back(desk: Desk, tmp_path: Path) -> None:
    submitted(desk, tmp_path)
    comment(desk, WORDS, "این شمار را بپرسید.")
    commented = desk.reader.commented
    commented.buttons["change"].click()
    form = desk.form(CommentForm)
    assert form.text.toPlainText() == "این شمار را بپرسید."
    form.text.setPlainText("از کجا؟")
    desk.finish(form)
    assert "از کجا؟" in commented.list.item(0).text()
    commented.buttons["remove"].click()
    assert commented.list.count() == 0
    assert commented.page.extraSelections() == []
    desk.library.notices.action.click()
    assert "از کجا؟" in commented.list.item(0).text()


def test_keys_go_from_comment_to_comment(desk: Desk, tmp_path: Path) -> None:
    submitted(desk, tmp_path)
    comment(desk, WORDS, "یک")
    comment(desk, "۴۵ خانواده", "دو")
    commented = desk.reader.commented
    commented.list.setFocus()
    # The form that was open before gives the keys back when the screen has got round to it.
    desk.until(commented.list.hasFocus)
    QTest.keyClick(commented.list, Qt.Key.Key_F7)
    first = desk.reader.text.textCursor().selectedText()
    QTest.keyClick(commented.list, Qt.Key.Key_F7)
    second = desk.reader.text.textCursor().selectedText()
    assert {first, second} == {WORDS, "۴۵ خانواده"}
    QTest.keyClick(commented.list, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert desk.reader.text.textCursor().selectedText() == first


def test_an_editor_may_not_comment(desk: Desk, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    desk.submit()
    desk.read(ReleaseState.SUBMITTED)
    select(desk, WORDS)
    assert not desk.reader.commented.buttons["add"].isEnabled()


def test_on_a_small_screen_the_text_keeps_six_lines_beside_its_comments(desk: Desk, tmp_path: Path) -> None:
    desk.window.look.use_scale(200)
    submitted(desk, tmp_path)
    desk.library.resize(*SMALL)
    comment(desk, WORDS, "این شمار را بپرسید. " * 20)
    commented = desk.reader.commented
    desk.until(lambda: lines_in_sight(commented.page) >= 6)
    commented.list.step(1)
    desk.until(lambda: in_sight(commented.page, desk.library))


def in_sight(widget: QWidget, window: QWidget) -> bool:
    """Whether nothing of a widget is scrolled out of its window."""
    seen = widget.visibleRegion().boundingRect()
    return seen.height() >= widget.height() and window.isAncestorOf(widget)
