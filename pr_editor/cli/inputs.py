"""Which drafts are meant: files, folders walked for drafts, standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pr_editor.app.review import Input, Unreviewed
from pr_editor.formats.read import MAX_FILE
from pr_editor.formats.write import SUFFIXES
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from io import BufferedIOBase

STDIN = "-"
_PIECE = 1 << 16


def gather(names: Sequence[str]) -> tuple[list[Input], list[Unreviewed]]:
    """The drafts that ``names`` stand for, in order, and the folders that hold none."""
    inputs: list[Input] = []
    empty: list[Unreviewed] = []
    for name in names:
        if name != STDIN and (path := Path(name)).is_dir():
            inside = [Input(str(file), file) for file in _walk(path)]
            inputs += inside
            if not inside:
                empty.append(Unreviewed(name, message("There are no drafts in the folder {name}.", name=name)))
        else:
            inputs.append(one_input(name))
    return inputs, empty


def one_input(name: str) -> Input:
    """The one draft ``name`` stands for: a file, or standard input."""
    return Input(name, data=_standard_input()) if name == STDIN else Input(name, Path(name))


def _standard_input() -> bytes:
    """All of standard input, or just more than any draft may have. Between pieces Ctrl-C gets its turn."""
    stream = cast("BufferedIOBase", sys.stdin.buffer)
    pieces: list[bytes] = []
    size = 0
    while size <= MAX_FILE and (piece := stream.read1(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _walk(folder: Path) -> Iterator[Path]:
    """Files under ``folder`` that look like drafts; hidden ones and what editors leave behind are passed over."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                yield Path(place) / name
