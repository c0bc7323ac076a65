"""Slips planted in a correct text can be found again, and taken back."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.plant import EVERY, SHARES, SHORTEST, neighbours, plant
from pr_editor.text.sentences import sentence_spans
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from benchmarks.plant import Planted

_SENTENCES = (
    "مدیرعامل شرکت از افتتاح دو طرح آب‌رسانی خبر داد.",
    "نشست هفتهٔ آینده در تالار وحدت برگزار می‌شود؟",
    "بهای ۲۵۰۰ دستگاه IBM و ۱٫۵ تن میوه پرداخت شد.",
    "او گفت: «می‌رویم.»",
    "تا از در تو شد.",
)
_lines = st.lists(st.lists(st.sampled_from(_SENTENCES), max_size=4).map(" ".join), max_size=8)


def _known(lines: list[str]) -> set[str]:
    return {token.text for line in lines for token in words(line)}


def _planted(lines: list[str], seed: int, usual: frozenset[str] = frozenset()) -> tuple[list[str], list[Planted]]:
    return plant(lines, random.Random(seed), _known(lines), usual)


@given(_lines, st.integers())
@settings(deadline=None)
def test_slips_stand_where_they_are_said_to_and_taking_them_back_gives_the_text(lines: list[str], seed: int) -> None:
    wrong, slips = _planted(lines, seed)
    for slip in reversed(slips):
        line = wrong[slip.line - 1]
        assert line[slip.start : slip.end] == slip.wrong != slip.right
        wrong[slip.line - 1] = line[: slip.start] + slip.right + line[slip.end :]
    assert wrong == lines


@given(_lines, st.integers())
@settings(deadline=None)
def test_slips_are_in_long_persian_words_only_and_no_word_of_the_text(lines: list[str], seed: int) -> None:
    known = _known(lines)
    for slip in _planted(lines, seed)[1]:
        assert all(word in known and sum(map(str.isalpha, word)) >= SHORTEST for word in slip.right.split())
        assert not known.issuperset(slip.wrong.split())


@given(_lines, st.integers())
@settings(deadline=None)
def test_no_more_than_one_sentence_in_three_has_a_slip(lines: list[str], seed: int) -> None:
    sentences = sum(len(list(sentence_spans(line))) for line in lines)
    assert len(_planted(lines, seed)[1]) <= sentences // EVERY


def test_every_third_sentence_has_one_and_the_seed_decides_which() -> None:
    lines = [_SENTENCES[0]] * 300
    wrong, slips = _planted(lines, 1)
    assert [slip.line for slip in slips] == list(range(EVERY, 301, EVERY))
    assert {slip.kind for slip in slips} == set(SHARES)
    assert _planted(lines, 1) == (wrong, slips)
    assert _planted(lines, 2) != (wrong, slips)


def test_a_slip_that_is_a_usual_word_is_marked() -> None:
    lines = [_SENTENCES[0]] * 300
    words_made = frozenset(word for slip in _planted(lines, 1)[1] for word in slip.wrong.split())
    assert {slip.real for slip in _planted(lines, 1, words_made)[1]} == {"real"}
    assert {slip.real for slip in _planted(lines, 1)[1]} == {""}


def test_neighbours_are_those_of_the_standard_keyboard() -> None:
    near = neighbours()
    assert set(near["ب"]) == set("یلقفزر")
    assert set(near["پ"]) == set("دوتن")
    assert all(one in near[other] for one, others in near.items() for other in others)
