"""Any two texts of a release against each other: chosen, marked, left again; and texts that can't be read."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pr_editor.app.versions import Text
from pr_editor.review.model import Dated, Metadata, Origin
from pr_editor.review.ports import Arrival, Handover
from pr_editor.text.draft import draft_of
from tests.gui.accessible import SMALL, cut, examine, lines_in_sight, roomy, too_large
from tests.gui.driver import press
from tests.gui.library.desk import CLEAN, EDITOR, SECOND, SUPERVISOR, Desk, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.gui.library.versions_window import VersionsWindow
    from tests.gui.library.conftest import Office

FIRST = CLEAN.replace("این کتابها", "این کتاب\u200cها")
SECOND_TEXT = FIRST.replace("۴۵ خانواده", "۵۴ خانواده")
THIRD = SECOND_TEXT.replace("نویسنده:", "این برنامه تا پایان سال ادامه دارد.\nنویسنده:").replace(
    "تازه روز شنبه", "روز شنبه"
)
METADATA = Metadata(date(2025, 10, 4))


@pytest.fixture
def release(office: Office) -> str:
    """A release that came back twice: its editor put a half-space right, a second one a figure, both the rest."""
    with office.shelf.open() as library:
        editor = library.accounts.login(EDITOR, passphrase_of(EDITOR))
        supervisor = library.accounts.login(SUPERVISOR, passphrase_of(SUPERVISOR))
        made = library.submit(handover(FIRST), editor)
        for text, editors in ((SECOND_TEXT, frozenset({SECOND})), (THIRD, frozenset())):
            library.return_(made, supervisor, "شمار خانواده\u200cها را بپرسید.")
            library.submit(handover(text, editors), editor, made)
    return made


def handover(text: str, editors: frozenset[str] = frozenset()) -> Handover:
    """A text that was made from the clean one."""
    received = draft_of(CLEAN.splitlines())
    return Handover(draft_of(text.splitlines()), METADATA, received=received, editors=editors)


def read(desk: Desk, release: str) -> None:
    """Read a release in the library."""
    desk.approval.show_release(release)
    desk.until(lambda: (sheet := desk.reader.shown) and sheet.release.id == release)


def opened(desk: Desk) -> VersionsWindow:
    """Wait for the comparison."""
    desk.until(lambda: desk.approval.versions.view)
    view = desk.approval.versions.view
    assert view is not None
    desk.until(lambda: view.isActiveWindow() and view.lists[0].count())
    return view


def compare(desk: Desk, release: str) -> VersionsWindow:
    """Read a release and compare its texts."""
    read(desk, release)
    desk.reader.buttons["compare"].click()
    return opened(desk)


def choose(view: VersionsWindow, side: int, text: Text) -> None:
    """Choose a text in one of the lists, as by keys."""
    box = view.lists[side]
    (row,) = [at for at in range(box.count()) if box.itemData(at) == text]
    box.setFocus()
    while box.currentIndex() != row:
        press(box, Qt.Key.Key_Down if box.currentIndex() < row else Qt.Key.Key_Up)


def pair(view: VersionsWindow) -> tuple[Text, ...]:
    """What the lists say."""
    return tuple(box.currentData() for box in view.lists)


def marked(view: VersionsWindow, *, gone: bool) -> list[str]:
    """The stretches with a line through them, or those with a line under them."""
    found = []
    block = view.page.text.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            look = at.fragment().charFormat()
            new = look.underlineStyle() is not QTextCharFormat.UnderlineStyle.NoUnderline
            if look.fontStrikeOut() if gone else new:
                found.append(at.fragment().text())
            at += 1
        block = block.next()
    return found


def test_the_last_two_versions_are_opened_and_left_by_keys(release: str, desk: Desk) -> None:
    read(desk, release)
    desk.until(desk.library.isActiveWindow)
    desk.library.shelf.setFocus()
    QTest.keyClick(desk.library, Qt.Key.Key_F4)
    view = opened(desk)
    assert pair(view) == (Text(2), Text(3))
    assert marked(view, gone=True) == ["تازه·"]
    assert marked(view, gone=False) == ["این برنامه تا پایان سال ادامه دارد."]
    assert view.page.counts.accessibleName() == ("بندهای تغییریافته: ۱ · بندهای افزوده: ۱ · تغییر به دست فائزه امینی")
    assert view.page.place.accessibleName() == "۲ تغییر"
    press(QApplication.focusWidget() or view, Qt.Key.Key_F7)
    press(view.lists[0], Qt.Key.Key_F7)
    assert view.page.place.accessibleName() == "۲ از ۲"
    before = view.page.text.toPlainText()
    press(view.page.text, Qt.Key.Key_Delete)
    assert view.page.text.toPlainText() == before, "it is to be read only"
    press(view.page.text, Qt.Key.Key_Escape)
    desk.until(lambda: desk.approval.versions.view is None)
    desk.until(desk.library.shelf.hasFocus)


def test_an_older_version_that_is_read_is_compared_with_the_one_before(release: str, desk: Desk) -> None:
    read(desk, release)
    for number, expected in ((2, (Text(1), Text(2))), (1, (Text(1, received=True), Text(1)))):
        desk.reader.version_chosen.emit(release, number)
        desk.until(lambda number=number: desk.reader.shown and desk.reader.shown.text.version.number == number)  # type: ignore[misc] # a default is not inferred
        desk.reader.buttons["compare"].click()
        view = opened(desk)
        assert pair(view) == expected
        view.close()


def test_any_two_texts_are_chosen_swapped_and_remembered(release: str, desk: Desk) -> None:
    view = compare(desk, release)
    texts = [view.lists[0].itemData(at) for at in range(view.lists[0].count())]
    assert texts == [Text(3), Text(2), Text(1), Text(1, received=True)], "what all were made from counts once"
    choose(view, 0, Text(1, received=True))
    choose(view, 1, Text(2))
    desk.until(lambda: marked(view, gone=False) == ["کتاب¦ها", "۵۴"])
    assert marked(view, gone=True) == ["کتابها", "۴۵"]
    assert "بهمن راد، فائزه امینی" in view.page.counts.accessibleName(), "all who worked on it meanwhile"
    view.swap.click()
    desk.until(lambda: marked(view, gone=False) == ["کتابها", "۴۵"])
    assert pair(view) == (Text(2), Text(1, received=True))
    view.close()
    view = compare(desk, release)
    assert pair(view) == (Text(2), Text(1, received=True))
    choose(view, 1, Text(2))
    desk.until(lambda: view.page.counts.accessibleName() == "متن\u200cها یکی هستند.")
    assert not view.page.next.isEnabled()
    view.close()
    desk.library.reject()


def test_who_and_when_stand_below_each_text(release: str, desk: Desk) -> None:
    view = compare(desk, release)
    older, newer = (part.accessibleName() for part in view.facts)
    assert EDITOR in older
    assert SUPERVISOR in older, "who sent it back"
    assert SUPERVISOR not in newer
    assert "بازگردانده" in view.lists[0].currentText()
    desk.do("language-en")
    assert view.facts[1].accessibleName().startswith("Submitted by: ")
    assert view.layoutDirection() is Qt.LayoutDirection.LeftToRight
    desk.do("theme-dark")
    assert marked(view, gone=False) == ["این برنامه تا پایان سال ادامه دارد."]


def test_another_version_is_offered_as_soon_as_it_is_there(release: str, desk: Desk, office: Office) -> None:
    view = compare(desk, release)
    view.page.text.go(1)
    with office.shelf.open() as library:
        supervisor = library.accounts.login(SUPERVISOR, passphrase_of(SUPERVISOR))
        library.return_(release, supervisor, "شمار خانواده\u200cها همان ۴۵ است.")
        library.submit(handover(FIRST), library.accounts.login(EDITOR, passphrase_of(EDITOR)), release)
    desk.until(lambda: view.lists[0].itemData(0) == Text(4))
    assert pair(view) == (Text(2), Text(3))
    assert view.page.text.current == 0, "the difference stays in hand"


def test_a_damaged_version_is_told_and_the_others_are_compared(release: str, desk: Desk, office: Office) -> None:
    with office.shelf.open() as library:
        digest = library.release(release).versions[2].submission.digest
    spoil(office.shelf.path, f"UPDATE version SET body = replace(body, 'سال', 'ماه') WHERE digest = '{digest}'")
    desk.approval.versions.compare(release, None, desk.window, desk.window.notices.tell)
    view = opened(desk)
    assert view.nothing.isVisible()
    assert digest in view.nothing.accessibleName()
    choose(view, 1, Text(1))
    desk.until(lambda: not view.nothing.isVisible())
    assert marked(view, gone=False) == ["۴۵"]
    choose(view, 0, Text(3))
    desk.until(view.nothing.isVisible)
    press(QApplication.focusWidget() or view, Qt.Key.Key_Escape)
    desk.until(lambda: desk.approval.versions.view is None)


def spoil(path: Path, sql: str) -> None:
    """Change a text behind the program's back and leave its guards as they were."""
    with sqlite3.connect(path) as connection:
        guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'version'"
        kept = connection.execute(guards).fetchall()
        for name, _ in kept:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(sql)
        for _, guard in kept:
            connection.execute(guard)
    connection.close()


