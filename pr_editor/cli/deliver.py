"""Where a fixed draft goes: shown as a diff, back into its file, or into another folder."""

from __future__ import annotations

import difflib
import os
import shutil
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from pr_editor.formats.plain import PlainDocument, read_plain
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pr_editor.app.review import Input
    from pr_editor.cli.terminal import Terminal
    from pr_editor.formats.base import Document
    from pr_editor.text.draft import Draft

_NO_END = "\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A draft with its fixes, and the file it came from."""

    given: Input
    document: Document
    draft: Draft

    @property
    def changed(self) -> bool:
        """Whether any fix was applied."""
        return self.draft.digest != self.document.draft.digest

    def data(self) -> bytes:
        """The file with the fixes in it. Raises ``KnownError``."""
        return self.document.rewritten(self.draft)


type Delivery = Callable[[Fixed], None]
"""Brings a fixed draft to where it belongs. Raises ``KnownError``."""


def diff_on(terminal: Terminal) -> Delivery:
    """Onto standard output: a unified diff of the lines of a text file, or of the paragraphs of a document."""

    def deliver(fixed: Fixed) -> None:
        if fixed.changed:
            name = fixed.given.name
            diff = difflib.unified_diff(*_before_and_after(fixed), fromfile=name, tofile=name)
            terminal.show("".join(map(_ended, diff)))

    return deliver


def _ended(line: str) -> str:
    """A line of a diff that ends as a terminal needs it; a lone CR, which ends a line too, gets its LF."""
    if line.endswith("\n"):
        return line
    return f"{line}\n" if line.endswith("\r") else f"{line}\n{_NO_END}"


def _before_and_after(fixed: Fixed) -> tuple[list[str], list[str]]:
    document = fixed.document
    if isinstance(document, PlainDocument):
        after = read_plain(fixed.data(), fixed.given.name)
        return _lines(document), _lines(after)
    return [f"{p.text}\n" for p in document.draft.paragraphs], [f"{p.text}\n" for p in fixed.draft.paragraphs]


def _lines(document: PlainDocument) -> list[str]:
    return [line.saying(line.text) for line in document.lines]


def in_place(inputs: Sequence[Input]) -> Delivery:
    """Into the very files; ``FILE.orig`` keeps the old bytes. Raises ``KnownError`` for standard input."""
    if any(given.path is None for given in inputs):
        raise KnownError("Standard input cannot be changed in place.")

    def deliver(fixed: Fixed) -> None:
        path = fixed.given.path
        if fixed.changed and path is not None:
            data = fixed.data()
            with _told(fixed.given.name):
                _keep(path)
                write_atomically(path, data)

    return deliver


def into_folder(inputs: Sequence[Input], folder: Path) -> Delivery:
    """Into ``folder``, under the files' own names. Raises ``KnownError`` where one would replace another."""
    paths = [given.path for given in inputs if given.path is not None]
    if len(paths) < len(inputs):
        raise KnownError("Standard input has no name to be written under.")
    # Many file systems take «A.txt» and «a.txt» for one.
    names = Counter(path.name.casefold() for path in paths)
    for path in paths:
        if names[path.name.casefold()] > 1:
            raise KnownError("Two files are called {name}; nothing was written.", name=path.name)
        if (folder / path.name).exists() and (folder / path.name).samefile(path):
            raise KnownError("{name} would be overwritten; use --in-place for that.", name=str(path))

    def deliver(fixed: Fixed) -> None:
        path = fixed.given.path
        assert path is not None
        data = fixed.data()
        with _told(str(folder / path.name)):
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / path.name, data)

    return deliver


def _keep(path: Path) -> None:
    """Copy ``path`` to ``FILE.orig``, or ``FILE.orig.1`` … where that is taken; nothing is ever overwritten."""
    data = path.read_bytes()
    for candidate in _backups(path):
        try:
            copy = candidate.open("xb")
        except FileExistsError:
            continue
        with copy:
            copy.write(data)
            copy.flush()
            os.fsync(copy.fileno())
        shutil.copystat(path, candidate)
        return


def _backups(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.orig")
    yield from (path.with_name(f"{path.name}.orig.{number}") for number in count(1))


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Tell the user in his words that ``name`` could not be written."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise KnownError("{name} cannot be written: {reason}", name=name, reason=reason) from error
