"""What was published, as the library in use tells it; for processes that review without a log-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from pr_editor.app.library import Shelf
    from pr_editor.checks.ports import Match
    from pr_editor.library.store import Library

type _Identity = tuple[Path, int, int]


class PublishedOnShelf:
    """Asks the library on a shelf through a connection of its own, for reading only.

    The file is opened when it is first asked, and anew when another one is in its place. Without a file nothing was
    published. To be used by one thread.
    """

    def __init__(self, shelf: Callable[[], Shelf]) -> None:
        """Ask the library that ``shelf`` gives at that moment: the user may choose another one."""
        self._shelf = shelf
        self._open: tuple[Library, _Identity] | None = None

    def prepare(self) -> None:
        """Load what opening a library takes, so that the first question need not wait; may run in a thread."""
        if self._shelf().exists:
            # Loading SQLite's and the signatures' modules takes longer than any question.
            import pr_editor.library.store  # noqa: F401 - to have it loaded

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        """What of these texts was published. Raises ``KnownError`` when the library can't be read."""
        library = self._library()
        return () if library is None else library.reuse(paragraphs, own, without)

    def close(self) -> None:
        """Close the file. Closing twice is no error."""
        if self._open is not None:
            self._open[0].close()
            self._open = None

    def _library(self) -> Library | None:
        shelf = self._shelf()
        identity = _identity(shelf.path)
        if self._open is not None and self._open[1] != identity:
            self.close()
        if identity is None:
            return None
        if self._open is None:
            self._open = shelf.open(readonly=True), identity
        return self._open[0]


def _identity(path: Path) -> _Identity | None:
    """Which file lies at ``path``; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return path, found.st_dev, found.st_ino
