"""Word documents: what counts as their text, and that an edit changes the words and nothing else."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.formats.docx_edit import changes
from pr_editor.formats.read import read_bytes
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.message import KnownError
from tests.unit.formats.word_files import STRICT, body_of, parts, word_file, zipped

PLAIN = "<w:p><w:r><w:t>خبر تازه</w:t></w:r></w:p>"


def texts(body: str) -> list[str]:
    """The paragraphs of a document with this body."""
    return [p.text for p in read_bytes(word_file(body), "release.docx").draft.paragraphs]


def edited(body: str, *new: str | None) -> str:
    """The body after its paragraphs were made to say ``new``; None takes one away."""
    document = read_bytes(word_file(body), "release.docx")
    pairs = zip(document.draft.paragraphs, new, strict=True)
    kept = tuple(replace(p, text=text) for p, text in pairs if text is not None)
    data = document.rewritten(Draft(kept))
    if kept:
        assert [p.text for p in read_bytes(data, "release.docx").draft.paragraphs] == [p.text for p in kept]
    return body_of(data).replace(' xml:space="preserve"', "")


def paragraph(*runs: str) -> str:
    """A paragraph of runs, every other one bold."""
    bold = "<w:rPr><w:b/></w:rPr>"
    made = (f"<w:r>{bold if at % 2 else ''}<w:t>{text}</w:t></w:r>" for at, text in enumerate(runs))
    return f"<w:p>{''.join(made)}</w:p>"


class TestReading:
    """What is text."""

    def test_tracked_insertions_count_and_deletions_do_not(self) -> None:
        body = (
            "<w:p><w:r><w:t>دو </w:t></w:r><w:ins><w:r><w:t>کتابخانهٔ تازه</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>مدرسه</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>رفته</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t> آمده</w:t></w:r></w:moveTo></w:p>"
        )
        assert texts(body) == ["دو کتابخانهٔ تازه آمده"]

    def test_deleted_paragraph_mark_joins_two_paragraphs(self) -> None:
        body = (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>یک </w:t></w:r></w:p>"
            "<w:p><w:r><w:t>دو</w:t></w:r></w:p><w:p><w:r><w:t>سه</w:t></w:r></w:p>"
        )
        assert texts(body) == ["یک دو", "سه"]

    def test_line_and_page_breaks_part_paragraphs_and_tabs_do_not(self) -> None:
        body = (
            "<w:p><w:r><w:t>تیتر</w:t><w:br/><w:t>لید</w:t><w:tab/><w:t>امروز</w:t>"
            '<w:br w:type="page"/><w:t>متن</w:t><w:cr/></w:r></w:p>'
        )
        assert texts(body) == ["تیتر", "لید\tامروز", "متن"]

    def test_links_controls_tags_and_fields_hold_text(self) -> None:
        run = "<w:r><w:t>{}</w:t></w:r>"
        body = (
            f"<w:p><w:hyperlink>{run.format('پیوند ')}</w:hyperlink>"
            f"<w:smartTag>{run.format('برچسب ')}</w:smartTag>"
            f"<w:sdt><w:sdtContent>{run.format('کنترل ')}</w:sdtContent></w:sdt>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run.format("۱۴۰۴")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
            f"<w:sdt><w:sdtContent><w:p>{run.format('بند کنترل')}</w:p></w:sdtContent></w:sdt>"
        )
        assert texts(body) == ["پیوند برچسب کنترل ۱۴۰۴", "بند کنترل"]

    def test_placeholders_and_hidden_text_do_not_count(self) -> None:
        body = (
            "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>اینجا بنویسید</w:t></w:r>"
            "</w:sdtContent></w:sdt><w:r><w:rPr><w:vanish/></w:rPr><w:t>پنهان</w:t></w:r>"
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>پیدا</w:t></w:r></w:p>'
        )
        assert texts(body) == ["پیدا"]

    def test_tables_are_read_cell_by_cell_also_nested(self) -> None:
        def cell(content: str) -> str:
            return f"<w:tc>{content}<w:p/></w:tc>"

        inner = f"<w:tbl><w:tr>{cell(paragraph('درون'))}</w:tr></w:tbl>"
        rows = f"<w:tr>{cell(paragraph('الف'))}{cell(paragraph('ب'))}</w:tr><w:tr>{cell(inner)}</w:tr>"
        assert texts(paragraph("پیش") + f"<w:tbl>{rows}</w:tbl>" + paragraph("پس")) == ["پیش", "الف", "ب", "درون", "پس"]

    def test_text_box_is_read_once(self) -> None:
        box = "<w:txbxContent><w:p><w:r><w:t>در کادر</w:t></w:r></w:p></w:txbxContent>"
        body = (
            "<w:p><w:r><w:t>بیرون </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
            f"<wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
            "</mc:AlternateContent></w:r><w:r><w:t>کادر</w:t></w:r></w:p>"
        )
        assert texts(body) == ["بیرون کادر", "در کادر"]
        assert "Fallback" not in edited(body, "بیرون کادر", "درون کادر")

    def test_strict_documents_are_read(self) -> None:
        data = word_file(PLAIN, STRICT)
        assert [p.text for p in read_bytes(data, "release.docx").draft.paragraphs] == ["خبر تازه"]

    def test_content_decides_not_the_suffix(self) -> None:
        assert read_bytes(word_file(PLAIN), "release.txt").format == "docx"

    def test_document_without_words_is_refused(self) -> None:
        with pytest.raises(KnownError, match="no text"):
            read_bytes(word_file("<w:p><w:r><w:t>  </w:t></w:r></w:p>"), "release.docx")

    def test_styles_hint_at_kinds(self) -> None:
        document = docx.Document()
        document.add_paragraph("دستاورد تازه")
        document.add_heading("کتابخانه گشوده شد", level=1)
        document.add_paragraph("متن خبر")
        document.add_heading("زمان", level=1)
        document.add_heading("مکان", level=2)
        document.add_paragraph("نخست", style="List Number")
        out = io.BytesIO()
        document.save(out)
        kinds = [p.kind for p in read_bytes(out.getvalue(), "release.docx").draft.paragraphs]
        assert kinds == [Kind.BODY, Kind.HEADLINE, Kind.BODY, Kind.BODY, Kind.SUBHEAD, Kind.LIST]

    def test_numbering_of_the_paragraph_itself_makes_a_list(self) -> None:
        def numbered(number: int, text: str) -> str:
            return (
                f'<w:p><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
            )

        draft = read_bytes(word_file(numbered(3, "یک") + numbered(0, "دو")), "release.docx").draft
        assert [p.kind for p in draft.paragraphs] == [Kind.LIST, Kind.BODY]


class TestRewriting:
    """What an edit does to the XML."""

    def test_nothing_changed_gives_the_same_bytes(self) -> None:
        data = word_file(paragraph("یک", "دو") + PLAIN)
        document = read_bytes(data, "release.docx")
        assert document.rewritten(document.draft) == data

    def test_other_parts_stay_as_they_are(self) -> None:
        content = {**parts(PLAIN), "word/media/image1.png": b"\x89PNG", "docProps/custom.xml": "<a/>"}
        document = read_bytes(zipped(content), "release.docx")
        new = document.rewritten(Draft((Paragraph(0, "خبر کهنه"),)))
        with zipfile.ZipFile(io.BytesIO(new)) as archive:
            assert archive.namelist() == list(content)
            for name in content.keys() - {"word/document.xml"}:
                expected = content[name]
                assert archive.read(name) == (expected if isinstance(expected, bytes) else expected.encode())

    def test_each_word_keeps_its_formatting(self) -> None:
        old = paragraph("مدير ", "كتابخانه", " آمد")
        assert edited(old, "مدیر کتابخانه آمد") == paragraph("مدیر ", "کتابخانه", " آمد")

    def test_half_space_for_space_goes_where_the_space_was(self) -> None:
        assert edited(paragraph("کتاب", " ها", "ست"), "کتاب‌هاست") == paragraph("کتاب", "‌ها", "ست")

    def test_addition_takes_the_formatting_before_it_and_at_the_start_after_it(self) -> None:
        assert edited(paragraph("یک", "دو"), "صفریکونیمدو") == paragraph("صفریکونیم", "دو")

    def test_white_space_around_the_paragraph_stays(self) -> None:
        assert edited(paragraph("  ", "خبر", " "), "این خبر") == paragraph("  ", "این خبر", " ")

    def test_tab_taken_away_is_gone_and_a_new_one_is_an_element(self) -> None:
        old = "<w:p><w:r><w:t>یک</w:t><w:tab/><w:t>دو سه</w:t></w:r></w:p>"
        new = "<w:p><w:r><w:t>یک</w:t><w:t> </w:t><w:t>دو</w:t><w:tab/><w:t>سه</w:t></w:r></w:p>"
        assert edited(old, "یک دو\tسه") == new

    def test_tracked_deletion_stays_where_it_is(self) -> None:
        deletion = "<w:del><w:r><w:delText>نه</w:delText></w:r></w:del>"
        assert deletion in edited(f"<w:p><w:r><w:t>يك</w:t></w:r>{deletion}<w:r><w:t>دو</w:t></w:r></w:p>", "یکدو")

    def test_vanished_paragraph_is_removed(self) -> None:
        assert edited(PLAIN + paragraph("دوم") + PLAIN, "خبر تازه", None, "خبر تازه") == PLAIN + PLAIN

    def test_vanished_line_takes_its_break_along(self) -> None:
        old = "<w:p><w:r><w:t>یک</w:t><w:br/><w:t>دو</w:t><w:br/><w:t>سه</w:t></w:r></w:p>"
        assert edited(old, "یک", None, "سه").count("<w:br/>") == 1
        assert edited(old, None, "دو", "سه").count("<w:br/>") == 1
        assert edited(old, "یک", None, None).count("<w:br/>") == 0

    def test_vanished_paragraph_leaves_what_it_anchors(self) -> None:
        picture = "<w:p><w:r><w:t>شرح</w:t></w:r><w:r><w:drawing/></w:r></w:p>"
        marked = '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>نشان</w:t></w:r></w:p>'
        cell = f"<w:tbl><w:tr><w:tc>{PLAIN}</w:tc></w:tr></w:tbl>"
        left = edited(picture + marked + cell + PLAIN, None, None, None, "خبر تازه")
        assert "<w:drawing/>" in left
        assert "bookmarkStart" in left
        assert "<w:tc><w:p>" in left

    def test_new_paragraphs_look_like_their_neighbour(self) -> None:
        style = '<w:pPr><w:pStyle w:val="Body"/></w:pPr>'
        old = f"<w:p>{style}<w:r><w:rPr><w:i/></w:rPr><w:t>یک</w:t></w:r></w:p>"
        document = read_bytes(word_file(old), "release.docx")
        (first,) = document.draft.paragraphs
        new = document.rewritten(Draft((Paragraph(5, "صفر"), first, Paragraph(6, "دو"), Paragraph(7, "سه"))))
        body = body_of(new).replace(' xml:space="preserve"', "")
        assert body == "".join(old.replace("یک", text) for text in ("صفر", "یک", "دو", "سه"))

    def test_new_paragraph_amid_broken_lines_is_a_line(self) -> None:
        document = read_bytes(word_file("<w:p><w:r><w:t>یک</w:t><w:br/><w:t>دو</w:t></w:r></w:p>"), "release.docx")
        first, second = document.draft.paragraphs
        new = read_bytes(document.rewritten(Draft((first, Paragraph(9, "نیم"), second))), "release.docx")
        assert [p.text for p in new.draft.paragraphs] == ["یک", "نیم", "دو"]

    def test_document_can_be_replaced_altogether(self) -> None:
        document = read_bytes(word_file(PLAIN + PLAIN), "release.docx")
        new = read_bytes(document.rewritten(Draft((Paragraph(50, "نو"),))), "release.docx")
        assert [p.text for p in new.draft.paragraphs] == ["نو"]

    def test_control_characters_are_refused(self) -> None:
        document = read_bytes(word_file(PLAIN), "release.docx")
        with pytest.raises(KnownError, match=r"U\+0001"):
            document.rewritten(Draft((Paragraph(0, "خبر\x01"),)))


pieces = st.text("ابپتسمن‌ 12\t", max_size=5)
sentences = st.text("ابپتسمن‌ 12\t", min_size=1).map(str.strip).filter(lambda text: any(map(str.isalnum, text)))


@given(runs=st.lists(st.lists(pieces, max_size=4), max_size=4), data=st.data())
@settings(deadline=None, max_examples=100)
def test_what_is_written_is_what_is_read_back(runs: list[list[str]], data: st.DataObject) -> None:
    tab = "</w:t><w:tab/><w:t xml:space='preserve'>"
    body = "".join(paragraph(*(text.replace("\t", tab) for text in texts)) for texts in runs)
    document = read_bytes(word_file(body + PLAIN), "release.docx")
    expected = [text for texts in runs if (text := "".join(texts).strip())] + ["خبر تازه"]
    old = document.draft.paragraphs
    assert [p.text for p in old] == expected
    kept = [replace(p, text=data.draw(sentences)) for p in old if data.draw(st.booleans())]
    for key in range(1000, 1000 + data.draw(st.integers(0 if kept else 1, 3))):
        kept.insert(data.draw(st.integers(0, len(kept))), Paragraph(key, data.draw(sentences)))
    rewritten = document.rewritten(Draft(tuple(kept)))
    assert [p.text for p in read_bytes(rewritten, "release.docx").draft.paragraphs] == [p.text for p in kept]
    assert docx.Document(io.BytesIO(rewritten)).paragraphs


@given(old=st.text("abc "), new=st.text("abc "))
@settings(deadline=None)
def test_changes_turn_old_into_new(old: str, new: str) -> None:
    out, at = "", 0
    for start, end, text in changes(old, new):
        assert at == 0 or start > at
        out, at = out + old[at:start] + text, end
    assert out + old[at:] == new


@pytest.mark.parametrize(
    ("part", "properties", "expected"),
    [
        ("docProps/app.xml", "<Properties><Application>Acrobat PDFMaker</Application></Properties>", True),
        ("docProps/core.xml", '<cp:p xmlns:cp="c"><dc:creator xmlns:dc="d">pdf2docx</dc:creator></cp:p>', True),
        ("docProps/app.xml", "<Properties><Application>Microsoft Office Word</Application></Properties>", False),
        ("docProps/core.xml", '<cp:p xmlns:cp="c"><dc:title xmlns:dc="d">About PDF</dc:title></cp:p>', False),
    ],
)
def test_a_document_made_of_a_pdf_says_so_in_its_properties(part: str, properties: str, *, expected: bool) -> None:
    data = zipped({**parts("<w:p><w:r><w:t>متن</w:t></w:r></w:p>"), part: properties})
    assert read_bytes(data, "release.docx").draft.from_pdf is expected
