"""Where the rows of the list of findings lie, held against adding up the height of each."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.gui.panels.stacked import Stacked

COUNT = 40
OTHERS = st.dictionaries(st.integers(0, COUNT - 1), st.integers(1, 300), max_size=12)


@settings(deadline=None, max_examples=100)
@given(others=OTHERS, height=st.integers(1, 80), y=st.integers(-5, COUNT * 90))
def test_rows_lie_where_the_heights_before_them_add_up_to(others: dict[int, int], height: int, y: int) -> None:
    stacked = Stacked(COUNT, height, others)
    heights = [others.get(row, height) for row in range(COUNT)]
    tops = [0, *accumulate(heights)]
    assert [stacked.top(row) for row in range(COUNT)] == tops[:-1]
    assert [stacked.height(row) for row in range(COUNT)] == heights
    assert stacked.total == tops[-1]
    holds = [row for row in range(COUNT) if tops[row] <= y < tops[row + 1]]
    assert stacked.at(y) == (holds[0] if holds else None)


@settings(deadline=None, max_examples=100)
@given(others=OTHERS, height=st.integers(1, 80), top=st.integers(-50, 3_000), high=st.integers(0, 800))
def test_all_rows_in_sight_are_named_and_no_others(others: dict[int, int], height: int, top: int, high: int) -> None:
    stacked, bottom = Stacked(COUNT, height, others), top + high
    seen = [
        row
        for row in range(COUNT)
        if stacked.top(row) <= bottom and stacked.top(row) + stacked.height(row) > max(0, top)
    ]
    assert list(stacked.between(top, bottom)) == (seen if bottom >= 0 else [])


def test_a_list_without_rows_has_no_height() -> None:
    stacked = Stacked(0, 50, {})
    assert stacked.total == 0
    assert stacked.at(0) is None
    assert not stacked.between(0, 100)
