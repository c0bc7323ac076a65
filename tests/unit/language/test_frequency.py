"""How common forms are that nobody counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.language.frequency import stems, weight
from pr_editor.language.lexicon import Lexicon

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def lexicon(resources: Path) -> Lexicon:
    """The shipped lists."""
    return Lexicon.load(resources / "dictionaries")


@pytest.mark.parametrize(
    ("form", "stem", "ending"),
    [("کتاب‌هایشان", "کتاب", "‌هایشان"), ("گستردگی", "گسترده", "ی"), ("بزرگترین", "بزرگ", "ترین")],
)
def test_stem_and_ending(form: str, stem: str, ending: str) -> None:
    assert (stem, ending) in stems(form)


@pytest.mark.parametrize("form", ["گل", "نام", "تهران‌گردی‌ها‌"])
def test_what_has_no_stem(form: str) -> None:
    assert not [stem for stem, _ in stems(form) if len(stem) < 3]


def test_an_inflected_form_is_rarer_than_its_stem(lexicon: Lexicon) -> None:
    assert weight("پژوهشگاه", lexicon) > weight("پژوهشگاه‌هایمان", lexicon)


def test_usual_endings_beat_unusual_ones(lexicon: Lexicon) -> None:
    assert weight("ناخدا‌های", lexicon) > weight("ناخدا‌هایتان", lexicon)


def test_general_persian_tells_apart_what_the_news_lacks(lexicon: Lexicon) -> None:
    assert not any(word in lexicon.counts for word in ("دیکشنری", "دیگدان"))
    assert weight("دیکشنری", lexicon) > weight("دیگدان", lexicon)
