"""New files: what is written is what is read back, and a failed write leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from pr_editor.formats.read import read
from pr_editor.formats.write import write
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

RELEASE = Draft(
    (
        Paragraph(0, "کتابخانهٔ مرکزی به API تازه پیوست", Kind.HEADLINE),
        Paragraph(1, "دسترسی به فهرست کتاب‌ها از امروز\tرایگان است.", Kind.LEAD),
        Paragraph(2, "گزارش‌ها در info@example.org و https://example.org/fa?x=1 آمده است."),
        Paragraph(3, "عضویت", Kind.SUBHEAD),
        Paragraph(4, "ثبت نام ۱۲ دقیقه‌ای", Kind.LIST),
        Paragraph(5, "نویسنده: مینا کاوه، کارشناس روابط عمومی", Kind.BYLINE),
    ),
    title="کتابخانه",
)


@pytest.mark.parametrize("name", ["release.txt", "release.docx", "RELEASE.DOCX"])
def test_written_draft_reads_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write(RELEASE, path)
    assert [p.text for p in read(path).draft.paragraphs] == [p.text for p in RELEASE.paragraphs]
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_new_word_file_runs_right_to_left_but_for_latin_words(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    write(RELEASE, path)
    paragraphs = docx.Document(str(path)).paragraphs
    assert all(p._p.find(f".//{qn('w:bidi')}") is not None for p in paragraphs)
    right_to_left = {run.text for p in paragraphs for run in p.runs if run._r.find(f".//{qn('w:rtl')}") is not None}
    left_to_right = {run.text for p in paragraphs for run in p.runs} - right_to_left
    assert left_to_right == {"API", "info@example.org", "https://example.org/fa?x=1"}


def test_new_word_file_shows_kinds_by_style_and_names_no_program(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    write(RELEASE, path)
    document = docx.Document(str(path))
    styles = [p.style.name if p.style else None for p in document.paragraphs]
    assert styles == ["Title", "Normal", "Normal", "Heading 2", "List Bullet", "Normal"]
    assert (document.core_properties.author, document.core_properties.title) == ("", "کتابخانه")
    kinds = [p.kind for p in read(path).draft.paragraphs]
    assert kinds == [Kind.HEADLINE, Kind.BODY, Kind.BODY, Kind.SUBHEAD, Kind.LIST, Kind.BODY]


def test_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"\.txt / \.docx"):
        write(RELEASE, tmp_path / "release.pages")
    assert not list(tmp_path.iterdir())


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="folder"):
        write(RELEASE, tmp_path / "nowhere" / "release.txt")


def test_folder_in_the_way_is_told_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.mkdir()
    with pytest.raises(KnownError, match="cannot be written"):
        write(RELEASE, path)
    assert list(tmp_path.iterdir()) == [path]


def test_refused_text_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    write(RELEASE, path)
    before = path.read_bytes()
    with pytest.raises(KnownError, match=r"U\+0007"):
        write(Draft((Paragraph(0, "زنگ\x07"),)), path)
    assert path.read_bytes() == before


def test_a_copy_of_a_word_document_keeps_its_formatting(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph().add_run("کتابخانه گشوده شد").bold = True
    made.save(str(tmp_path / "received.docx"))
    received = read(tmp_path / "received.docx")
    now = Draft((Paragraph(received.draft.paragraphs[0].key, "کتابخانهٔ تازه گشوده شد"),))
    write(now, tmp_path / "copy.docx", received)
    (paragraph,) = docx.Document(str(tmp_path / "copy.docx")).paragraphs
    assert (paragraph.text, paragraph.runs[0].bold) == ("کتابخانهٔ تازه گشوده شد", True)
    write(now, tmp_path / "copy.txt", received)
    assert read(tmp_path / "copy.txt").draft.paragraphs[0].text == paragraph.text
