"""Does everything that touches the library's file, in a thread of its own, so that the window never waits.

The connection belongs to that thread. Jobs run one after the other; what comes of them is told in the window's thread.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from pr_editor.gui.background import Background
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pr_editor.app.library import Shelf
    from pr_editor.app.services import Services
    from pr_editor.library.store import Library
    from pr_editor.text.message import Message

_PAUSE = 250
"""Milliseconds in which several changes of the file count as one."""


class Librarian(QObject):
    """Works in the library of the settings."""

    changed = Signal()
    """The file has changed, by this window or another program, or another library is in use."""
    warned = Signal(object)
    """A ``Message`` about something that went wrong beside a step that was taken all the same."""

    def __init__(self, services: Services, parent: QObject) -> None:
        """Nothing is opened before it is needed; there need not be a library."""
        super().__init__(parent)
        self._services = services
        self.shelf = services.shelf()
        """The place of the library in use."""
        self._open: tuple[Library, int] | None = None
        self._background = Background("library", self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look_again)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _: self._pause.start())
        self._watch()

    @property
    def path(self) -> Path:
        """Where the library in use is, or would be."""
        return self.shelf.path

    @property
    def there(self) -> bool:
        """Whether there is a file at all."""
        return self.shelf.exists

    def ask[T](self, job: Callable[[Library], T], then: Callable[[T], None], failed: Callable[[Message], None]) -> None:
        """Do ``job`` in the library's thread, then one of the others in the window's: ``failed`` with what it says."""
        self.run(partial(self._work, job), then, failed)

    def create(
        self, name: str, passphrase: str, *, solo: bool, then: Callable[[Path], None], failed: Callable[[Message], None]
    ) -> None:
        """Make the library at ``path``, with its first supervisor."""
        shelf = self.shelf

        def make() -> Path:
            shelf.create(name, passphrase, solo=solo).close()
            return shelf.path

        self.run(make, then, failed)

    def look_again(self) -> None:
        """The file may be another one, or hold something else."""
        self.shelf = self._services.shelf()
        self._watch()
        self.changed.emit()

    def finish(self) -> None:
        """Finish what was begun and close the file: the window is closing."""
        self._background.finish(self._close)

    def run[T](self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Message], None]) -> None:
        """Like ``ask`` for work that does not want the open library."""
        self._background.run(work, then, failed)

    def _work[T](self, job: Callable[[Library], T]) -> T:
        with self._library() as library:
            try:
                return job(library)
            finally:
                while library.warnings:
                    self._background.tell(partial(self.warned.emit, library.warnings.pop(0)))

    @contextmanager
    def _library(self) -> Iterator[Library]:
        """The library, kept open; one that can't be written is opened for reading each time, as that may pass."""
        shelf = self.shelf
        if self._open is not None and not _is_same(self._open, shelf.path):
            self._close()
        if self._open is None:
            try:
                self._open = shelf.open(), shelf.path.stat().st_ino
            except KnownError as error:
                with _readonly(shelf, error) as library:
                    yield library
                return
        yield self._open[0]

    def _close(self) -> None:
        if self._open is not None:
            self._open[0].close()
            self._open = None

    def _watch(self) -> None:
        path = str(self.path)
        if self._watcher.files() != [path]:
            for old in self._watcher.files():
                self._watcher.removePath(old)
            if self.there:
                self._watcher.addPath(path)


@contextmanager
def _readonly(shelf: Shelf, error: KnownError) -> Iterator[Library]:
    try:
        library = shelf.open(readonly=True)
    except KnownError:
        raise error from None
    with library:
        yield library


def _is_same(opened: tuple[Library, int], path: Path) -> bool:
    library, inode = opened
    try:
        return library.path == path and path.stat().st_ino == inode
    except OSError:
        return False
