"""Looking for releases, reading them, taking them out; and days on which the file is not as it should be."""

from __future__ import annotations

import os
import re
import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.notices import Tone
from pr_editor.gui.theme import Theme
from pr_editor.review.model import ReleaseState
from tests.gui.driver import shown, wait_checked
from tests.gui.library.desk import CLEAN, EDITOR, SUPERVISOR, Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pr_editor.gui.library.window import LibraryWindow
    from pr_editor.gui.window.mainwindow import MainWindow
    from tests.gui.library.conftest import Office


@pytest.fixture
def approved(desk: Desk, tmp_path: Path) -> Desk:
    """A window over a library with one approved release; its supervisor is logged in."""
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    desk.submit()
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    desk.approve()
    desk.read(ReleaseState.APPROVED)
    return desk


def words_found(library: LibraryWindow) -> set[str]:
    """What is marked in the releases that are listed, as it stands in them."""
    hits = [row.hit for row in library.shelf.rows() if row.hit is not None]
    return {one.text[start:end] for hit in hits for one in hit.highlights for start, end in one.spans}


def test_found_however_it_is_spelled_and_marked_in_the_original(approved: Desk) -> None:
    library = approved.library
    library.begin()
    for words, marked in (("تامین", "تأمین"), ("کتابخانهها", "کتابخانه‌ها"), ("45 خانواده", "۴۵")):
        library.words.setText(words)
        approved.until(lambda marked=marked: marked in words_found(library))  # type: ignore[misc] # a default is not inferred
    library.words.setText("ناموجود")
    approved.until(lambda: not library.shelf.rows())
    assert approved.reader.shown is None
    assert approved.reader.nothing.text()


def test_a_state_narrows_the_list(approved: Desk) -> None:
    library = approved.library
    for chip, number in zip(library.chips.buttons(), (1, 0, 0, 1, 0), strict=True):
        chip.click()
        approved.until(lambda number=number: library.shelf.count() == number)  # type: ignore[misc] # a default is not inferred


def test_what_was_signed_is_what_is_exported(approved: Desk, tmp_path: Path) -> None:
    sheet = approved.reader.shown
    assert sheet is not None
    texts = [paragraph.text for paragraph in sheet.text.draft.paragraphs]
    for name in ("out.txt", "out.docx"):
        target = tmp_path / name
        approved.approval.taking.export_to(sheet, target)
        approved.until(target.exists)
        document = approved.window.services.read(target)
        assert [paragraph.text for paragraph in document.draft.paragraphs] == texts
    approved.reader.buttons["copy"].click()
    approved.until(lambda: QGuiApplication.clipboard().text() == "\n\n".join(texts))


