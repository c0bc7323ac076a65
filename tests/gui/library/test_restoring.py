"""Going back to a backup in the window: seen before it is done, done as a whole, and told when it can't be."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.library.restore_form import RestoreForm
from pr_editor.gui.library.verifying import Verifying
from pr_editor.gui.notices import Tone
from pr_editor.library.candidate import Candidate
from pr_editor.library.contents import Contents, Missing, Named
from pr_editor.review.model import ReleaseState
from pr_editor.text.message import message
from tests.gui.driver import press, shown
from tests.gui.library.desk import CLEAN, EDITOR, SUPERVISOR
from tests.unit.library.office import handover, tamper

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.window.mainwindow import MainWindow
    from tests.gui.library.conftest import Office
    from tests.gui.library.desk import Desk

LATER = CLEAN.replace("هزار جلد", "نهصد جلد")


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """A backup of the library of the tests while it is empty."""
    path = tmp_path / "backups" / "library-1404.db"
    with office.shelf.open() as library:
        library.backup(path)
    return path


@pytest.fixture
def later(desk: Desk, backup: Path, tmp_path: Path) -> Desk:
    """A window whose library has got a release since; its editor is logged in."""
    assert backup.exists()
    desk.draft(tmp_path, LATER)
    desk.log_in(EDITOR)
    desk.submit()
    return desk


def told(desk: Desk, tone: Tone) -> str:
    """What the window tells, once it tells something in this tone."""
    bar = desk.window.notices
    desk.until(lambda: bar.notice is not None and bar.notice.tone is tone)
    return bar.text.accessibleName()


def listed(form: RestoreForm) -> list[str]:
    """The releases that would be gone."""
    return [form.gone.item(row).text() for row in range(form.gone.count())]


def kept(office: Office) -> list[Path]:
    """The libraries that gave way."""
    return list(office.shelf.path.parent.glob("*replaced*.db"))


def test_by_keys_alone(later: Desk, backup: Path, office: Office) -> None:
    window = later.window
    window.activateWindow()
    later.until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    later.until(lambda: window.findChild(QFileDialog, "backup-to-restore"))
    dialog = window.findChild(QFileDialog, "backup-to-restore")
    assert dialog is not None
    dialog.setDirectory(str(backup.parent))
    dialog.selectFile(backup.name)
    dialog.accept()
    form = later.form(RestoreForm)
    assert listed(form)[0].count("تأمین کتاب") == 1
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A):
        press(QApplication.focusWidget() or form, key)
    assert form.isVisible(), "what is typed into another text changes nothing here"
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (aside,) = _done(later, office)
    assert aside.name in told(later, Tone.DONE)


def _done(desk: Desk, office: Office) -> list[Path]:
    """Wait for the end of a restoration; nobody is logged in and nothing is handed in afterwards."""
    desk.until(lambda: told(desk, Tone.DONE).startswith("از اکنون"))
    assert desk.approval.people.signer is None
    with office.shelf.open(readonly=True) as library:
        assert library.list() == ()
    return kept(office)


def test_what_was_there_is_kept_and_drafts_stay(later: Desk, backup: Path, office: Office) -> None:
    draft, editor = shown(later.window)
    later.approval.restoring.look_at(backup)
    later.press(later.form(RestoreForm))
    (aside,) = _done(later, office)
    with later.window.services.shelf(aside).open(readonly=True) as library:
        assert [one.state for one in library.list()] == [ReleaseState.SUBMITTED]
    assert shown(later.window) == (draft, editor)
    assert list(draft.texts().values()) == LATER.splitlines()
    later.window.notices.action.click()
    later.until(lambda: later.library.isVisible() and later.reader.nothing.text())
    assert later.library.shelf.count() == 0


def test_a_draft_the_library_does_not_know_is_told_and_handed_in_anew(
    later: Desk, backup: Path, office: Office
) -> None:
    """Its number is another text's by then."""
    draft, _ = shown(later.window)
    before = draft.session.release
    later.approval.restoring.look_at(backup)
    later.press(later.form(RestoreForm))
    _done(later, office)
    later.until(lambda: "در کتابخانهٔ کنونی نیست" in later.state_shown())
    with office.shelf.open() as library:
        other = library.accounts.login(EDITOR, f"گذرواژه {EDITOR}")
        assert library.submit(handover("خبری دیگر", "لید"), other) == before
        library.return_(before, library.accounts.login(SUPERVISOR, f"گذرواژه {SUPERVISOR}"), "نه")
    later.approval.librarian.look_again()
    later.log_in(EDITOR)
    assert "در کتابخانهٔ کنونی نیست" in later.state_shown()
    assert draft.release_state is None
    assert later.submit() != before
    with office.shelf.open() as library:
        assert len(library.release(before).versions) == 1
        assert list(library.show(draft.session.release).draft.paragraphs)[1].text == LATER.splitlines()[1]


