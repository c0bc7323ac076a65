"""The way back to a backup: what would go with the library in use, and that nothing ever goes for good."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.candidate import Candidate, examine
from pr_editor.library.contents import Named
from pr_editor.library.opening import journal_of
from pr_editor.library.restore import restore
from pr_editor.library.store import Library
from pr_editor.library.verify import Report, verify
from pr_editor.review.people import Role
from pr_editor.text.message import KnownError
from tests.unit.library.office import (
    CHANGED,
    EDITOR,
    PASSPHRASE,
    SUPERVISOR,
    TEXT,
    Office,
    handover,
    open_office,
    tamper,
)
from tests.unit.library.test_bad_days import FULL, ROOT, STRANGER, in_own_space

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "1405-0001"


@pytest.fixture
def copy(office: Office, tmp_path: Path) -> Path:
    """A backup of a library with one approved release."""
    office.approved()
    copy = tmp_path / "copies" / "library.db"
    office.library.backup(copy)
    return copy


def look(office: Office, copy: Path) -> Candidate:
    """What going back to a sound backup would mean."""
    found = examine(copy, office.path, office.clock())
    assert isinstance(found, Candidate)
    return found


def state(office: Office) -> tuple[bytes, bytes, list[str]]:
    """Everything that could be lost: the library, its checkpoint, and what lies beside it."""
    beside = sorted(one.name for one in office.path.parent.iterdir() if not one.name.endswith("-journal"))
    return office.path.read_bytes(), office.checkpoint.read_bytes(), beside


def test_going_back_keeps_what_was_there(office: Office, copy: Path) -> None:
    later = office.submit("خبر بعدی", "لید")
    found = look(office, copy)
    restore(found, office.path, office.checkpoint)
    assert found.aside
    with Library.open(found.aside, readonly=True) as before:
        assert before.show(later).version.number == 1
    assert [row.id for row in office.library.list()] == [FIRST], "whoever had it open goes on with the restored one"
    assert office.submit("خبری دیگر", "لید") == later
    assert verify(office.path, office.checkpoint).sound


def test_nothing_that_was_kept_is_overwritten(office: Office, copy: Path) -> None:
    kept = []
    for number in range(3):
        office.submit(f"خبر {number}", "لید")
        found = look(office, copy)
        restore(found, office.path, office.checkpoint)
        kept.append(found.aside)
    assert len(set(kept)) == 3
    for one in kept:
        assert one
        assert verify(one).sound
    checkpoints = list(office.checkpoint.parent.iterdir())
    assert len(checkpoints) == 3, "all that were kept, and none that speaks of the restored library"


def test_what_would_go_is_told(office: Office, copy: Path) -> None:
    same = look(office, copy)
    assert same.missing
    assert not same.missing.anything
    assert same.contents == same.current
    assert (same.contents.releases, same.contents.people, same.contents.by) == (1, 2, SUPERVISOR)
    office.library.correct(FIRST, handover(*CHANGED), office.editor)
    first, second = office.submit("خبر یکم", "لید"), office.submit("خبر دوم", "لید")
    office.library.words.add_to_house("بهاران", office.editor)
    office.library.words.add("نوواژه", EDITOR)
    lacked = look(office, copy).missing
    assert lacked
    assert lacked.related
    assert lacked.new == (Named(second, "خبر دوم"), Named(first, "خبر یکم"))
    assert lacked.changed == (Named(FIRST, TEXT[0]),)
    assert lacked.others == 2


def test_a_newer_backup_lacks_nothing(office: Office, copy: Path, tmp_path: Path) -> None:
    office.submit("خبر بعدی", "لید")
    newer = tmp_path / "newer.db"
    office.library.backup(newer)
    restore(look(office, copy), office.path, office.checkpoint)
    found = look(office, newer)
    assert found.missing
    assert found.missing.related
    assert not found.missing.anything


def test_a_backup_of_another_library_is_told_from_an_older_one(office: Office, copy: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = open_office(tmp_path / "other")
    try:
        other.approved()
        lacked = look(other, copy).missing
    finally:
        other.library.close()
    assert lacked
    assert not lacked.related
    assert [one.release for one in lacked.new] == [FIRST]


@pytest.mark.parametrize("damage", ["none there", "rubbish", "torn"])
def test_going_back_when_the_library_cannot_be_opened(office: Office, copy: Path, damage: str) -> None:
    office.library.close()
    content = office.path.read_bytes()
    broken = {"rubbish": b"rubbish" * 999, "torn": content[:4096] + b"\xff" * 20000}.get(damage, b"")
    office.path.write_bytes(broken)
    if damage == "none there":
        office.path.unlink()
    found = look(office, copy)
    restore(found, office.path, office.checkpoint)
    assert (found.unreadable is None) == (found.aside is None) == (damage == "none there")
    assert found.aside is None or found.aside.read_bytes() == broken
    assert verify(office.path).sound
    assert office.reopen().show(FIRST).version.number == 1


@pytest.mark.parametrize("what", ["VIEW happened", "TABLE own_word", "TABLE account", "TABLE release"])
def test_going_back_when_a_part_of_the_library_is_gone(office: Office, copy: Path, what: str) -> None:
    office.library.close()
    with closing(sqlite3.connect(office.path)) as connection:
        connection.execute(f"DROP {what}")
    assert not verify(office.path).sound
    found = look(office, copy)
    assert found.unreadable
    restore(found, office.path, office.checkpoint)
    assert verify(office.path).sound


@pytest.mark.parametrize("whole", [True, False])
def test_whoever_may_write_the_library_still_may(office: Office, copy: Path, whole: bool) -> None:
    office.path.chmod(0o660)
    if not whole:
        office.library.close()
        office.path.write_bytes(b"nothing" * 1000)
    found = look(office, copy)
    restore(found, office.path, office.checkpoint)
    assert found.aside
    assert [one.stat().st_mode & 0o777 for one in (office.path, found.aside)] == [0o660, 0o660]


def test_the_folder_may_be_gone_as_well(office: Office, copy: Path, tmp_path: Path) -> None:
    found = examine(copy, tmp_path / "gone" / "library.db", office.clock())
    assert isinstance(found, Candidate)
    restore(found, tmp_path / "gone" / "library.db")
    assert verify(tmp_path / "gone" / "library.db").sound


def test_the_journal_of_a_library_that_is_gone_is_not_played_into_the_restored_one(office: Office, copy: Path) -> None:
    with closing(sqlite3.connect(office.path, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN")
        db.execute("CREATE TABLE more AS SELECT zeroblob(9000) FROM event, version")
        journal = journal_of(office.path).read_bytes()
        db.execute("ROLLBACK")
    office.library.close()
    office.path.unlink()
    journal_of(office.path).write_bytes(journal)
    assert len(journal) > 512
    restore(look(office, copy), office.path, office.checkpoint)
    assert not journal_of(office.path).exists()
    assert verify(office.path).sound


def test_a_copy_that_is_not_sound_is_not_used(office: Office, copy: Path) -> None:
    tamper(copy, "UPDATE version SET body = replace(body, 'پنج', 'شش')")
    found = examine(copy, office.path, office.clock())
    assert isinstance(found, Report)
    assert FIRST in str(found.problems[0].message)


def test_the_library_itself_is_no_backup(office: Office) -> None:
    with pytest.raises(KnownError, match="library in use itself"):
        examine(office.path, office.path, office.clock())


def test_a_backup_that_is_not_what_was_verified_is_not_used(office: Office, copy: Path) -> None:
    found, before = look(office, copy), state(office)
    copy.unlink()
    with pytest.raises(KnownError, match="There is no library"):
        restore(found, office.path, office.checkpoint)
    office.library.backup(copy)
    with pytest.raises(KnownError, match="changed since it was verified"):
        restore(found, office.path, office.checkpoint)
    assert state(office) == before


def test_what_happened_since_it_was_looked_at_does_not_go_unseen(office: Office, copy: Path) -> None:
    found = look(office, copy)
    office.submit("خبر بعدی", "لید")
    before = state(office)
    with pytest.raises(KnownError, match="changed meanwhile"):
        restore(found, office.path, office.checkpoint)
    assert state(office) == before


def test_a_library_that_came_or_went_since_is_not_touched(office: Office, copy: Path, tmp_path: Path) -> None:
    found = look(office, copy)
    office.library.close()
    away = office.path.rename(tmp_path / "away.db")
    with pytest.raises(KnownError, match="changed meanwhile"):
        restore(found, office.path)
    found = look(office, copy)
    away.rename(office.path)
    before = state(office)
    with pytest.raises(KnownError, match="changed meanwhile"):
        restore(found, office.path)
    assert state(office) == before


@pytest.mark.parametrize("percent", [0, 25, 50, 75])
def test_called_off_at_any_moment_nothing_has_happened(office: Office, copy: Path, percent: int) -> None:
    office.submit("خبر بعدی", "لید")
    found, before = look(office, copy), state(office)

    def call_off(done: int) -> None:
        if done >= percent:
            raise KnownError("called off")

    with pytest.raises(KnownError, match="called off"):
        restore(found, office.path, office.checkpoint, call_off)
    assert state(office) == before
    restore(found, office.path, office.checkpoint)
    assert len(office.library.list()) == 1


@pytest.mark.parametrize("percent", [0, 25, 50, 75])
def test_killed_at_any_moment_the_library_is_the_one_before(office: Office, copy: Path, percent: int) -> None:
    later = office.submit("خبر بعدی", "لید")
    office.library.close()
    killed = subprocess.run([*STRANGER, "die", str(office.path), str(copy), str(percent)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert office.reopen().show(later).version.number == 1
    assert verify(office.path, office.checkpoint).sound
    restore(look(office, copy), office.path, office.checkpoint)
    assert [row.id for row in office.library.list()] == [FIRST]


def test_a_full_disk_loses_nothing(office: Office, copy: Path) -> None:
    office.library.close()
    assert in_own_space("full-disk-restore", office.path) == [FULL, "True"]


def test_held_by_another_process(office: Office, copy: Path) -> None:
    found = look(office, copy)
    with closing(sqlite3.connect(office.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = state(office)
        with pytest.raises(KnownError, match="Another program is using the library"):
            restore(found, office.path, office.checkpoint)
        assert state(office) == before
    restore(found, office.path, office.checkpoint)


def test_what_was_imported_since_can_be_imported_again(office: Office, copy: Path) -> None:
    before = [office.bring_in(f"خبر {number}", "لید") for number in range(3)]
    restore(look(office, copy), office.path, office.checkpoint)
    again = [office.bring_in(f"خبر {number}", "لید") for number in range(3)]
    assert again == before
    assert all(receipt.new for receipt in again)
    assert {row.id for row in office.library.list()} == {FIRST, *(receipt.release for receipt in again)}


def test_whoever_the_backup_does_not_know_signs_nothing_any_more(office: Office, copy: Path) -> None:
    """A program that has had the library open all the time has known the account."""
    office.library.accounts.add("مهمان", Role.EDITOR, PASSPHRASE, office.supervisor)
    guest = office.library.accounts.login("مهمان", PASSPHRASE)
    restore(look(office, copy), office.path, office.checkpoint)
    with pytest.raises(KnownError, match="There is no account"):
        office.submit("خبر مهمان", "لید", by=guest)
    office.submit("خبر بعدی", "لید")
    assert verify(office.path, office.checkpoint).sound
    assert {person.name for person in office.library.accounts.all()} == {SUPERVISOR, EDITOR}


def test_a_number_that_is_another_texts_by_now_is_told_from_ones_own(office: Office, copy: Path) -> None:
    text = handover("خبر بعدی", "لید").draft.digest
    number = office.submit("خبر بعدی", "لید")
    assert office.library.knows(number, text)
    restore(look(office, copy), office.path, office.checkpoint)
    assert not office.library.knows(number, text)
    assert office.submit("خبری دیگر", "لید") == number
    assert not office.library.knows(number, text)
