"""What was last known of a library, kept outside of it: only so can lost events or an older file be noticed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.library.canonical import canonical, read_time, write_time
from pr_editor.library.events import is_signed
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SCHEMA = "pr-editor/checkpoint/1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``count`` events, the last of which has the hash ``head``, as ``by`` saw it."""

    library: str
    count: int
    head: str
    at: datetime
    by: str
    signature: bytes = b""

    def encode(self) -> bytes:
        """The bytes that are signed: all but the signature."""
        return canonical(
            {
                "schema": SCHEMA,
                "library": self.library,
                "count": self.count,
                "head": self.head,
                "at": write_time(self.at),
                "by": self.by,
            }
        )

    def write(self, path: Path, key: Ed25519PrivateKey) -> None:
        """Sign and put at ``path``. Raises ``OSError``."""
        path.parent.mkdir(parents=True, exist_ok=True)
        body = self.encode()
        line = canonical({"body": body.decode(), "signature": key.sign(body).hex()})
        write_atomically(path, line + b"\n")

    def signed_by(self, public_key: bytes) -> bool:
        """Whether the owner of ``public_key`` signed it."""
        return is_signed(self.encode(), self.signature, public_key)

    @staticmethod
    def read(path: Path) -> Checkpoint | None:
        """The checkpoint at ``path``; None when there is none. Raises ``KnownError`` when it can't be understood."""
        try:
            return _decode(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KnownError("The checkpoint can't be read: {path}", path=str(path)) from error


def _decode(text: bytes) -> Checkpoint:
    line = json.loads(text)
    data = json.loads(line["body"])
    if data["schema"] != SCHEMA:
        raise ValueError(f"schema {data['schema']}")
    return Checkpoint(
        library=data["library"],
        count=data["count"],
        head=data["head"],
        at=read_time(data["at"]),
        by=data["by"],
        signature=bytes.fromhex(line["signature"]),
    )
