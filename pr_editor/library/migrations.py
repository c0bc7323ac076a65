"""Bringing an older library up to date, in one transaction, after a copy has been laid beside it.

``PRAGMA user_version`` holds the number of the last step taken. Altering tables may drop triggers without a word, so
they are made anew after every migration.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.library.schema import APPLICATION_ID, DERIVED, LASTING, REUSE, TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    type Step = Callable[[Database], None]


@dataclass(slots=True, eq=False)
class Migrations:
    """Steps in order; the first makes a library out of an empty file."""

    steps: list[Step] = field(default_factory=list)

    def step(self, number: int) -> Callable[[Step], Step]:
        """Register a function as step ``number``, which must be the next."""

        def register(function: Step) -> Step:
            if number != len(self.steps) + 1:
                raise ValueError(f"step {number} after {len(self.steps)}")
            self.steps.append(function)
            return function

        return register

    @property
    def newest(self) -> int:
        """The schema this program knows."""
        return len(self.steps)

    def apply(self, db: Database, since: int) -> None:
        """Take all steps after ``since``. Call it inside a transaction."""
        for step in self.steps[since:]:
            step(db)
        for name, sql in TRIGGERS.items():
            db.execute(f"DROP TRIGGER IF EXISTS {name}")
            db.execute(sql)
        db.execute(f"PRAGMA user_version = {self.newest}")


MIGRATIONS = Migrations()


@MIGRATIONS.step(1)
def first_tables(db: Database) -> None:
    """Everything the first release of the program keeps."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    run_each(db, LASTING + DERIVED)


@MIGRATIONS.step(2)
def fingerprints_of_published_texts(db: Database) -> None:
    """What was published can be found by its words; done for all that has been approved so far."""
    # The modules build on the file, which builds on the migrations.
    from pr_editor.library.file import Tables
    from pr_editor.library.reuse_index import publish

    run_each(db, REUSE)
    publish(Tables.of(db))


def run_each(db: Database, script: str) -> None:
    """Run the statements of a script one by one: ``executescript`` would commit the transaction first."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)
