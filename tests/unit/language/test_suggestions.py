"""Which word was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.language.language import MOST, Language
from pr_editor.language.suggestions import OBSCENE

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.language.language import Candidate

SLIPS = {
    "a neighbouring key": ("بسیاد", "بسیار"),
    "letters swapped": ("تهارن", "تهران"),
    "a letter left out": ("گسترگی", "گستردگی"),
    "a letter doubled": ("سازماان", "سازمان"),
    "a letter of one sound": ("مسابغه", "مسابقه"),
    "an inflected form": ("گزراش‌هایشان", "گزارش‌هایشان"),
    "a half-space lost": ("تصمیمگیری", "تصمیم‌گیری"),
    "two words": ("یاسرمایه", "یا سرمایه"),
    "a word and «در»": ("عمومیدر", "عمومی در"),
    "«و» and a word": ("وخدمات", "و خدمات"),
    "a word and «و»": ("عادلانهو", "عادلانه و"),
    "a word between little ones": ("وهمچنیندر", "و همچنین در"),
    "a lost space before an inflected word": ("درنشست‌های", "در نشست‌های"),
    "a rare ending is no better than a common word": ("سبت", "ثبت"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_right_word_comes_first(language: Language, slip: str) -> None:
    typed, meant = SLIPS[slip]
    first = language.candidates(typed)[0]
    assert first.text == meant
    assert first.convincing


@pytest.mark.parametrize("name", ["زرپوناک", "شمرانفرد", "کیسلوسکینز", "ژرتینپا"])
def test_no_candidate_convinces_for_a_name(language: Language, name: str) -> None:
    assert not any(candidate.convincing for candidate in language.candidates(name)[:1])


@given(word=st.text(alphabet="ابپتدرزسشعکگلمنوهی", min_size=2, max_size=10))
@settings(deadline=None, max_examples=100)
def test_candidates_are_words(language: Language, word: str) -> None:
    found = language.candidates(word)
    assert len(found) <= MOST
    assert all(language.knows(part) for candidate in found for part in candidate.text.split(" "))
    assert word not in {candidate.text for candidate in found}
    assert len({candidate.text for candidate in found}) == len(found)
    assert [candidate.score for candidate in found] == sorted((c.score for c in found), reverse=True)


def test_answers_do_not_depend_on_what_was_asked_before(language: Language, resources: Path) -> None:
    def ask(speaker: Language, words: list[str]) -> dict[str, tuple[Candidate, ...]]:
        return {word: speaker.candidates(word) for word in words}

    words = [typed for typed, _ in SLIPS.values()]
    fresh = Language.load(resources / "dictionaries")
    assert ask(fresh, words[::-1]) == ask(language, words)


@pytest.mark.parametrize("word", ["کیرن", "گوزض", "کونن", "جندهه", "جنده‌هاا", "سکصی", "کونهایشض", "شاشیت", "کیرو"])
def test_nothing_obscene_is_proposed(language: Language, word: str) -> None:
    proposed = {part for candidate in language.candidates(word) for part in candidate.text.split()}
    stems = ("کیر", "گوز", "کون", "جنده", "شاش", "سکس")
    endings = ("", "ی", "م", "ت", "ش", "ها", "های", "‌ها", "‌های", "هایش", "هایشان")
    assert not proposed & {stem + ending for stem in stems for ending in endings}


@pytest.mark.parametrize("word", ["گوزن", "کسی", "کونیا", "رسید", "کیرکوک"])
def test_decent_words_that_look_like_others_are_proposed(word: str) -> None:
    assert not OBSCENE.search(word)


@pytest.mark.parametrize("piece", ["ا", "می", "کتاب‌", "علی", "و‌", "بیست‌و‌"])
def test_endless_words_cost_nothing(language: Language, piece: str) -> None:
    word = (piece * 4000).strip("‌")
    assert not language.knows(word)
    assert language.candidates(word) == ()


@pytest.mark.parametrize("piece", ["اب‌", "کتاب‌", "می‌", "ی‌"])
def test_many_half_spaces_have_an_answer(language: Language, piece: str) -> None:
    assert len(language.candidates((piece * 12)[:39])) <= MOST
