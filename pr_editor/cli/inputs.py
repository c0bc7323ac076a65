"""Which drafts are meant: files, folders walked for drafts, standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pr_editor.app.review import Input, Unreviewed
from pr_editor.formats.read import MAX_FILE, SUFFIXES
from pr_editor.formats.walk import closed_message, files_in
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import BufferedIOBase

STDIN = "-"
_PIECE = 1 << 16


def gather(names: Sequence[str]) -> tuple[list[Input], list[Unreviewed]]:
    """The drafts that ``names`` stand for, in order, and the names that stand for none."""
    inputs: list[Input] = []
    missing: list[Unreviewed] = []
    for name in names:
        if name == STDIN:
            try:
                inputs.append(one_input(name))
            except KnownError as error:
                missing.append(Unreviewed(name, error.message))
        elif name and _is_folder(Path(name)):
            inside, closed = _walk(Path(name))
            inputs += inside
            missing += closed
            if not inside and not closed:
                missing.append(Unreviewed(name, message("There are no drafts in the folder {name}.", name=name)))
        else:
            inputs.append(Input(name, Path(name)))
    return inputs, missing


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # Whoever reads it will say what is wrong with it.
        return False


def one_input(name: str) -> Input:
    """The one draft ``name`` stands for: a file, or standard input. Raises ``KnownError`` when there is none."""
    if name != STDIN:
        return Input(name, Path(name))
    if sys.stdin is None:
        raise KnownError("There is no standard input to read.")
    return Input(name, data=_standard_input())


def _standard_input() -> bytes:
    """All of standard input, or just more than any draft may have. Between pieces Ctrl-C gets its turn."""
    stream = cast("BufferedIOBase", sys.stdin.buffer)
    pieces: list[bytes] = []
    size = 0
    while size <= MAX_FILE and (piece := stream.read1(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _walk(folder: Path) -> tuple[list[Input], list[Unreviewed]]:
    """What looks like a draft under ``folder``, and the folders that can't be read."""
    closed: list[OSError] = []
    inside = [Input(str(path), path) for path in files_in(folder, SUFFIXES, closed.append)]
    return inside, [Unreviewed(str(error.filename), closed_message(error)) for error in closed]
