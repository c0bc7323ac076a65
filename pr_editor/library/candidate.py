"""A backup somebody wants to go back to: whether it is sound, and what would go with the library it displaces."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.library.contents import Contents, Missing, contents_of, missing
from pr_editor.library.file import Access, DamagedError, LibraryFile, StrangeFileError, known_errors
from pr_editor.library.verify import verify
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from pr_editor.library.pace import Progress
    from pr_editor.library.verify import Report


@dataclass(frozen=True, slots=True)
class Candidate:
    """A backup that was found sound, and what going back to it would mean."""

    copy: Path
    contents: Contents
    at: datetime
    """When it was looked at."""
    current: Contents | None = None
    """What the library holds that would give way; None where there is none, or it can't be read."""
    missing: Missing | None = None
    """What of that the backup lacks."""
    unreadable: Message | None = None
    """Why the library that would give way can't be read, although there is one."""
    aside: Path | None = None
    """Where that will be kept."""
    stamp: tuple[int, ...] = ()
    """What the file of the backup was like when it was verified."""


def examine(copy: Path, path: Path, at: datetime, progress: Progress = lambda _: None) -> Candidate | Report:
    """Verify the backup ``copy`` and hold it against the library at ``path``; gives the report if it is not sound.

    ``at`` names what would be kept. ``progress`` hears percent. Raises ``KnownError``.
    """
    with known_errors(copy):
        if copy.exists() and path.exists() and copy.samefile(path):
            raise KnownError("This file is the library in use itself, not a copy of it: {path}", path=str(copy))
    report = verify(copy, progress=progress)
    if not report.sound:
        return report
    stamp = stamp_of(copy)
    with closing(LibraryFile(copy, Access(readonly=True))) as file:
        contents = contents_of(file)
        current, lacked, unreadable = _compare(path, file)
    aside = free_name(path, at) if path.exists() else None
    return Candidate(copy, contents, at, current, lacked, unreadable, aside, stamp)


def stamp_of(path: Path) -> tuple[int, ...]:
    """What a file is like; another file, or a changed one, is like something else. Raises ``KnownError``."""
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise KnownError("There is no library at {path}.", path=str(path)) from error
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def free_name(path: Path, at: datetime) -> Path:
    """A name beside ``path`` that tells when, and that nothing has."""
    name = f"{path.stem}.replaced-{at:%Y%m%d-%H%M%S}"
    free, number = path.with_name(name + path.suffix), 2
    while free.exists():
        free, number = path.with_name(f"{name}-{number}{path.suffix}"), number + 1
    return free


def _compare(path: Path, copy: LibraryFile) -> tuple[Contents | None, Missing | None, Message | None]:
    """What is at ``path``, what ``copy`` lacks of it, and why that can't be told."""
    if not path.exists():
        return None, None, None
    try:
        # For writing: only so is half a change undone that a crash has left.
        with closing(LibraryFile(path, Access())) as library:
            return contents_of(library), missing(library, copy), None
    except (DamagedError, StrangeFileError) as error:
        return None, None, error.message
    except (ValueError, KeyError, TypeError):
        why = message("The library is damaged; verify it, or restore a backup: {path}", path=str(path))
        return None, None, why