def test_a_library_that_is_gone_is_told(release: str, desk: Desk, office: Office) -> None:
    view = compare(desk, release)
    office.shelf.path.unlink()
    desk.approval.librarian.look_again()
    desk.until(view.nothing.isVisible)
    assert view.nothing.accessibleName()
    desk.library.reject()
    desk.until(lambda: desk.approval.versions.view is None)
    desk.until(desk.window.isActiveWindow)
    desk.approval.versions.compare(release, None, desk.window, desk.window.notices.tell)
    desk.until(lambda: desk.window.notices.text.accessibleName())
    assert "مقایسهٔ نسخه\u200cها انجام نشد" in desk.window.notices.text.accessibleName()


def test_a_release_of_one_text_offers_nothing(desk: Desk, office: Office) -> None:
    origin = Origin("1402.jsonl", Dated.FIELD, "s" * 64, "t" * 64)
    with office.shelf.open() as library:
        supervisor = library.accounts.login(SUPERVISOR, passphrase_of(SUPERVISOR))
        (receipt,) = library.bring_in([Arrival(draft_of(CLEAN.splitlines()), METADATA, origin)], supervisor)
    read(desk, receipt.release)
    assert not desk.reader.buttons["compare"].isVisible()
    told: list[str] = []
    desk.approval.versions.compare(
        receipt.release, None, desk.window, lambda notice: told.append(notice.more.id if notice.more else "")
    )
    desk.until(lambda: told)
    assert told == ["There is only one text of release {release}: nothing to compare it with."]


