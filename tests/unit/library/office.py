"""An office for the tests: a library, a supervisor, an editor, and texts to hand in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from pr_editor.library.canonical import digest
from pr_editor.library.keys import Cost
from pr_editor.library.schema import TRIGGERS
from pr_editor.library.store import Environment, Library
from pr_editor.review.model import Dated, Metadata, Origin
from pr_editor.review.people import Role
from pr_editor.review.ports import Arrival, Handover
from pr_editor.text.draft import Kind, draft_of

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.library.log import Identity
    from pr_editor.review.ports import Receipt

SUPERVISOR, EDITOR, SECOND = "لیلا رضوی", "سارا امینی", "بهروز کیانی"
PASSPHRASE = "گذرواژهٔ آزمون"
CHEAP = Cost(1, 8, 1)
TEXT = (
    "تأمین آب پنج روستا پایان یافت",
    "با بهره‌برداری از خط لولهٔ تازه، آب پنج روستای شمال استان تأمین شد.",
    "مدیر آبفا گفت کتاب‌های طرح در دسترس مردم است.",
)
CHANGED = (*TEXT[:2], "مدیر آبفا گفت کتاب‌های طرح از فردا در دسترس مردم است.")


class Clock:
    """Time that passes only when told to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **time: float) -> None:
        self.moment += timedelta(**time)


@dataclass(slots=True)
class Office:
    """A library and the people who use it, logged in."""

    library: Library
    path: Path
    environment: Environment
    clock: Clock
    supervisor: Identity
    editor: Identity

    @property
    def checkpoint(self) -> Path:
        assert self.environment.checkpoint
        return self.environment.checkpoint

    def submit(self, *texts: str, by: Identity | None = None, release: str | None = None, **known: Any) -> str:
        return self.library.submit(handover(*(texts or TEXT), **known), by or self.editor, release)

    def approve(self, release: str, by: str = SUPERVISOR) -> None:
        self.library.approve(release, by, PASSPHRASE)

    def approved(self, *texts: str, **known: Any) -> str:
        release = self.submit(*texts, **known)
        self.approve(release)
        return release

    def bring_in(self, *texts: str, by: Identity | None = None, **known: Any) -> Receipt:
        (receipt,) = self.library.bring_in([arrival(*(texts or TEXT), **known)], by or self.supervisor)
        return receipt

    def reopen(self) -> Library:
        self.library.close()
        self.library = Library.open(self.path, environment=self.environment)
        return self.library


def arrival(*texts: str, name: str = "1402/خبر.txt", **known: Any) -> Arrival:
    handed = handover(*texts, **known)
    source = digest("\n".join((name, *texts)).encode())
    return Arrival(handed.draft, handed.metadata, Origin(name, Dated.TEXT, source, handed.draft.digest))


def handover(*texts: str, **known: Any) -> Handover:
    metadata = Metadata(**{"date": date(2026, 5, 20), **known})
    draft = draft_of(texts)
    return Handover(draft.with_kinds({0: Kind.HEADLINE, 1: Kind.LEAD}), metadata)


def open_office(folder: Path) -> Office:
    clock = Clock()
    environment = Environment(checkpoint=folder / "own" / "checkpoint.json", timeout=0.1, clock=clock, cost=CHEAP)
    path = folder / "library.db"
    library = Library.create(path, SUPERVISOR, PASSPHRASE, environment=environment)
    supervisor = library.accounts.login(SUPERVISOR, PASSPHRASE)
    library.accounts.add(EDITOR, Role.EDITOR, PASSPHRASE, supervisor)
    editor = library.accounts.login(EDITOR, PASSPHRASE)
    return Office(library, path, environment, clock, supervisor, editor)


def tamper(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """What somebody with a SQLite tool does behind the program's back, leaving the guards as they were."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for name in TRIGGERS:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            changed = db.execute(statement, values if "?" in statement else ())
            assert changed.rowcount != 0, f"nothing to change: {statement}"
        for sql in TRIGGERS.values():
            db.execute(sql)


def schema_of(path: Path) -> int:
    """The schema a library file is of."""
    with closing(sqlite3.connect(path)) as db:
        (schema,) = db.execute("PRAGMA user_version").fetchone()
    return int(schema)


def without_checkpoint(environment: Environment) -> Environment:
    return replace(environment, checkpoint=None)
