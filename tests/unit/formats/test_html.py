"""Web pages: the lines a reader sees, what their tags say, and nothing a page may hide, fetch or swell into."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.formats.html import HtmlDocument, read_markup
from pr_editor.formats.read import read, read_bytes
from pr_editor.formats.write import write
from pr_editor.text.draft import Kind
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!DOCTYPE html>
<html dir="rtl" lang="fa"><head><meta charset="utf-8"><title>پایگاه خبری</title><style>p {color: red}</style></head>
<body><nav><ul><li>خانه</li></ul></nav>
<h3>فرماندار لنگرود خبر داد:</h3>
<h1>گشایش پل تازه</h1>
<p>پل تازهٔ رودخانه پس از یک سال کار
   به روی خودروها <b>باز</b> شد.</p>
<h2>راه‌های دسترسی</h2>
<ul><li>آسفالت راه</li><li><p>روشنایی پل</p></li></ul>
<blockquote><p>مردم شادند.</p></blockquote>
<p title="نه">نویسنده: رها امینی<br>منبع: روابط عمومی</p>
<address>تلفن: ۰۱۳۴۲۵۲۰۰۰۰</address>
<script>document.write("نه")</script></body></html>
"""


def lines(markup: str) -> list[tuple[str, Kind]]:
    return [(p.text, p.kind) for p in read_markup(markup, "x").paragraphs]


def texts(markup: str) -> list[str]:
    return [text for text, _ in lines(markup)]


def test_a_page_is_its_visible_lines_and_what_their_tags_say() -> None:
    assert lines(PAGE) == [
        ("فرماندار لنگرود خبر داد:", Kind.BODY),
        ("گشایش پل تازه", Kind.HEADLINE),
        ("پل تازهٔ رودخانه پس از یک سال کار به روی خودروها باز شد.", Kind.BODY),
        ("راه‌های دسترسی", Kind.SUBHEAD),
        ("آسفالت راه", Kind.LIST),
        ("روشنایی پل", Kind.LIST),
        ("مردم شادند.", Kind.BODY),
        ("نویسنده: رها امینی", Kind.BODY),
        ("منبع: روابط عمومی", Kind.BODY),
        ("تلفن: ۰۱۳۴۲۵۲۰۰۰۰", Kind.CONTACT),
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>می&zwnj;رود&nbsp;و&#8204;x</p>", [f"می{ZWNJ}رود\u00a0و{ZWNJ}x"]),
        ("<p>یک\n\t دو</p><pre>سه\n  چهار</pre>", ["یک دو", "سه", "چهار"]),
        ("<table><tr><td>یک<td>دو</table>", ["یک", "دو"]),
        (
            "<div hidden>نه</div><p style='Display : none'>نه</p><p>آری<span style='visibility:hidden'>نه</span></p>",
            ["آری"],
        ),
        ("<template>نه</template><svg><text>نه</text></svg><noscript>نه</noscript><p>آری</p>", ["آری"]),
        ("<p>آری<!-- نه --><del>نه</del><ins> هم</ins></p>", ["آری هم"]),
        ("<ul><li>یک<li>دو<p>سه", ["یک", "دو", "سه"]),
        ("<p>پنج &lt; شش &amp; هفت", ["پنج < شش & هفت"]),
    ],
)
def test_text_is_what_a_browser_shows(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("<h2>تیتر</h2><h3>میان</h3><p>متن", [Kind.HEADLINE, Kind.SUBHEAD, Kind.BODY]),
        ("<h1>تیتر<br>لید</h1><h1>دیگر</h1>", [Kind.HEADLINE, Kind.BODY, Kind.BODY]),
        ("<p>یک<p>دو<p>سه<h2>میان</h2><p>متن", [Kind.BODY] * 3 + [Kind.SUBHEAD, Kind.BODY]),
        ("<p>یک<p>دو<p>سه<h1>تیتر</h1>", [Kind.BODY] * 3 + [Kind.HEADLINE]),
        ("<p class=MsoTitle>تیتر<p class=MsoNormal>متن", [Kind.HEADLINE, Kind.BODY]),
        (
            "<p class=MsoListParagraphCxSpFirst><span style='mso-list:Ignore'>·&nbsp; </span>بند</p><p>متن",
            [Kind.LIST, Kind.BODY],
        ),
    ],
)
def test_headings_and_the_classes_of_word_tell_kinds(markup: str, kinds: list[Kind]) -> None:
    found = lines(markup)
    assert [kind for _, kind in found] == kinds
    assert all("·" not in text for text, _ in found)


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        "\ufeff".encode() + PAGE.encode(),
        PAGE.encode("utf-16"),
        PAGE.replace("charset", "x").encode(),
        ("<?xml version='1.0' encoding='utf-8'?>" + PAGE).encode(),
    ],
)
def test_bytes_tell_their_encoding(data: bytes) -> None:
    document = read_bytes(data, "x.html")
    assert isinstance(document, HtmlDocument)
    assert document.draft.paragraphs[1].text == "گشایش پل تازه"


