"""What a draft says comes out of SAFE fixes as it went in: looked for in the texts, not asked of the guard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.checks.engine import Engine
from pr_editor.checks.fixes import choose, fix_all, keep_facts
from pr_editor.checks.registry import CHECKS
from pr_editor.language.language import Language
from pr_editor.profile.lists import Lists, Organisation, Person
from pr_editor.text.edits import apply, edit_text, invert
from tests.conftest import RESOURCES
from tests.properties.facts import ADDED, NAMES, laden, loaded, lost, lost_names, paragraphs_of

if TYPE_CHECKING:
    from random import Random

    from pr_editor.profile.model import Profile
    from pr_editor.text.draft import Draft

_HALF = 0.5
_drafts = st.one_of(laden(), loaded(paragraphs_of(RESOURCES / "samples")))
_laws = settings(deadline=None, max_examples=80)


@pytest.fixture(scope="module")
def house(profile: Profile) -> Engine:
    """All checks for a house with names of its own, and a user with words of his own."""
    people = tuple(map(Person, NAMES[::2]))
    organisations = tuple(map(Organisation, NAMES[1::2]))
    language = Language.load(RESOURCES / "dictionaries", frozenset(ADDED))
    return Engine(CHECKS, language, replace(profile, lists=Lists(people=people, organisations=organisations)))


def _texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


@given(_drafts, st.randoms(use_true_random=False))
@_laws
def test_any_safe_fixes_lose_nothing(house: Engine, draft: Draft, chance: Random) -> None:
    findings = house.review(draft).findings
    for some in (findings, [finding for finding in findings if chance.random() < _HALF]):
        chosen = keep_facts(draft, choose(some))
        after = apply(draft, (edit for one in chosen for edit in one.fix.edits))
        for old, new in zip(_texts(draft), _texts(after), strict=True):
            assert not lost(old, new)
            assert not lost_names(old, new)


@given(_drafts)
@_laws
def test_fixing_all_loses_nothing_and_settles(house: Engine, draft: Draft) -> None:
    after, _ = fix_all(house, draft)
    for old, new in zip(_texts(draft), _texts(after), strict=True):
        assert not lost(old, new)
        assert not lost_names(old, new)
    assert fix_all(house, after) == (after, [])


@given(_drafts, st.randoms(use_true_random=False))
@_laws
def test_any_safe_fixes_can_be_taken_back(house: Engine, draft: Draft, chance: Random) -> None:
    some = [finding for finding in house.review(draft).findings if chance.random() < _HALF]
    chosen = keep_facts(draft, choose(some))
    for paragraph in draft.paragraphs:
        edits = [edit for one in chosen for edit in one.fix.edits if edit.span.key == paragraph.key]
        after = edit_text(paragraph.text, edits)
        assert edit_text(after, invert(paragraph.text, edits)).encode() == paragraph.text.encode()
