"""A word is declared correct: it and its inflected forms are no fault any more, in every open draft at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from pr_editor.gui.notices import Tone
from tests.gui.driver import PATIENCE, open_files, press, written
from tests.gui.library.desk import CLEAN, EDITOR, SUPERVISOR, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.drafts.open_draft import OpenDraft
    from tests.gui.library.conftest import Office
    from tests.gui.library.desk import Desk

WORD = "زرپوناک"
FRONT = "\n".join(
    (
        "زرپوناک تازه در بهاران",
        "شرکت آب بهاران روز شنبه ۱۲ مهر از زرپوناک‌های تازه رونمایی کرد و مردم از امروز زرپوناکها را می‌بینند.",
        "مدیر شرکت گفت: هر زرپوناکی با همکاری ۴۵ خانواده ساخته شد و زرپوناک‌هایی دیگر نیز در راه است.",
        "نویسنده: مریم کاظمی، کارشناس روابط عمومی شهرداری بهاران",
        "منبع: روابط عمومی شهرداری بهاران",
    )
)
BEHIND = CLEAN.replace("روستاهای بهاران", "باغ‌های زرپوناک").replace("کتاب‌ تازه", "زرپوناک‌ها و کتاب تازه")


def unknown(draft: OpenDraft) -> list[str]:
    """The open findings about the word in any form, in the order of the text."""
    return [one.text for one in draft.review.findings() if one.rule.family == "SPL" and WORD in one.text]


@pytest.fixture
def two_drafts(desk: Desk, tmp_path: Path) -> tuple[OpenDraft, OpenDraft]:
    """A draft in front and one behind it, both checked and both full of the word."""
    desk.draft(tmp_path, BEHIND)
    open_files(desk.qtbot, desk.window, written(tmp_path, FRONT, "front.txt"))
    behind, front = desk.window.drafts.all
    desk.until(lambda: front.review.checked and behind.review.checked)
    assert front is desk.window.drafts.current
    assert unknown(front) == ["زرپوناک", "زرپوناک‌های", "زرپوناکها", "زرپوناکی", "زرپوناک‌هایی"]
    assert unknown(behind) == ["زرپوناک", "زرپوناک‌ها"]
    return front, behind


@pytest.mark.parametrize("inflected", [False, True], ids=["as it is", "inflected"])
@pytest.mark.parametrize("command", ["add-word", "add-house-word"])
def test_every_occurrence_and_inflection_goes_in_one_go(
    desk: Desk, two_drafts: tuple[OpenDraft, OpenDraft], command: str, inflected: bool
) -> None:
    front, behind = two_drafts
    before = len(unknown(front))
    desk.log_in(EDITOR)
    one = next(one for one in desk.window.reviewing.open if one.text == WORD + "\u200cهای" * inflected)
    desk.window.reviewing.take(one.fingerprint)
    left: list[int] = []
    desk.window.reviewing.changed.connect(lambda: left.append(len(unknown(front))))
    desk.do(command)
    desk.until(lambda: not unknown(front) and not unknown(behind))
    assert set(left) <= {before, 0}, "some went before the others"
    desk.until(lambda: desk.window.notices.notice is not None)
    desk.window.notices.action.click()
    desk.until(lambda: len(unknown(front)) == before and unknown(behind))
    desk.do("redo")
    desk.until(lambda: not unknown(front) and not unknown(behind))
    desk.until(lambda: desk.window.reviewing.decided["SPL"] == before)


def test_a_draft_closed_before_its_word_has_arrived_is_written_no_more(
    desk: Desk, office: Office, two_drafts: tuple[OpenDraft, OpenDraft]
) -> None:
    front, behind = two_drafts
    desk.log_in(EDITOR)
    desk.do("add-house-word")
    desk.do("close")
    desk.until(lambda: not unknown(behind))
    assert front.id not in desk.window.autosave.unsaved
    assert desk.window.drafts.all == [behind]
    with office.shelf.open() as library:
        assert len(library.words.house()) == 1


def test_undo_pressed_twice_before_the_word_is_out_counts_once(
    desk: Desk, two_drafts: tuple[OpenDraft, OpenDraft]
) -> None:
    front, _ = two_drafts
    actions, librarian = desk.window.menus.actions, desk.window.approval.librarian

    def twice(command: str) -> None:
        """Press a key twice, and wait for what comes of it."""
        heard: list[object] = []
        desk.do(command)
        desk.do(command)
        librarian.ask(lambda _: None, heard.append, heard.append)
        desk.until(lambda: bool(heard))

    desk.log_in(EDITOR)
    desk.do("add-house-word")
    desk.until(lambda: not unknown(front) and actions["undo"].isEnabled())
    twice("undo")
    desk.until(lambda: bool(unknown(front)))
    twice("redo")
    desk.until(lambda: not unknown(front))
    desk.do("undo")
    desk.until(lambda: bool(unknown(front)) and not actions["undo"].isEnabled())


def test_a_word_of_the_house_that_may_not_be_taken_out_stays(
    desk: Desk, office: Office, two_drafts: tuple[OpenDraft, OpenDraft]
) -> None:
    front, _ = two_drafts
    window = desk.window
    window.reviewing.leave_here()
    assert front.review.decisions
    desk.log_in(EDITOR)
    assert window.teaching.can_add_word(window.reviewing.current)
    desk.do("add-house-word")
    desk.until(lambda: not unknown(front))
    with office.shelf.open() as library:
        library.accounts.disable(EDITOR, library.accounts.login(SUPERVISOR, passphrase_of(SUPERVISOR)))
    desk.do("undo")
    desk.until(lambda: window.notices.notice is not None and window.notices.notice.tone is Tone.ERROR)
    with office.shelf.open() as library:
        assert len(library.words.house()) == 1
    assert front.review.decisions
    desk.do("undo")
    assert not front.review.decisions, "the next in turn is what was decided before"


def test_the_insert_key_adds_the_word_in_hand(
    qtbot: QtBot, desk: Desk, two_drafts: tuple[OpenDraft, OpenDraft]
) -> None:
    one = next(one for one in desk.window.reviewing.open if one.text == WORD)
    desk.window.reviewing.take(one.fingerprint)
    press(desk.window.findings_panel.view, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: not any(map(unknown, two_drafts)), timeout=PATIENCE)
