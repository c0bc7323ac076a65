"""Forms that are sooner slips than words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from pr_editor.language.doubt import Doubt
from pr_editor.language.lexicon import Lexicon
from pr_editor.language.speller import Speller
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = {"گزارش": 300, "کتاب": 80, "نشست": 90, "می‌دهد": 200, "کتابی": 9}


@pytest.fixture(scope="module")
def lexicon(resources: Path) -> Lexicon:
    return Lexicon(
        verbs=frozenset(("گزارد",)),
        words={"گزارم": 5000, "گزارس": 5},
        accepted=frozenset(("گزارز",)),
        counts=COUNTS,
        speller=Speller(resources / "dictionaries" / "fa"),
        general={"گزارگ": 5000},
    )


@pytest.mark.parametrize("form", ["گزرش", "گزارشش", "گزراش", "گزارس", "کتال", "نشستت"])
def test_falls_on_unseen_forms_beside_a_common_word(lexicon: Lexicon, form: str) -> None:
    assert Doubt(lexicon).falls_on(form)


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("گزارد", "a verb"),
        ("گزارم", "frequent in general Persian"),
        ("گزارز", "accepted by hand, as a name or from the news"),
        ("گزارگ", "frequent in the larger corpus"),
        ("کتابی", "seen in the news"),
        ("کتابش", "an ending on a word of the news"),
        ("گزارشٔ", "the ezafe"),
        ("می‌دمد", "a verb by its prefix"),
        ("نشس‌ت", "a half-space is no slip of a letter"),
        ("دفتر", "no common word near"),
        ("کت", "too short to say"),
    ],
)
def test_spares(lexicon: Lexicon, form: str, why: str) -> None:
    assert not Doubt(lexicon).falls_on(form), why


def test_spares_what_a_user_added(resources: Path) -> None:
    lexicon = Lexicon(frozenset(), {}, frozenset(), COUNTS, Speller(resources / "dictionaries" / "fa"))
    assert Doubt(lexicon).falls_on("گزرش")
    lexicon.added.add("گزرش")
    assert not Doubt(lexicon).falls_on("گزرش")


@given(
    word=st.text(alphabet="گزارکناب", min_size=3, max_size=6), form=st.text(alphabet="گزارکناب", min_size=3, max_size=6)
)
@settings(deadline=None, max_examples=100)
def test_a_slip_is_what_one_edit_makes_of_a_common_word(lexicon: Lexicon, word: str, form: str) -> None:
    near = Lexicon(frozenset(), {}, frozenset(), {word: 60, form + "گزار": 60}, lexicon.speller)
    assert Doubt(near).falls_on(form) is (form != word and OSA.distance(form, word) == 1)


@pytest.fixture(scope="module")
def compounds(resources: Path) -> Doubt:
    counts = {f"شرط{ZWNJ}بندی": 4, f"پیش{ZWNJ}فروش": 5, f"کتاب{ZWNJ}ها": 30, f"خوش{ZWNJ}نام": 3, "فام": 25}
    words = {"کتان": 5}
    return Doubt(Lexicon(frozenset(), words, frozenset(), counts, Speller(resources / "dictionaries" / "fa")))


@pytest.mark.parametrize("form", ["شط بندی", "پیس فروش", "شرط بنذی"])
def test_a_strange_part_of_a_met_compound_is_a_slip(compounds: Doubt, form: str) -> None:
    assert compounds.misspells_compound(form.replace(" ", ZWNJ))


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("شرط بندی", "it is the compound"),
        ("شرط بندیم", "the compound goes on"),
        ("خوش فام", "the part is a word of the news"),
        ("کتان ها", "a plural of a dictionary word"),
        ("شرطبندی", "the half-space alone differs"),
        ("دست چین", "no compound is near"),
    ],
)
def test_other_compounds_are_none(compounds: Doubt, form: str, why: str) -> None:
    assert not compounds.misspells_compound(form.replace(" ", ZWNJ)), why


def test_a_word_is_rare_beside_one_far_commoner(lexicon: Lexicon) -> None:
    assert Doubt(lexicon).is_rare_beside("کتابی")
    assert not Doubt(lexicon).is_rare_beside("کتاب")
