"""Which library is meant, and opening it with everything it needs from outside."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.review.model import now
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pr_editor.library.candidate import Candidate
    from pr_editor.library.store import Environment, Library
    from pr_editor.library.verify import Report
    from pr_editor.text.message import Message


@dataclass(frozen=True, slots=True)
class Shelf:
    """The place of a library file. Nothing of SQLite or of signatures is loaded before the file is opened."""

    path: Path
    checkpoint: Path
    """Where the newest state of the library is remembered, outside of it."""

    @property
    def counts(self) -> Path:
        """Where the counts learnt from its releases are kept, beside what else is remembered of it."""
        return self.checkpoint.with_suffix(".counts")

    @property
    def exists(self) -> bool:
        """Whether something lies there; it need not be a library."""
        return self.path.exists()

    @property
    def loss(self) -> Message | None:
        """That a library was used here and its file is gone; None where it is there, or never was."""
        if self.exists or not self.checkpoint.exists():
            return None
        return message(
            "The library's file is gone: {path}. Put it back there, or restore a backup or use another in the Library"
            " menu.",
            path=str(self.path),
        )

    @property
    def environment(self) -> Environment:
        """What the library needs from outside."""
        from pr_editor.library.store import Environment

        return Environment(checkpoint=self.checkpoint)

    def open(self, *, readonly: bool = False) -> Library:
        """Open the library. Raises ``KnownError``."""
        from pr_editor.library.store import Library

        return Library.open(self.path, readonly, self.environment)

    def create(self, supervisor: str, passphrase: str, *, solo: bool) -> Library:
        """Make a library where nothing is yet, with its first supervisor. Raises ``KnownError``."""
        from pr_editor.library.store import Library

        return Library.create(self.path, supervisor, passphrase, solo, self.environment)

    def verify(self, progress: Callable[[int], None]) -> Report:
        """Look at everything in it, damaged or not; ``progress`` hears percent. Raises ``KnownError``."""
        from pr_editor.library.verify import verify

        return verify(self.path, self.checkpoint, progress)

    def backup(self, to: Path, progress: Callable[[int], None]) -> None:
        """Write a verified copy to ``to``, where nothing may be; ``progress`` hears percent. Raises ``KnownError``."""
        try:
            library = self.open()
        except KnownError:
            # What can't be written can be copied.
            library = self.open(readonly=True)
        with library:
            library.backup(to, progress)

    def examine(self, copy: Path, progress: Callable[[int], None]) -> Candidate | Report:
        """Verify a backup and hold it against what is here; gives what is wrong with it if it is not sound.

        ``progress`` hears percent. Raises ``KnownError``.
        """
        from pr_editor.library.candidate import examine

        return examine(copy, self.path, now(), progress)

    def restore(self, candidate: Candidate, progress: Callable[[int], None]) -> None:
        """Put a backup here; ``progress`` hears percent. Raises ``KnownError``; then everything is as it was."""
        from pr_editor.library.restore import restore

        restore(candidate, self.path, self.checkpoint, progress)

    def words(self, owner: str) -> frozenset[str]:
        """The words the house has declared correct, and those of ``owner``. Raises ``KnownError``."""
        with self.open(readonly=True) as library:
            return library.words.known_to(owner)


def shelf_at(path: Path, checkpoints: Path) -> Shelf:
    """The shelf at ``path``, remembered in the folder ``checkpoints``.

    That goes by the place and not by what the file says of itself, so that another file put there is noticed, too.
    """
    place = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Shelf(path, checkpoints / f"{place}.json")
