"""Text files: what a line is, in which encodings, and that a rewritten file is the same file."""

from __future__ import annotations

import codecs
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.formats.encodings import Encoding
from pr_editor.formats.plain import PlainDocument, read_plain
from pr_editor.formats.read import read_bytes
from pr_editor.text.draft import Draft, Paragraph
from pr_editor.text.message import KnownError

RELEASE = "آیین گشایش کتابخانه\r\n\r\n  نشست امروز برگزار می‌شود.\t\r\nنویسنده: پژمان گیوی"
TEXTS = ["آیین گشایش کتابخانه", "نشست امروز برگزار می‌شود.", "نویسنده: پژمان گیوی"]

ENCODINGS = {
    "utf-8": b"",
    "utf-8 with a mark": codecs.BOM_UTF8,
    "utf-16-le": b"",
    "utf-16-le with a mark": codecs.BOM_UTF16_LE,
    "utf-16-be": b"",
    "utf-16-be with a mark": codecs.BOM_UTF16_BE,
}

paragraph_texts = st.text("ابپتسلمنوهی‌ می۱۲3aB.،«»", min_size=1).map(str.strip).filter(str.strip)
line_ends = st.sampled_from(["\n", "\r\n", "\r"])
blanks = st.text(" \t\u00a0\u2003", max_size=3)


def encoded(text: str, encoding: str) -> bytes:
    """``text`` in one of ``ENCODINGS``."""
    return ENCODINGS[encoding] + text.encode(encoding.split()[0])


def texts(data: bytes) -> list[str]:
    """The paragraphs of a file."""
    return [p.text for p in read_bytes(data, "release.txt").draft.paragraphs]


@st.composite
def files(draw: st.DrawFn) -> str:
    """A text with at least one paragraph and any white space around lines."""
    lines = draw(st.lists(st.one_of(st.just(""), paragraph_texts), max_size=6))
    lines.insert(draw(st.integers(0, len(lines))), draw(paragraph_texts.filter(str.isprintable)))
    whole = "".join(f"{draw(blanks)}{line}{draw(blanks)}{draw(line_ends)}" for line in lines)
    return whole if draw(st.booleans()) else whole.rstrip("\r\n")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_reads_every_unicode_encoding(encoding: str) -> None:
    assert texts(encoded(RELEASE, encoding)) == TEXTS


def test_draft_knows_title_and_source() -> None:
    draft = read_bytes(RELEASE.encode(), "folder/release.txt").draft
    assert (draft.title, draft.source) == ("release", "folder/release.txt")


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=files())
@settings(deadline=None, max_examples=40)
def test_rewriting_nothing_gives_the_same_bytes(encoding: str, text: str) -> None:
    # Without a mark UTF-16 is recognised by being Persian; a line that ends the file makes sure of it.
    data = encoded(text + "\nپایان خبر", encoding)
    document = read_plain(data, "release.txt")
    assert document.rewritten(document.draft) == data


@given(text=files(), data=st.data())
@settings(deadline=None, max_examples=80)
def test_what_is_written_is_what_is_read_back(text: str, data: st.DataObject) -> None:
    document = read_plain(text.encode(), "release.txt")
    old = document.draft.paragraphs
    kept = [replace(p, text=data.draw(paragraph_texts)) for p in old if data.draw(st.booleans())]
    new = [Paragraph(1000 + at, t) for at, t in enumerate(data.draw(st.lists(paragraph_texts, max_size=3)))]
    for paragraph in [*new, Paragraph(2000, "خبر")]:
        kept.insert(data.draw(st.integers(0, len(kept))), paragraph)
    rewritten = document.rewritten(Draft(tuple(kept)))
    assert [p.text for p in read_plain(rewritten, "release.txt").draft.paragraphs] == [p.text for p in kept]


def test_only_line_feed_and_carriage_return_end_a_line() -> None:
    assert texts("یک\u2028دو\x0bسه\x0cچهار\x85پنج\u2029شش\nهفت\rهشت\r\nنه".encode()) == [
        "یک\u2028دو\x0bسه\x0cچهار\x85پنج\u2029شش",
        "هفت",
        "هشت",
        "نه",
    ]


def test_line_of_half_spaces_is_a_paragraph() -> None:
    assert texts("خبر\n\u200c\n\ufeff\nپایان\n".encode()) == ["خبر", "\u200c", "\ufeff", "پایان"]


