"""Laws of finding: hits lie in the text, count as what was sought, and nothing that does so is missed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.text.find import ALL_SAME, Finder, Query, Same
from pr_editor.text.fold import fold

LETTERS = "آاأبيیىکكئةۀءًٌٔـ‌‏۱٢3 .aBﻻﷲ😀𐎠"
TEXT = st.text(alphabet=LETTERS, max_size=40)
ANY_TEXT = TEXT | st.text(max_size=40)
NEEDLE = st.text(alphabet=LETTERS, min_size=1, max_size=3)
SAME = st.sampled_from([ALL_SAME, Same(0), *Same, *(ALL_SAME & ~one for one in Same)])


@given(st.builds(Query, NEEDLE, SAME, st.booleans()), ANY_TEXT)
@settings(deadline=None)
def test_hits_lie_in_the_text_in_order_and_apart(query: Query, text: str) -> None:
    ends = [place for hit in Finder(query).spans(text) for place in hit]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)
    assert all(start < end for start, end in itertools.batched(ends, 2))


@given(NEEDLE.filter(fold), ANY_TEXT)
@settings(deadline=None)
def test_hits_fold_as_the_words_sought_do_but_for_spaces(needle: str, text: str) -> None:
    found = [fold(text[start:end]) for start, end in Finder(Query(needle)).spans(text)]
    assert all(hit.replace(" ", "") == fold(needle).replace(" ", "") for hit in found)


@given(st.builds(Query, NEEDLE, SAME, st.booleans()), ANY_TEXT)
@settings(deadline=None)
def test_a_text_with_hits_holds_the_words(query: Query, text: str) -> None:
    finder = Finder(query)
    assert finder.holds(text) or not finder.spans(text)


@given(NEEDLE.filter(fold), TEXT, TEXT)
@settings(deadline=None)
def test_what_is_there_is_found(needle: str, before: str, after: str) -> None:
    assert Finder(Query(needle)).spans(f"{before}.{needle}.{after}")


@given(NEEDLE, TEXT)
@settings(deadline=None)
def test_with_every_difference_counting_hits_are_those_of_plain_search(needle: str, text: str) -> None:
    spans = Finder(Query(needle, Same(0))).spans(text)
    assert [text[start:end] for start, end in spans] == [needle] * text.count(needle)


@given(NEEDLE, SAME, TEXT)
@settings(deadline=None)
def test_whole_words_are_hits(needle: str, same: Same, text: str) -> None:
    for start, end in Finder(Query(needle, same, whole_words=True)).spans(text):
        assert Finder(Query(needle, same)).spans(text[start:end])[:1] == [(0, end - start)]


@pytest.mark.parametrize(
    ("needle", "text", "same"),
    [
        ("می‌رود", "میرود", Same.HALF_SPACES),
        ("دو صفحه", "دو\u00a0صفحه", Same.HALF_SPACES),
        ("یک", "يك", Same.LETTERS),
        ("لازم", "ﻻزم", Same.LETTERS),
        ("مسئول", "مسیول", Same.HAMZA),
        ("خانهٔ", "خانه", Same.HAMZA),
        ("لطفاً", "لطفا", Same.SIGNS),
        ("عزیز", "عزیـــز", Same.SIGNS),
        ("1402", "۱۴۰۲", Same.DIGITS),
        ("PR", "pr", Same.CASE),
    ],
)
def test_each_difference_counts_or_not_as_told(needle: str, text: str, same: Same) -> None:
    assert Finder(Query(needle, same)).spans(text) == [(0, len(text))]
    assert Finder(Query(needle, ALL_SAME & ~same)).spans(text) == []


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("می‌رود", ["می‌رود", "می رود", "می\u00a0رود", "میرود"]),
        ("می رود", ["می‌رود", "می رود", "می\u00a0رود"]),
        ("میرود", ["می‌رود", "میرود"]),
    ],
)
def test_a_half_space_sought_may_be_a_space_and_the_other_way_round(needle: str, found: list[str]) -> None:
    text = "او می‌رود و می رود، می\u00a0رود و میرود."
    assert [text[start:end] for start, end in Finder(Query(needle)).spans(text)] == found


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("در", "کلید را برد روی میز", []),
        ("از محل", "ازمحل", []),
        (" در ", "قدردان در را در خانه", [" در ", " در "]),
        (" در ", "در خانه", []),
        ("  در", "بسیار در راه  در خانه", ["  در"]),
        ("در ", "درِ خانه در", ["درِ "]),
        ("  ", "دو  فاصله", ["  "]),
    ],
)
def test_spaces_that_are_sought_have_to_be_there(needle: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Finder(Query(needle)).spans(text)] == found


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("کتاب", "کتاب‌ها", []),
        ("کتاب‌ها", "این کتاب‌ها را", ["کتاب‌ها"]),
        ("کتاب‌ها", "کتابها و کتابهای", ["کتابها"]),
        ("رود", "می‌رود رود", ["رود"]),
        ("خانه", "خانهٔ ما، خانه", ["خانهٔ", "خانه"]),
        ("12", "۱۲۰ و ۱۲", ["۱۲"]),
        ("(", "الف(ب)", ["("]),
    ],
)
def test_whole_words(needle: str, text: str, found: list[str]) -> None:
    spans = Finder(Query(needle, whole_words=True)).spans(text)
    assert [text[start:end] for start, end in spans] == found


def test_places_are_code_points() -> None:
    assert Finder(Query("شب")).spans("😀 شب 𐎠 شب") == [(2, 4), (7, 9)]


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("کتاب", "کتابِ من", "کتابِ"),
        ("‌ها", "کتاب‌ها", "‌ها"),
        ("جزء", "جزء", "جزء"),
        ("می", "می‌رود", "می"),
        ("‌", "می‌رود", "‌"),
    ],
)
def test_nothing_of_what_is_replaced_is_left_behind(needle: str, text: str, found: str) -> None:
    ((start, end),) = Finder(Query(needle)).spans(text)
    assert text[start:end] == found


def test_part_of_a_ligature_is_no_hit() -> None:
    assert Finder(Query("ا")).spans("ﻻ") == []
