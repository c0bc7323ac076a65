"""The SQLite file: opening it only when it is ours, writing whole or not at all, and saying what is wrong otherwise.

Rollback journal with TRUNCATE and EXTRA: after a power cut nothing that was acknowledged is missing. Not WAL, whose
reset race the SQLite of many systems still has.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlite_utils import Database

from pr_editor.library.migrations import MIGRATIONS
from pr_editor.library.place import MOUNTS, is_network_share
from pr_editor.library.schema import APPLICATION_ID, TRIGGERS
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.library.migrations import Migrations

_NOT_OURS = ("decode", "malformed JSON", "unknown function", "no such table", "no such column")
_OF_THE_COPY = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
"""What goes wrong where a copy is written, not where the library lies."""
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class DamagedError(KnownError):
    """The file is not as the program wrote it."""


class StrangeFileError(KnownError):
    """The file is something else than a library."""


@dataclass(frozen=True, slots=True)
class Access:
    """How a file is opened. ``timeout`` is how long to wait for another process, in seconds."""

    readonly: bool = False
    timeout: float = 5.0
    mounts: Path = MOUNTS
    migrations: Migrations = MIGRATIONS


class Tables:
    """Tables to ask and to fill, of a library or of a scratch copy. Errors are in words for the user."""

    def __init__(self, path: Path, db: Database) -> None:
        """Use an open connection; ``path`` is what error messages name."""
        self.path = path
        self._db = db

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises ``KnownError``."""
        with known_errors(self.path):
            return self._db.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, if there is one. Raises ``KnownError``."""
        return next(iter(self.rows(sql, values)), None)

    @classmethod
    def of(cls, db: Database) -> Self:
        """The tables of an open connection, under the name its file has."""
        return cls(Path(db.execute("PRAGMA database_list").fetchone()[2]), db)

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """A statement that changes something, inside a transaction. Raises ``KnownError``."""
        self._assert_transaction()
        self.rows(sql, values)

    def run_each(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """The same statement for each of many rows. Raises ``KnownError``."""
        self._assert_transaction()
        with known_errors(self.path):
            self._db.conn.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that sees nothing change under it. Left by an exception it has not happened."""
        with known_errors(self.path):
            self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            with known_errors(self.path):
                self._db.execute("COMMIT")
        except BaseException:
            if self._db.conn.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Changes that happen as one, inside a transaction or not. Left by an exception they have not happened."""
        with known_errors(self.path):
            self._db.execute("SAVEPOINT together")
        try:
            yield
            with known_errors(self.path):
                self._db.execute("RELEASE together")
        except BaseException:
            if self._db.conn.in_transaction:
                self._db.execute("ROLLBACK TO together")
                self._db.execute("RELEASE together")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One view of the file for several queries, whatever others write meanwhile."""
        with known_errors(self.path):
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection itself."""
        return self._db.conn

    def close(self) -> None:
        """Close the connection. Closing twice is no error."""
        self._db.close()

    def _assert_transaction(self) -> None:
        if not self._db.conn.in_transaction:
            raise RuntimeError("a change outside a transaction")


class LibraryFile(Tables):
    """An open library file. It belongs to the thread that opened it."""

    def __init__(self, path: Path, access: Access) -> None:
        """Open the file at ``path``, which must be a library of a schema the program knows. Raises ``KnownError``."""
        super().__init__(path, _connect(path, access))
        self.readonly = access.readonly
        try:
            with known_errors(path):
                self.schema: int = self._value("PRAGMA user_version")
                self._prepare()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, unless the file was opened for reading only."""
        if self.readonly:
            raise KnownError("The library is open for reading only: {path}", path=str(self.path))
        with super().writing():
            yield

    def migrate(self, migrations: Migrations) -> None:
        """Bring the tables up to date, inside ``writing``."""
        migrations.apply(self._db, self.schema)
        self.schema = migrations.newest

    def assert_guards(self) -> None:
        """Raise ``DamagedError`` unless every trigger is there and as it should be."""
        found = dict(self.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
        if found != TRIGGERS:
            raise DamagedError("The guards of the library have been taken away or changed: {path}", path=str(self.path))

    def copy_to(self, path: Path) -> None:
        """Write a compact copy to ``path``, which must not exist, down to the disk. Raises ``KnownError``."""
        try:
            self._db.execute("VACUUM INTO ?", (str(path),))
        except sqlite3.Error as error:
            with known_errors(path.parent if error.sqlite_errorcode & 0xFF in _OF_THE_COPY else self.path):
                raise
        # SQLite leaves that to the system.
        with known_errors(path.parent), path.open("rb+") as copy:
            os.fsync(copy.fileno())

    def _value(self, sql: str) -> Any:
        return self._db.execute(sql).fetchone()[0]

    def _prepare(self) -> None:
        self._db.execute("PRAGMA cell_size_check = ON")
        self._db.conn.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        if self.readonly:
            return
        # Even asking for the journal mode can meet another's lock.
        if self._value("PRAGMA journal_mode = TRUNCATE") != "truncate":
            raise KnownError("Another program holds the library in a way that is not safe: {path}", path=str(self.path))
        self._db.execute("PRAGMA synchronous = EXTRA")


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system complain about the file at ``path`` into words for the user."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _explained(error, path) from error
    except OSError as error:
        if error.errno in _DISK_FULL:
            raise KnownError("There is no room left on the disk of {path}.", path=str(path)) from error
        raise KnownError("{path} can't be used: {reason}", path=str(path), reason=error.strerror or "") from error


def _explained(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> Exception:
    # The extended code tells more, but its low byte is the kind of trouble.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    place = str(path)
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return KnownError("Another program is using the library; try again in a moment: {path}", path=place)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return KnownError("The library can't be written: the file or its folder is read-only: {path}", path=place)
        case sqlite3.SQLITE_FULL:
            return KnownError("There is no room left on the disk of {path}.", path=place)
        case sqlite3.SQLITE_IOERR:
            return KnownError("The disk does not read or write the library as it should: {path}", path=place)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedError("The library is damaged; verify it, or restore a backup: {path}", path=place)
    # What can't be decoded or taken apart was not written so, nor a function in a view or an index that is none, and
    # what every library has was taken away.
    if isinstance(error, UnicodeDecodeError) or any(part in str(error) for part in _NOT_OURS):
        return DamagedError("The library is damaged; verify it, or restore a backup: {path}", path=place)
    return error


def _connect(path: Path, access: Access) -> Database:
    """Open the file by SQLite alone: the system drops its locks when this process closes the file any other way."""
    _require_file(path)
    if not access.readonly and is_network_share(path, access.mounts):
        raise KnownError(
            "The library lies on a network share, where two programs could destroy it; it can only be read: {path}",
            path=str(path),
        )
    mode = "ro" if access.readonly else "rw"
    with known_errors(path):
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=access.timeout, isolation_level=None)
    try:
        _require_ours(connection, path, access.migrations.newest)
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def _require_file(path: Path) -> None:
    with known_errors(path):
        folder, there = path.is_dir(), path.exists()
    # What opening a folder is called differs from system to system.
    if folder:
        raise KnownError("{path} is a folder, not the file of a library.", path=str(path))
    if not there:
        raise KnownError("There is no library at {path}.", path=str(path))
    if not os.access(path, os.R_OK):
        raise KnownError("{path} can't be used: {reason}", path=str(path), reason=os.strerror(errno.EACCES))


def _require_ours(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    with known_errors(path):
        try:
            ours = connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
                raise
            ours, schema = False, 0
    if not ours:
        raise StrangeFileError("{path} is not a library of this program.", path=str(path))
    if schema > newest:
        raise KnownError("The library was made by a newer version of the program: {path}", path=str(path))
