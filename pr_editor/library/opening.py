"""Making a library file, and opening one: whole, ours, guarded, and of today's schema."""

from __future__ import annotations

import os
import secrets
import sqlite3
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlite_utils import Database

from pr_editor.library.accounts import keep_key
from pr_editor.library.events import FIRST, Event, EventKind
from pr_editor.library.file import Access, DamagedError, LibraryFile, known_errors
from pr_editor.library.keys import seal
from pr_editor.library.log import Identity, store
from pr_editor.library.migrations import MIGRATIONS, Migrations
from pr_editor.library.place import is_network_share
from pr_editor.library.projection import project_people
from pr_editor.library.register import follow
from pr_editor.text.files import sync_folder
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.library.store import Environment


def open_file(path: Path, readonly: bool, environment: Environment, migrations: Migrations = MIGRATIONS) -> LibraryFile:
    """Open a library, migrating it first if it is older. Raises ``KnownError``."""
    access = Access(readonly, environment.timeout, environment.mounts, migrations)
    file = LibraryFile(path, access)
    try:
        if file.schema < migrations.newest:
            _migrate(file, migrations)
        file.assert_guards()
        _assert_no_gap(file)
    except BaseException:
        file.close()
        raise
    return file


def create_file(path: Path, supervisor: str, passphrase: str, solo: bool, environment: Environment) -> Identity:
    """Make a library under another name and give it ``path`` when it is whole; gives its supervisor.

    Raises ``KnownError``.
    """
    if path.exists():
        raise KnownError("There is already a file at {path}.", path=str(path))
    if is_network_share(path.parent, environment.mounts):
        raise KnownError("A library can't be kept on a network share: {path}", path=str(path))
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    with known_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _make_tables(temporary)
            first = _first_event(temporary, supervisor, passphrase, solo, environment)
            place_whole(temporary, path)
            return first
        finally:
            for left in (temporary, journal_of(temporary)):
                left.unlink(missing_ok=True)


def place_whole(temporary: Path, path: Path) -> None:
    """Give a finished file its name unless something has it. Raises ``OSError`` or ``KnownError``."""
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise KnownError("There is already a file at {path}.", path=str(path)) from error
    except OSError:
        # Some file systems know no second names.
        temporary.rename(path)
    sync_folder(path.parent)


def journal_of(path: Path) -> Path:
    """SQLite's journal beside a file."""
    return path.with_name(path.name + "-journal")


def _make_tables(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    db = Database(connection, execute_plugins=False)
    try:
        db.execute("PRAGMA journal_mode = TRUNCATE")
        db.execute("PRAGMA synchronous = EXTRA")
        db.execute("BEGIN IMMEDIATE")
        MIGRATIONS.apply(db, 0)
        db.execute("COMMIT")
    finally:
        db.close()


def _first_event(path: Path, supervisor: str, passphrase: str, solo: bool, environment: Environment) -> Identity:
    name = " ".join(supervisor.split())
    if not name:
        raise KnownError("An account needs a name.")
    key = Ed25519PrivateKey.generate()
    sealed = seal(key, passphrase, environment.cost)
    data = {"public_key": sealed.public_key.hex(), "solo": solo}
    created = EventKind.LIBRARY_CREATED
    event = Event(secrets.token_hex(16), 1, FIRST, environment.clock(), name, created, data)
    file = LibraryFile(path, Access(timeout=environment.timeout, mounts=environment.mounts))
    try:
        with file.writing():
            store(file, event, key)
            keep_key(file, name, sealed)
            roll = follow(None, event)
            project_people(file, roll)
    finally:
        file.close()
    return Identity(roll.member(name).person, key)


def _migrate(file: LibraryFile, migrations: Migrations) -> None:
    if file.readonly:
        raise KnownError("The library is of an older version; open it once for writing: {path}", path=str(file.path))
    _copy_beside(file)
    with file.writing():
        # Another process may have been faster.
        if file.row("PRAGMA user_version") == (file.schema,):
            file.migrate(migrations)


def _copy_beside(file: LibraryFile) -> None:
    """Lay a copy beside the file before it is changed: ``library.schema-1.db``."""
    copy = file.path.with_name(f"{file.path.stem}.schema-{file.schema}{file.path.suffix}")
    if not copy.exists():
        temporary = copy.with_name(f".{copy.name}.{secrets.token_hex(4)}.tmp")
        file.copy_to(temporary)
        with known_errors(copy):
            place_whole(temporary, copy)
            temporary.unlink(missing_ok=True)


def _assert_no_gap(file: LibraryFile) -> None:
    count, last = file.rows("SELECT count(*), coalesce(max(seq), 0) FROM event")[0]
    if count != last:
        raise DamagedError(
            "Events of the library are missing; verify it, or restore a backup: {path}", path=str(file.path)
        )
