"""The windows of library, house, import, settings and reuse for those without eyes or mouse, and at twice the size."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QTabBar

from pr_editor.gui.changes.report_form import ReportForm
from pr_editor.gui.house.first_run import FirstRun
from pr_editor.gui.library.accounts import AccountsForm, AddForm, KeyForm
from pr_editor.gui.library.form import Form
from pr_editor.gui.library.import_form import ImportForm
from pr_editor.gui.library.login import BeginForm, LoginForm
from pr_editor.gui.library.restore_form import RestoreForm
from pr_editor.gui.settings.recorder import RecordKey
from pr_editor.gui.signoff.deciding import ApproveForm
from pr_editor.gui.signoff.reason import ReasonForm
from pr_editor.review.model import ReleaseState
from tests.gui.accessible import SMALL, examine, roomy, tops
from tests.gui.driver import take
from tests.gui.library.desk import CLEAN, EDITOR, REPEATED, SUPERVISOR
from tests.gui.test_panels import chain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.library.conftest import Office
    from tests.gui.library.desk import Desk

_LEVEL = 8
"""Pixels by which what stands in one line may differ."""

type Look = Callable[[QDialog], None]


def in_order(window: QDialog) -> None:
    """Named, reached and left by keys; Tab goes down a sheet as it is read."""
    if isinstance(window, Form):
        # The buttons below stand where they are while the rest is scrolled.
        fields = [one for one in chain(window) if one.parentWidget() is not window and one.focusProxy() is None]
        assert all(below > above - _LEVEL for above, below in pairwise(tops(window, fields)))
    examine(window)


@pytest.fixture(
    params=[(in_order, 100, "fa"), (roomy, 200, "fa"), (roomy, 200, "en")], ids=["keys", "fa-200", "en-200"]
)
def look(request: pytest.FixtureRequest, desk: Desk) -> Look:
    """What each window has to stand, in its language and size."""
    check, percent, language = request.param
    desk.do(f"language-{language}")
    desk.window.look.use_scale(percent)
    made: Look = check
    return made


def test_sheets_of_people_and_archives(desk: Desk, look: Look) -> None:
    desk.do("log-in")
    look(desk.form(LoginForm))
    desk.do("new-library")
    look(desk.form(BeginForm))
    desk.log_in(SUPERVISOR)
    desk.do("import-archive")
    look(desk.form(ImportForm))
    desk.do("accounts")
    accounts = desk.form(AccountsForm)
    accounts.add.click()
    look(desk.form(AddForm))
    accounts.key.click()
    look(desk.form(KeyForm))
    look(accounts)


def test_the_sheet_before_a_backup_is_restored(desk: Desk, look: Look, office: Office, tmp_path: Path) -> None:
    copy = tmp_path / "a folder with a rather long name" / "library.db"
    with office.shelf.open() as library:
        library.backup(copy)
    desk.approval.restoring.look_at(copy)
    look(desk.form(RestoreForm))
    desk.draft(tmp_path, REPEATED)
    desk.log_in(EDITOR)
    desk.submit("تکرار به خواست نویسنده")
    desk.approval.restoring.look_at(copy)
    look(desk.form(RestoreForm))


def test_the_way_to_approval(desk: Desk, look: Look, tmp_path: Path) -> None:
    desk.draft(tmp_path, REPEATED)
    desk.log_in(EDITOR)
    sheet = desk.ask_submit()
    assert len(sheet.blockers) == 1
    look(sheet)
    desk.submit("تکرار به خواست نویسنده")
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    desk.reader.buttons["approve"].click()
    look(desk.form(ApproveForm))
    desk.reader.buttons["return"].click()
    look(desk.form(ReasonForm))
    for page in range(desk.reader.tabs.count()):
        desk.library.begin(ReleaseState.SUBMITTED)
        desk.reader.tabs.setCurrentIndex(page)
        look(desk.library)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_pages_of_a_release_have_room_beside_its_versions(desk: Desk, tmp_path: Path, language: str) -> None:
    desk.do(f"language-{language}")
    desk.draft(tmp_path, CLEAN)
    desk.log_in(EDITOR)
    desk.submit()
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    desk.return_("شمار کتاب‌ها را بپرسید.")
    desk.log_in(EDITOR)
    desk.rewrite("هزار جلد", "نهصد جلد")
    desk.submit()
    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    reader = desk.reader
    for scale, size, beside in ((100, (1360, 860), True), (200, SMALL, False)):
        desk.window.look.use_scale(scale)
        desk.library.resize(*size)
        desk.until(lambda: all_in_sight(reader.tabs.tabBar()))
        assert reader.versions.isVisible()
        line, above = (part.mapTo(reader, QPoint(0, 0)).y() for part in (reader.tabs.tabBar(), reader.versions))
        assert (above >= line) is beside


def all_in_sight(tabs: QTabBar) -> bool:
    """Whether none of these tabs has to be scrolled to."""
    return sum(tabs.tabRect(at).width() for at in range(tabs.count())) <= tabs.width()


def test_windows_about_the_house_and_the_program(desk: Desk, look: Look, tmp_path: Path) -> None:
    window = desk.window
    window.house.first_step()
    look(desk.form(FirstRun))
    window.house.first_step()
    first = desk.form(FirstRun)
    first.fields_of_house.organisation.setText("شهرداری بهاران")
    desk.finish(first)
    for page in range(8):
        window.house.open()
        house = window.house.window
        assert house is not None
        assert house.tabs.count() == 8
        house.tabs.setCurrentIndex(page)
        look(house)
    desk.do("settings")
    settings = window.preferences.window
    assert settings is not None
    settings.keys.choose("next")
    settings.keys.record()
    look(settings.findChildren(RecordKey)[0])
    look(settings)
    desk.draft(tmp_path, REPEATED)
    take(window, "DUP001")
    desk.do("change-report")
    look(desk.form(ReportForm))
    desk.do("side-by-side")
    desk.until(lambda: window.reuse.pairs.view is not None)
    view = window.reuse.pairs.view
    assert view is not None
    look(view)
    desk.do("reuse-report")
    report = window.reuse.reports.view
    desk.until(lambda: report.filled)
    look(report)
