"""Copies that are known to be good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.library.store import Library
from pr_editor.library.verify import verify
from pr_editor.text.message import KnownError
from tests.unit.library.office import TEXT, Office, tamper
from tests.unit.library.test_bad_days import FULL, in_own_space

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


def test_a_full_disk_takes_no_copy_and_is_named(office: Office) -> None:
    office.library.close()
    assert in_own_space("full-disk-backup", office.path) == [FULL, "True"]


def test_a_copy_can_be_called_off(office: Office, tmp_path: Path) -> None:
    def call_off(_percent: int) -> None:
        raise KnownError("called off")

    with pytest.raises(KnownError, match="called off"):
        office.library.backup(tmp_path / "copies" / "library.db", call_off)
    assert list((tmp_path / "copies").iterdir()) == []
