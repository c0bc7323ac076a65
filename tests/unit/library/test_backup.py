"""Copies that are known to be good, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.library.backup import restore
from pr_editor.library.store import Library
from pr_editor.library.verify import verify
from pr_editor.text.message import KnownError
from tests.unit.library.office import TEXT, Office, tamper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(office: Office, tmp_path: Path) -> Path:
    """A backup of a library with one approved release."""
    office.approved()
    copy = tmp_path / "copies" / "library.db"
    office.library.backup(copy)
    return copy


def test_a_copy_is_a_library(office: Office, copy: Path) -> None:
    assert verify(copy, office.checkpoint).sound
    with Library.open(copy, readonly=True) as library:
        assert [p.text for p in library.show("1405-0001").draft.paragraphs] == list(TEXT)
    assert [path.name for path in copy.parent.iterdir()] == ["library.db"]


def test_nothing_is_overwritten_by_a_copy(office: Office, copy: Path) -> None:
    with pytest.raises(KnownError, match="already a file"):
        office.library.backup(copy)


def test_a_damaged_library_gives_no_copy(office: Office, tmp_path: Path) -> None:
    office.approved()
    office.library.close()
    tamper(office.path, "UPDATE version SET body = replace(body, 'پنج', 'شش')")
    with pytest.raises(KnownError, match="not sound"):
        office.reopen().backup(tmp_path / "copy.db")
    assert not list(tmp_path.glob("*copy.db*"))


def test_going_back_keeps_what_was_there(office: Office, copy: Path) -> None:
    later = office.submit("خبر بعدی", "لید")
    kept = restore(copy, office.path, office.clock(), office.checkpoint)
    assert kept
    with Library.open(kept, readonly=True) as before:
        assert before.show(later).version.number == 1
    assert [row.id for row in office.library.list()] == ["1405-0001"], (
        "whoever had it open goes on with the restored one"
    )
    assert office.submit("خبری دیگر", "لید") == later
    assert verify(office.path, office.checkpoint).sound


@pytest.mark.parametrize("damage", ["none there", "rubbish", "torn"])
def test_going_back_when_the_library_cannot_be_opened(office: Office, copy: Path, damage: str) -> None:
    office.library.close()
    content = office.path.read_bytes()
    if damage == "none there":
        office.path.unlink()
    else:
        office.path.write_bytes(b"rubbish" * 999 if damage == "rubbish" else content[:4096] + b"\xff" * 20000)
    kept = restore(copy, office.path, office.clock(), office.checkpoint)
    assert (kept is None) == (damage == "none there")
    assert verify(office.path).sound
    assert office.reopen().show("1405-0001").version.number == 1


def test_a_copy_that_is_not_sound_is_not_used(office: Office, copy: Path) -> None:
    tamper(copy, "UPDATE version SET body = replace(body, 'پنج', 'شش')")
    with pytest.raises(KnownError, match="not sound"):
        restore(copy, office.path, office.clock())
    assert verify(office.path, office.checkpoint).sound
