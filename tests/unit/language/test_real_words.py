"""Correct words that are probably the wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.language.english import English
from pr_editor.language.hamza import HAMZA, Hamza
from pr_editor.language.language import MOST, Language
from pr_editor.language.lexicon import Lexicon
from pr_editor.language.ngrams import EDGE, Ngrams, count_rows
from pr_editor.language.real_words import place_of
from pr_editor.language.terms import TERMS, Terms

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(resources: Path) -> Language:
    """A language of one's own, to teach it something."""
    return Language.load(resources / "dictionaries")


@pytest.mark.parametrize(
    ("before", "written", "after", "meant"),
    [
        ("مدیرعامل سازمان", "رد", "تهران برگزار", "در"),
        ("", "وزی", "کشور از", "وزیر"),
        ("دو", "ساتع", "پس از", "ساعت"),
        ("می", "شومند", "", "شوند"),
    ],
)
def test_the_likelier_word_comes_first(language: Language, before: str, written: str, after: str, meant: str) -> None:
    candidates = language.meant(written, before.split(), after.split())
    assert candidates[0].text == meant
    assert len(candidates) <= MOST
    scores = [candidate.score for candidate in candidates]
    assert scores[0] == max(scores)


@pytest.mark.parametrize("written", ["در", "رد", "نقل", "", "د", "می‌رود", "ك" * 50, "book", "12"])
def test_words_in_their_place_and_what_is_no_word_are_left_alone(language: Language, written: str) -> None:
    assert language.meant(written, ["حمل", "و"], ["صلاحیت", "او"]) == ()


def test_letters_and_half_spaces_of_the_neighbours_make_no_difference(language: Language) -> None:
    assert language.meant("رد", ["کتاب‌های", "سازمان"], ["تهران"]) == language.meant("رد", ["سازمان"], ["تهران"])
    assert language.meant("مرم", ["از"], ["شهر", "كرج"]) == language.meant("مرم", ["از"], ["شهر", "کرج"])


def test_a_word_of_the_user_is_never_doubted(own: Language) -> None:
    assert own.meant("ابران", [], ["در", "این"])
    own.add_words(frozenset({"ابران"}))
    assert own.meant("ابران", [], ["در", "این"]) == ()


def test_what_the_house_writes_is_not_doubted_any_more(own: Language) -> None:
    before, after = ["دو"], ["پس", "از"]
    assert own.meant("ساتع", before, after)
    own.use_house(Ngrams.of(count_rows(["دو ساتع پس از آن آمدند، و دو ساتع پس از این."] * 20, 2)))
    assert own.meant("ساتع", before, after) == ()
    own.use_house(None)
    assert own.meant("ساتع", before, after)


def test_without_counts_nothing_is_doubted(resources: Path) -> None:
    lists = resources / "dictionaries"
    bare = Language(Lexicon.load(lists), English(lists), Hamza.load(lists / HAMZA), Terms.load(lists / TERMS))
    assert bare.meant("ابران", [], ["در", "این"]) == ()


def test_a_place_is_two_pieces_either_side() -> None:
    place = place_of(["کتاب‌های", "خوب"], ["می‌شود"])
    assert (place.before, place.after) == (("های", "خوب"), ("می", "شود"))
    assert place_of([], ["را"]) == place_of([], ["را"])
    assert place_of([], []).before == ("", EDGE)
    assert place_of(["آب"], []).before == (EDGE, "آب")
    assert place_of(["آب"], []).after == (EDGE, "")
