"""Between which words the ezafe is certain."""

from __future__ import annotations

import pytest

from pr_editor.language.ezafe import has_ezafe


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("مرحله", "دوم", ""),
        ("هفته", "گذشته", "برگزار"),
        ("درباره", "طرح", ""),
        ("درباره", "این", "موضوع"),
        ("قوه", "قضاییه", ""),
        ("نماینده", "ولی‌فقیه", ""),
        ("حوزه", "علميه", ""),
    ],
)
def test_certain(first: str, second: str, third: str) -> None:
    assert has_ezafe(first, second, third)


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("مسابقه", "دوم", "شد"),
        ("هفته", "دوم", "شدیم"),
        ("گفته", "شد", ""),
        ("همه", "مردم", ""),
        ("درباره", "و", "کنار"),
        ("برنامه", "دارند", ""),
        ("گوجه", "فرنگی", ""),
    ],
)
def test_not_certain(first: str, second: str, third: str) -> None:
    assert not has_ezafe(first, second, third)
