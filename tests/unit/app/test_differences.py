"""What travels is little, and whoever applies it all knows everything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.decisions import Decisions
from pr_editor.app.differences import Told, slices
from pr_editor.gui.review.draft_review import DraftReview
from pr_editor.text.draft import Paragraph
from pr_editor.text.span import Span
from tests.unit.app.strategies import findings, keys

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding

few = st.builds(replace, findings, fixes=st.just(()), related=st.just(()))
"""How each travels is told elsewhere."""
TEXT = "متنی که در همهٔ بندها همان است و هر یافته‌ای در آن جا دارد."


@st.composite
def reviews(draw: st.DrawFn) -> tuple[list[int], dict[str, list[Finding]]]:
    """The keys of a draft in order, and what is found in it by scope; one finding has always the same place."""
    there = draw(st.lists(keys, max_size=6, unique=True))
    found = {
        scope: [
            replace(one, span=Span(draw(st.sampled_from(there)), at, at + 2), text=TEXT[at : at + 2])
            for at, one in enumerate(draw(st.lists(few, max_size=3)))
        ]
        if there
        else []
        for scope in ("paragraph", "draft")
    }
    return there, found


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(reviews(), st.booleans()), min_size=1, max_size=4))
def test_all_differences_give_the_whole(
    course: list[tuple[tuple[list[int], dict[str, list[Finding]]], bool]],
) -> None:
    """Whether or not each review comes to its end, what is known after a whole one is what it found."""
    told, review = Told(), DraftReview(Decisions())
    for revision, ((there, found), broken_off) in enumerate(course):
        told.keep(there)
        review.sent(revision, (Paragraph(key, TEXT) for key in there))
        for scope in ("paragraph",) if broken_off else ("paragraph", "draft"):
            for part in slices(told.difference(scope, there, found[scope])):  # type: ignore[arg-type] # a str of two
                review.found(scope, *part)
        if not broken_off:
            everything = [one for some in found.values() for one in some]
            known = review.all_findings()
            assert sorted(known, key=repr) == sorted(everything, key=repr)
            places = [(there.index(one.span.key), one.span.start) for one in known]
            assert places == sorted(places)


@settings(deadline=None, max_examples=60)
@given(reviews())
def test_what_was_told_is_not_told_again(review: tuple[list[int], dict[str, list[Finding]]]) -> None:
    there, found = review
    told = Told()
    assert set(told.difference("paragraph", there, found["paragraph"])) == set(there)
    assert told.difference("paragraph", there, found["paragraph"]) == {}
    assert list(slices({})) == [((), ())]


@settings(deadline=None, max_examples=60)
@given(reviews(), st.integers(0, 9))
def test_only_the_paragraph_that_changed_is_told_of(
    review: tuple[list[int], dict[str, list[Finding]]], key: int
) -> None:
    there, found = review
    told = Told()
    told.difference("paragraph", there, found["paragraph"])
    rest = [one for one in found["paragraph"] if one.span.key != key]
    emptied = {key: ()} if len(rest) < len(found["paragraph"]) else {}
    assert told.difference("paragraph", there, rest) == emptied


def test_a_paragraph_that_comes_back_is_told_of_anew() -> None:
    told = Told()
    assert told.difference("draft", [1, 2], []) == {1: (), 2: ()}
    told.keep([2])
    assert told.difference("draft", [1, 2], []) == {1: ()}


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(few, max_size=2), max_size=20))
def test_slices_lose_nothing_and_are_short(found: list[list[Finding]]) -> None:
    difference = {key: tuple(some) * 18 for key, some in enumerate(found)}
    parts = list(slices(difference))
    assert [key for there, _ in parts for key in there] == list(difference)
    assert [one for _, some in parts for one in some] == [one for some in difference.values() for one in some]
    assert all(len(some) <= 40 for _, some in parts)
