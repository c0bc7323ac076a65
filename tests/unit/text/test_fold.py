"""Laws of folding, and the variants it must level."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.fold import fold, fold_map

PERSIAN = st.text(alphabet="آاأإئبپةۀهھیيىکكؤءًٌٔـ‌‏۱٢3 ،.aB«»ﻻﷲ😀", max_size=60)


@given(PERSIAN)
@settings(deadline=None)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(PERSIAN)
@settings(deadline=None)
def test_map_agrees_with_fold_and_points_into_the_text(text: str) -> None:
    folded, origin = fold_map(text)
    assert folded == fold(text)
    assert len(origin) == len(folded)
    assert origin == sorted(origin)
    assert all(fold(text[at]) for at in origin)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_can_be_folded(text: str) -> None:
    assert fold_map(text)[0] == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("تأمین", "تامین"),
        ("كتابهاي", "کتاب‌های"),
        ("مسؤول", "مسوول"),
        ("خانۀ", "خانه"),
        ("خانهٔ", "خانه"),
        ("لطفاً", "لطفا"),
        ("۱۴۰۲", "1402"),
        ("١٤٠٢", "۱۴۰۲"),
        ("عزیـــز", "عزیز"),
        ("ﻻزم", "لازم"),
        ("مُحَمَّد", "محمد"),
        ("Tehran", "tehran"),
    ],
)
def test_variants_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("بار", "باز"), ("سد", "صد"), ("یا سرمایه", "یاسرمایه")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
