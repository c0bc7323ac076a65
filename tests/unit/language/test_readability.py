"""Syllables and reading ease: words anybody can count, and the laws of the formula."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.language.readability import Counts, counts, syllables
from pr_editor.text.letters import ZWNJ

WORDS = st.text(alphabet="ابپتدرسشکگلمنوهیآءئ\u064b" + ZWNJ, min_size=1, max_size=12)
ordinary = settings(deadline=None, max_examples=100)

KNOWN = {
    "و": 1, "به": 1, "آب": 1, "سال": 1, "روز": 1, "گفت": 1, "شهر": 1, "کتاب": 2, "نیاز": 2, "کشور": 2, "مرکز": 2,
    "کارگر": 2, "تهران": 2, "وزیر": 2, "لطفاً": 2, "مدرسه": 3, "برنامه": 3, "فرهنگی": 3, "گزارش": 3, "پروژه": 3,
    "دانشگاه": 3, "برگزار": 3, "کارگزاری": 4, "جشنواره": 4, f"خانه{ZWNJ}ها": 3, f"بزرگ{ZWNJ}ترین": 4,
    f"سرمایه{ZWNJ}گذاری": 6,
}  # fmt: skip
SPOKEN = {
    "دیروز پل تازه باز شد و مردم شاد شدند": 12,
    "کارگران این کارگاه پس از یک سال به خانه رفتند": 16,
    "مدیرکل روابط عمومی از خبرنگاران تشکر کرد": 18,
}
"""Sentences counted aloud."""


@pytest.mark.parametrize("word", KNOWN)
def test_syllables_of_words_that_show_them(word: str) -> None:
    assert syllables(word) == KNOWN[word]


@pytest.mark.parametrize("sentence", SPOKEN)
def test_estimates_come_near_what_is_spoken(sentence: str) -> None:
    assert counts(sentence).syllables == pytest.approx(SPOKEN[sentence], rel=0.15)


def test_letters_of_arabic_keyboards_count_alike() -> None:
    assert syllables("كتابي") == syllables("کتابی")


def test_a_text_is_counted_by_words_and_sentences() -> None:
    found = counts("پل باز شد. در ۱۴۰۲ از API گفت! «مردم شاد شدند.»")
    assert (found.words, found.sentences) == (9, 3)
    assert counts("۱۲۳۴ https://example.org") == Counts()


def test_the_formula_is_that_of_the_book() -> None:
    assert Counts(words=100, sentences=5, syllables=180).reading_ease == pytest.approx(
        262.835 - 0.846 * 180 - 1.01 * 20
    )


@ordinary
@given(WORDS)
def test_every_word_is_spoken_and_none_has_more_syllables_than_letters(word: str) -> None:
    assert 1 <= syllables(word) <= len(word)


@ordinary
@given(WORDS, WORDS)
def test_parts_joined_by_half_spaces_are_counted_one_by_one(first: str, second: str) -> None:
    assert syllables(f"{first}{ZWNJ}{second}") >= max(syllables(first), syllables(second))


@ordinary
@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 500))
def test_longer_sentences_and_words_are_never_easier(words: int, sentences: int, spoken: int) -> None:
    words *= sentences
    score = Counts(words, sentences, spoken).reading_ease
    assert Counts(words, sentences, spoken + 1).reading_ease < score
    assert Counts(words, sentences + 1, spoken).reading_ease > score
