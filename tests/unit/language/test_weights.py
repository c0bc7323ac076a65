"""What a slip costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.language.weights import adjacent, distance
from pr_editor.text.letters import ZWNJ

PERSIAN = st.text(alphabet="ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی" + ZWNJ, max_size=10)


@pytest.mark.parametrize(("a", "b"), ["دذ", "شس", "بی", "لا", "من"])
def test_neighbouring_keys(a: str, b: str) -> None:
    assert adjacent(a, b)
    assert adjacent(b, a)


def test_far_keys() -> None:
    assert not adjacent("ش", "گ")
    assert not adjacent("ض", "و")


@pytest.mark.parametrize(
    ("slip", "cheap", "dear"),
    [
        ("a neighbouring key", ("خبذ", "خبر"), ("خبق", "خبر")),
        ("a letter of the same sound", ("مسابغه", "مسابقه"), ("مسابله", "مسابقه")),
        ("letters swapped", ("گزراش", "گزارش"), ("گزشار", "گزارش")),
        ("a letter doubled", ("گزاررش", "گزارش"), ("گزامرش", "گزارش")),
        ("a half-space left out", ("میرود", f"می{ZWNJ}رود"), ("میرود", "میورود")),
    ],
)
def test_likely_slips_cost_less(slip: str, cheap: tuple[str, str], dear: tuple[str, str]) -> None:
    assert distance(*cheap) < distance(*dear), slip


@given(PERSIAN, PERSIAN)
@settings(deadline=None, max_examples=100)
def test_only_equal_words_cost_nothing(typed: str, meant: str) -> None:
    assert (distance(typed, meant) == 0) == (typed == meant)
