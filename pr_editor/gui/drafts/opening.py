"""Reads the files to be opened, one after the other, while the window lives on."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.formats.read import SUFFIXES, bytes_of
from pr_editor.gui.background import Background
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pr_editor.app.services import Services
    from pr_editor.app.session import Session
    from pr_editor.gui.long_work import LongWork, Work
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message


@dataclass(frozen=True, slots=True)
class Wanted:
    """A path the user wants opened."""

    path: Path
    first: bool = False
    """Whether it is the one to bring to the front of those asked for together."""
    listed: bool = False
    """Whether it was not named itself but found in a folder."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was read: the draft in it, and its bytes, verbatim."""

    wanted: Wanted
    draft: Draft
    original: bytes


class Opening(QObject):
    """A queue of files. Folders are taken for the files in them that can be opened, by name."""

    opened = Signal(object, object)
    """A new ``Session`` of a file, and the ``Wanted`` it is for."""
    failed = Signal(object)
    """Nothing waits any more, and these could not be opened: each path with the ``Message`` that says why."""
    unkept = Signal(object)
    """A ``Message`` why the work on a draft could not be kept, so that it was not opened."""

    def __init__(
        self, services: Services, work: LongWork, is_open: Callable[[Received], bool], parent: QObject
    ) -> None:
        """Nothing to read yet. ``is_open`` says of what was read whether there is a draft of it already."""
        super().__init__(parent)
        self._services = services
        self._work = work
        self._is_open = is_open
        self._background = Background("opening", self)
        self._waiting: deque[Wanted] = deque()
        self._done = 0
        self._failures: list[tuple[Path, Message]] = []
        self._shown: Work | None = None
        self._turn = 0
        """Grows with each cancelling: what was begun before is of no use."""

    @property
    def busy(self) -> bool:
        """Whether files are still to be read."""
        return self._shown is not None

    def add(self, paths: Iterable[Path]) -> None:
        """Read these, too."""
        self._waiting += (Wanted(path, first=at == 0) for at, path in enumerate(paths))
        if self._shown is None and self._waiting:
            self._done = 0
            self._shown = self._work.begin(self._saying(self._waiting[0]), self.cancel)
            self._next()

    def cancel(self) -> None:
        """Read nothing more; what was opened stays."""
        self._waiting.clear()
        self._turn += 1
        self._end()

    def finish(self) -> None:
        """The window is closing."""
        self.cancel()
        self._background.finish()

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        wanted, turn = self._waiting.popleft(), self._turn
        if self._shown is not None:
            total = self._done + 1 + len(self._waiting)
            self._work.go_on(self._shown, self._saying(wanted), self._done, total if total > 1 else 0)

        def taken(what: Received | list[Wanted]) -> None:
            if turn == self._turn:
                self._take(what)

        def failed(why: Message) -> None:
            if turn == self._turn:
                self._failures.append((wanted.path, why))
                if wanted.first and self._waiting:
                    self._waiting[0] = replace(self._waiting[0], first=True)
                self._go_on(turn)

        self._background.run(partial(self._read, wanted), taken, failed)

    def _take(self, what: Received | list[Wanted]) -> None:
        if isinstance(what, list):
            self._waiting.extendleft(reversed(what))
            self._next()
            return
        if not self._is_open(what):
            create = partial(self._services.sessions.create, what.draft, what.original, what.wanted.path.suffix)
            turn = self._turn

            def created(session: Session) -> None:
                # Whatever was cancelled meanwhile: a session nobody sees would come back as if from a crash.
                self.opened.emit(session, what.wanted)
                self._go_on(turn)

            def unkept(why: Message) -> None:
                self.unkept.emit(why)
                self._go_on(turn)

            self._background.run(create, created, unkept)
        else:
            self._go_on(self._turn)

    def _go_on(self, turn: int) -> None:
        """One more is done; the next has its turn, unless all were cancelled."""
        if turn == self._turn:
            self._done += 1
            self._next()

    def _end(self) -> None:
        if self._shown is not None:
            self._work.end(self._shown)
            self._shown = None
        if self._failures:
            failures, self._failures = self._failures, []
            self.failed.emit(failures)

    def _read(self, wanted: Wanted) -> Received | list[Wanted]:
        """Runs in the background. Raises ``KnownError`` or ``OSError``."""
        path = wanted.path
        if path.is_dir():
            return _files_in(wanted)
        original = bytes_of(path)
        draft = self._services.read_bytes(original, str(path)).draft
        if not draft.paragraphs:
            raise KnownError("There is no text in it.")
        return Received(wanted, replace(draft, title=draft.title or path.stem, source=str(path.resolve())), original)

    def _saying(self, wanted: Wanted) -> Message:
        return message("“{name}” is being opened…", name=wanted.path.name)


def _files_in(folder: Wanted) -> list[Wanted]:
    """The files right in a folder that can be opened. Raises ``KnownError`` when there is none."""
    files = [
        path
        for path in sorted(folder.path.iterdir())
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith((".", "~$"))
    ]
    if not files:
        raise KnownError("There is nothing in this folder that can be opened.")
    return [Wanted(path, first=folder.first and at == 0, listed=True) for at, path in enumerate(files)]
