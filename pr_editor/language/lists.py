"""Reading the word lists: UTF-8, an entry a line, a count behind a tab where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path


def read_lines(path: Path) -> list[str]:
    """All lines of a list. Raises ``KnownError`` when it is missing or can't be read."""
    try:
        return path.read_text("utf-8").split("\n")[:-1]
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error


def read_counts(path: Path) -> dict[str, int]:
    """Entries and their counts. Raises ``KnownError`` like ``read_lines``, and for a line without a number."""
    pairs = (line.partition("\t") for line in read_lines(path))
    try:
        return {entry: int(count) for entry, _, count in pairs}
    except ValueError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, reason: object) -> KnownError:
    """The error to raise for a list that can't be used."""
    return KnownError("The word list {path} can't be read: {reason}", path=str(path), reason=str(reason))
