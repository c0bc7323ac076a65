"""What a file is, judged by its first bytes. Suffixes lie: a «.txt» is often a Word file and the other way round."""

from __future__ import annotations

import re

from pr_editor.text.message import N_, KnownError

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 1024
_HTML = re.compile(
    rb"(?:<!--.{0,500}?-->\s*)*+"
    rb"(?:<!doctype html|<(?:html|head|body|meta|title|article|section|main|div|p|h[1-6]|ul|ol)\b[^<>]*>)"
    rb"|<\?xml.*<html\b",
    re.DOTALL,
)

_NOT_YET: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\{\\rtf"), N_("{name} is an RTF document. Open it in Word and save it as .docx.")),
    (re.compile(rb".{0,1000}%pdf-", re.DOTALL), N_("{name} is a PDF. Save its source document as .docx.")),
    (re.compile(rb"mime-version:"), N_("{name} is a web archive. Open it in Word and save it as .docx.")),
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


def is_html(data: bytes) -> bool:
    """Whether ``data`` is a web page, or a piece of one."""
    return _HTML.match(_opening(data)) is not None


def refuse_unreadable(data: bytes, name: str) -> None:
    """Raise ``KnownError`` when ``data`` is in a format that is known but not read, saying what to do instead."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise KnownError("{name} is protected by a password. Save it without one first.", name=name)
        raise KnownError("{name} is an old Word document (.doc). Open it in Word and save it as .docx.", name=name)
    head = _opening(data)
    for pattern, text in _NOT_YET:
        if pattern.match(head):
            raise KnownError(text, name=name)


def _opening(data: bytes) -> bytes:
    """The first characters in lower case. Without NULs the opening of a UTF-16 file reads like any other."""
    head = data[:_HEAD]
    if not is_package(data):
        head = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.lower()
