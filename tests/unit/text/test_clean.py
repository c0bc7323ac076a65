"""What comes from elsewhere loses only what nobody could have meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.clean import Cleaned, clean

TEXT = st.text(alphabet="سلام می\u200c\u200d\u00a0aB.۱ً😀\n\t", max_size=30)
DIRTY = st.text(
    alphabet="سا a\u00ad\ufeff\u200c\u200e\u200f\u0000\ufffc\ufdd0\uffff\u2028\x0b\r\n😀", max_size=30
) | st.text(max_size=30)


@given(TEXT)
@settings(deadline=None)
def test_what_has_meaning_stays(text: str) -> None:
    assert clean(text).text == text
    assert clean(text).removed == 0


@given(DIRTY)
@settings(deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once.text) == Cleaned(once.text, 0)


@given(DIRTY)
@settings(deadline=None)
def test_only_takes_away_and_counts_it(text: str) -> None:
    cleaned = clean(text)
    rest = iter(text.replace("\r\n", "\n"))
    # Line ends change their shape, all else is found again in order.
    assert all(ch == "\n" or ch in rest for ch in cleaned.text)
    assert cleaned.removed == len(text.replace("\r\n", "\n")) - len(cleaned.text)


@pytest.mark.parametrize(
    ("dirty", "text", "removed"),
    [
        ("الف\0ب\ufffcپ\ufdd0", "الفبپ", 3),
        ("\ufeffمتن", "متن", 1),
        ("co\u00adoperation", "cooperation", 1),
        ("می\u00adرود", "می\u00adرود", 0),
        ("پایان\u00ad", "پایان", 1),
        ("یک\u2028دو\x0bسه\r\nچهار", "یک\nدو\nسه\nچهار", 0),
        ("\u200fسلام\u200f\n\u200fدنیا", "سلام\nدنیا", 3),
        ("تماس: 021-12345678\u200e", "تماس: 021-12345678", 1),
        ("سلام \u200f(API)\u200f", "سلام \u200f(API)", 1),
        ("می\u200cرود\u200d", "می\u200cرود\u200d", 0),
    ],
)
def test_examples(dirty: str, text: str, removed: int) -> None:
    cleaned = clean(dirty)
    assert (cleaned.text, cleaned.removed) == (text, removed)


def test_marks_beside_other_text_stay() -> None:
    assert clean("\u200fسلام\u200f", joined=(True, False)).text == "\u200fسلام"
    assert clean("\u200fسلام\u200f", joined=(False, True)).text == "سلام\u200f"
    assert clean("یک\u200f\n\u200fدو", joined=(True, True)).text == "یک\nدو"


def test_marks_that_steer_a_line_stay() -> None:
    for line in ("\u200fC++ و دیگر زبان‌ها", "نشانی (API)\u200e."):
        assert clean(line).text == line
