"""Files made to harm, or broken: each is refused with a message that names it, and nothing of it is loaded."""

from __future__ import annotations

import io
import os
import random
import struct
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from pr_editor.formats.base import MAX_LINES, MAX_TEXT
from pr_editor.formats.guard import MAX_ENTRIES
from pr_editor.formats.html import MAX_DEPTH, MAX_MARKUP, MAX_TAGS
from pr_editor.formats.read import MAX_FILE, read, read_bytes
from pr_editor.text.message import KnownError
from tests.unit.formats.word_files import RELATIONSHIPS, document_xml, parts, word_file, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
GOOD = parts(TEXT.format("خبر تازه"))
ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

HARMED = document_xml(TEXT.format("&x;"))
UTF7 = '<?xml version="1.0" encoding="UTF-7"?>'


def lying(size: int) -> bytes:
    """A document whose directory says that its text is ``size`` bytes long."""
    data = bytearray(word_file(TEXT.format("خبر " * 100_000)))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    struct.pack_into("<L", data, entry + 24, size)
    return bytes(data)


def encrypted() -> bytes:
    """A document whose entries are marked as encrypted."""
    data = bytearray(zipped(GOOD))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def overlapping() -> bytes:
    """A document in which many entries share the same packed bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
        archive.writestr("big.bin", random.Random(1).randbytes(100_000))
        shared = archive.getinfo("big.bin")
        for number in range(50):
            twin = zipfile.ZipInfo(f"{number}.bin")
            twin.header_offset, twin.CRC = shared.header_offset, shared.CRC
            twin.compress_size, twin.file_size = shared.compress_size, shared.file_size
            twin.compress_type = shared.compress_type
            archive.filelist.append(twin)
    return out.getvalue()


def duplicate() -> bytes:
    """A document with two texts under one name."""
    data = zipped({**GOOD, "word/documenu.xml": document_xml(TEXT.format("دیگر"))})
    return data.replace(b"word/documenu.xml", b"word/document.xml")


def with_document(xml: str | bytes) -> bytes:
    """A document with this as the part that holds the text."""
    return zipped({**GOOD, "word/document.xml": xml})


def stored(name: str, content: bytes) -> bytes:
    """An archive whose first entry is stored, not packed, as OpenDocument wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


SWOLLEN, STRANGE, DAMAGED, OTHER = "unpacks to far more", "no honest document", "damaged", "not a Word document"

PACKAGES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb in the text": (lambda: with_document(document_xml(TEXT.format(" " * 40_000_000))), SWOLLEN),
    "bomb beside the text": (lambda: zipped({**GOOD, "word/media/a.png": b"\0" * 100_000_000}), SWOLLEN),
    "header that says less": (lambda: lying(200), DAMAGED),
    "header that says more": (lambda: lying(0x7FFFFFFF), SWOLLEN),
    "overlapping entries": (overlapping, SWOLLEN),
    "duplicate entries": (duplicate, STRANGE),
    "too many entries": (lambda: zipped({**GOOD, **{f"customXml/{n}": "" for n in range(MAX_ENTRIES)}}), STRANGE),
    "external entity": (lambda: with_document(ENTITY + HARMED), STRANGE),
    "external entity in UTF-16": (lambda: with_document((ENTITY + HARMED).encode("utf-16")), STRANGE),
    "external entity in UTF-16 without a mark": (
        lambda: with_document(('<?xml version="1.0" encoding="UTF-16LE"?>' + ENTITY + HARMED).encode("utf-16-le")),
        STRANGE,
    ),
    "entity in UTF-7": (lambda: with_document(UTF7 + ENTITY.replace("<!", "+ADwAIQ-") + HARMED), STRANGE),
    "entity in another part": (lambda: zipped({**GOOD, "word/styles.xml": f"{ENTITY}<a/>"}), STRANGE),
    "entity in the relationships": (lambda: zipped({**GOOD, "_rels/.rels": ENTITY + RELATIONSHIPS}), STRANGE),
    "very deep XML": (lambda: with_document(document_xml("<w:sdt>" * 2000 + "</w:sdt>" * 2000)), DAMAGED),
    "path to a parent folder": (lambda: zipped({**GOOD, "../../evil.txt": "x"}), STRANGE),
    "absolute path": (lambda: zipped({**GOOD, "/etc/evil": "x"}), STRANGE),
    "path of another drive": (lambda: zipped({**GOOD, "C:/evil": "x"}), STRANGE),
    "path with backslashes": (lambda: zipped({**GOOD, "..#evil": "x"}).replace(b"..#evil", b"..\\evil"), STRANGE),
    "encrypted entries": (encrypted, "password"),
    "cut off": (lambda: zipped(GOOD)[:-30], DAMAGED),
    "cut off in the middle": (lambda: zipped(GOOD)[:300], DAMAGED),
    "only the beginning": (lambda: b"PK\x03\x04", DAMAGED),
    "only an end": (lambda: b"PK\x03\x04" + b"PK\x05\x06" + b"\0" * 18, OTHER),
    "broken XML": (lambda: with_document("<w:document"), DAMAGED),
    "text that is no document": (lambda: with_document("<html/>"), OTHER),
    "no main part": (lambda: zipped({"_rels/.rels": RELATIONSHIPS}), OTHER),
    "main part by another name": (
        lambda: zipped({"_rels/.rels": RELATIONSHIPS.replace("document.xml", "a.bin"), "word/a.bin": ENTITY + HARMED}),
        OTHER,
    ),
    "relationships without a document": (lambda: zipped({**GOOD, "_rels/.rels": "<Relationships/>"}), DAMAGED),
    "ordinary archive": (lambda: zipped({"notes.txt": "خبر"}), OTHER),
    "spreadsheet": (lambda: zipped({"xl/workbook.xml": "<workbook/>"}), OTHER),
    "archive in an archive": (lambda: zipped({"inner.docx": zipped(GOOD)}), OTHER),
    "text too long": (lambda: word_file(TEXT.format(random.Random(3).randbytes(MAX_TEXT).hex())), "too long"),
    "too many paragraphs": (lambda: word_file(TEXT.format("خبر") * (MAX_LINES + 1)), "too long"),
    "too many lines": (lambda: word_file(TEXT.format("خبر</w:t><w:br/><w:t>" * MAX_LINES)), "too long"),
}

