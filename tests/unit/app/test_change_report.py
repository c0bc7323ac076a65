"""The report for the author: true to the text, whole in one file, readable in both languages."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from pr_editor.app.change_report import ChangeReport, Wording, html_change_report, write_change_report
from pr_editor.app.comment_rows import answered
from pr_editor.app.comments import Remark
from pr_editor.app.i18n import Translator
from pr_editor.formats.read import read
from pr_editor.review.comments import Thread
from pr_editor.review.model import Answer, Comment
from pr_editor.text.draft import Kind, draft_of
from pr_editor.text.message import KnownError
from tests.unit.app.test_changes import AUTHOR
from tests.unit.app.test_comparison import TEXTS, ZWNJ, by_hand, fixed

if TYPE_CHECKING:
    from pr_editor.text.draft import Draft

RESOURCES = Path(__file__).parents[3] / "resources"
TEMPLATES = RESOURCES / "templates"
SUPERVISOR = "نسرین کاوه"
LRM, RLM = "\u200e", "\u200f"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def wording(language: str) -> Wording:
    return Wording(Translator(language, RESOURCES / "locale"), lambda code: f"<{code}>")


@pytest.fixture
def report() -> ChangeReport:
    """A word put right, a half-space, a paragraph taken away, and a word changed by hand."""
    received = draft_of(TEXTS)
    now, changes = fixed(
        received,
        ("SPL001", "همکری", "همکاری"),
        ("ZWN002", "برنامه های", f"برنامه{ZWNJ}های"),
        ("DUP001", TEXTS[2], ""),
    )
    now, changes = by_hand(now, "راه", "پیش", changes)
    now = now.with_kinds({0: Kind.HEADLINE})
    return ChangeReport("کتابخانه <تازه>", received, now, changes, AUTHOR)


def test_rows_and_counts_tell_every_change(report: ChangeReport) -> None:
    assert [row.rule for row in report.rows] == ["SPL001", "ZWN002", "DUP001", ""]
    assert report.rows[1].words == (("برنامه های", f"برنامه{ZWNJ}های"),)
    assert report.rows[3].words == (("راه", "پیش"),)
    assert report.counts == {"DUP001": 1, "SPL001": 1, "ZWN002": 1, "": 1}


def test_of_two_words_alike_the_one_a_fix_took_is_not_told_again_as_done_by_hand(report: ChangeReport) -> None:
    received = draft_of(["بسیاری از کارگاه‌ها در در ساعت‌های شلوغ می‌ایستند."])
    now, changes = fixed(received, ("REP001", " در", ""))
    one = replace(report, received=received, now=now, changes=changes)
    assert [row.rule for row in one.rows] == ["REP001"]
    assert [difference.codes for difference in one.comparison.differences] == [("REP001",)]


def test_what_was_reversed_is_not_reported(report: ChangeReport) -> None:
    changes = [replace(change, turns=(AUTHOR,)) for change in report.changes]
    assert [row.rule for row in replace(report, changes=changes).rows if row.rule] == []


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("en", "ltr")])
def test_the_page_needs_nothing_else_and_escapes_what_drafts_say(
    report: ChangeReport, language: str, direction: str
) -> None:
    page = html_change_report(report, wording(language), TEMPLATES)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert not re.search(r"(?:src|href)=|https?:|@import|url\(", page)
    assert "کتابخانه &lt;تازه&gt;" in page
    assert "&lt;SPL001&gt;" in page
    assert "مریم کاظمی" in page
    assert "برنامه¦های" in page


def test_the_page_in_persian_has_a_jalali_date_in_persian_digits(report: ChangeReport) -> None:
    assert "۱۴۰۴/۰۲/۱۱ ۱۳:۰۰" in html_change_report(report, wording("fa"), TEMPLATES)
    assert "1404-02-11 13:00" in html_change_report(report, wording("en"), TEMPLATES)


def test_the_page_shows_both_texts(report: ChangeReport) -> None:
    page = html_change_report(report, wording("fa"), TEMPLATES)
    text = page.split('class="draft"')[1]
    assert '<p class="headline same">' in text
    assert f'<p class="body gone"><del>{TEXTS[2]}</del></p>' in text
    assert "<del>همکری</del> <ins>همکاری</ins>" in text


def document(report: ChangeReport, folder: Path, language: str = "fa") -> Path:
    path = folder / "report.docx"
    write_change_report(report, path, wording(language), TEMPLATES)
    return path


def body_of(path: Path) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return etree.fromstring(package.read("word/document.xml"))


def marked_text(path: Path, gone: str) -> list[str]:
    """The last paragraphs of the document, those of the text; what stands in ``gone`` left out."""
    paragraphs = body_of(path).findall(f"{W}body/{W}p")
    texts = []
    for paragraph in paragraphs[-len(TEXTS) :]:
        words = [
            node.text or ""
            for node in paragraph.iter(f"{W}t", f"{W}delText")
            if not any(parent.tag == f"{W}{gone}" for parent in node.iterancestors())
        ]
        texts.append("".join(words))
    return [text for text in texts if text]


def test_in_word_all_changes_accepted_give_the_text_now_all_rejected_the_received(
    report: ChangeReport, tmp_path: Path
) -> None:
    path = document(report, tmp_path)
    assert marked_text(path, "del") == texts(report.now)
    assert marked_text(path, "ins") == texts(report.received)
    changes = list(body_of(path).iter(f"{W}ins", f"{W}del"))
    assert {change.get(f"{W}author") for change in changes} == {"مریم کاظمی"}
    assert {change.get(f"{W}date") for change in changes} == {"2025-05-01T09:30:00Z"}
    assert len({change.get(f"{W}id") for change in changes}) == len(changes)


def texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


def test_the_document_opens_and_reads_as_the_text_now(report: ChangeReport, tmp_path: Path) -> None:
    path = document(report, tmp_path)
    lines = [paragraph.text for paragraph in read(path).draft.paragraphs]
    assert lines[-3:] == texts(report.now)
    opened = docx.Document(str(path))
    assert [len(table.rows) for table in opened.tables] == [5, 5]
    assert opened.tables[1].rows[2].cells[2].text == f"برنامه های {RLM}←{RLM} برنامه¦های"


@pytest.mark.parametrize(("language", "bidi"), [("fa", True), ("en", False)])
def test_tables_run_in_the_direction_of_the_language(
    report: ChangeReport, tmp_path: Path, language: str, bidi: bool
) -> None:
    body = body_of(document(report, tmp_path, language))
    assert (body.find(f".//{W}tblPr/{W}bidiVisual") is not None) is bidi


def test_the_reason_has_more_room_than_the_number_and_the_head_comes_again_on_each_page(
    report: ChangeReport, tmp_path: Path
) -> None:
    table = body_of(document(report, tmp_path)).findall(f".//{W}tbl")[1]
    number, rule, words, reason = (int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol"))
    assert number < rule < words < reason
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")] == [True, *[False] * 4]


def test_the_arrow_leads_from_before_to_after_in_either_language(report: ChangeReport, tmp_path: Path) -> None:
    """Beside words of the other direction an arrow without marks would have both sides exchanged."""
    received = draft_of(["سامانه Portal باز شد."])
    now, changes = fixed(received, ("SPL006", "Portal", "Website"))
    one = replace(report, received=received, now=now, changes=changes)
    words = {
        language: docx.Document(str(document(one, tmp_path, language))).tables[1].rows[1].cells[2].text
        for language in ("fa", "en")
    }
    assert words == {
        "fa": f"{LRM}Portal{LRM} {RLM}←{RLM} {LRM}Website{LRM}",
        "en": f"Portal {LRM}→{LRM} Website",
    }


def test_in_english_persian_words_keep_their_punctuation(tmp_path: Path) -> None:
    received = draft_of(["کار تمام است ، گفت."])
    now, changes = fixed(received, ("SPC001", " ،", "،"))
    report = ChangeReport("کار", received, now, changes, AUTHOR)
    cell = docx.Document(str(document(report, tmp_path, "en"))).tables[1].rows[1].cells[2].text
    assert cell == f"{RLM}است·، گفت.{RLM} {LRM}→{LRM} {RLM}است، گفت.{RLM}"


@pytest.fixture
def commented(report: ChangeReport) -> ChangeReport:
    """The same with three comments: one answered, one settled with words, one without by nobody known."""
    about = ("همکاری مردم", "برنامه‌های دیگری", "از <فردا>")
    said = ("چه کسانی؟", "کدام برنامه؟\nبا نام", "تاریخ دقیق؟")
    threads = [Thread(1, at, Comment(at, 0, 4, text), SUPERVISOR, AUTHOR.at) for at, text in enumerate(said)]
    remarks = [Remark(thread, words) for thread, words in zip(threads, about, strict=True)]
    answers = (
        Answer(1, 0, "فائزه امینی", AUTHOR.at, "در بند سوم آمده است.", settled=False),
        Answer(1, 1, "فائزه امینی", AUTHOR.at, "نام افزوده شد\x07.", settled=True),
        Answer(1, 2, "", AUTHOR.at, "", settled=True),
    )
    return replace(report, remarks=answered(remarks, answers))


STATES = {
    "fa": ("هنوز برطرف نشده", "فائزه امینی آن را برطرف کرده است", "مریم کاظمی آن را برطرف کرده است"),
    "en": ("Not settled yet", "Settled by فائزه امینی", "Settled by مریم کاظمی"),
}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_page_tells_comments_answers_and_what_came_of_them(commented: ChangeReport, language: str) -> None:
    page = html_change_report(commented, wording(language), TEMPLATES)
    rows = page.split("<q dir=")[1:]
    wanted = (
        ("همکاری مردم", "چه کسانی؟", "در بند سوم آمده است."),
        ("برنامه‌های دیگری", "کدام برنامه؟\nبا نام", "نام افزوده شد"),
        ("از &lt;فردا&gt;", "تاریخ دقیق؟", SUPERVISOR),
    )
    assert [part for row, parts in zip(rows, wanted, strict=True) for part in parts if part not in row] == []
    assert [state for row, state in zip(rows, STATES[language], strict=True) if state not in row] == []


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_document_tells_them_as_well(commented: ChangeReport, tmp_path: Path, language: str) -> None:
    table = docx.Document(str(document(commented, tmp_path, language))).tables[2]
    cells = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    passages, comments, answers, states = list(zip(*cells, strict=True))[1:]
    held = [text.strip(LRM + RLM) for text in passages]
    assert held == ["همکاری مردم", "برنامه‌های دیگری", "از <فردا>"]
    assert all(SUPERVISOR in comment for comment in comments)
    assert "کدام برنامه؟\nبا نام" in comments[1]
    assert "نام افزوده شد\ufffd." in answers[1], "what Word can't hold does not keep the report from being written"
    assert answers[2] == ""
    assert states == STATES[language]


def test_without_comments_there_is_nothing_about_them(report: ChangeReport, tmp_path: Path) -> None:
    assert "نظرهای سرپرست" not in html_change_report(report, wording("fa"), TEMPLATES)
    assert len(docx.Document(str(document(report, tmp_path))).tables) == 2


def test_another_ending_is_refused(report: ChangeReport, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"\.html"):
        write_change_report(report, tmp_path / "report.pdf", wording("en"), TEMPLATES)


def test_a_place_that_can_not_be_written_is_told(report: ChangeReport, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        write_change_report(report, tmp_path / "nowhere" / "report.html", wording("en"), TEMPLATES)
