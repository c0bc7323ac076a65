"""What neighbours say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pr_editor.language.language import Language


@pytest.mark.parametrize(
    ("before", "typed", "after", "meant"), [("تیم", "مبی", "فوتبال", "ملی"), ("روز", "شبه", "", "شنبه")]
)
def test_neighbours_settle_what_letters_leave_open(
    language: Language, before: str, typed: str, after: str, meant: str
) -> None:
    assert language.candidates(typed)[0].text != meant
    assert language.candidates(typed, before, after)[0].text == meant


def test_a_usual_neighbour_raises_the_score(language: Language) -> None:
    def score(before: str) -> float:
        return next(c.score for c in language.candidates("عموی", before) if c.text == "عمومی")

    assert score("روابط") > score("") > score("تیم")


def test_neighbours_are_read_in_any_letters(language: Language) -> None:
    assert language.candidates("بسیاد", "كتابي", "است") == language.candidates("بسیاد", "کتابی", "است")
