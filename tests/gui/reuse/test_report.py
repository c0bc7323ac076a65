"""The report on what was published before, over a real library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pr_editor.gui.reuse.exclude import ExcludeForm
from tests.gui.driver import codes, open_checked, shown, written
from tests.gui.library.desk import EDITOR
from tests.gui.reuse.archive import FAIR, FAIR_RELEASE, NOW, POETRY, POETRY_RELEASE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.reuse.report import ReportWindow
    from pr_editor.gui.window.mainwindow import MainWindow
    from tests.gui.library.desk import Desk

REASON = "ادامهٔ خبر پارسال"


def opened(desk: Desk) -> ReportWindow:
    """Open the report and wait until both texts are there."""
    desk.do("reuse-report")
    view = desk.window.reuse.reports.view
    desk.until(lambda: view.beside.texts[1].toPlainText())
    return view


def releases(view: ReportWindow) -> list[str]:
    """The releases listed, as they are ranked."""
    rows = [view.sources.item(at).data(Qt.ItemDataRole.UserRole) for at in range(view.sources.count())]
    return [taken.source.release for taken in rows]


def exclude(desk: Desk, view: ReportWindow, reason: str) -> None:
    """Leave the release in hand out."""
    view.beside.buttons["exclude"].click()
    form = desk.form(ExcludeForm)
    assert not form.accept_button.isEnabled()
    form.reason.setCurrentText(reason)
    desk.finish(form)


def said(view: ReportWindow, row: int) -> str:
    """What a row of the list says to who hears it."""
    return str(view.sources.item(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_releases_are_ranked_and_gone_through_with_both_texts_side_by_side(desk: Desk) -> None:
    view = opened(desk)
    assert releases(view) == [FAIR_RELEASE, POETRY_RELEASE]
    for part in (FAIR[0], "۱۳ اردیبهشت ۱۴۰۴", "از بایگانی", "۱۴۰۴", "همان خبر با به‌روزرسانی"):
        assert part in said(view, 0)
    assert "بخشی از آن" in said(view, 1)
    assert "درصد" in view.share.accessibleName()
    draft, release = view.beside.texts
    assert draft.toPlainText() == "\n".join(NOW)
    assert release.toPlainText() == "\n".join(FAIR)
    assert view.pair is not None
    assert view.pair.figures_differ, "figures come first"
    assert view.beside.figures.isVisible()
    assert "۴۵" in view.beside.figures.accessibleName()
    assert "۴۰" in view.beside.figures.accessibleName()
    assert "یکشنبه" in draft.accessibleDescription()
    seen = []
    for _ in range(6):
        assert view.source is not None
        assert view.pair is not None
        seen.append((view.source.source.release, view.pair.number))
        QTest.keyClick(view, Qt.Key.Key_F7)
    assert len(set(seen)) == 5, "four passages of one release and one of the other"
    assert seen[4] == (POETRY_RELEASE, 6)
    assert seen[5] == seen[0]
    QTest.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert view.source is not None
    assert view.source.source.release == POETRY_RELEASE
    assert view.beside.texts[1].toPlainText() != "\n".join(FAIR), "never the text of one under the name of another"
    desk.until(lambda: view.beside.texts[1].toPlainText() == "\n".join(POETRY))
    assert view.sources.currentRow() == 1
    desk.do("language-en")
    assert view.windowTitle() == "What was published before"
    assert "updated" in said(view, 0)
    desk.do("theme-dark")
    assert view.beside.texts[0].toPlainText() == "\n".join(NOW)


def test_a_source_is_left_out_with_a_reason_and_taken_back(desk: Desk) -> None:
    view = opened(desk)
    before = view.share.accessibleName()
    exclude(desk, view, REASON)
    desk.until(lambda: releases(view) == [POETRY_RELEASE])
    assert view.share.accessibleName() != before
    draft, _ = shown(desk.window)
    (exclusion,) = draft.session.exclusions
    assert (exclusion.release, exclusion.reason, exclusion.by) == (FAIR_RELEASE, REASON, "")
    desk.until(lambda: view.beside.texts[1].toPlainText() == "\n".join(POETRY))
    view.beside.buttons["exclude"].click()
    form = desk.form(ExcludeForm)
    assert form.reason.itemText(1) == REASON, "reasons given lately come first"
    form.reject()
    exclude(desk, view, "متن ثابت")
    desk.until(lambda: releases(view) == [])
    assert view.nothing.isVisible()
    assert set(view.left_out.rows) == {FAIR_RELEASE, POETRY_RELEASE}
    desk.until(lambda: codes(desk.window).isdisjoint({"DUP101", "DUP102"}))
    view.left_out.rows[POETRY_RELEASE].click()
    desk.until(lambda: releases(view) == [POETRY_RELEASE])
    assert [one.release for one in draft.session.exclusions] == [FAIR_RELEASE]
    desk.log_in(EDITOR)
    sheet = desk.ask_submit()
    assert REASON in sheet.left_out.text()
    assert sheet.left_out.isVisible()
    sheet.reject()


def test_the_report_leads_to_the_library_and_back_into_the_draft_and_follows_it(desk: Desk) -> None:
    view = opened(desk)
    view.beside.buttons["open"].click()
    desk.until(lambda: desk.reader.shown is not None)
    assert desk.reader.shown is not None
    assert desk.reader.shown.release.id == FAIR_RELEASE
    desk.rewrite(NOW[5], "نشستی دیگر هم هست.")
    desk.until(lambda: releases(view) == [FAIR_RELEASE])
    pair = view.pair
    assert pair is not None
    view.beside.buttons["place"].click()
    _, editor = shown(desk.window)
    assert not view.isVisible()
    assert editor.caret_place() == (pair.paragraph.key, pair.start)


def test_a_draft_published_before_is_told_at_once_and_listed(desk: Desk) -> None:
    desk.until(lambda: desk.window.notices.notice is not None)
    notice = desk.window.notices.notice
    assert notice is not None
    assert "۱۴۰۴-۰۰۰۱" in desk.window.notices.text.accessibleName()
    assert "DUP102" in codes(desk.window)
    assert notice.do is not None
    notice.do()
    view = desk.window.reuse.reports.view
    desk.until(lambda: view.source is not None)
    assert view.source is not None
    assert view.source.source.release == FAIR_RELEASE
    view.reject()
    last = next(one for one in desk.window.reviewing.open if one.code == "DUP101" and one.span.key == 5)
    desk.window.reviewing.take(last.fingerprint)
    desk.do("side-by-side")
    desk.until(lambda: view.pair is not None and view.pair.number == 6)


def test_without_a_library_the_report_says_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_checked(qtbot, window, written(tmp_path, "\n".join(NOW)))
    window.menus.actions["reuse-report"].trigger()
    view = window.reuse.reports.view
    assert not view.filled
    assert "کتابخانه" in view.nothing.accessibleName()
