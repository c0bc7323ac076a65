"""The releases of an archive as they lie there, one after the other; the archive itself is never held in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pr_editor.formats.base import MAX_TEXT, MEGABYTE
from pr_editor.formats.read import SUFFIXES, bytes_of, refuse_odd
from pr_editor.formats.walk import closed_message, files_in
from pr_editor.library.canonical import digest
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

LINES = ".jsonl"
"""How a file is called that holds a release a line."""
LONGEST_LINE = 4 * MAX_TEXT
"""Bytes: JSON may write each letter as six characters."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Item:
    """One release where it was found. ``name`` is its path inside the archive, ``path`` the file it is in."""

    path: Path
    name: str
    data: bytes = field(repr=False)
    size: int
    line: int | None = None

    @property
    def place(self) -> str:
        """Where the user finds it."""
        return str(self.path) if self.line is None else f"{self.path}:{self.line}"

    @cached_property
    def digest(self) -> str:
        """Of its bytes."""
        return digest(self.data)


@dataclass(frozen=True, slots=True)
class Passed:
    """So many bytes lie behind that held no release: blank lines, or what ``trouble`` tells of."""

    size: int
    trouble: Message | None = None


def size_of(names: Sequence[str]) -> int:
    """How many bytes there are to read, as far as can be told before."""
    return sum(_size(path) for path, _ in _files(names, []))


def releases_in(names: Sequence[str]) -> Iterator[Item | Passed]:
    """Everything in these files and folders, in order, with what can't be read between them."""
    closed: list[Message] = []
    for path, name in _files(names, closed):
        yield from (Passed(0, trouble) for trouble in closed)
        closed.clear()
        if path.suffix.lower() == LINES:
            yield from _lines(path, name)
        else:
            yield _whole(path, name)
    yield from (Passed(0, trouble) for trouble in closed)


def _files(names: Sequence[str], closed: list[Message]) -> Iterator[tuple[Path, str]]:
    """The files, each with what it is called inside the archive; ``closed`` gets what can't be entered."""
    for name in names:
        path = Path(name)
        # An empty name would be the folder one happens to be in.
        if not name or not _is_folder(path):
            yield path, path.name
            continue
        empty = True
        top = path.resolve().name
        for inside in files_in(path, (*SUFFIXES, LINES), lambda error: closed.append(closed_message(error))):
            empty = False
            yield inside, PurePath(top, *inside.parts[len(path.parts) :]).as_posix()
        if empty and not closed:
            closed.append(message("There are no drafts in the folder {name}.", name=name))


def _whole(path: Path, name: str) -> Item | Passed:
    try:
        data = bytes_of(path)
        return Item(path, _storable(name), data, len(data))
    except KnownError as error:
        return Passed(_size(path), error.message)


def _lines(path: Path, name: str) -> Iterator[Item | Passed]:
    try:
        refuse_odd(path)
        with path.open("rb") as file:
            yield from _each_line(file, path, _storable(name))
    except KnownError as error:
        yield Passed(0, error.message)
    except FileNotFoundError:
        yield Passed(0, message("There is no file {name}.", name=str(path)))
    except OSError as error:
        reason = error.strerror or str(error)
        yield Passed(_size(path), message("{name} cannot be read: {reason}", name=str(path), reason=reason))


def _each_line(file: BinaryIO, path: Path, name: str) -> Iterator[Item | Passed]:
    start = file.read(len(_MARK))
    if start.startswith(_UTF16):
        yield Passed(_size(path), message("{name} is not UTF-8. Save it as UTF-8.", name=str(path)))
        return
    file.seek(len(start) if start == _MARK else 0)
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        size = len(line)
        if size > LONGEST_LINE and not line.endswith(b"\n"):
            size += _skip_line(file)
            place, limit = f"{path}:{number}", LONGEST_LINE // MEGABYTE
            yield Passed(size, message("{name}: this line has more than {limit} MB.", name=place, limit=limit))
        elif line.strip():
            yield Item(path, name, line.strip(), size, number)
        else:
            yield Passed(size)


def _skip_line(file: BinaryIO) -> int:
    """Pass over the rest of a line; gives its length."""
    size = 0
    while piece := file.readline(LONGEST_LINE):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _storable(name: str) -> str:
    """A file name as text the library keeps: bytes that are no UTF-8 are escaped."""
    return name.encode("utf-8", "backslashreplace").decode()
