"""Neighbours that are one word torn apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pr_editor.language.language import Language

_COMMON = ("کامپیوتر", "دانشگاه", "برنامه", "سازمان", "خبرنگار", "مسئولان", "تهران", "فرماندهی")


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        (("کامپ", "یوتر"), "کامپیوتر"),
        (("دان", "شگاه"), "دانشگاه"),
        (("ب", "رگزار"), "برگزار"),
        (("ک", "امپ", "یوتر"), "کامپیوتر"),
        (("وظی", "فهٔ"), "وظیفهٔ"),
        (("بر", "گزار"), "برگزار"),
    ],
)
def test_pieces_are_joined(language: Language, parts: tuple[str, ...], word: str) -> None:
    assert language.split_word(parts) == word


@pytest.mark.parametrize(
    "parts",
    [
        ("م", "ه"),
        ("کتاب", "ها"),
        ("بزرگ", "تر"),
        ("می", "رود"),
        ("نمی", "خواهند"),
        ("بین", "المللی"),
        ("ان", "شاءالله"),
        ("روابط", "عمومی"),
        ("پیش", "رو"),
        ("علی", "رضا"),
        ("زرپو", "ناک"),
    ],
)
def test_words_names_and_affixes_stay_apart(language: Language, parts: tuple[str, ...]) -> None:
    assert not language.split_word(parts)


def test_letters_typed_one_by_one_stay_apart(language: Language) -> None:
    assert language.split_word(("م", "است")) == "" or language.split_word(("م", "است"), before="ه") == ""
    assert not language.split_word(("ب", "رنامه"), before="ا")


@settings(deadline=None, max_examples=60)
@given(word=st.sampled_from(_COMMON), data=st.data())
def test_what_is_joined_has_the_letters_of_its_pieces(language: Language, word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    assert language.split_word((word[:at], word[at:])) in ("", word)
