"""What has been imported from archives: recognised by its bytes there, and by what it says."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.library.log import Log
    from pr_editor.review.model import Origin

_READ = "SELECT hash FROM event WHERE seq = ?"
_IMPORTED = (
    "SELECT seq, hash, json_extract(data, '$.origin.source'), json_extract(data, '$.origin.text') FROM happened"
    " WHERE kind = 'imported' AND seq > ? ORDER BY seq LIMIT ?"
)
_PAGE = 5000
_BYTES = 32
"""Digits of a digest that are remembered: enough to tell any number of releases apart."""


class Imported:
    """The imported releases by their digests, read from the events as far as they go.

    Signatures are not looked at: nothing is allowed because of them, a release is only left out.
    """

    def __init__(self, log: Log) -> None:
        """Nothing is read before it is asked for."""
        self._log = log
        self._last = 0
        self._hash = ""
        """That of the newest import that was read."""
        self._events: dict[bytes, int] = {}

    @property
    def last(self) -> int:
        """The newest import that was read: the number of its event, 0 before the first."""
        return self._last

    def event_of(self, digest: str) -> int | None:
        """The event that imported the text, or the bytes, of this digest, as far as was last looked."""
        return self._events.get(_key(digest))

    def release_of(self, origin: Origin) -> str | None:
        """The release that came from the same bytes or says the same, up to the newest event. Raises ``KnownError``."""
        self.look()
        seq = self.event_of(origin.source) or self.event_of(origin.text)
        return None if seq is None else self.release_at(seq)

    def release_at(self, seq: int) -> str:
        """The release that event ``seq`` imported. Raises ``KnownError``."""
        return str(self._log.file.rows("SELECT release FROM happened WHERE seq = ?", (seq,))[0][0])

    def look(self) -> None:
        """Read on to the newest event. Raises ``KnownError``."""
        if self._last and self._log.file.row(_READ, (self._last,)) != (self._hash,):
            # A backup has taken the place of what was read.
            self._forget()
        while rows := self._log.file.rows(_IMPORTED, (self._last, _PAGE)):
            for seq, _, *digests in rows:
                for digest in digests:
                    self._events.setdefault(_key(digest), seq)
            self._last, self._hash, *_ = rows[-1]

    @contextmanager
    def following(self) -> Iterator[None]:
        """Around a transaction: what was read in one that did not come about is forgotten."""
        try:
            yield
        except BaseException:
            self._forget()
            raise

    def _forget(self) -> None:
        self._last = 0
        self._events.clear()


def _key(digest: str) -> bytes:
    return str(digest).removeprefix("sha256:").encode()[:_BYTES]