def test_what_the_page_declares_helps_where_bytes_do_not_tell() -> None:
    page = '<html><meta http-equiv=Content-Type content="text/html; charset=windows-1256"><p>{}'
    assert read_bytes(page.format("نه").encode("cp1256"), "x").draft.paragraphs[0].text == "نه"
    with pytest.raises(KnownError, match="unknown"):
        read_bytes(page.format("نه").replace("windows-1256", "koi9").encode("cp1256"), "x")


def test_a_declaration_does_not_overrule_the_bytes() -> None:
    data = "<html><meta charset=windows-1256><p>گزارش تازه".encode()
    assert read_bytes(data, "x").draft.paragraphs[0].text == "گزارش تازه"


def test_entities_and_files_of_a_document_type_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("راز", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "سال">]><p>خبر &x; &y; <img src="{secret}">'
    )
    assert not any("راز" in text for text in texts(page))
    assert "سال" not in texts(page)[-1]


@pytest.mark.parametrize(
    "markup",
    [
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">خبر</p>",
        "<!--" * 100_000 + "--><p>خبر</p>",
        "<p>خبر" + "&" * 100_000,
        "<p>خبر</p>" + "</div>" * 100_000,
        "<p style='" + "display " * 50_000 + "'>خبر</p>",
    ],
)
def test_hostile_pages_cost_little(markup: str) -> None:
    began = time.perf_counter()
    assert texts(markup)[0].startswith("خبر")
    assert time.perf_counter() - began < 2


TAGS = st.sampled_from(
    (
        "p", "div", "h1", "h2", "li", "ul", "td", "table", "tr", "b", "i", "br", "script", "style", "pre", "nav",
        "select", "option", "a", "html", "body", "head", "svg", "address",
    )
)  # fmt: skip
PIECES = (
    TAGS.map("<{}>".format) | TAGS.map("</{}>".format) | TAGS.map("<{} hidden>".format)
    | st.sampled_from(["متن ", "<", "&", "<!--", "-->", "\n", "&nbsp;", '"', "<![CDATA["])
)  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_tag_soup_never_loses_the_first_words_nor_shows_white_space(soup: str) -> None:
    found = texts("سرآغاز " + soup)
    assert found[0].startswith("سرآغاز")
    assert all(text == text.strip() and text for text in found)


def test_a_page_is_not_written_but_copies_are(tmp_path: Path) -> None:
    path = tmp_path / "release.html"
    path.write_text(PAGE, encoding="utf-8")
    document = read(path)
    assert document.format == "html"
    with pytest.raises(KnownError, match=r"release\.html is a web page"):
        document.rewritten(document.draft)
    for name in ("copy.txt", "copy.docx"):
        write(document.draft, tmp_path / name, document)
        assert [p.text for p in read(tmp_path / name).draft.paragraphs] == [p.text for p in document.draft.paragraphs]
    assert path.read_text(encoding="utf-8") == PAGE


def test_a_page_made_from_a_pdf_is_marked() -> None:
    assert read_markup('<meta name=generator content="pdf2htmlEX"><p>خبر', "x").from_pdf
    assert not read_markup('<meta name=generator content="WordPress"><p>خبر', "x").from_pdf
