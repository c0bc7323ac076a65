"""Several windows of the program: each is a process of its own, and has a number while it is open."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from pr_editor.app.lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_log = logging.getLogger(__name__)
_MOST = 32
"""Windows beyond this number share the place of the last."""


class WindowNumber:
    """The lowest number, from 0, that no other open window has; the system takes it back when the window dies."""

    def __init__(self, folder: Path) -> None:
        """Take a number among the windows that keep their locks in ``folder``; 0 where no lock can be kept."""
        self._lock: FileLock | None = None
        try:
            self.number = self._take(folder)
        except OSError as error:
            # Nothing but the place of the window hangs on it.
            _log.warning("no number for this window: %s", error)
            self.number = 0

    def _take(self, folder: Path) -> int:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(_MOST):
            self._lock = FileLock(folder / f"{number}.lock")
            if self._lock.acquire():
                return number
        return _MOST - 1

    def release(self) -> None:
        """Let another window have the number."""
        if self._lock is not None:
            self._lock.release()


def with_geometry(geometries: Sequence[str], number: int, geometry: str) -> tuple[str, ...]:
    """The places of all windows, with another one for the window ``number``."""
    places = [*geometries, *[""] * (number + 1 - len(geometries))]
    places[number] = geometry
    return tuple(places)


def window_command(drafts: Sequence[Path] = ()) -> list[str]:
    """The command that opens another window, with these folders of sessions as its drafts."""
    return [sys.executable, "-P", "-m", "pr_editor", *map(str, drafts)]