def test_vanished_paragraph_takes_its_line_along_and_leaves_blank_ones() -> None:
    document = read_bytes("یک\n\nدو\n\nسه".encode(), "release.txt")
    first, second, third = document.draft.paragraphs
    assert document.rewritten(Draft((first, third))).decode() == "یک\n\n\nسه"
    assert document.rewritten(Draft((first, second))).decode() == "یک\n\nدو\n"


def test_new_paragraph_takes_the_line_end_of_the_file() -> None:
    document = read_bytes("یک\r\nدو".encode(), "release.txt")
    first, second = document.draft.paragraphs
    new = (Paragraph(7, "صفر"), first, Paragraph(8, "یک‌ونیم"), second, Paragraph(9, "سه"))
    assert document.rewritten(Draft(new)).decode() == "صفر\r\nیک\r\nیک‌ونیم\r\nدو\r\nسه"


def test_paragraph_moved_up_is_written_where_it_stands_now() -> None:
    document = read_bytes("یک\nدو\nسه\n".encode(), "release.txt")
    first, second, third = document.draft.paragraphs
    assert document.rewritten(Draft((third, first, second))).decode() == "سه\nیک\nدو\n"


@pytest.mark.parametrize("text", ["مديركل كتابخانه\u200cها: «خبر»", "سلام", "پژوهش گرم و چاپ تازه؛ ١٤٠٤ يعني 1404"])
def test_windows_1256_is_recognised_and_comes_out_as_utf_8(text: str) -> None:
    data = (text.translate(str.maketrans("١٤٠", "140")) + "\r\n").encode("cp1256")
    document = read_bytes(data, "release.txt")
    assert isinstance(document, PlainDocument)
    assert document.encoding == Encoding("cp1256")
    assert document.rewritten(document.draft) == data.decode("cp1256").encode()


FOREIGN = {
    "cp1251": "Вчера в городе открыли новую библиотеку, сообщила пресс-служба.",
    "koi8-r": "Вчера в городе открыли новую библиотеку, сообщила пресс-служба.",
    "cp1253": "Χθες άνοιξε στην πόλη μια νέα βιβλιοθήκη, ανακοίνωσε το γραφείο τύπου.",
    "cp1255": "אתמול נפתחה בעיר ספרייה חדשה, כך מסר הדובר.",
    "cp1254": "Dün şehirde yeni bir kütüphane açıldığı basın bürosunca duyuruldu.",
    "cp1252": "Die neue Bücherei wurde gestern eröffnet, hieß es in der Pressemitteilung – „schön“.",
    "latin-1": "La bibliothèque a été inaugurée à Genève, où les élèves étaient déjà là.",
    "shift_jis": "昨日、市内に新しい図書館が開館したと広報が発表した。",
    "gbk": "昨天,市内新图书馆开馆,新闻处宣布。",
    "euc_kr": "어제 시내에 새 도서관이 문을 열었다고 홍보실이 밝혔다.",
    "tis-620": "เมื่อวานนี้ห้องสมุดแห่งใหม่เปิดให้บริการ",
    "iso8859-6": "أعلن المكتب الإعلامي أمس افتتاح مكتبة جديدة في المدينة",
    "cp720": "أعلن المكتب الإعلامي أمس افتتاح مكتبة جديدة في المدينة",
    "utf-32": "دیروز کتابخانه‌ای گشوده شد.",
}


@pytest.mark.parametrize("encoding", FOREIGN)
def test_other_encodings_are_refused_not_guessed(encoding: str) -> None:
    with pytest.raises(KnownError, match=r"release\.txt"):
        read_bytes(FOREIGN[encoding].encode(encoding), "release.txt")


def test_damaged_utf_8_is_told_with_its_line() -> None:
    data = "تیتر خبر\nلید خبر امروز\nمتن خبر".encode().replace("امروز".encode(), b"\xd8 " + "امروز".encode())
    with pytest.raises(KnownError, match="damaged characters in line 2"):
        read_bytes(data, "release.txt")


@pytest.mark.parametrize("text", ["الف\0ب", "الف\ud800ب"])
def test_text_no_file_can_hold_is_not_written(text: str) -> None:
    document = read_bytes(RELEASE.encode(), "release.txt")
    with pytest.raises(KnownError):
        document.rewritten(Draft((Paragraph(0, text),)))
