"""One way to write data as bytes, so that a digest or a signature over them can be checked by anybody for ever.

JSON with sorted keys, no white space, nothing escaped that need not be, in UTF-8. Numbers are whole; text is verbatim.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURROGATE = re.compile("[\ud800-\udfff]")
_TIME = "%Y-%m-%dT%H:%M:%SZ"


def canonical(value: Any) -> bytes:
    """The bytes of ``value``. Raises ``KnownError`` for text no database or file can keep."""
    for text in _strings(value):
        check_text(text)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(data: bytes) -> str:
    """``sha256:`` and the hex digest of ``data``."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def check_text(text: str) -> None:
    """Raise ``KnownError`` for NUL and for half a character: some program along the way would cut or refuse them."""
    if "\0" in text:
        raise KnownError("The text holds NUL characters, which the library does not keep.")
    if _SURROGATE.search(text):
        raise KnownError("The text holds half a character (a lone surrogate), which the library does not keep.")


def write_time(moment: datetime) -> str:
    """``moment``, which must be aware, in UTC: ``2026-05-20T09:30:00Z``. Parts of seconds are dropped."""
    if moment.tzinfo is None:
        raise ValueError(f"which time zone? {moment}")
    return moment.astimezone(UTC).strftime(_TIME)


def read_time(text: str) -> datetime:
    """The moment written by ``write_time``. Raises ``ValueError``."""
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, float):
        raise TypeError("no canonical form for a float")
