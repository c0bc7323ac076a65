"""Bringing an archive into the library from the window."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from pr_editor.gui.library.import_form import ImportForm
from pr_editor.library.file import Access, LibraryFile
from pr_editor.library.reuse_index import is_behind
from pr_editor.review.model import Eyes
from tests.gui.library.desk import EDITOR, SUPERVISOR, Desk, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.gui.library.import_progress import ImportProgress
    from tests.gui.library.conftest import Office

BODY = "مدیر کتابخانه‌های بهاران از رسیدن هزار جلد کتاب تازه به روستاهای شهرستان خبر داد."


def archive(folder: Path, count: int, *, broken: bool = False) -> Path:
    """A folder with an archive of so many releases."""
    place = folder / "بایگانی"
    place.mkdir(exist_ok=True)
    rows = ({"title": f"کتاب تازه {n}", "text": f"{BODY} {n}"} for n in range(count))
    lines = [json.dumps(row, ensure_ascii=False) for row in rows] + ["{"] * broken
    (place / "خبرها.jsonl").write_text("\n".join(lines), "utf-8")
    return place


def order(desk: Desk, folder: Path) -> ImportForm:
    """Fill in the form as the supervisor, and begin."""
    desk.do("import-archive")
    form = desk.form(ImportForm)
    assert not form.accept_button.isEnabled()
    form.choose([str(folder)])
    form.day.setText("۱۳۹۸/۰۷/۱۲")
    form.outlet.setText("روابط عمومی")
    assert not form.accept_button.isEnabled(), "not without the passphrase"
    form.passphrase.setText(passphrase_of(SUPERVISOR))
    return form


def progress(desk: Desk) -> ImportProgress:
    """What the import has come to."""
    desk.until(lambda: desk.approval.importing.progress)
    assert desk.approval.importing.progress
    return desk.approval.importing.progress


def lags(path: Path) -> bool:
    """Whether the words of some releases can't be found yet."""
    with closing(LibraryFile(path, Access(readonly=True))) as file:
        return is_behind(file)


def test_an_archive_comes_in_and_says_what_did_not(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.log_in(SUPERVISOR)
    desk.finish(order(desk, archive(tmp_path, 5, broken=True)))
    shown = progress(desk)
    desk.until(lambda: not shown.running)
    assert shown.isVisible()
    assert shown.tally.imported == 5
    assert "۵" in shown.counts.text()
    assert shown.troubles.count() == 1
    assert "خبرها.jsonl:6" in shown.troubles.item(0).text()
    shown.save_to(tmp_path / "فهرست.txt")
    assert "خبرها.jsonl:6" in (tmp_path / "فهرست.txt").read_text("utf-8")
    with office.shelf.open(readonly=True) as library:
        rows = library.list()
    assert [row.id for row in rows] == [f"1398-000{n}" for n in (5, 4, 3, 2, 1)]
    assert {(row.eyes, row.metadata.outlet, row.decided_by) for row in rows} == {
        (Eyes.ARCHIVE, "روابط عمومی", SUPERVISOR)
    }
    desk.library.begin(release="1398-0003")
    desk.until(lambda: desk.reader.shown)
    assert "از بایگانی" in desk.reader.facts.text()
    assert "خبرها.jsonl:3" in desk.reader.sheet.toPlainText()
    assert "نسخهٔ ۱ از بایگانی آمد." in desk.reader.history.toPlainText()


def test_a_wrong_passphrase_can_be_typed_again(desk: Desk, tmp_path: Path) -> None:
    desk.log_in(SUPERVISOR)
    form = order(desk, archive(tmp_path, 2))
    form.passphrase.setText("نه این نیست")
    desk.press(form)
    desk.until(lambda: form.problem.property("tone") == "error")
    assert desk.approval.importing.progress is None
    form.passphrase.setText(passphrase_of(SUPERVISOR))
    desk.finish(form)
    shown = progress(desk)
    desk.until(lambda: not shown.running)
    assert shown.tally.imported == 2


def test_a_day_that_is_none_is_said_at_once(desk: Desk, tmp_path: Path) -> None:
    desk.log_in(SUPERVISOR)
    form = order(desk, archive(tmp_path, 1))
    form.day.setText("دیروز")
    assert not form.accept_button.isEnabled()
    assert "دیروز" in form.problem.text()
    form.reject()


def test_stopped_in_the_middle_it_keeps_what_is_in_and_goes_on_later(
    desk: Desk, office: Office, tmp_path: Path
) -> None:
    desk.log_in(SUPERVISOR)
    many = 600
    folder = archive(tmp_path, many)
    desk.finish(order(desk, folder))
    shown = progress(desk)
    desk.until(lambda: shown.tally.imported)
    shown.reject()
    assert not shown.isVisible()
    desk.do("import-archive")
    assert shown.isVisible(), "while one is imported the command shows how far it is"
    shown.end_button.click()
    desk.until(lambda: not shown.running)
    assert "متوقف" in shown.heading.text()
    with office.shelf.open(readonly=True) as library:
        there = len(library.list(limit=many))
    assert shown.tally.imported <= there < many
    desk.until(lambda: not lags(office.shelf.path))
    desk.finish(order(desk, folder))
    desk.until(lambda: progress(desk) is not shown)
    again = progress(desk)
    desk.until(lambda: not again.running)
    assert (again.tally.imported, again.tally.known) == (many - there, there)


def test_only_supervisors_are_asked(desk: Desk) -> None:
    desk.log_in(EDITOR)
    desk.do("import-archive")
    assert not [form for form in desk.open_forms() if isinstance(form, ImportForm)]
    assert desk.window.notices.notice
    assert desk.window.notices.notice.more
    assert "Only a supervisor" in str(desk.window.notices.notice.more)


def test_a_form_that_is_left_begins_nothing(desk: Desk, office: Office, tmp_path: Path) -> None:
    desk.log_in(SUPERVISOR)
    form = order(desk, archive(tmp_path, 3))
    form.go()
    with desk.qtbot.waitSignal(form.finished):
        form.reject()
    assert desk.approval.importing.progress is None
    with office.shelf.open(readonly=True) as library:
        assert len(library.list()) in {0, 3}
