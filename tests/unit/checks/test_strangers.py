"""Where names and other languages are expected."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_editor.checks.strangers import announces_name, foreign_passages, is_spelt_out, speaks


@pytest.mark.parametrize("before", ["دکتر", "مدیرکل", "آقای", "غلامحسين", "فاطمه", "دونالد", "بهنام"])
def test_titles_posts_and_given_names_announce_names(before: str) -> None:
    assert announces_name(before)


@pytest.mark.parametrize("before", ["روستای", "شرکت", "تیم"])
def test_kinds_of_places_and_bodies_announce_names(before: str) -> None:
    assert announces_name(before)


@pytest.mark.parametrize("before", ["", "گزارش", "مدیریت", "ترور", "جوان"])
def test_other_words_do_not(before: str) -> None:
    assert not announces_name(before)


@pytest.mark.parametrize("after", ["گفت", "افزود", "تأكيد"])
def test_who_begins_a_paragraph_and_says_something_has_a_name(after: str) -> None:
    assert speaks(0, after)
    assert not speaks(1, after)
    assert not speaks(0, "رفت")


def test_letters_are_spelt_out_beside_letters() -> None:
    assert is_spelt_out("یو", "اس", "ای")
    assert is_spelt_out("", "اف", "بی")
    assert not is_spelt_out("کشور", "اس", "گفت")
    assert not is_spelt_out("یو", "گفت", "ای")


@pytest.mark.parametrize(
    ("words", "passages"),
    [
        ("xx", []),
        ("xxx", [(0, 3)]),
        (".x.xx.", [(1, 5)]),
        ("x..x..x", []),
        ("xxx....xxx", [(0, 3), (7, 10)]),
        ("...", []),
        ("", []),
    ],
)
def test_passages(words: str, passages: list[tuple[int, int]]) -> None:
    assert [(run.start, run.stop) for run in foreign_passages([word == "x" for word in words])] == passages


@given(st.lists(st.booleans(), max_size=40))
def test_passages_begin_and_end_with_unlisted_words_and_never_touch(unknown: list[bool]) -> None:
    runs = list(foreign_passages(unknown))
    assert all(unknown[run[0]] and unknown[run[-1]] for run in runs)
    assert all(one.stop < other.start for one, other in itertools.pairwise(runs))
