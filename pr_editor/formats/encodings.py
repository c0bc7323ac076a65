"""From bytes to text, and back.

Strict UTF-8 comes first, since nothing else passes for it by chance; byte-order marks decide; UTF-16 without a mark and
Windows-1256 are believed only when the outcome looks like Persian. Whatever else there is would be guesswork
that turns a release into rubbish, so it is refused.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from pr_editor.formats.base import refuse_long, refuse_unstorable
from pr_editor.text.message import KnownError

_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 65_536

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ORDINARY = re.compile(
    "[\t\n\x0b\x0c\r\x20-\x7e\xa0-\u024f\u0600-\u06ff\u2000-\u2069\u20a0-\u20cf\u2100-\u27bf"
    "\ufb50-\ufdff\ufe70-\ufeff\U0001f300-\U0001faff]"
)
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]")
_COMMONEST = frozenset("ايىنروهمدتبلس")
"""Letters that make up some three quarters of Persian and of Arabic, as Windows-1256 can write them."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file writes its characters: a Python codec and the byte-order mark before them."""

    codec: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of ``text``. What came as Windows-1256 goes out as UTF-8, which has every Persian letter."""
        return self.mark + text.encode("utf-8" if self.codec == "cp1256" else self.codec)


def decode(data: bytes, name: str) -> tuple[str, Encoding]:
    """Read the text of a file. Raises ``KnownError`` when it is none, is damaged or too long, or can't be told."""
    # Two bytes of UTF-16 are at least one of UTF-8.
    refuse_long(len(data) // 2, name)
    text, encoding = detect(data, name)
    refuse_long(len(text.encode()), name)
    return text, encoding


def detect(data: bytes, name: str) -> tuple[str, Encoding]:
    """``decode`` for files that may be longer than the draft in them."""
    text, encoding = (
        _by_mark(data, name) or _utf16_unmarked(data) or _utf8(data, name) or _cp1256(data) or _fail(data, name)
    )
    _refuse_binary(text, name)
    return text, encoding


def _by_mark(data: bytes, name: str) -> tuple[str, Encoding] | None:
    if data.startswith(_UTF32):
        raise KnownError("{name} is written in UTF-32. Save it as UTF-8.", name=name)
    for mark, codec in _UTF16:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec), Encoding(codec, mark)
            except UnicodeDecodeError as error:
                raise KnownError("{name} is UTF-16 text with damaged characters.", name=name) from error
    return None


def _utf16_unmarked(data: bytes) -> tuple[str, Encoding] | None:
    """Spaces and Latin letters leave NULs in UTF-16, Persian letters the byte 6; neither is in other text."""
    if len(data) % 2 or not (b"\0" in data or b"\x06" in data):
        return None
    for _, codec in _UTF16:
        if _share(_ORDINARY, data[:_SAMPLE].decode(codec, "replace")) > 0.95:
            try:
                return data.decode(codec), Encoding(codec)
            except UnicodeDecodeError:
                continue
    return None


def _utf8(data: bytes, name: str) -> tuple[str, Encoding] | None:
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        return data[len(mark) :].decode(), Encoding("utf-8", mark)
    except UnicodeDecodeError:
        if not _SURROGATE.search(data):
            return None
    # Only UTF-8 of half a character has these bytes; ``build_draft`` would say the same of any other format.
    try:
        refuse_unstorable([data.decode(errors="surrogatepass")], name)
    except UnicodeDecodeError:
        return None
    return None


def _cp1256(data: bytes) -> tuple[str, Encoding] | None:
    if not _is_persian(data[:_SAMPLE].decode("cp1256")):
        return None
    return data.decode("cp1256"), Encoding("cp1256")


def _is_persian(text: str) -> bool:
    """Whether the letters of ``text`` are distributed as Persian or Arabic, not as another language misread."""
    words = [word for word in _LETTERS.findall(text) if _ARABIC.search(word)]
    letters = "".join(words)
    if len(letters) < 3 or _CONTROL.search(text):
        return False
    # Cyrillic, Greek, German … misread put Latin letters with accents among the Arabic ones.
    common = sum(letter in _COMMONEST for letter in letters) / len(letters)
    return _share(_ARABIC, letters) > 0.95 and common > 0.5


def _share(pattern: re.Pattern[str], text: str) -> float:
    """The part of the characters of ``text`` that match ``pattern``, 0–1."""
    return len(pattern.findall(text)) / len(text) if text else 0.0


def _refuse_binary(text: str, name: str) -> None:
    if "\0" in text:
        raise KnownError("{name} holds NUL characters; text has none.", name=name)
    if _share(_CONTROL, text) > 0.05:
        raise KnownError("{name} is not a text.", name=name)


def _fail(data: bytes, name: str) -> tuple[str, Encoding]:
    """Say why ``data`` cannot be read."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        text = data[:_SAMPLE].decode(errors="replace")
        letters = sum(ch > "\x7f" for ch in text)
        if text.count("\ufffd") * 20 <= letters:
            line = len(_LINE_END.findall(data[: error.start])) + 1
            raise KnownError(
                "{name} is UTF-8 text with damaged characters in line {line}.", name=name, line=line
            ) from error
    if b"\0" in data or _share(_CONTROL, data[:_SAMPLE].decode("latin-1")) > 0.05:
        raise KnownError("{name} is not a text.", name=name)
    raise KnownError("The encoding of {name} is unknown. Save it as UTF-8.", name=name)