OTHERS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "no text"),
    "only white space": (" \r\n\u00a0\t\n".encode(), "no text"),
    "only marks nobody sees": ("\ufeff\n\u200c\u200f\n".encode(), "no text"),
    "NUL": ("خبر\0تازه".encode(), "NUL"),
    "half a character": ("خبر ".encode() + b"\xed\xa0\x80", "surrogate"),
    "half a character in UTF-16": (b"\xff\xfe" + "خبر".encode("utf-16-le") + b"\x00\xd8", "damaged"),
    "UTF-16 cut off": ("خبر".encode("utf-16")[:-1], "damaged"),
    "UTF-32": ("خبر".encode("utf-32"), "UTF-32"),
    "noise": (random.Random(7).randbytes(50_000), "not a text"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\x01" * 50, "not a text"),
    "control characters": (b"\x01\x02\x03abc" * 20, "not a text"),
    "too long": ("خبر ".encode() * (MAX_TEXT // 7 + 1), "too long"),
    "far too long": (b"x" * (5 * MAX_TEXT), "too long"),
    "too many lines": (b"a\n" * (MAX_LINES + 1), "too long"),
    "old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000, r"\.doc\b"),
    "document with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "RTF": (rb"{\rtf1\ansi hello}", "RTF"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "web archive": ("MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>خبر".encode(), "web archive"),
    "web page without text": (b"<!DOCTYPE html><title>x</title><nav>menu</nav>", "no text"),
    "web page that is too large": (b"<html>" + b" " * (MAX_MARKUP + 1), "too large"),
    "web page of too many tags": (b"<html>" + b"<b>" * (MAX_TAGS + 1), "no honest document"),
    "web page of tags in tags": (("<div>" * (MAX_DEPTH + 1) + "خبر").encode(), "no honest document"),
    "web page of too many lines": (b"<p>x" * (MAX_LINES + 1), "too long"),
    "web page of too much text": (("<p>" + "خبر " * (MAX_TEXT // 7 + 1)).encode(), "too long"),
    "XML": (b'<?xml version="1.0"?><a/>', "XML"),
    "OpenDocument": (stored("mimetype", b"application/vnd.oasis.opendocument.text"), r"\.odt"),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_hostile_package_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "release.docx"
    make, reason = PACKAGES[name]
    path.write_bytes(make())
    with pytest.raises(KnownError, match=reason) as caught:
        read(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("name", OTHERS)
def test_unanswered_file_is_refused_with_its_reason(tmp_path: Path, name: str) -> None:
    data, reason = OTHERS[name]
    path = tmp_path / "release.txt"
    path.write_bytes(data)
    with pytest.raises(KnownError, match=reason) as caught:
        read(path)
    assert str(path) in str(caught.value)


def test_the_file_all_hostile_ones_are_made_from_is_read() -> None:
    assert [p.text for p in read_bytes(zipped(GOOD), "release.docx").draft.paragraphs] == ["خبر تازه"]


def test_longest_draft_is_read() -> None:
    text = "خبر تازه\n" * 15_000
    draft = read_bytes(text.encode() + b"x" * (MAX_TEXT - len(text.encode())), "release.txt").draft
    assert len(draft.paragraphs) == 15_001


@pytest.mark.parametrize("seed", range(40))
def test_damaged_package_is_read_or_refused_never_worse(seed: int) -> None:
    """Flip bytes anywhere: what still opens must be a document, all else a known error."""
    noise = random.Random(seed)
    data = bytearray(zipped(GOOD))
    for _ in range(noise.randint(1, 8)):
        data[noise.randrange(4, len(data))] = noise.randrange(256)
    try:
        answered = bool(read_bytes(bytes(data), "release.docx").draft.paragraphs)
    except KnownError as error:
        answered = "release.docx" in str(error)
    assert answered


def test_garbled_packing_is_refused() -> None:
    data = zipped(GOOD)
    packed = zlib.compressobj(wbits=-15)
    body = packed.compress(str(GOOD["word/document.xml"]).encode()) + packed.flush()
    assert body in data
    with pytest.raises(KnownError, match="damaged"):
        read_bytes(data.replace(body, bytes(len(body))), "release.docx")


def test_folders_and_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(KnownError, match="There is no file"):
        read(tmp_path / "missing.txt")
    with pytest.raises(KnownError, match="cannot be read"):
        read(tmp_path / "nul\0name.txt")


def test_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_FILE * 1000)
    with pytest.raises(KnownError, match="too large"):
        read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(KnownError, match="not an ordinary file"):
        read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
def test_forbidden_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("خبر", "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("the superuser may read anything")
    with pytest.raises(KnownError, match="permission"):
        read(path)
