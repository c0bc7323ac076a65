"""What editors are asked for: how many words, characters, sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.counts import Counts, count, reading_seconds

PERSIAN = st.text(alphabet="ابی‌ ‏ً.؟۱😀\t", max_size=40)


@pytest.mark.parametrize(
    ("text", "words", "characters", "letters"),
    [
        ("می‌رود", 1, 5, 5),
        ("کتاب‌ها را", 2, 9, 8),
        ("لطفاً", 1, 4, 4),
        ("خانهٔ ما", 2, 7, 6),
        ("\u200fسلام\u200e", 1, 4, 4),
        ("دو\u00a0صفحه", 2, 7, 6),
        ("یک – دو", 2, 7, 5),
        ("😀", 0, 1, 1),
        ("۱۲ هزار", 2, 7, 6),
    ],
)
def test_words_and_characters(text: str, words: int, characters: int, letters: int) -> None:
    counted = count([text])
    assert (counted.words, counted.characters, counted.letters) == (words, characters, letters)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("گشایش کتابخانه", 1),
        ("او آمد. ما رفتیم.", 2),
        ("آمد؟ بله! رفت…", 3),
        ("بهای آن ۲.۵ درصد بالا رفت.", 1),
        ("چرا؟! …", 1),
        ("", 0),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert count([text]).sentences == sentences


def test_blank_paragraphs_count_for_nothing() -> None:
    assert count(["", " \u200c", "\t"]) == Counts()
    assert count(["یک", "", "دو"]).paragraphs == 2


@given(st.lists(PERSIAN, max_size=4), st.lists(PERSIAN, max_size=4))
@settings(deadline=None)
def test_counts_add_up(one: list[str], other: list[str]) -> None:
    assert count(one + other) == count(one) + count(other)


@given(PERSIAN)
@settings(deadline=None)
def test_half_spaces_change_no_number_of_characters(text: str) -> None:
    joined = text.replace("\u200c", "")
    one, other = count([text]), count([joined])
    assert (one.characters, one.letters) == (other.characters, other.letters)
    assert one.letters <= one.characters <= len(text)


def test_reading_takes_time_in_step_with_the_words() -> None:
    assert reading_seconds(0) == 0
    assert reading_seconds(180) == 60
    assert reading_seconds(540) == 3 * reading_seconds(180)