def test_the_library_that_is_open_shows_what_is_restored(later: Desk, backup: Path, office: Office) -> None:
    later.library.begin()
    later.until(lambda: later.library.shelf.count() == 1)
    later.approval.restoring.look_at(backup)
    later.press(later.form(RestoreForm))
    later.until(lambda: later.library.shelf.count() == 0)
    later.log_in(SUPERVISOR)
    assert len(kept(office)) == 1


def test_a_backup_that_lacks_nothing_says_so(later: Desk, office: Office, tmp_path: Path) -> None:
    newest = tmp_path / "newest.db"
    with office.shelf.open() as library:
        library.backup(newest)
    later.approval.restoring.look_at(newest)
    form = later.form(RestoreForm)
    assert form.verdict.property("tone") == "success"
    assert not form.gone.isVisible()
    assert QApplication.focusWidget() is form


def test_a_backup_that_is_not_sound_is_shown_and_left(later: Desk, backup: Path, office: Office) -> None:
    tamper(backup, "UPDATE event SET signature = zeroblob(64) WHERE seq = 2")
    before = office.shelf.path.read_bytes()
    later.approval.restoring.look_at(backup)
    assert backup.name in told(later, Tone.ERROR)
    page = later.window.findChild(Page, "verified")
    assert isinstance(page, Page)
    assert SUPERVISOR in page.text.toPlainText()
    assert later.open_forms() == []
    assert office.shelf.path.read_bytes() == before


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("gone", "کتابخانه‌ای نیست"),
        ("rubbish", "کتابخانهٔ این برنامه نیست"),
        ("newer", "نسخهٔ تازه‌تری"),
        ("itself", "خود کتابخانهٔ کنونی"),
        ("folder", "پوشه است"),
    ],
)
def test_what_is_no_backup_is_told(later: Desk, backup: Path, office: Office, what: str, says: str) -> None:
    match what:
        case "gone":
            backup.unlink()
        case "rubbish":
            backup.write_bytes(b"rubbish" * 999)
        case "newer":
            with closing(sqlite3.connect(backup)) as connection:
                connection.execute("PRAGMA user_version = 999")
    path = {"itself": office.shelf.path, "folder": backup.parent}.get(what, backup)
    later.approval.restoring.look_at(path)
    assert says in told(later, Tone.ERROR)
    assert kept(office) == []
    assert later.approval.people.signer is not None


def test_verifying_can_be_called_off(later: Desk, backup: Path, office: Office) -> None:
    later.approval.restoring.look_at(backup)
    assert len(later.window.work.all) == 1
    later.window.work.cancel()
    assert "لغو" in told(later, Tone.INFO)
    assert later.open_forms() == []
    assert kept(office) == []


def test_one_file_is_looked_through_at_a_time(later: Desk, backup: Path) -> None:
    later.approval.restoring.look_at(backup)
    for command in ("verify-library", "restore-library", "back-up-library"):
        later.window.notices.clear()
        later.do(command)
        assert "راستی‌آزمایی" in told(later, Tone.INFO)
    assert len(later.window.work.all) == 1
    assert later.window.findChild(QFileDialog) is None
    later.form(RestoreForm)


def test_a_mistake_in_one_look_is_not_in_the_way_of_the_next(desk: Desk) -> None:
    def look(_progress: Callable[[int], None]) -> None:
        raise ValueError("a mistake of the program's")

    work, tell = desk.window.work, desk.window.notices.tell
    verifying = Verifying(work, desk.window)
    told: list[object] = []
    with desk.qtbot.captureExceptions() as mistakes:
        verifying.begin(message("The library is being verified…"), look, told.append, told.append)
        assert work.all
        desk.until(lambda: mistakes)
    assert verifying.free(tell)
    assert not work.all
    verifying.begin(message("The library is being verified…"), lambda _: "sound", told.append, told.append)
    desk.until(lambda: told == ["sound"])
    verifying.finish()


