"""A draft in the window beside what the library holds: found, left out with a reason, handed in with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pr_editor.review.model import Exclusion, Metadata, ReleaseState, now
from pr_editor.review.ports import Handover
from pr_editor.text.draft import draft_of
from tests.gui.driver import codes, shown, wait_checked
from tests.gui.library.desk import CLEAN, EDITOR, SUPERVISOR, Desk, passphrase_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.library.conftest import Office

REASON = "همان خبر، با ساعت تازه"


def approved(office: Office) -> str:
    """The clean text as a release that was approved before, outside of the window."""
    with office.shelf.open() as library:
        editor = library.accounts.login(EDITOR, passphrase_of(EDITOR))
        handed = Handover(draft_of(CLEAN.splitlines()), Metadata(date(2025, 10, 4)))
        release = library.submit(handed, editor)
        library.approve(release, SUPERVISOR, passphrase_of(SUPERVISOR))
    return release


@pytest.fixture
def earlier(office: Office) -> str:
    """A release that was approved before the window opened."""
    return approved(office)


def test_a_source_left_out_goes_with_the_text_and_to_the_supervisor(
    earlier: str, desk: Desk, office: Office, tmp_path: Path
) -> None:
    desk.draft(tmp_path, CLEAN.replace("ساعت ۹", "ساعت ۸"))
    assert {"DUP101", "DUP102"} <= codes(desk.window)
    desk.log_in(EDITOR)
    draft, _ = shown(desk.window)
    draft.session.exclusions = (Exclusion(earlier, REASON, "", now()),)
    desk.window.checking.check(draft)
    wait_checked(desk.qtbot, desk.window)
    assert not {"DUP101", "DUP102"} & codes(desk.window)

    release = desk.submit()
    with office.shelf.open(readonly=True) as library:
        (exclusion,) = library.show(release).version.submission.exclusions
    assert (exclusion.release, exclusion.reason, exclusion.by) == (earlier, REASON, EDITOR)
    wait_checked(desk.qtbot, desk.window)
    assert not {"DUP101", "DUP102"} & codes(desk.window), "nor is it held against itself"

    desk.log_in(SUPERVISOR)
    desk.read(ReleaseState.SUBMITTED)
    assert REASON in desk.reader.sheet.toPlainText()
    assert REASON in desk.reader.history.toPlainText()


def test_what_another_program_approves_is_held_against_the_draft_at_once(
    desk: Desk, office: Office, tmp_path: Path
) -> None:
    desk.draft(tmp_path, CLEAN)
    assert "DUP102" not in codes(desk.window)
    approved(office)
    desk.until(lambda: "DUP102" in codes(desk.window))
