"""An older library is brought up to date whole or not at all, and its guards outlive it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.migrations import MIGRATIONS, Migrations
from pr_editor.library.opening import open_file
from pr_editor.library.schema import TRIGGERS
from pr_editor.text.message import KnownError
from tests.unit.library.office import SUPERVISOR, Office, open_office, schema_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


def next_year() -> Migrations:
    """The program of tomorrow, which keeps a telephone number with each account and renames a column."""
    migrations = Migrations(list(MIGRATIONS.steps))

    @migrations.step(3)
    def telephones(db: Database) -> None:
        db.execute("ALTER TABLE account ADD COLUMN telephone TEXT NOT NULL DEFAULT ''")

    @migrations.step(4)
    def other_columns(db: Database) -> None:
        db.table("version").transform(rename={"id": "number"})

    return migrations


@pytest.fixture
def older(tmp_path: Path) -> Office:
    office = open_office(tmp_path)
    office.approved()
    office.library.close()
    return office


def test_steps_are_taken_and_the_older_file_is_kept_beside(older: Office) -> None:
    file = open_file(older.path, False, older.environment, next_year())
    assert file.rows("SELECT name, telephone FROM account WHERE role = 'supervisor'") == [(SUPERVISOR, "")]
    assert dict(file.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) == TRIGGERS
    with pytest.raises(sqlite3.IntegrityError, match="only grows"), file.writing():
        file.run("DELETE FROM version")
    file.close()
    assert schema_of(older.path) == 4
    copy = older.path.with_name("library.schema-2.db")
    assert schema_of(copy) == 2
    before = open_file(copy, True, older.environment)
    assert before.rows("SELECT count(*) FROM event") == [(4,)]
    before.close()


def test_the_older_program_refuses_what_the_newer_one_made(older: Office) -> None:
    open_file(older.path, False, older.environment, next_year()).close()
    with pytest.raises(KnownError, match="newer version"):
        older.reopen()


def test_a_step_that_fails_has_not_happened(older: Office) -> None:
    migrations = next_year()

    @migrations.step(5)
    def fails(db: Database) -> None:
        db.execute("INSERT INTO house VALUES ('another', 0)")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_file(older.path, False, older.environment, migrations)
    assert schema_of(older.path) == 2
    assert older.reopen().release("1405-0001").in_force


def test_nothing_is_migrated_for_reading_only(older: Office) -> None:
    with pytest.raises(KnownError, match="older version"):
        open_file(older.path, True, older.environment, next_year())
    assert schema_of(older.path) == 2


def test_the_first_copy_beside_is_kept(older: Office) -> None:
    copy = older.path.with_name("library.schema-2.db")
    shutil.copy(older.path, copy)
    content = copy.read_bytes()
    open_file(older.path, False, older.environment, next_year()).close()
    assert copy.read_bytes() == content


def test_steps_are_numbered_without_gaps() -> None:
    with pytest.raises(ValueError, match="step 9"):
        MIGRATIONS.step(9)(lambda db: None)


def test_any_tool_can_read_the_file(older: Office) -> None:
    with closing(sqlite3.connect(older.path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (0x50524544,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert db.execute("SELECT kind, release FROM happened WHERE seq > 2").fetchall() == [
            ("submitted", "1405-0001"),
            ("approved", "1405-0001"),
        ]
