"""Signing keys that only a passphrase opens.

The passphrase becomes a key by Argon2id (RFC 9106); with it the private Ed25519 key is sealed by ChaCha20-Poly1305
(RFC 8439), which also tells a wrong passphrase from the right one. No separate hash of the passphrase is kept.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import astuple, dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from pr_editor.text.message import KnownError

LEAST = 8
"""Characters of the shortest passphrase."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What trying one passphrase costs: passes, KiB of memory, lanes. The default is RFC 9106's second choice."""

    passes: int = 3
    memory: int = 64 * 1024
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A private key under a passphrase, as it is stored, beside its public half."""

    public_key: bytes
    passes: int
    memory: int
    lanes: int
    salt: bytes
    nonce: bytes
    sealed: bytes

    @property
    def checksum(self) -> str:
        """SHA-256 over all fields, so that decay of the file is told from a wrong passphrase."""
        parts = (part if isinstance(part, bytes) else str(part).encode() for part in astuple(self))
        return hashlib.sha256(b"\n".join(part.hex().encode() for part in parts)).hexdigest()

    def open(self, passphrase: str) -> Ed25519PrivateKey | None:
        """The private key, or None when the passphrase is wrong."""
        cipher = ChaCha20Poly1305(_stretch(passphrase, self.salt, Cost(self.passes, self.memory, self.lanes)))
        try:
            return Ed25519PrivateKey.from_private_bytes(cipher.decrypt(self.nonce, self.sealed, self.public_key))
        except InvalidTag:
            return None


def seal(key: Ed25519PrivateKey, passphrase: str, cost: Cost) -> SealedKey:
    """Put ``key`` under a passphrase. Raises ``KnownError`` when that is too short."""
    if len(passphrase) < LEAST:
        raise KnownError("A passphrase needs at least {count} characters.", count=LEAST)
    public = key.public_key().public_bytes_raw()
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = ChaCha20Poly1305(_stretch(passphrase, salt, cost)).encrypt(nonce, key.private_bytes_raw(), public)
    return SealedKey(public, cost.passes, cost.memory, cost.lanes, salt, nonce, sealed)


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # Keyboards and systems differ in how they compose a letter; the same keys must give the same bytes.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, hash_len=32, type=Type.ID)
