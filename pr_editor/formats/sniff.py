"""What a file is, judged by its first bytes. Suffixes lie: a «.txt» is often a Word file and the other way round."""

from __future__ import annotations

import re

from pr_editor.text.message import N_, KnownError

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 1024

_NOT_YET: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\{\\rtf"), N_("{name} is an RTF document. Open it in Word and save it as .docx.")),
    (re.compile(rb".{0,1000}%pdf-", re.DOTALL), N_("{name} is a PDF. Save its source document as .docx.")),
    (
        re.compile(rb"<!doctype html|<(?:html|head|body)\b|<\?xml.*<html\b|mime-version:", re.DOTALL),
        N_("{name} is a web page. Open it in Word and save it as .docx, or copy its text."),
    ),
    (
        re.compile(rb"<\?xml.*(?:progid=.word|opendocument\.text)", re.DOTALL),
        N_("{name} is a document in one XML file. Open it in Word and save it as .docx."),
    ),
    (re.compile(rb"<\?xml"), N_("{name} is an XML file, not a text.")),
    (
        re.compile(rb"pk\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL),
        N_("{name} is an OpenDocument text (.odt). Open it in LibreOffice or Word and save it as .docx."),
    ),
)


def is_package(data: bytes) -> bool:
    """Whether ``data`` is a zip archive, as every Word document since 2007 is."""
    return data.startswith(ZIP)


def refuse_unreadable(data: bytes, name: str) -> None:
    """Raise ``KnownError`` when ``data`` is in a format that is known but not read, saying what to do instead."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise KnownError("{name} is protected by a password. Save it without one first.", name=name)
        raise KnownError("{name} is an old Word document (.doc). Open it in Word and save it as .docx.", name=name)
    # Without NULs the opening of a UTF-16 file reads like any other.
    head = data[:_HEAD] if is_package(data) else data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    for pattern, text in _NOT_YET:
        if pattern.match(head.lower()):
            raise KnownError(text, name=name)
