"""The event log: reading events only when they are what was signed, and adding the next one."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pr_editor.library.checkpoint import Checkpoint
from pr_editor.library.events import FIRST, PEOPLE, Event, EventKind, Stored, hash_of
from pr_editor.library.file import DamagedError
from pr_editor.library.register import Register
from pr_editor.library.replay import take
from pr_editor.review.model import Release
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from pr_editor.library.file import LibraryFile
    from pr_editor.review.people import Person

_log = logging.getLogger(__name__)
COLUMNS = "seq, CAST(body AS BLOB), hash, signature"
_HEAD = "SELECT hash FROM event WHERE seq = ?"
_MARKS = ", ".join("?" * len(PEOPLE))


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody who has given the passphrase: the account, and its key in memory."""

    person: Person
    key: Ed25519PrivateKey

    @property
    def public_key(self) -> bytes:
        """The public half of the key."""
        return self.key.public_key().public_bytes_raw()


class Log:
    """The events of one library file."""

    def __init__(self, file: LibraryFile, clock: Callable[[], datetime], checkpoint: Path | None) -> None:
        """Read from ``file``; ``checkpoint`` is where the newest state is remembered outside of it."""
        self._file = file
        self._clock = clock
        self._checkpoint = checkpoint
        self._register = Register()
        self._entered = FIRST
        """The hash of the last event in the register."""
        self.warnings: list[Message] = []
        """What went wrong beside a step that was taken all the same."""

    @property
    def file(self) -> LibraryFile:
        """The file the events are in."""
        return self._file

    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    def register(self) -> Register:
        """Who is who, up to date. Raises ``DamagedError``."""
        if self._register.last and self._file.row(_HEAD, (self._register.last,)) != (self._entered,):
            # A backup has taken the place of what was read.
            self._register = Register()
        rows = self._file.rows(
            f"SELECT {COLUMNS} FROM happened WHERE kind IN ({_MARKS}) AND seq > ? ORDER BY seq",  # noqa: S608 - constants
            (*sorted(PEOPLE), self._register.last),
        )
        for row in rows:
            event = self._checked(Stored(*row))
            try:
                self._register.enter(event)
                self._entered = row[2]
            except (KnownError, ValueError, KeyError, TypeError) as error:
                raise _forged(event.seq) from error
        if not self._register.last:
            raise DamagedError(
                "The library is damaged; verify it, or restore a backup: {path}", path=str(self._file.path)
            )
        return self._register

    def release(self, release: str) -> Release:
        """A release, replayed from its events. Raises ``KnownError`` when there is none, or ``DamagedError``."""
        events = self.events_of(release)
        if not events:
            raise KnownError("There is no release {release}.", release=release)
        register, replayed = self._register, Release(release)
        for event in events:
            try:
                replayed = take(replayed, event, register)
            except (KnownError, ValueError, KeyError, TypeError) as error:
                raise _forged(event.seq) from error
        return replayed

    def events_of(self, release: str) -> list[Event]:
        """The events of a release, oldest first. Raises ``DamagedError``."""
        self.register()
        rows = self._file.rows(
            f"SELECT {COLUMNS} FROM happened WHERE release = ? ORDER BY seq",  # noqa: S608 - constants
            (release,),
        )
        return [self._checked(Stored(*row)) for row in rows]

    @contextmanager
    def transaction(self, by: Identity) -> Iterator[Person]:
        """One transaction of ``by``, whose account as it is now is given. Raises ``KnownError``."""
        with self._file.writing():
            self._refuse_older()
            member = self.register().now.member(by.person.name)
            if member.public_key != by.public_key:
                raise KnownError("The key of {name} has been replaced; log in again.", name=by.person.name)
            yield member.person
        self.remember(by)

    def append(
        self,
        by: Identity,
        kind: EventKind,
        data: Mapping[str, Any],
        release: str | None = None,
        version: str | None = None,
        at: datetime | None = None,
    ) -> Event:
        """Sign and store the next event, inside ``transaction``. Whether it may happen has been asked before."""
        seq, prev = self.head()
        library = self._register.now.library
        event = Event(library, seq + 1, prev, at or self.now(), by.person.name, kind, data, release, version)
        store(self._file, event, by.key)
        return event

    def head(self) -> tuple[int, str]:
        """How many events there are, and the hash of the last one's bytes."""
        row = self._file.row("SELECT seq, CAST(body AS BLOB) FROM event ORDER BY seq DESC LIMIT 1")
        return (row[0], hash_of(row[1])) if row else (0, FIRST)

    def remember(self, by: Identity) -> None:
        """Write the checkpoint. It comes after the fact, so a failure is a warning."""
        if self._checkpoint is None:
            return
        count, head = self.head()
        checkpoint = Checkpoint(self.register().now.library, count, head, self.now(), by.person.name)
        try:
            checkpoint.write(self._checkpoint, by.key)
        except OSError as error:
            _log.warning("checkpoint not written: %s", error)
            self.warnings.append(
                message(
                    "It has been saved, but the checkpoint could not be written to {path}: {reason}",
                    path=str(self._checkpoint),
                    reason=error.strerror or "",
                )
            )

    def _refuse_older(self) -> None:
        """Don't build on a file that lacks events which were seen here before: that would hide their loss."""
        known = None if self._checkpoint is None else Checkpoint.read(self._checkpoint)
        if known is None:
            return
        row = self._file.row("SELECT CAST(body AS BLOB) FROM event WHERE seq = ?", (known.count,))
        if row is None or hash_of(row[0]) != known.head:
            raise KnownError(
                "The library lacks what was last known here ({count} events): {path}. Restore the newest copy, or take"
                " away the checkpoint {checkpoint} to go on with this one.",
                count=known.count,
                path=str(self._file.path),
                checkpoint=str(self._checkpoint),
            )

    def _checked(self, stored: Stored) -> Event:
        """The event of a row whose bytes, hash and signature agree. Raises ``DamagedError``."""
        try:
            event = stored.decode()
            genuine = (
                event.seq == stored.seq
                and stored.hash == stored.claimed
                and stored.signed_by(self._register.key_for(event))
            )
        except (KnownError, ValueError, KeyError, TypeError) as error:
            raise _forged(stored.seq) from error
        if not genuine:
            raise _forged(stored.seq)
        return event


def store(file: LibraryFile, event: Event, key: Ed25519PrivateKey) -> None:
    """Write the row of an event, signed with ``key``. Raises ``KnownError``."""
    body = event.encode()
    file.run(
        "INSERT INTO event (seq, body, hash, signature) VALUES (?, ?, ?, ?)",
        (event.seq, body.decode(), hash_of(body), key.sign(body)),
    )


def _forged(seq: int) -> DamagedError:
    return DamagedError("Event {seq} of the library is not what was signed; verify the library.", seq=seq)
