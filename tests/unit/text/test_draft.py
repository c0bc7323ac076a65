"""Drafts: what is counted, what is named."""

from __future__ import annotations

import hashlib

import pytest

from pr_editor.text.draft import Draft, Kind, Paragraph, count_words, draft_of
from pr_editor.text.message import KnownError, message


def test_digest_is_of_the_texts_joined_by_line_feeds() -> None:
    draft = Draft((Paragraph(3, "یک", Kind.LEAD), Paragraph(1, "دو")), title="عنوان", source="a.txt")
    assert draft.digest == "sha256:" + hashlib.sha256("یک\nدو".encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("«متن» ، – !", 1), ("می‌رود ۱۲ A4", 3), ("به گزارش روابط عمومی", 4)]
)
def test_words_are_pieces_with_a_letter_or_digit(text: str, words: int) -> None:
    assert count_words(text) == words


def test_draft_of_lines_drops_empty_ones_and_outer_space() -> None:
    draft = draft_of(["  تیتر ", "", "\t", "متن"], title="تیتر")
    assert [(p.key, p.text) for p in draft.paragraphs] == [(0, "تیتر"), (1, "متن")]
    assert draft.words == 2
    assert draft.index() == {0: 0, 1: 1}


def test_kinds_are_replaced_by_key() -> None:
    draft = draft_of(["تیتر", "متن"]).with_kinds({0: Kind.HEADLINE})
    assert [p.kind for p in draft.paragraphs] == [Kind.HEADLINE, Kind.BODY]


def test_messages_are_data_with_an_english_form() -> None:
    error = KnownError("{name} is empty", name="a.txt")
    assert error.message == message("{name} is empty", name="a.txt")
    assert str(error) == "a.txt is empty"
    assert str(message("50 % {")) == "50 % {"
