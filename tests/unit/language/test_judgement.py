"""Is a word misspelled, or only new?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.language.judgement import LINE, Evidence

CLEAR = Evidence(
    letters=6,
    joined=False,
    surprise=24.0,
    strange=2,
    in_news=0.0,
    in_general=0.0,
    lead=6.0,
    common=5.0,
    split=False,
    slips=1,
    distance=0.5,
)
"""A slip from a common word, built like no other, with no second candidate near."""


def test_a_clear_slip_convinces() -> None:
    assert CLEAR.log_odds() > LINE + 2


@pytest.mark.parametrize(
    "worse",
    [
        replace(CLEAR, common=0.0),
        replace(CLEAR, slips=2),
        replace(CLEAR, distance=1.5),
        replace(CLEAR, lead=0.0),
        replace(CLEAR, in_news=3.0),
        replace(CLEAR, in_general=6.0),
        replace(CLEAR, strange=0),
        replace(CLEAR, surprise=12.0),
        replace(CLEAR, joined=True),
    ],
)
def test_each_doubt_lowers_the_odds(worse: Evidence) -> None:
    assert worse.log_odds() < CLEAR.log_odds()


def test_a_long_word_two_slips_from_a_rare_one_is_a_name() -> None:
    name = replace(CLEAR, common=-1.0, slips=2, distance=1.4, strange=0, lead=1.0)
    assert name.log_odds() < LINE


@given(met=st.floats(0, 8), more=st.floats(0.1, 3))
@settings(deadline=None, max_examples=100)
def test_being_met_excuses_a_lost_space_less_than_a_name(met: float, more: float) -> None:
    split = replace(CLEAR, split=True, slips=0, distance=0.0, in_news=met)
    word = replace(CLEAR, in_news=met)
    doubt = split.log_odds() - replace(split, in_news=met + more).log_odds()
    assert 0 < doubt < word.log_odds() - replace(word, in_news=met + more).log_odds()
