"""The words of a comment are found again while they are there; comments not handed over outlive the program."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.comments import PendingComments, Remark, comment_on, locate
from pr_editor.review.comments import Thread
from pr_editor.review.model import Comment
from pr_editor.text.draft import Paragraph, draft_of
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
TEXT = (
    "افتتاح کتابخانهٔ روستای سرچشمه",
    "مدیر کتابخانه گفت هزار جلد کتاب خریده شد و مدیر شهرداری هزینه را پذیرفت.",
    "مدیر برنامه از مردم سپاسگزاری کرد.",
)
PARAGRAPHS = tuple(Paragraph(key, text) for key, text in enumerate(TEXT, 10))


def remark(words: str, paragraph: int, nth: int = 0) -> Remark:
    text, start = TEXT[paragraph], -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    thread = Thread(1, 0, Comment(paragraph, start, end, "چرا؟"), "لیلا", AT)
    return Remark(thread, words, text[:start][-40:], text[end:][:40])


def found(one: Remark, paragraphs: tuple[Paragraph, ...]) -> tuple[int, int] | None:
    span = locate(one, paragraphs)
    assert span is None or span.of(next(p.text for p in paragraphs if p.key == span.key)) == one.words
    return None if span is None else (span.key, span.start)


def test_the_same_words_elsewhere_are_not_taken_for_it() -> None:
    first, second, third = remark("مدیر", 1), remark("مدیر", 1, 1), remark("مدیر", 2)
    places = [found(one, PARAGRAPHS) for one in (first, second, third)]
    assert places == [(11, 0), (11, TEXT[1].rindex("مدیر")), (12, 0)]
    without = (PARAGRAPHS[0], PARAGRAPHS[2])
    assert [found(one, without) for one in (first, second, third)] == [None, None, (12, 0)]


def test_it_is_followed_when_paragraphs_are_moved_split_and_written_anew() -> None:
    books = remark("هزار جلد کتاب", 1)
    moved = (Paragraph(7, "بند تازه"), Paragraph(3, "او گفت هزار جلد کتاب خریده شد."), PARAGRAPHS[0])
    assert found(books, moved) == (3, len("او گفت "))
    assert found(books, (Paragraph(3, "نهصد جلد کتاب خریده شد."),)) is None


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("آبپ ", max_size=12), max_size=3), st.lists(st.text("تثج ", max_size=12), max_size=3))
def test_what_stands_around_it_makes_no_difference(before: list[str], after: list[str]) -> None:
    around = [*before, TEXT[1], *after]
    paragraphs = tuple(Paragraph(key, text) for key, text in enumerate(around))
    for one in (remark("هزار جلد", 1), remark("مدیر", 1, 1)):
        assert found(one, paragraphs) == (len(before), one.thread.comment.start)


def test_a_comment_by_its_words_needs_one_place() -> None:
    draft = draft_of(TEXT)
    assert comment_on(draft, "هزار جلد", "چند؟") == Comment(
        1, TEXT[1].index("هزار"), TEXT[1].index(" کتاب خریده"), "چند؟"
    )
    with pytest.raises(KnownError, match="more than once"):
        comment_on(draft, "مدیر", "کدام؟")
    with pytest.raises(KnownError, match="not in the text"):
        comment_on(draft, "ده هزار", "چند؟")


class TestPending:
    def test_they_are_kept_for_the_version_and_the_person(self, tmp_path: Path) -> None:
        later, earlier = Comment(2, 0, 4, "دو"), Comment(1, 0, 4, "یک")
        PendingComments(tmp_path / "new").keep("sha256:a", "لیلا", [later, earlier])
        kept = PendingComments(tmp_path / "new")
        assert kept.all("sha256:a", "لیلا") == (earlier, later)
        assert kept.all("sha256:b", "لیلا") == kept.all("sha256:a", "سارا") == ()

    def test_none_leave_nothing_behind(self, tmp_path: Path) -> None:
        kept = PendingComments(tmp_path)
        kept.keep("sha256:a", "لیلا", [Comment(1, 0, 4, "یک")])
        kept.keep("sha256:a", "لیلا", [])
        assert [*tmp_path.iterdir()] == []

    def test_a_file_that_is_none_is_told_and_kept(self, tmp_path: Path) -> None:
        kept = PendingComments(tmp_path)
        kept.keep("sha256:a", "لیلا", [Comment(1, 0, 4, "یک")])
        (path,) = tmp_path.iterdir()
        path.write_text('[{"paragraph": 1}]', "utf-8")
        with pytest.raises(KnownError, match="could not be read"):
            kept.all("sha256:a", "لیلا")
        assert path.exists()

    def test_a_folder_that_can_not_be_made_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(KnownError, match="could not be kept"):
            PendingComments(tmp_path / "file" / "in").keep("sha256:a", "لیلا", [Comment(1, 0, 4, "یک")])
