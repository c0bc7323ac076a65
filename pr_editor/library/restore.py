"""Going back to a backup: to a sound one only, and never without keeping what was there."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from pr_editor.library.candidate import free_name, stamp_of
from pr_editor.library.file import Access, DamagedError, LibraryFile, StrangeFileError, known_errors
from pr_editor.library.opening import journal_of, place_whole
from pr_editor.library.place import is_network_share
from pr_editor.text.files import sync_folder
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from pr_editor.library.candidate import Candidate
    from pr_editor.library.pace import Progress

_PAGES = 16
"""Pages of SQLite that are copied between two looks at whether to go on."""


def restore(
    candidate: Candidate, path: Path, checkpoint: Path | None = None, progress: Progress = lambda _: None
) -> None:
    """Put the backup at ``path``, and what was there aside.

    Where that can be opened, its pages are replaced in one transaction, so that programs that have it open go on with
    the restored library. The ``checkpoint`` speaks of what was there, so it goes aside as well. ``progress`` hears
    percent. Raises ``KnownError``; then everything is as it was.
    """
    aside = candidate.aside
    if stamp_of(candidate.copy) != candidate.stamp:
        raise KnownError("The backup has changed since it was verified: {path}", path=str(candidate.copy))
    if path.exists() != (aside is not None):
        raise _changed(path)
    with known_errors(path):
        if aside is not None and _can_be_opened(path):
            _exchange_pages(candidate, path, aside, checkpoint, progress)
        else:
            _put_in_place(candidate, path, checkpoint, progress)


def _can_be_opened(path: Path) -> bool:
    """Whether the library at ``path`` is whole enough to change. Raises ``KnownError`` when somebody holds it."""
    try:
        LibraryFile(path, Access()).close()
    except (DamagedError, StrangeFileError):
        return False
    return True


def _exchange_pages(candidate: Candidate, path: Path, aside: Path, checkpoint: Path | None, progress: Progress) -> None:
    """Copy the library aside and the backup over it, while nobody else can read or write it."""
    with closing(_connect(candidate.copy, "ro")) as source, closing(_connect(path, "rw")) as target:
        # Nobody may change the backup either, for copying would begin anew.
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_schema").fetchone()
        target.execute("PRAGMA synchronous = EXTRA")
        # Held until the connection is closed; copying alone would wait for others without end.
        target.execute("PRAGMA locking_mode = EXCLUSIVE")
        target.execute("BEGIN EXCLUSIVE")
        target.execute("COMMIT")
        head = _head(target)
        if candidate.current is not None and head != candidate.current.head:
            raise _changed(path)
        _copy_new(target, aside, path, partial(_half, progress, 0))
        try:
            with _checkpoint_aside(checkpoint, candidate.at):
                progress(50)
                source.backup(target, pages=_PAGES, progress=_percent(partial(_half, progress, 50)))
        except BaseException:
            # Nothing gave way, so nothing need be kept. Where nobody can tell, it stays.
            if head is not None and _head(target) == head:
                aside.unlink()
            raise


def _put_in_place(candidate: Candidate, path: Path, checkpoint: Path | None, progress: Progress) -> None:
    """Give the backup the name of nothing, or of what can't be opened, which goes aside."""
    if is_network_share(path.parent):
        raise KnownError("A library can't be kept on a network share: {path}", path=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with closing(_connect(candidate.copy, "ro")) as source:
            _copy_new(source, temporary, path if path.exists() else None, progress)
        with _checkpoint_aside(checkpoint, candidate.at), _moved_aside(path, candidate.aside):
            # A journal SQLite could not use before would be played into another library.
            journal_of(path).unlink(missing_ok=True)
            temporary.replace(path)
        sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _moved_aside(path: Path, aside: Path | None) -> Iterator[None]:
    """A library nobody can open has a second name, until the first is given to another one."""
    if aside is None:
        yield
        return
    place_whole(path, aside)
    try:
        yield
    except BaseException:
        if path.exists():
            aside.unlink()
        else:
            aside.rename(path)
        raise


@contextmanager
def _checkpoint_aside(checkpoint: Path | None, at: datetime) -> Iterator[None]:
    """The checkpoint is out of the way, unless the library it speaks of stays."""
    if checkpoint is None or not checkpoint.exists():
        yield
        return
    aside = free_name(checkpoint, at)
    with known_errors(checkpoint):
        checkpoint.rename(aside)
    # It must not come back after a power cut, when the restored library stays.
    sync_folder(checkpoint.parent)
    try:
        yield
    except BaseException:
        aside.rename(checkpoint)
        raise


def _copy_new(source: sqlite3.Connection, path: Path, like: Path | None, progress: Progress) -> None:
    """Copy all pages as they are to ``path``, where nothing may be; they are on the disk when this ends.

    Whoever may read and write the file ``like`` may do so with this one.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        progress(0)
        with closing(sqlite3.connect(temporary)) as target:
            source.backup(target, pages=_PAGES, progress=_percent(progress))
        if like is not None:
            shutil.copymode(like, temporary)
        place_whole(temporary, path)
    finally:
        for left in (temporary, journal_of(temporary)):
            left.unlink(missing_ok=True)


def _percent(progress: Progress) -> Callable[[int, int, int], None]:
    def copied(_status: int, remaining: int, total: int) -> None:
        # With the last page it has happened, and can't be called off any more.
        if remaining:
            progress(100 - 100 * remaining // total)

    return copied


def _half(progress: Progress, since: int, percent: int) -> None:
    progress(since + percent // 2)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)


def _head(connection: sqlite3.Connection) -> str | None:
    """The hash that stands beside the last event; None where nothing can be read."""
    try:
        row = connection.execute("SELECT hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def _changed(path: Path) -> KnownError:
    return KnownError("The library in use has changed meanwhile; choose the backup once more: {path}", path=str(path))
