"""Which unlisted words are believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.language.lexicon import Lexicon
from pr_editor.language.morphology import Morphology
from pr_editor.language.speller import Speller
from pr_editor.language.vetting import vetted, vetted_general, vetted_names

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = {"سازمان": 900, "گزارش": 800, "خصوص": 700, "بندی": 40, "در": 4000, "آلبوم": 30}


@pytest.fixture(scope="module")
def morphology(resources: Path) -> Morphology:
    return Morphology(Lexicon(frozenset(), {}, frozenset(), COUNTS, Speller(resources / "dictionaries" / "fa")))


@pytest.mark.parametrize(
    ("word", "articles", "believed"),
    [
        ("زرپوناک", 8, True),
        ("زرپوناک", 7, False),
        ("سازمامن", 9, False),
        ("درخصوص", 500, False),
        ("گزارش", 800, False),
    ],
)
def test_news(morphology: Morphology, word: str, articles: int, *, believed: bool) -> None:
    assert (word in vetted(COUNTS | {word: articles}, morphology)) is believed


@pytest.mark.parametrize(
    ("word", "thousands", "believed", "why"),
    [
        ("زرپوناک", 5, True, "nothing explains it"),
        ("زرپوناک", 4, False, "too rare"),
        ("زرپ", 900, False, "too short"),
        ("سهمیهبندی", 50, False, "a half-space is lost"),
        ("درسازمان", 50, False, "a space is lost"),
        ("البوم", 50, False, "a madda is left out"),
        ("مهمونی", 50, False, "as it is spoken"),
        ("بزرپوناک", 10, False, "a neighbour is far more frequent"),
    ],
)
def test_general(morphology: Morphology, word: str, thousands: int, why: str, *, believed: bool) -> None:
    general = {word: thousands}
    if word == "بزرپوناک":
        general["زرپوناک"] = 20 * thousands
    assert (word in vetted_general(general, COUNTS, morphology)) is believed, why


@pytest.mark.parametrize(
    ("name", "believed"), [("زرپوناک", True), ("سازمامن", False), ("گزراش", False), ("زرپ", False), ("نادیده", False)]
)
def test_names(morphology: Morphology, name: str, *, believed: bool) -> None:
    general = {"نادیده": 3}
    assert (name in vetted_names([name], general, COUNTS, morphology)) is believed
