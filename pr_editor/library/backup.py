"""Copies of the library that are known to be good, and going back to one."""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING

from pr_editor.library.file import Access, DamagedError, LibraryFile, is_library, known_errors
from pr_editor.library.opening import journal_of, place_whole
from pr_editor.library.verify import verify
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def backup(file: LibraryFile, to: Path) -> None:
    """Write a compact copy of an open library to ``to``, where nothing may be, and verify it. Raises ``KnownError``."""
    if to.exists():
        raise KnownError("There is already a file at {path}.", path=str(to))
    temporary = to.with_name(f".{to.name}.{secrets.token_hex(4)}.tmp")
    try:
        with known_errors(to):
            to.parent.mkdir(parents=True, exist_ok=True)
            file.copy_to(temporary)
            _require_sound(temporary)
            place_whole(temporary, to)
    finally:
        temporary.unlink(missing_ok=True)


def restore(copy: Path, path: Path, at: datetime, checkpoint: Path | None = None) -> Path | None:
    """Put the library ``copy`` at ``path``; gives where the library that was there is kept, if there was one.

    Where the one there can still be opened, its pages are replaced in a transaction, so that programs that have it open
    go on with the restored one. The ``checkpoint`` speaks of the library that was there and goes aside as well. Raises
    ``KnownError``.
    """
    _require_sound(copy)
    kept = _keep_aside(path, at)
    with known_errors(path):
        if kept is not None and _can_be_opened(path):
            _replace_pages(copy, path)
        else:
            path.unlink(missing_ok=True)
            journal_of(path).unlink(missing_ok=True)
            _copy_whole(copy, path)
    if checkpoint is not None and checkpoint.exists():
        with known_errors(checkpoint):
            checkpoint.replace(_aside(checkpoint, at))
    return kept


def _require_sound(path: Path) -> None:
    report = verify(path)
    if not report.sound:
        raise KnownError("The copy is not sound, so it is not used; verify names what is wrong: {path}", path=str(path))


def _can_be_opened(path: Path) -> bool:
    """Whether the library at ``path`` is whole enough to change. Raises ``KnownError`` when somebody holds it."""
    if not is_library(path):
        return False
    try:
        LibraryFile(path, Access()).close()
    except DamagedError:
        return False
    return True


def _keep_aside(path: Path, at: datetime) -> Path | None:
    """A plain copy of what is at ``path``, damaged or not, under a name that tells when."""
    if not path.exists():
        return None
    kept = _aside(path, at)
    with known_errors(kept):
        write_atomically(kept, path.read_bytes())
    return kept


def _aside(path: Path, at: datetime) -> Path:
    return path.with_name(f"{path.stem}.replaced-{at:%Y%m%d-%H%M%S}{path.suffix}")


def _copy_whole(copy: Path, path: Path) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    source = LibraryFile(copy, Access(readonly=True))
    try:
        source.copy_to(temporary)
        place_whole(temporary, path)
    finally:
        source.close()
        temporary.unlink(missing_ok=True)


def _replace_pages(copy: Path, path: Path) -> None:
    source = sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)
    target = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        target.execute("PRAGMA synchronous = EXTRA")
        source.backup(target)
    finally:
        target.close()
        source.close()
