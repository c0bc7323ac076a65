"""Opening files: the content decides what a file is, the size whether it is opened at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.formats.base import MEGABYTE
from pr_editor.formats.plain import read_plain
from pr_editor.formats.sniff import is_html, is_package, refuse_unreadable
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.formats.base import Document

SUFFIXES = (".txt", ".docx", ".html", ".htm")
"""How files are called that can be opened; what is in them decides how they are read."""
MAX_FILE = 64 * MEGABYTE
"""Largest file, in bytes: room for a Word document with pictures."""


def read(path: Path) -> Document:
    """Open the file at ``path``. Raises ``KnownError`` that names it, having loaded nothing."""
    return read_bytes(bytes_of(path), str(path))


def bytes_of(path: Path) -> bytes:
    """What is in the file at ``path``, if it is one that may be opened. Raises ``KnownError`` that names it."""
    name = str(path)
    try:
        refuse_odd(path)
        _refuse_large(path.stat().st_size, name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError("There is no file {name}.", name=name) from error
    except PermissionError as error:
        raise KnownError("You have no permission to read {name}.", name=name) from error
    except (OSError, ValueError) as error:
        raise KnownError("{name} cannot be read: {reason}", name=name, reason=_reason(error)) from error


def refuse_odd(path: Path) -> None:
    """Raise ``KnownError`` for a folder, and for pipes and devices: they would be waited for, or never end."""
    if path.is_dir():
        raise KnownError("{name} is a folder, not a file.", name=str(path))
    if path.exists() and not path.is_file():
        raise KnownError("{name} is not an ordinary file.", name=str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """Open a file called ``name`` that is already in memory. Raises ``KnownError``."""
    _refuse_large(len(data), name)
    # Text files never pay for loading the XML library.
    if is_html(data):
        from pr_editor.formats.html import read_html

        return read_html(data, name)
    refuse_unreadable(data, name)
    if is_package(data):
        from pr_editor.formats.docx import read_docx

        return read_docx(data, name)
    return read_plain(data, name)


def _refuse_large(size: int, name: str) -> None:
    if size > MAX_FILE:
        raise KnownError(
            "{name} is too large: it has {size} MB, and files of up to {limit} MB can be opened.",
            name=name,
            size=round(size / MEGABYTE),
            limit=MAX_FILE // MEGABYTE,
        )


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
