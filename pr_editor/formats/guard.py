"""Zip packages and XML from strangers.

A Word file is a zip archive of XML parts. Hostile ones unpack to gigabytes, name files outside the archive, lie
about sizes, or make the XML parser fetch and expand entities. Everything is judged by the archive's directory before
anything is unpacked, and unpacked only as far as announced.
"""

from __future__ import annotations

import copy
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from pr_editor.formats.base import MEGABYTE
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_ENTRIES = 4000
MAX_PART = 16 * MEGABYTE
"""Largest XML part, unpacked."""
MAX_XML = 32 * MEGABYTE
MAX_UNPACKED = 256 * MEGABYTE
MAX_RATIO = 200
"""How many times a part may grow when unpacked; XML of Word grows 10 to 50 times."""

_END = b"PK\x05\x06"
_END_LENGTH = 22
_ZIP64 = b"PK\x06\x07"
_MAX_DIRECTORY = MEGABYTE
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    ValueError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Package:
    """A zip archive found harmless. ``name`` is that of the file, for messages."""

    name: str
    archive: zipfile.ZipFile = field(repr=False)
    parts: frozenset[str] = field(repr=False)

    def part(self, name: str) -> bytes:
        """Unpack one part. Raises ``KnownError`` when it is broken or larger than its entry says."""
        try:
            return self.archive.read(name)
        except (KeyError, *_BROKEN) as error:
            raise damaged(self.name) from error

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """The archive with other bytes for some parts; the rest in the same order and as it was."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for info in self.archive.infolist():
                data = parts.get(info.filename)
                archive.writestr(
                    copy.copy(info), self.part(info.filename) if data is None else data, info.compress_type
                )
        return out.getvalue()


def damaged(name: str) -> KnownError:
    """The error for a package or part that is cut off or broken."""
    return KnownError("{name} is damaged and cannot be opened.", name=name)


def open_package(data: bytes, name: str) -> Package:
    """Open a zip archive after looking it over. Raises ``KnownError`` for a broken or hostile one."""
    _look_at_end(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise damaged(name) from error
    entries = archive.infolist()
    _look_at_names(entries, name)
    _look_at_sizes(entries, len(data), name)
    package = Package(name, archive, frozenset(entry.filename for entry in entries))
    for entry in entries:
        if _is_xml(entry):
            _refuse_declarations(package.part(entry.filename), name)
    return package


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse one part of an opened package with entities, DTDs and the network off. Raises ``KnownError``."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _hostile(name)
    return root


def _look_at_end(data: bytes, name: str) -> None:
    """Refuse an oversized directory before ``zipfile`` reads it entry by entry."""
    at = len(data) - _END_LENGTH
    if data[at : at + 4] != _END:
        at = data.rfind(_END, max(0, at - 0xFFFF))
    if at < 0 or at + _END_LENGTH > len(data):
        raise damaged(name)
    size = struct.unpack_from("<L", data, at + 12)[0]
    if size > _MAX_DIRECTORY or data[max(0, at - 20) : at].startswith(_ZIP64):
        raise _hostile(name)


def _look_at_names(entries: list[zipfile.ZipInfo], name: str) -> None:
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise KnownError("{name} is protected by a password. Save it without one first.", name=name)
    outside = (n.startswith("/") or "\\" in n or ":" in n or ".." in n.split("/") for n in names)
    if len(names) > MAX_ENTRIES or len(set(names)) < len(names) or any(outside):
        raise _hostile(name)


def _look_at_sizes(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    # Parts that share their bytes are how small archives unpack to enormous ones.
    packed = sum(entry.compress_size for entry in entries)
    xml = [entry.file_size for entry in entries if _is_xml(entry)]
    swollen = any(entry.file_size > MEGABYTE and entry.file_size > MAX_RATIO * entry.compress_size for entry in entries)
    if swollen or packed > size or unpacked > MAX_UNPACKED or sum(xml) > MAX_XML or max(xml, default=0) > MAX_PART:
        raise KnownError("{name} unpacks to far more than a document has, and was not opened.", name=name)


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))


def _refuse_declarations(data: bytes, name: str) -> None:
    """Word writes neither DTDs nor anything but UTF-8; in UTF-16 a DTD would go unseen."""
    if (
        any(declaration in data for declaration in _DECLARATIONS)
        or data.startswith((b"\xff\xfe", b"\xfe\xff"))
        or b"\0" in data[:64]
    ):
        raise _hostile(name)


def _hostile(name: str) -> KnownError:
    return KnownError("{name} is built in a way no honest document is, and was not opened.", name=name)
