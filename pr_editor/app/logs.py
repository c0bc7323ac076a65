"""The log: where the details of unexpected errors go, so that the user gets one clear sentence."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path

LIMIT = 1_000_000
"""Bytes after which the log is begun anew."""


class LogFile(logging.FileHandler):
    """A log file that comes to be with its first entry, folder and all."""

    def __init__(self, path: Path) -> None:
        """Use the file at ``path``; nothing is opened yet."""
        super().__init__(path, encoding="utf-8", errors="backslashreplace", delay=True)
        self._path = path
        self.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))

    def _open(self) -> TextIOWrapper:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._path.exists() and self._path.stat().st_size > LIMIT:
            self._path.replace(self._path.with_name(self._path.name + ".old"))
        return super()._open()


def start_log(path: Path) -> None:
    """Write warnings and worse of this process to ``path``."""
    logging.basicConfig(level=logging.WARNING, handlers=[LogFile(path)])
