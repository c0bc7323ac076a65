"""Numbers in digits and words are read as Persian readers read them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools import digits

from pr_editor.text.numbers import read_numbers

LAW = settings(deadline=None, max_examples=100)


def values(text: str) -> list[Decimal]:
    return [number.value for number in read_numbers(text)]


@LAW
@given(st.integers(1, 10**12))
def test_what_is_written_in_words_is_read_back(number: int) -> None:
    text = f"مبلغ {digits.to_word(number)} ریال"
    found = read_numbers(text)
    assert [one.value for one in found] == [number]
    assert found[0].in_words
    assert text[found[0].start : found[0].end] == digits.to_word(number)


@LAW
@given(st.integers(1, 10**9))
def test_digits_of_any_script_are_the_same_number(number: int) -> None:
    persian = digits.en_to_fa(str(number))
    grouped = digits.en_to_fa(f"{number:,}".replace(",", "٬"))
    assert values(f"در {persian} مورد") == values(f"در {number} مورد") == values(f"در {grouped} مورد") == [number]


@LAW
@given(st.text(alphabet="۰۱۲۳ و هزاریکدومیلنپج٬٫/.٪‌", max_size=40))
def test_numbers_lie_in_order_and_in_the_text(text: str) -> None:
    found = read_numbers(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۱۲ هزار و ۵۰۰ نفر", ["12500"]),
        ("یک‌هزار و ۱۸ پروژه", ["1018"]),
        ("۲٫۵ میلیون و ۲/۵ میلیون تومان", ["2500000", "2500000"]),
        ("یک هزار و ۵۰۰ میلیارد تومان", ["1500000000000"]),
        ("۵ میلیون و ۲ میلیون و ۳ هزار", ["5000000", "2003000"]),
        ("دو میلیون و سیصد و بیست میلیون", ["2000000", "320000000"]),
        ("هزار میلیارد تومان", ["1000000000000"]),
        ("دو و سه نفر", ["2", "3"]),
        ("۲۰ و ۵ نفر", ["20", "5"]),
        ("سی‌ام و سوم", ["30", "3"]),
        ("سهم و سیم", []),
        ("۱.۲۰۰ نفر", []),
        ("شنبه ۱۴۰۳/۷/۱۵ ساعت ۱۲:۳۰", []),
    ],
)
def test_values(text: str, expected: list[str]) -> None:
    assert values(text) == [Decimal(value) for value in expected]


def test_ordinals_and_percents_say_so() -> None:
    ordinal, percent = read_numbers("پنجمین دوره با ۲۵٪ رشد")
    assert ordinal.is_ordinal
    assert percent.is_percent
    assert not percent.in_words
