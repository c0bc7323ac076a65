"""Copies of the library that are known to be good."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from pr_editor.library.file import known_errors
from pr_editor.library.opening import place_whole
from pr_editor.library.verify import verify
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.library.file import LibraryFile
    from pr_editor.library.pace import Progress


def backup(file: LibraryFile, to: Path, progress: Progress = lambda _: None) -> None:
    """Write a compact copy of an open library to ``to``, where nothing may be, and verify it.

    ``progress`` hears percent. Raises ``KnownError``.
    """
    if to.exists():
        raise KnownError("There is already a file at {path}.", path=str(to))
    temporary = to.with_name(f".{to.name}.{secrets.token_hex(4)}.tmp")
    try:
        with known_errors(to):
            to.parent.mkdir(parents=True, exist_ok=True)
            file.copy_to(temporary)
            _require_sound(temporary, progress)
            place_whole(temporary, to)
    finally:
        temporary.unlink(missing_ok=True)


def _require_sound(path: Path, progress: Progress) -> None:
    report = verify(path, progress=progress)
    if not report.sound:
        raise KnownError("The copy is not sound, so it is not used; verify names what is wrong: {path}", path=str(path))
