"""How much a string looks like Persian."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.language.trigrams import Trigrams, trigram_counts

WORDS = ("گزارش", "گزاره", "گزارشگر", "سازمان")


def test_edges_count_as_letters() -> None:
    assert trigram_counts(["با", "با", "ب"]) == {"##ب": 3, "#با": 2, "با#": 2, "#ب#": 1}


def test_words_hold_nothing_strange() -> None:
    trigrams = Trigrams(trigram_counts(WORDS))
    assert [trigrams.strange(word) for word in WORDS] == [0, 0, 0, 0]
    assert trigrams.strange("گزرارش") == 3


def test_a_slip_surprises_more_than_a_word_of_the_same_length() -> None:
    trigrams = Trigrams(trigram_counts(WORDS))
    assert trigrams.surprise("گزاشر") > trigrams.surprise("گزارش")


@given(st.text(alphabet="ابپتجدرزسشکگمن", max_size=12), st.sampled_from("ابپتجدرزسشکگمن"))
@settings(deadline=None, max_examples=100)
def test_surprise_is_never_negative(word: str, letter: str) -> None:
    trigrams = Trigrams(trigram_counts([*WORDS, word]))
    assert trigrams.surprise(word + letter) >= trigrams.surprise("") >= 0
    assert 0 <= trigrams.strange(word + letter) <= len(word) + 2
