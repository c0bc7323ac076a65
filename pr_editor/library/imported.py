"""What has been imported from archives: recognised by its bytes there, and by what it says."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.library.log import Log
    from pr_editor.review.model import Origin

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
        self._events: dict[bytes, int] = {}

    def knows(self, source: str) -> bool:
        """Whether something of these bytes (their digest) has come in, as far as was last looked."""
        return _key(source) in self._events

    def release_of(self, origin: Origin) -> str | None:
        """The release that came from the same bytes or says the same, up to the newest event. Raises ``KnownError``."""
        self.look()
        seq = self._events.get(_key(origin.source)) or self._events.get(_key(origin.text))
        row = seq and self._log.file.row("SELECT release FROM happened WHERE seq = ?", (seq,))
        return row[0] if row else None

    def look(self) -> None:
        """Read on to the newest event. Raises ``KnownError``."""
        while rows := self._log.file.rows(
            "SELECT seq, json_extract(data, '$.origin.source'), json_extract(data, '$.origin.text') FROM happened"
            " WHERE kind = 'imported' AND seq > ? ORDER BY seq LIMIT ?",
            (self._last, _PAGE),
        ):
            for seq, *digests in rows:
                for digest in digests:
                    self._events.setdefault(_key(digest), seq)
            self._last = rows[-1][0]

    @contextmanager
    def following(self) -> Iterator[None]:
        """Around a transaction: what was read in one that did not come about is forgotten."""
        try:
            yield
        except BaseException:
            self._last = 0
            self._events.clear()
            raise


def _key(digest: str) -> bytes:
    return str(digest).removeprefix("sha256:").encode()[:_BYTES]
