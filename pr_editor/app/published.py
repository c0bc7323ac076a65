"""What was published, as the library in use tells it; for processes that review without a log-in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from pr_editor.app.library import Shelf
    from pr_editor.checks.ports import Match
    from pr_editor.library.store import Library

type _State = tuple[Path, int, int, int, int]
_REMEMBERED = 8192
"""Paragraphs of drafts that are not asked about again while the library stays the same."""


class PublishedOnShelf:
    """Asks the library on a shelf through a connection of its own, for reading only.

    The file is opened when it is first asked, and anew when it has changed or another one is in its place; meanwhile
    answers are remembered, as between two keystrokes one paragraph differs. Without a file nothing was published. To be
    used by one thread.
    """

    def __init__(self, shelf: Callable[[], Shelf]) -> None:
        """Ask the library that ``shelf`` gives at that moment: the user may choose another one."""
        self._shelf = shelf
        self._open: tuple[Library, _State] | None = None
        self._known: dict[tuple[str, frozenset[str]], list[Match]] = {}

    def prepare(self) -> None:
        """Load what opening a library takes, so that the first question need not wait; may run in a thread."""
        if self._shelf().exists:
            # Loading SQLite's and the signatures' modules takes longer than any question.
            import pr_editor.library.store  # noqa: F401 - to have it loaded

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        """What of these texts was published. Raises ``KnownError`` when the library can't be read."""
        library = self._library()
        if library is None:
            return ()
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        left_out = frozenset((own, *without))
        unknown = [text for text in dict.fromkeys(paragraphs) if (text, left_out) not in self._known]
        found: dict[int, list[Match]] = {at: [] for at in range(len(unknown))}
        for match in library.reuse(unknown, own, without) if unknown else ():
            found[match.paragraph].append(match)
        self._known.update(((text, left_out), found[at]) for at, text in enumerate(unknown))
        known = ((at, match) for at, text in enumerate(paragraphs) for match in self._known[text, left_out])
        return tuple(replace(match, paragraph=at) for at, match in known)

    def standing(self, paragraphs: Sequence[str]) -> frozenset[int]:
        """Which of these texts prove nothing, being said so often. Raises ``KnownError``."""
        library = self._library()
        return library.standing(paragraphs) if library and paragraphs else frozenset()

    def close(self) -> None:
        """Close the file. Closing twice is no error."""
        if self._open is not None:
            self._open[0].close()
            self._open = None
        self._known.clear()

    def _library(self) -> Library | None:
        shelf = self._shelf()
        state = _state(shelf.path)
        if self._open is not None and self._open[1] != state:
            self.close()
        if state is None:
            return None
        if self._open is None:
            self._open = shelf.open(readonly=True), state
        return self._open[0]


def _state(path: Path) -> _State | None:
    """Which file lies at ``path``, and when it was last written; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return path, found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
