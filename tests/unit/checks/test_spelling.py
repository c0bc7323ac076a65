"""Spelling seen over the whole draft, and that one fault is told of once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

_NAME = "گردشفر"


def _codes(engine: Engine, *lines: str) -> list[tuple[str, str]]:
    review = engine.review(draft_of(lines))
    assert not review.failures
    return [(finding.code, finding.text) for finding in review.findings if finding.code[:3] in ("SPL", "TRM", "ZWN")]


@pytest.fixture(scope="module")
def spelling(language: Language, profile: Profile) -> Engine:
    return Engine(CHECKS, language, replace(profile, select=("SPL", "TRM", "ZWN")))


def test_a_word_that_stands_often_is_a_name(spelling: Engine) -> None:
    line = f"ساکنان {_NAME} از مردم {_NAME} قدردانی کردند."
    assert {code for code, text in _codes(spelling, line, line, line) if text == _NAME} == {"SPL005"}
    assert len(_codes(spelling, line, line, line)) == 6, "each place is a finding of its own"


def test_a_name_after_its_title_is_one_without_it(spelling: Engine) -> None:
    said = f"به نظر {_NAME} این کار درست است."
    assert _codes(spelling, said) == [("SPL001", _NAME)]
    assert _codes(spelling, f"دکتر {_NAME} سخن گفت.", said) == []


def test_an_unlisted_word_beside_another_is_sooner_part_of_a_name(spelling: Engine) -> None:
    assert _codes(spelling, f"به نظر {_NAME} این کار درست است.") == [("SPL001", _NAME)]
    beside = _codes(spelling, f"به نظر {_NAME} ژکوفتن این کار درست است.")
    assert beside == [("SPL005", _NAME), ("SPL005", "ژکوفتن")]


def test_inflected_forms_count_for_their_word(spelling: Engine) -> None:
    found = _codes(
        spelling,
        f"مردم {_NAME} آمدند.",
        f"خانهٔ {_NAME}‌ها و باغ {_NAME}‌ها را دیدند.",
        f"{_NAME} بزرگ است.",
        f"{_NAME} و {_NAME}‌ها ماندند.",
    )
    assert {code for code, _ in found} == {"SPL005"}


def test_a_plain_slip_stays_one_however_often_it_stands(spelling: Engine) -> None:
    line = "همهٔ اسنافده‌ها و گزراش ما و گزراش آنان و گزراش شما خوانده شد."
    assert [code for code, text in _codes(spelling, line) if text == "گزراش"] == ["SPL001"] * 3


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("مدرسه ده کامپ یوتر تازه خرید.", "SPL003"),
        ("نشست مسیولان استان برگزار شد.", "SPL007"),
        ("اعضای حاظر رأی دادند.", "TRM001"),
        ("کتاب های تازه را خواندند.", "ZWN002"),
    ],
)
def test_one_fault_is_told_of_once(spelling: Engine, line: str, code: str) -> None:
    assert [found for found, _ in _codes(spelling, line)] == [code]


def test_pieces_are_unknown_words_for_a_house_without_the_other_rules(language: Language, profile: Profile) -> None:
    alone = Engine(CHECKS, language, replace(profile, select=("SPL001", "SPL005")))
    assert [text for _, text in _codes(alone, "مدرسه ده کامپ یوتر تازه خرید و حاظر شد.")] == ["کامپ", "یوتر", "حاظر"]
