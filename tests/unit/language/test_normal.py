"""The form under which words are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.language.normal import normal
from pr_editor.text.letters import TATWEEL, ZWNJ


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("كتابي", "کتابی"),
        ("حتى", "حتی"),
        (f"کتـ{TATWEEL}ـاب", "کتاب"),
        ("مُحَمَّد", "محمد"),
        ("ا\u0653ب", "آب"),
        ("مسي\u0654ول", "مسئول"),
        ("لطفاً", "لطفاً"),
        ("خانۀ", "خانهٔ"),
        (f"می{ZWNJ}{ZWNJ}رود", f"می{ZWNJ}رود"),
        (f"{ZWNJ}کتاب{ZWNJ}", "کتاب"),
        ("ﻛﺘﺎب", "کتاب"),
        ("سال۱۴۰۲", "سال1402"),
    ],
)
def test_levels_ways_of_writing(written: str, form: str) -> None:
    assert normal(written) == form


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=12) | st.text(max_size=12))
@settings(deadline=None, max_examples=100)
def test_is_idempotent(word: str) -> None:
    assert normal(normal(word)) == normal(word)
