"""Accounts: logging in, adding and disabling people, and how the house approves."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pr_editor.library.canonical import check_text, read_time, write_time
from pr_editor.library.events import EventKind
from pr_editor.library.file import DamagedError
from pr_editor.library.keys import Cost, SealedKey, seal
from pr_editor.library.log import Identity
from pr_editor.library.projection import project_people
from pr_editor.library.register import follow
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.library.file import LibraryFile
    from pr_editor.library.log import Log
    from pr_editor.library.register import Roll
    from pr_editor.review.people import House, Person, Role

FREE_TRIES = 3
LONGEST_WAIT = 300
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The people of one library."""

    log: Log
    cost: Cost

    def login(self, name: str, passphrase: str) -> Identity:
        """Unlock the key of an account. Raises ``KnownError``; from the fourth wrong passphrase on one has to wait."""
        member = self._roll().member(name)
        person = member.person
        self._refuse_hasty(person.name)
        key = self._sealed(person.name).open(passphrase)
        if key is None:
            self._count_wrong(person.name)
            raise KnownError("The passphrase of {name} is wrong.", name=person.name)
        if key.public_key().public_bytes_raw() != member.public_key:
            raise DamagedError("The key of {name} is not the one the library knows.", name=person.name)
        if not person.enabled:
            raise KnownError("The account of {name} is disabled.", name=person.name)
        self._forget_wrong(person.name)
        return Identity(person, key)

    def all(self) -> tuple[Person, ...]:
        """Everybody, in the order in which they were added."""
        return tuple(member.person for member in self._roll().members.values())

    @property
    def house(self) -> House:
        """How the house approves."""
        return self._roll().house

    def add(self, name: str, role: Role, passphrase: str, by: Identity) -> Person:
        """A new account. Raises ``KnownError``."""
        sealed = seal(Ed25519PrivateKey.generate(), passphrase, self.cost)
        name = " ".join(name.split())
        data = {"name": name, "role": role.value, "public_key": sealed.public_key.hex()}
        return self._change(by, EventKind.ACCOUNT_ADDED, data, sealed).member(name).person

    def disable(self, name: str, by: Identity) -> None:
        """Let an account do nothing any more; what it did stays. Raises ``KnownError``."""
        self._change(by, EventKind.ACCOUNT_DISABLED, {"name": self._roll().member(name).person.name})

    def enable(self, name: str, by: Identity) -> None:
        """Take ``disable`` back. Raises ``KnownError``."""
        self._change(by, EventKind.ACCOUNT_ENABLED, {"name": self._roll().member(name).person.name})

    def replace_key(self, name: str, passphrase: str, by: Identity) -> None:
        """A new key and passphrase for somebody who forgot the old one. Raises ``KnownError``."""
        sealed = seal(Ed25519PrivateKey.generate(), passphrase, self.cost)
        name = self._roll().member(name).person.name
        data = {"name": name, "public_key": sealed.public_key.hex()}
        self._change(by, EventKind.ACCOUNT_KEY_REPLACED, data, sealed)
        self._forget_wrong(name)

    def change_passphrase(self, name: str, old: str, new: str) -> None:
        """Put the same key under another passphrase. Raises ``KnownError``."""
        identity = self.login(name, old)
        sealed = seal(identity.key, new, self.cost)
        with self.log.file.writing():
            keep_key(self.log.file, identity.person.name, sealed)

    def change_house(self, by: Identity, reason: str, solo: bool, emergency: Iterable[str] = ()) -> None:
        """Choose how the house approves from now on. Raises ``KnownError``."""
        names = sorted({self._roll().member(name).person.name for name in emergency})
        self._change(by, EventKind.HOUSE_CHANGED, {"solo": solo, "emergency": names, "reason": reason})

    def _roll(self) -> Roll:
        return self.log.register().now

    def _change(self, by: Identity, kind: EventKind, data: dict[str, Any], sealed: SealedKey | None = None) -> Roll:
        file = self.log.file
        with self.log.transaction(by):
            before = self._roll()
            # Judged by the function that will replay it; if it may not be, the transaction has not happened.
            roll = follow(before, self.log.append(by, kind, data))
            if sealed is not None:
                keep_key(file, data["name"], sealed)
            project_people(file, roll)
        return roll

    def _sealed(self, name: str) -> SealedKey:
        row = self.log.file.row(
            "SELECT public_key, passes, memory, lanes, salt, nonce, sealed, checksum FROM sealed_key WHERE name = ?",
            (name,),
        )
        if row is None or SealedKey(*row[:-1]).checksum != row[-1]:
            raise DamagedError("The key of {name} is damaged; a supervisor can give a new one.", name=name)
        return SealedKey(*row[:-1])

    def _refuse_hasty(self, name: str) -> None:
        row = self.log.file.row("SELECT count, at FROM wrong_passphrase WHERE name = ?", (name,))
        if row is None or row[0] < FREE_TRIES:
            return
        wait = timedelta(seconds=min(2 ** (row[0] - FREE_TRIES + 1), LONGEST_WAIT))
        # A clock set back must not lock anybody out for longer than that.
        left = min(read_time(row[1]) + wait - self.log.now(), wait)
        if left > timedelta(0):
            seconds = max(1, round(left.total_seconds()))
            raise KnownError("Too many wrong passphrases; wait {seconds} seconds.", seconds=seconds)

    def _count_wrong(self, name: str) -> None:
        if self.log.file.readonly:
            return
        with self.log.file.writing():
            self.log.file.run(
                "INSERT INTO wrong_passphrase VALUES (?, 1, ?)"
                " ON CONFLICT (name) DO UPDATE SET count = min(count + 1, 30), at = excluded.at",
                (name, write_time(self.log.now())),
            )

    def _forget_wrong(self, name: str) -> None:
        if self.log.file.readonly or not self.log.file.row("SELECT 1 FROM wrong_passphrase WHERE name = ?", (name,)):
            return
        with self.log.file.writing():
            self.log.file.run("DELETE FROM wrong_passphrase WHERE name = ?", (name,))


def keep_key(file: LibraryFile, name: str, sealed: SealedKey) -> None:
    """Store the sealed key of an account, inside ``writing``."""
    check_text(name)
    file.run("DELETE FROM sealed_key WHERE name = ?", (name,))
    file.run("INSERT INTO sealed_key VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (name, *astuple(sealed), sealed.checksum))
