"""An editor reads the comments beside the text that came back, answers, settles, and hands in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from pr_editor.gui.changes.report_form import ReportForm
from pr_editor.gui.comments.form import AnswerForm
from pr_editor.gui.notices import Tone
from pr_editor.review.comments import threads_of
from pr_editor.review.model import Comment, ReleaseState
from tests.gui.accessible import LAPTOP, SMALL, lines_in_sight
from tests.gui.driver import PATIENCE, shown
from tests.gui.library.desk import CLEAN, EDITOR, SUPERVISOR, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.gui.comments.panel import CommentsPanel
    from tests.gui.library.conftest import Office
    from tests.gui.library.desk import Desk

LINES = CLEAN.splitlines()
BOOKS, HOMES = "هزار جلد", "۴۵ خانواده"


def on(words: str, text: str) -> Comment:
    (at,) = (at for at, line in enumerate(LINES) if words in line)
    start = LINES[at].index(words)
    return Comment(at, start, start + len(words), text)


@pytest.fixture
def release(desk: Desk, office: Office, tmp_path: Path) -> str:
    """A release that came back with two comments; its editor is at the window."""
    return returned(desk, office, tmp_path, "")


def returned(desk: Desk, office: Office, tmp_path: Path, note: str) -> str:
    """A release that came back with two comments and a note."""
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    name = desk.submit()
    with office.shelf.open() as library:
        supervisor = library.accounts.login(SUPERVISOR, passphrase_of(SUPERVISOR))
        library.return_(name, supervisor, note, (on(BOOKS, "از کجا آمده؟"), on(HOMES, "شمار درست است؟")))
    desk.approval.librarian.look_again()
    desk.until(panel(desk).isVisible)
    return name


def panel(desk: Desk) -> CommentsPanel:
    return desk.approval.comments.panel


def selected(desk: Desk) -> str:
    return shown(desk.window)[1].textCursor().selectedText()


def test_they_are_listed_and_gone_to_by_key(desk: Desk, release: str) -> None:
    assert panel(desk).list.count() == 2
    heard = panel(desk).list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in heard for part in (BOOKS, SUPERVISOR, "از کجا آمده؟"))
    went = []
    for command in ("next-comment", "next-comment", "next-comment", "previous-comment"):
        desk.do(command)
        went.append(selected(desk))
    assert went == [BOOKS, HOMES, BOOKS, HOMES]


def test_the_place_says_what_was_said_about_it(desk: Desk, release: str) -> None:
    desk.do("next-comment")
    desk.do("explain")
    assert "از کجا آمده؟" in QToolTip.text()
    assert SUPERVISOR in QToolTip.text()


def test_they_follow_their_words(desk: Desk, release: str) -> None:
    desk.rewrite("هزار جلد کتاب‌ تازه", "دیروز عصر هزار جلد کتاب‌ تازه")
    desk.do("next-comment")
    assert selected(desk) == BOOKS


def test_words_that_are_gone_are_told(desk: Desk, release: str) -> None:
    desk.rewrite(BOOKS, "نهصد جلد")
    gone = desk.window.speech.tr("these words are not in the text any more")
    desk.until(lambda: gone in panel(desk).list.item(0).text())
    assert gone not in panel(desk).list.item(1).text()
    desk.do("next-comment")
    assert selected(desk) != BOOKS
    assert BOOKS in desk.window.notices.text.text()


def test_they_stay_while_the_library_cannot_be_read(desk: Desk, office: Office, release: str) -> None:
    draft, comments = shown(desk.window)[0], desk.approval.comments
    office.shelf.path.rename(office.shelf.path.with_suffix(".away"))
    office.shelf.path.write_bytes(b"nothing" * 1000)
    desk.approval.librarian.look_again()
    desk.until(lambda: desk.window.notices.notice is not None and desk.window.notices.notice.tone is Tone.ERROR)
    answered: list[object] = []
    desk.approval.librarian.ask(lambda _: None, answered.append, answered.append)
    desk.until(lambda: answered)
    assert panel(desk).isVisible()
    assert [remark.words for remark in comments.remarks_on(draft)] == [BOOKS, HOMES], "and in the report"


def test_answers_go_with_the_next_version(desk: Desk, office: Office, release: str) -> None:
    desk.do("next-comment")
    desk.do("answer-comment")
    form = desk.form(AnswerForm)
    form.text.setPlainText("از بنیاد کتاب")
    desk.finish(form)
    assert "از بنیاد کتاب" in panel(desk).list.item(0).text()
    desk.do("next-comment")
    form_before = desk.ask_submit()
    assert form_before.unanswered.isVisible()
    form_before.reject()
    desk.do("settle-comment")
    desk.rewrite(HOMES, "۵۴ خانواده")
    draft, _ = shown(desk.window)
    assert desk.submit() == release
    desk.until(lambda: draft.release_state is ReleaseState.SUBMITTED)
    assert draft.session.answers == ()
    with office.shelf.open() as library:
        first, second = threads_of(library.release(release))
        assert [(one.text, one.settled, one.by) for one in first.answers] == [("از بنیاد کتاب", False, EDITOR)]
        assert [(one.text, one.settled) for one in second.answers] == [("", True)]
    desk.until(lambda: panel(desk).list.count() == 1)
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    assert "از بنیاد کتاب" in desk.reader.sheet.toPlainText()


def test_answers_are_part_of_the_session(desk: Desk, release: str) -> None:
    desk.do("next-comment")
    desk.do("settle-comment")
    draft, _ = shown(desk.window)
    desk.window.autosave.save_now()
    sessions = desk.window.services.sessions
    desk.until(lambda: any(one.answers == draft.session.answers != () for one in sessions.all()))


def test_the_list_is_worked_through_without_the_mouse(desk: Desk, release: str) -> None:
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    desk.do("to-comments")
    assert desk.window.focusWidget() is panel(desk).list
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Down)
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Space)
    draft, editor = shown(desk.window)
    assert [(one.comment, one.settled) for one in draft.session.answers] == [(1, True)]
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Space)
    assert draft.session.answers == ()
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Return)
    assert selected(desk) == HOMES
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Escape)
    assert desk.window.focusWidget() is editor


def test_other_drafts_have_none(desk: Desk, release: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    desk.draft(other, f"{CLEAN}\nپایان.")
    assert not panel(desk).isVisible()
    assert not desk.window.menus.actions["next-comment"].isEnabled()


def test_in_a_low_window_they_take_turns_with_the_findings(desk: Desk, release: str) -> None:
    window, editor = desk.window, shown(desk.window)[1]
    window.activateWindow()
    desk.until(window.isActiveWindow)
    window.look.use_scale(200)
    window.resize(*SMALL)
    desk.until(lambda: lines_in_sight(editor) >= 6)
    side = window.arrangement.side
    desk.do("to-findings")
    assert window.findings_panel.isVisible()
    assert not panel(desk).isVisible()
    assert side.tabs.count() == 2
    desk.do("next-comment")
    assert panel(desk).isVisible(), "who goes to a comment reads it"
    assert selected(desk) == BOOKS
    line = panel(desk).list.fontMetrics().lineSpacing()
    desk.until(lambda: panel(desk).list.height() >= 3 * line)
    assert side.tabs.tabText(1) == "نظرها (۲)"
    desk.do("to-findings")
    desk.do("to-comments")
    assert window.focusWidget() is panel(desk).list
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Space)
    assert [one.settled for one in shown(window)[0].session.answers] == [True]
    assert side.tabs.tabText(1) == "نظرها (۱)"
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Down)
    QTest.keyClick(panel(desk).list, Qt.Key.Key_Return)
    assert selected(desk) == HOMES


def test_a_long_reason_leaves_room_and_is_scrolled(desk: Desk, office: Office, tmp_path: Path) -> None:
    returned(desk, office, tmp_path, "شمارها را با گزارش ماه پیش بسنجید و نام‌ها را کامل بنویسید. " * 40)
    editor, reasons = shown(desk.window)[1], desk.approval.reasons
    for scale, size in ((100, LAPTOP), (200, SMALL)):
        desk.window.look.use_scale(scale)
        desk.window.resize(*size)
        desk.until(lambda: lines_in_sight(editor) >= 6)
        desk.until(lambda: reasons.page.verticalScrollBar().maximum() > 0)
        assert reasons.page.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_they_are_part_of_the_report_for_the_author(desk: Desk, release: str, tmp_path: Path) -> None:
    desk.do("next-comment")
    desk.do("settle-comment")
    for name, comments in (("with.html", True), ("without.html", False)):
        desk.do("change-report")
        form = desk.form(ReportForm)
        assert form.comments.isVisible()
        form.comments.setChecked(comments)
        with desk.qtbot.waitSignal(form.finished, timeout=PATIENCE):
            form.write(tmp_path / name)
    page = (tmp_path / "with.html").read_text("utf-8")
    assert all(part in page for part in (BOOKS, HOMES, SUPERVISOR, "از کجا آمده؟", "شمار درست است؟"))
    assert "هنوز برطرف نشده" in page
    assert f"{EDITOR} آن را برطرف کرده است" in page
    assert "از کجا آمده؟" not in (tmp_path / "without.html").read_text("utf-8")
