"""From submitting to approving, with two people at one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from pr_editor.gui.signoff.deciding import ApproveForm
from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.model import Eyes, ReleaseState
from tests.gui.driver import shown, take, wait_checked
from tests.gui.library.desk import CLEAN, EDITOR, REPEATED, SECOND, SUPERVISOR, Desk, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow
    from tests.gui.library.conftest import Office


def test_a_blocker_is_fixed_or_left_with_a_reason(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.draft(tmp_path, REPEATED)
    desk.log_in(EDITOR)
    form = desk.ask_submit()
    assert [card.finding.code for card in form.blockers] == ["DUP001"]
    assert not form.accept_button.isEnabled()
    assert form.problem.text(), "it is said why"
    form.date.setText("۱۴۰۴/۱۳/۴۰")
    form.blockers[0].reason.setCurrentText("تکرار به خواست نویسنده")
    assert not form.accept_button.isEnabled()
    assert "۱۴۰۴/۱۳/۴۰" in form.problem.text()
    form.date.setText("۱۴۰۴/۰۷/۱۲")
    form.keywords.setText("کتاب، روستا")
    assert form.author.text() == "مریم کاظمی", "as the byline says"
    desk.finish(form)
    draft, _ = shown(desk.window)
    desk.until(lambda: draft.release_state is ReleaseState.SUBMITTED)
    with office.shelf.open() as library:
        version = library.show(draft.session.release)
        submission = version.version.submission
        assert [(w.by, w.reason) for w in submission.waivers] == [(EDITOR, "تکرار به خواست نویسنده")]
        assert version.metadata.keywords == ("کتاب", "روستا")
        assert version.draft.digest == draft.draft().digest


def test_going_to_a_blocker_keeps_what_was_entered(desk: Desk, tmp_path: Path) -> None:
    desk.draft(tmp_path, REPEATED)
    desk.log_in(EDITOR)
    form = desk.ask_submit()
    form.outlet.setText("وبگاه بهاران")
    form.blockers[0].jump.click()
    desk.until(lambda: not desk.open_forms())
    assert desk.window.reviewing.current is not None
    assert desk.window.reviewing.current.code == "DUP001"
    desk.window.fixing.fix_with(0)
    wait_checked(desk.qtbot, desk.window)
    again = desk.ask_submit()
    assert again.blockers == []
    assert again.outlet.text() == "وبگاه بهاران"
    assert again.accept_button.isEnabled()


def test_a_finding_left_by_the_editor_still_blocks(desk: Desk, tmp_path: Path) -> None:
    desk.draft(tmp_path, REPEATED)
    take(desk.window, "DUP001")
    desk.do("leave-here")
    desk.log_in(EDITOR)
    assert [card.finding.code for card in desk.ask_submit().blockers] == ["DUP001"]


def test_a_copy_editor_can_not_approve_by_the_window(desk: Desk, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    desk.submit()
    desk.read(ReleaseState.SUBMITTED)
    assert not desk.reader.buttons["approve"].isEnabled()
    assert not desk.reader.buttons["return"].isEnabled()
    assert EDITOR in desk.reader.reason.text()


def test_who_changed_the_text_is_not_its_second_pair_of_eyes(desk: Desk, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(SUPERVISOR)
    desk.rewrite("هزار جلد", "دوهزار جلد")
    desk.log_in(EDITOR)
    desk.submit()
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    assert not desk.reader.buttons["approve"].isEnabled()
    assert SUPERVISOR in desk.reader.reason.text()
    assert desk.reader.buttons["return"].isEnabled()
    desk.log_in(SECOND)
    desk.read(ReleaseState.SUBMITTED)
    assert desk.reader.buttons["approve"].isEnabled()


def test_back_with_reasons_and_then_approved(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    release = desk.submit()
    draft, _ = shown(desk.window)
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    desk.return_("شمار کتاب‌ها را بپرسید.")
    desk.until(lambda: draft.release_state is ReleaseState.RETURNED)
    assert desk.approval.reasons.isVisible()
    assert "شمار کتاب‌ها را بپرسید." in desk.approval.reasons.text.text()
    assert "شمار کتاب‌ها را بپرسید." in desk.state_shown()

    desk.log_in(EDITOR)
    desk.rewrite("هزار جلد", "نهصد جلد")
    assert desk.submit() == release
    desk.until(lambda: draft.release_state is ReleaseState.SUBMITTED)
    assert not desk.approval.reasons.isVisible()

    desk.log_in(SUPERVISOR)
    sheet = desk.read(ReleaseState.SUBMITTED)
    changed = [p for p in sheet.comparisons[0].passages if not p.same]
    assert sheet.comparisons[0].number == 1
    assert len(changed) == 1
    assert "نهصد" in desk.reader.sheet.toPlainText()
    assert desk.reader.sheet.toPlainText().count("نویسنده:") == 1, "not once for the line and once for its name"
    desk.approve()
    desk.until(lambda: draft.release_state is ReleaseState.APPROVED)
    signed = draft.draft()
    with office.shelf.open() as library:
        assert library.release(release).state is ReleaseState.APPROVED
        assert library.export_draft(release).draft.digest == signed.digest
    assert office.shelf.verify(lambda _: None).sound


def test_a_wrong_passphrase_approves_nothing(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    release = desk.submit()
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    desk.reader.buttons["approve"].click()
    form = desk.form(ApproveForm)
    form.passphrase.setText(passphrase_of(SECOND))
    desk.press(form)
    desk.until(lambda: form.problem.property("tone") == "error")
    with office.shelf.open() as library:
        assert library.release(release).state is ReleaseState.SUBMITTED


def test_a_text_that_changed_meanwhile_is_not_approved_unseen(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    release = desk.submit()
    desk.log_in(SUPERVISOR)
    seen = desk.read(ReleaseState.SUBMITTED)
    desk.log_in(EDITOR)
    desk.rewrite("هزار جلد", "نهصد جلد")
    desk.submit()
    desk.log_in(SUPERVISOR)
    desk.approval.deciding.approve(seen)
    form = desk.form(ApproveForm)
    form.passphrase.setText(passphrase_of(SUPERVISOR))
    desk.press(form)
    desk.until(lambda: form.problem.property("tone") == "error")
    with office.shelf.open() as library:
        assert library.release(release).state is ReleaseState.SUBMITTED


def test_one_person_alone_approves_with_a_mark(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path
) -> None:
    services.shelf().create(SUPERVISOR, passphrase_of(SUPERVISOR), solo=True).close()
    desk = Desk(qtbot, window)
    desk.draft(tmp_path, CLEAN)
    desk.log_in(SUPERVISOR)
    release = desk.submit()
    desk.read(ReleaseState.SUBMITTED)
    desk.approve()
    desk.read(ReleaseState.APPROVED)
    mark = "بدون چشم دوم"
    assert mark in desk.reader.facts.text()
    assert mark in desk.reader.history.toPlainText()
    desk.reader.buttons["copy"].click()
    desk.until(lambda: mark in QGuiApplication.clipboard().text())
    with services.shelf().open() as library:
        approval = library.release(release).versions[-1].approval
        assert approval is not None
        assert approval.eyes is Eyes.SOLO


def test_the_text_is_reviewed_as_what_it_is_submitted_as(desk: Desk, tmp_path: Path) -> None:
    style = tmp_path / "own.toml"
    style.write_text('extends = "pr"\n[severity.report]\nBYL004 = "blocker"', "utf-8")
    desk.window.look.use_profile(str(style))
    desk.draft(tmp_path, "\n".join(CLEAN.splitlines()[:-1]))
    desk.log_in(EDITOR)
    form = desk.ask_submit()
    assert form.kind.currentData() == ReleaseKind.NEWS
    assert form.blockers == []
    form.kind.setCurrentIndex(form.kind.findData(ReleaseKind.REPORT))
    assert not form.accept_button.isEnabled(), "nobody has seen it as a report yet"
    desk.until(lambda: [card.finding.code for card in form.blockers] == ["BYL004"])
    assert not form.accept_button.isEnabled()
    form.reject()
    assert shown(desk.window)[0].session.release_kind is ReleaseKind.REPORT
    again = desk.ask_submit()
    assert again.kind.currentData() == ReleaseKind.REPORT
    again.kind.setCurrentIndex(again.kind.findData(ReleaseKind.NOTE))
    desk.until(again.accept_button.isEnabled)
    assert again.blockers == []
