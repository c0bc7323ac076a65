"""What happened, in order: each event names the hash of the one before and is signed by who did it.

An event is stored as the bytes that were hashed and signed, and never taken apart for storage. The hash is SHA-256, the
signature Ed25519 (RFC 8032), both over exactly these bytes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from pr_editor.library.canonical import canonical, read_time, write_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

SCHEMA = "pr-editor/event/1"
FIRST = "0" * 64
"""What the first event gives as the hash before it."""


class EventKind(StrEnum):
    """What can happen. The values are stored."""

    LIBRARY_CREATED = "library-created"
    ACCOUNT_ADDED = "account-added"
    ACCOUNT_DISABLED = "account-disabled"
    ACCOUNT_ENABLED = "account-enabled"
    ACCOUNT_KEY_REPLACED = "account-key-replaced"
    HOUSE_CHANGED = "house-changed"
    WORD_ADDED = "word-added"
    WORD_REMOVED = "word-removed"
    IMPORTED = "imported"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


PEOPLE = frozenset(
    {
        EventKind.LIBRARY_CREATED,
        EventKind.ACCOUNT_ADDED,
        EventKind.ACCOUNT_DISABLED,
        EventKind.ACCOUNT_ENABLED,
        EventKind.ACCOUNT_KEY_REPLACED,
        EventKind.HOUSE_CHANGED,
    }
)
"""Events about accounts and the house."""
HANDED_IN = frozenset({EventKind.IMPORTED, EventKind.SUBMITTED})
"""Events that bring a version in."""
WORKFLOW = HANDED_IN | {EventKind.APPROVED, EventKind.RETURNED, EventKind.WITHDRAWN}
"""Events about releases."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``prev`` is the hash of the one before, ``version`` the digest of the text it speaks of."""

    library: str
    seq: int
    prev: str
    at: datetime
    actor: str
    kind: EventKind
    data: Mapping[str, Any]
    release: str | None = None
    version: str | None = None

    def encode(self) -> bytes:
        """The exact bytes to hash, sign and store. Raises ``KnownError`` for text that can't be kept."""
        return canonical(
            {
                "schema": SCHEMA,
                "library": self.library,
                "seq": self.seq,
                "prev": self.prev,
                "at": write_time(self.at),
                "actor": self.actor,
                "kind": self.kind.value,
                "data": self.data,
                "release": self.release,
                "version": self.version,
            }
        )


@dataclass(frozen=True, slots=True)
class Stored:
    """A row of the event table. ``claimed`` is the hash that stands beside the bytes."""

    seq: int
    body: bytes
    claimed: str
    signature: bytes

    @property
    def hash(self) -> str:
        """The hash of the bytes that are really there."""
        return hash_of(self.body)

    def decode(self) -> Event:
        """The event in the bytes. Raises ``ValueError``, ``KeyError`` or ``TypeError``."""
        data = json.loads(self.body)
        if data["schema"] != SCHEMA or not isinstance(data["data"], dict):
            raise ValueError(f"schema {data['schema']}")
        return Event(
            library=data["library"],
            seq=data["seq"],
            prev=data["prev"],
            at=read_time(data["at"]),
            actor=data["actor"],
            kind=EventKind(data["kind"]),
            data=data["data"],
            release=data["release"],
            version=data["version"],
        )

    def signed_by(self, public_key: bytes) -> bool:
        """Whether the owner of ``public_key`` signed these bytes."""
        return is_signed(self.body, self.signature, public_key)


def hash_of(body: bytes) -> str:
    """SHA-256 of an event's bytes, in hex."""
    return hashlib.sha256(body).hexdigest()


def is_signed(data: bytes, signature: bytes, public_key: bytes) -> bool:
    """Whether ``signature`` over ``data`` was made with the private half of ``public_key``."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True
