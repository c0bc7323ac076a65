"""Finding the files of a folder that can be opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def files_in(folder: Path, suffixes: tuple[str, ...], closed: Callable[[OSError], None]) -> Iterator[Path]:
    """The files under ``folder`` that are called like ``suffixes``, folder by folder, in the order of their names.

    Hidden files and what editors leave behind are passed over; ``closed`` hears of folders that can't be read.
    """
    for place, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(suffixes) and not name.startswith((".", "~$")):
                yield Path(place) / name


def closed_message(error: OSError) -> Message:
    """What to tell about a folder that can't be read."""
    reason = error.strerror or str(error)
    return message("The folder {name} cannot be read: {reason}", name=str(error.filename), reason=reason)
