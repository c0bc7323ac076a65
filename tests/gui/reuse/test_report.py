"""The report on what was published before, over a real library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pr_editor.gui.reuse.exclude import ExcludeForm
from tests.gui.driver import PATIENCE, shown
from tests.gui.library.desk import EDITOR
from tests.gui.reuse.archive import FAIR, FAIR_RELEASE, NOW, POETRY, POETRY_RELEASE

if TYPE_CHECKING:
    from pr_editor.gui.reuse.report import ReportWindow
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
    content = view._content
    return [taken.source.release for taken in content.report.sources] if content else []


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


def test_releases_are_ranked_with_number_day_approver_share_and_what_they_are(desk: Desk) -> None:
    view = opened(desk)
    assert releases(view) == [FAIR_RELEASE, POETRY_RELEASE]
    for part in (FAIR[0], "۱۳ اردیبهشت ۱۴۰۴", "نسرین کاوه", "۱۴۰۴", "همان خبر، به‌روزشده"):
        assert part in said(view, 0)
    assert "بخشی از آن" in said(view, 1)
    assert "درصد" in view.share.accessibleName()


def test_both_texts_are_whole_and_the_figures_that_differ_come_first(desk: Desk) -> None:
    view = opened(desk)
    draft, release = view.beside.texts
    assert draft.toPlainText() == "\n".join(NOW)
    assert release.toPlainText() == "\n".join(FAIR)
    assert view.pair is not None
    assert view.pair.figures_differ
    figures = view.beside.figures.accessibleName()
    assert view.beside.figures.isVisible()
    assert "۴۵" in figures
    assert "۴۰" in figures


def test_matches_are_gone_through_by_key_into_the_next_release_and_round(desk: Desk) -> None:
    view = opened(desk)
    seen = []
    for _ in range(6):
        assert view.source is not None
        assert view.pair is not None
        seen.append((view.source.source.release, view.pair.number))
        QTest.keyClick(view, Qt.Key.Key_F7)
    assert len(set(seen)) == 5, "four passages of one release and one of the other"
    assert seen[4] == (POETRY_RELEASE, 6)
    assert seen[5] == seen[0]
    desk.until(lambda: view.beside.texts[1].toPlainText() == "\n".join(FAIR))
    QTest.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert view.source is not None


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
    exclude(desk, view, "متن ثابت")
    desk.until(lambda: releases(view) == [])
    assert view.nothing.isVisible()
    assert set(view.left_out.rows) == {FAIR_RELEASE, POETRY_RELEASE}
    view.left_out.rows[FAIR_RELEASE].click()
    desk.until(lambda: releases(view) == [FAIR_RELEASE])
    assert [one.release for one in draft.session.exclusions] == [POETRY_RELEASE]


def test_a_reason_is_offered_again_and_seen_when_the_draft_is_submitted(desk: Desk) -> None:
    view = opened(desk)
    exclude(desk, view, REASON)
    desk.until(lambda: releases(view) == [POETRY_RELEASE])
    view.beside.buttons["exclude"].click()
    form = desk.form(ExcludeForm)
    assert form.reason.itemText(1) == REASON
    form.reject()
    desk.log_in(EDITOR)
    sheet = desk.ask_submit()
    assert REASON in sheet.left_out.text()
    assert sheet.left_out.isVisible()
    sheet.reject()


def test_that_release_opens_in_the_library(desk: Desk) -> None:
    view = opened(desk)
    view.beside.buttons["open"].click()
    desk.until(lambda: desk.reader.shown is not None)
    assert desk.reader.shown is not None
    assert desk.reader.shown.release.id == FAIR_RELEASE


def test_the_way_back_leads_to_the_passage_in_the_draft(desk: Desk) -> None:
    view = opened(desk)
    pair = view.pair
    assert pair is not None
    view.beside.buttons["place"].click()
    _, editor = shown(desk.window)
    assert not view.isVisible()
    assert editor.caret_place() == (pair.paragraph.key, pair.start)


def test_the_report_follows_the_text(desk: Desk) -> None:
    view = opened(desk)
    desk.rewrite(NOW[5], "نشستی دیگر هم هست.")
    desk.until(lambda: releases(view) == [FAIR_RELEASE])


def test_a_draft_published_before_is_told_at_once_and_listed(desk: Desk) -> None:
    desk.until(lambda: desk.window.notices.notice is not None)
    notice = desk.window.notices.notice
    assert notice is not None
    assert FAIR_RELEASE in str(dict(notice.what.args)["release"])
    assert "DUP102" in {one.code for one in desk.window.reviewing.open}
    assert notice.do is not None
    notice.do()
    view = desk.window.reuse.reports.view
    desk.until(lambda: view.source is not None)
    assert view.source is not None
    assert view.source.source.release == FAIR_RELEASE


def test_a_paragraph_is_seen_beside_the_release_it_is_from(desk: Desk) -> None:
    finding = next(one for one in desk.window.reviewing.open if one.code == "DUP101" and one.span.key == 5)
    desk.window.reviewing.take(finding.fingerprint)
    desk.do("side-by-side")
    view = desk.window.reuse.reports.view
    desk.qtbot.waitUntil(lambda: view.pair is not None, timeout=PATIENCE)
    assert view.pair is not None
    assert view.pair.number == 6


def test_the_report_speaks_both_languages_while_it_is_open(desk: Desk) -> None:
    view = opened(desk)
    desk.do("language-en")
    assert view.windowTitle() == "What was published before"
    assert "updated" in said(view, 0)
    desk.do("theme-dark")
    assert view.beside.texts[0].toPlainText() == "\n".join(NOW)
