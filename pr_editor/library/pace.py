"""How far long work is, told as percent; whoever hears it may call the work off by raising."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

_INSTRUCTIONS = 1_000_000
"""Of SQLite's machine, between two looks at whether to go on with a statement: some hundredths of a second."""

type Progress = Callable[[int], None]
"""Hears percent. What it raises calls the work off."""


def unheard() -> None:
    """Nobody wants to hear how far it is."""


class Pace:
    """Counts parts of work of which there are about ``total``. It is called whenever some are done."""

    def __init__(self, progress: Progress, total: int) -> None:
        """Tell ``progress``."""
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def __call__(self, parts: int = 1) -> None:
        """So many more are done."""
        self._done += parts
        self._progress(min(99, 100 * self._done // self._total))


@contextmanager
def heeded(connection: sqlite3.Connection, pace: Pace) -> Iterator[None]:
    """Let long statements be called off as well. Raises what the pace raises."""
    why: list[KnownError] = []

    def look() -> bool:
        try:
            pace(0)
        except KnownError as error:
            why.append(error)
        return bool(why)

    connection.set_progress_handler(look, _INSTRUCTIONS)
    try:
        yield
    except Exception:
        if why:
            raise why[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
