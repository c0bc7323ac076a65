"""What was worked out once must be what would be worked out now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS
from pr_editor.checks.remembered import Remembered
from pr_editor.text.draft import Draft, Paragraph, draft_of
from tests.properties.strategies import FAULTS, WORDS

if TYPE_CHECKING:
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

lines = st.lists(st.sampled_from((*WORDS, *FAULTS)), min_size=1, max_size=8).map(" ".join)
courses = st.lists(st.lists(st.tuples(st.integers(0, 3), lines), min_size=1, max_size=4), min_size=2, max_size=4)


@settings(deadline=None, max_examples=40)
@given(courses)
def test_an_engine_that_has_seen_drafts_finds_what_a_new_one_finds(
    language: Language, profile: Profile, course: list[list[tuple[int, str]]]
) -> None:
    used = Engine(CHECKS, language, profile)
    for texts in course:
        there = {key: text for key, text in texts if text.strip()}
        draft = Draft(tuple(Paragraph(key, text) for key, text in there.items()))
        assert used.review(draft) == Engine(CHECKS, language, profile).review(draft)


def test_a_review_that_nobody_needs_ends(engine: Engine) -> None:
    draft = draft_of(["شورا كتاب می رود", "شورا كتاب می رود"])
    structure = engine.structure(draft)
    assert list(engine.batches(draft, structure, go_on=lambda: False)) == []
    turns = iter([True, True, False])
    assert [batch.scope for batch in engine.batches(draft, structure, go_on=lambda: next(turns))] == ["paragraph"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 9)), st.integers(1, 5))
def test_values_are_right_and_few(asked: list[int], most: int) -> None:
    remembered: Remembered[int, int] = Remembered(most)
    made: list[int] = []

    def make(key: int) -> int:
        made.append(key)
        return key * key

    for at, key in enumerate(asked):
        before = len(made)
        assert remembered.get(key, lambda key=key: make(key)) == key * key  # type: ignore[misc] # mypy can't infer it
        recent = list(dict.fromkeys(reversed(asked[:at])))[:most]
        assert (len(made) == before) == (key in recent)
    remembered.clear()
    before = len(made)
    assert [remembered.get(1, lambda: make(1)), len(made) - before] == [1, 1]