def test_a_text_that_waits_is_exported_as_a_proof(desk: Desk, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    desk.submit()
    sheet = desk.read(ReleaseState.SUBMITTED)
    target = tmp_path / "out.txt"
    desk.approval.taking.export_to(sheet, target)
    desk.until(target.exists)
    lines = target.read_text("utf-8").split("\n")
    assert lines[0] not in CLEAN
    assert "\n".join(line for line in lines[1:] if line) == CLEAN


def test_an_approved_text_is_corrected_by_a_new_version(approved: Desk, office: Office) -> None:
    draft, _ = shown(approved.window)
    release = draft.session.release
    approved.window.closing.close(draft)
    approved.reader.buttons["open"].click()
    approved.until(lambda: approved.window.drafts.current)
    wait_checked(approved.qtbot, approved.window)
    approved.log_in(EDITOR)
    approved.rewrite("هزار جلد", "نهصد جلد")
    assert approved.submit() == release
    with office.shelf.open() as library:
        found = library.release(release)
    assert [version.state for version in found.versions] == [ReleaseState.APPROVED, ReleaseState.SUBMITTED]
    assert found.in_force is found.versions[0]


def test_the_drafts_list_follows_what_another_window_does(
    approved: Desk, open_window: Callable[[], MainWindow]
) -> None:
    draft, _ = shown(approved.window)
    other = Desk(approved.qtbot, open_window())
    other.log_in(SUPERVISOR)
    sheet = other.read(ReleaseState.APPROVED)
    other.approval.librarian.ask(
        lambda library: library.withdraw(sheet.release.id, other.approval.people.signer, "نادرست بود"),  # type: ignore[arg-type] # somebody is logged in
        lambda _: None,
        lambda why: pytest.fail(str(why)),
    )
    approved.until(lambda: draft.release_state is ReleaseState.WITHDRAWN)


def test_verifying_says_what_was_checked(approved: Desk) -> None:
    approved.do("verify-library")
    approved.until(lambda: any(page.isVisible() for page in approved.window.findChildren(Page, "verified")))
    page = approved.window.findChild(Page, "verified")
    assert isinstance(page, Page)
    said = page.text.toPlainText()
    assert said.startswith("کتابخانه سالم است.")
    for checked in ("رویدادها", "متن‌ها", "کلید حساب‌ها", "نمایهٔ جست‌وجو"):
        assert checked in said


def test_verifying_can_be_called_off(approved: Desk) -> None:
    """What has been looked at by then is not told as a result."""
    approved.do("verify-library")
    assert [work.total for work in approved.window.work.all] == [0]
    approved.window.work.cancel()
    assert approved.window.work.all == []
    approved.until(lambda: approved.window.notices.notice and "لغو" in approved.window.notices.text.text())
    assert approved.window.findChild(Page, "verified") is None
    approved.do("verify-library")
    approved.until(lambda: approved.window.findChild(Page, "verified") is not None)


def test_a_backup_is_a_library(approved: Desk, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    approved.approval.upkeep.back_up_to(target)
    approved.until(lambda: approved.window.notices.notice and str(target) in approved.window.notices.text.text())
    with approved.window.services.shelf(target).open(readonly=True) as library:
        assert [one.state for one in library.list()] == [ReleaseState.APPROVED]


def test_a_backup_can_be_called_off_and_replaces_nothing(approved: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    approved.do("back-up-library")
    dialog = approved.window.findChild(QFileDialog)
    assert dialog is not None
    folder.mkdir()
    dialog.setDirectory(str(folder))
    dialog.selectFile("library.db")
    dialog.accept()
    approved.window.work.cancel()
    approved.until(lambda: approved.window.notices.notice and "لغو" in approved.window.notices.text.text())
    assert list(folder.iterdir()) == []
    (folder / "library.db").write_bytes(b"something else")
    approved.approval.upkeep.back_up_to(folder / "library.db")
    assert "library.db" in notice(approved)
    assert (folder / "library.db").read_bytes() == b"something else"


def test_words_of_the_house_reach_the_checker_at_once(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN.replace("روستاهای بهاران", "باغ‌های گلبهارستانه"))
    assert "گلبهارستانه" in {finding.text for finding in desk.window.reviewing.open}
    finding = next(one for one in desk.window.reviewing.open if one.text == "گلبهارستانه")
    desk.window.reviewing.take(finding.fingerprint)
    desk.log_in(EDITOR)
    desk.do("add-house-word")
    desk.until(lambda: "گلبهارستانه" not in {one.text for one in desk.window.reviewing.open})
    with office.shelf.open() as library:
        assert library.words.house() == {"گلبهارستانه"}
        library.words.add("نوواژه‌ای", EDITOR)
    desk.rewrite("هزار جلد", "هزار نوواژه‌ای")
    desk.until(lambda: "نوواژه‌ای" not in {one.text for one in desk.window.reviewing.open})


def notice(desk: Desk) -> str:
    """The error the window tells, once it does."""
    bar = desk.window.notices
    desk.until(lambda: bar.notice is not None and bar.notice.tone is Tone.ERROR)
    return bar.text.text()


def spoil(path: Path, sql: str) -> None:
    """Change a library behind the program's back."""
    with sqlite3.connect(path) as connection:
        connection.execute(sql)
    connection.close()


def test_what_is_no_library_is_not_used(desk: Desk, office: Office, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database at all" * 20)
    desk.approval.people.use_existing(other)
    assert "other.db" in notice(desk)
    assert desk.approval.librarian.path == office.shelf.path


def test_a_newer_library_is_not_touched(desk: Desk, office: Office) -> None:
    spoil(office.shelf.path, "PRAGMA user_version = 999")
    before = office.shelf.path.read_bytes()
    desk.do("log-in")
    assert "تازه‌تر" in notice(desk) or "جدیدتر" in notice(desk)
    assert office.shelf.path.read_bytes() == before


def test_a_library_another_program_holds_is_said_to_be_held(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    form = desk.ask_submit()
    holder = sqlite3.connect(office.shelf.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    desk.press(form)
    desk.until(lambda: form.problem.property("tone") == "error")
    assert str(office.shelf.path) in form.problem.text()
    holder.execute("ROLLBACK")
    holder.close()
    desk.finish(form)
    assert shown(desk.window)[0].session.release


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_library_that_can_only_be_read_can_be_read(approved: Desk, office: Office) -> None:
    path = office.shelf.path
    mode, folder = path.stat().st_mode, path.parent.stat().st_mode
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        approved.library.begin()
        approved.until(lambda: approved.library.shelf.count() == 1)
    finally:
        path.parent.chmod(folder)
        path.chmod(mode)


NARROWED = {
    "since": ("1390/01/01", "1499/01/01"),
    "until": ("۱۴۹۹/۰۱/۰۱", "۱۳۹۰/۰۱/۰۱"),
    "editor": (EDITOR, "کسی دیگر"),
    "supervisor": (SUPERVISOR, "کسی دیگر"),
    "author": ("مریم", "کسی دیگر"),
}
"""What is typed into each field: what fits the release, and what does not."""


def test_the_list_is_narrowed_by_days_and_people(approved: Desk) -> None:
    library = approved.library
    library.begin()
    approved.until(lambda: library.shelf.rows())
    for name, (fits, fails) in NARROWED.items():
        field = library.narrowing.fields[name]
        field.setText(fails)
        approved.until(lambda: not library.shelf.rows())
        assert "۱" in library.narrow.text()
        field.setText(fits)
        approved.until(lambda: library.shelf.rows())
        field.setText(fails)
        approved.until(lambda: not library.shelf.rows())
        library.narrowing.clear_all.click()
        approved.until(lambda: library.shelf.rows())
        assert "۱" not in library.narrow.text()


def test_a_day_that_is_none_says_so_and_narrows_nothing(approved: Desk) -> None:
    library = approved.library
    library.begin()
    library.narrow.click()
    field = library.narrowing.fields["until"]
    field.setText("1404/13/01")
    assert field.accessibleDescription() == "این تاریخ نیست."
    assert library.narrowing.problem.isVisible()
    assert library.narrowing.number == 0
    library.narrowing.hide()
    approved.until(lambda: library.shelf.rows())


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_what_is_read_is_printed_on_a_page_of_white_paper(approved: Desk, tmp_path: Path, tab: int) -> None:
    window, path = approved.window, tmp_path / "sheet.pdf"
    window.menus.actions["theme-dark"].trigger()
    approved.reader.tabs.setCurrentIndex(tab)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    approved.approval.printing.put_on(printer)
    assert len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) == 1
    light = Theme.load(window.services.paths.resources / "themes" / "light.toml")
    assert CLEAN.split("\n")[0] in approved.reader.on_paper(light)


def test_printing_asks_for_a_printer(approved: Desk) -> None:
    approved.reader.buttons["print"].click()
    dialog = approved.reader.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_a_library_that_cannot_be_asked_is_told_once(approved: Desk) -> None:
    window, following = approved.window, approved.approval.following
    path = window.services.shelf().path
    path.unlink()
    path.write_bytes(b"no library " * 1000)
    told: list[object] = []
    asked: list[object] = []
    following._tell = told.append
    following.look()
    approved.until(lambda: told)
    following.look()
    approved.approval.librarian.run(lambda: None, asked.append, asked.append)
    approved.until(lambda: asked)
    assert len(told) == 1
    assert shown(window)[0].release_state is ReleaseState.APPROVED


def test_a_library_whose_file_is_gone_is_told_where_it_is_looked_for(approved: Desk) -> None:
    shelf = approved.window.services.shelf()
    approved.do("library")
    approved.until(lambda: approved.library.shelf.count() == 1)
    shelf.path.unlink()
    approved.do("reuse-report")
    view = approved.window.reuse.reports.view
    approved.until(lambda: shelf.path.name in view.nothing.text())