def test_restoring_can_be_called_off(later: Desk, backup: Path, office: Office) -> None:
    later.approval.restoring.look_at(backup)
    form = later.form(RestoreForm)
    # What the library's thread is asked for waits in line.
    go_on = Event()
    later.approval.librarian.run(lambda: go_on.wait(60), lambda _: None, lambda _: None)
    later.press(form)
    form.cancel_button.click()
    assert form.isVisible()
    go_on.set()
    assert "لغو" in told(later, Tone.INFO)
    assert later.open_forms() == []
    assert kept(office) == []
    assert later.approval.people.signer is not None


def test_a_library_another_program_holds_is_tried_again(later: Desk, backup: Path, office: Office) -> None:
    later.approval.restoring.look_at(backup)
    form = later.form(RestoreForm)
    idle: list[object] = []
    later.approval.librarian.run(lambda: None, idle.append, idle.append)
    later.until(lambda: idle)
    holder = sqlite3.connect(office.shelf.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    later.press(form)
    later.until(lambda: form.problem.property("tone") == "error")
    assert str(office.shelf.path) in form.problem.text()
    holder.execute("ROLLBACK")
    holder.close()
    later.press(form)
    assert len(_done(later, office)) == 1


def test_what_happened_meanwhile_is_not_passed_over(later: Desk, backup: Path, office: Office) -> None:
    later.approval.restoring.look_at(backup)
    form = later.form(RestoreForm)
    with office.shelf.open() as library:
        library.words.add_to_house("بهاران", library.accounts.login(EDITOR, f"گذرواژه {EDITOR}"))
    later.press(form)
    later.until(lambda: form.problem.property("tone") == "error")
    assert kept(office) == []


@pytest.mark.parametrize("what", ["gone", "rubbish"])
def test_a_library_that_is_lost_comes_back(later: Desk, backup: Path, office: Office, what: str) -> None:
    office.shelf.path.unlink()
    if what == "rubbish":
        office.shelf.path.write_bytes(b"rubbish" * 999)
    later.approval.restoring.look_at(backup)
    form = later.form(RestoreForm)
    assert form.verdict.property("tone") == ("warning" if what == "rubbish" else "success")
    later.press(form)
    assert len(_done(later, office)) == (1 if what == "rubbish" else 0)
    later.log_in(EDITOR)


def test_nothing_is_restored_while_an_archive_comes_in(later: Desk, backup: Path, office: Office) -> None:
    later.approval.importing.running.emit(True)
    later.do("restore-library")
    assert "بایگانی" in told(later, Tone.ERROR)
    later.window.notices.clear()
    later.approval.importing.running.emit(False)
    later.approval.restoring.look_at(backup)
    form = later.form(RestoreForm)
    later.approval.importing.running.emit(True)
    form.accept_button.click()
    assert "بایگانی" in form.problem.text(), "also one that has begun while the backup was verified"
    later.approval.importing.running.emit(False)
    later.press(form)
    later.until(lambda: kept(office))


def test_other_windows_go_on_with_what_is_restored(
    later: Desk, backup: Path, office: Office, open_window: Callable[[], MainWindow]
) -> None:
    other = open_window().approval.library
    other.begin()
    later.until(lambda: other.shelf.count() == 1)
    later.approval.restoring.look_at(backup)
    later.press(later.form(RestoreForm))
    later.until(lambda: other.shelf.count() == 0)
    assert len(kept(office)) == 1


def test_thousands_of_releases_are_counted_and_the_newest_listed(desk: Desk, office: Office) -> None:
    now = datetime.now(UTC)
    holds = Contents(2_500, 3, 5_000, "0" * 64, now, SUPERVISOR)
    new = tuple(Named(f"1404-{number:04}", f"خبر {number}") for number in range(2_500, 0, -1))
    missing = Missing(related=False, new=new)
    candidate = Candidate(Path("other.db"), holds, now, holds, missing, aside=Path("kept.db"))
    form = RestoreForm(desk.window, desk.window.speech, candidate, office.shelf.path, lambda: None)
    form.show()
    assert "۲۴۰۰" in listed(form)[-1]
    assert "خبر 2500" in listed(form)[0]
    form.reject()