def test_a_draft_that_was_submitted_has_its_versions_compared_from_its_own_window(desk: Desk, tmp_path: Path) -> None:
    desk.draft(tmp_path, CLEAN)
    desk.do("compare-versions")
    assert desk.approval.versions.view is None
    assert "نسخه" in desk.window.notices.text.accessibleName()
    desk.log_in(EDITOR)
    desk.rewrite("هزار جلد", "نهصد جلد")
    desk.submit()
    desk.do("compare-versions")
    view = opened(desk)
    assert pair(view) == (Text(1, received=True), Text(1))
    assert (marked(view, gone=True), marked(view, gone=False)) == (["هزار"], ["نهصد"])
    press(view.page.text, Qt.Key.Key_F4, modifiers=Qt.KeyboardModifier.ShiftModifier)
    desk.until(desk.window.isActiveWindow)
    assert desk.approval.versions.view is None


def test_it_is_reached_and_read_by_keys_alone(release: str, desk: Desk) -> None:
    view = compare(desk, release)
    QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert view.lists[1].hasFocus()
    QTest.keyClick(view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: pair(view) == (Text(3), Text(2)))
    examine(view)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_six_lines_stay_in_sight_at_twice_the_size(release: str, desk: Desk, language: str) -> None:
    desk.do(f"language-{language}")
    desk.window.look.use_scale(200)
    view = compare(desk, release)
    assert not too_large(view)
    view.resize(*SMALL)
    desk.until(lambda: lines_in_sight(view.page.text) >= 6)
    assert cut(view) == []
    assert EDITOR in view.lists[1].accessibleDescription(), "what had no room is told to those who hear it"
    assert EDITOR in view.lists[1].toolTip()
    roomy(view)
