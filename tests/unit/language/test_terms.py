"""Packs of terms: what they hold, and how they are met in a text."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from pr_editor.language.endings import moved
from pr_editor.language.terms import TERMS, Term, Terms
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.language.language import Language


@pytest.fixture(scope="module")
def terms(resources: Path) -> Terms:
    return Terms.load(resources / "dictionaries" / TERMS)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("سپاسگذار", "سپاسگزار"),
        ("سپاسگذاري", "سپاسگزاری"),
        ("سپاس‌گذارند", "سپاسگزارند"),
        ("قانونگزاران", "قانون‌گذاران"),
        ("سرمایه‌گزاری‌های", "سرمایه‌گذاری‌های"),
        ("علی رقم کمبود", "علی‌رغم"),
        ("سو استفاده‌های", "سوءاستفاده‌های"),
        ("ان‌شاءالله", None),
        ("لشگری", None),
        ("سپاسگزار", None),
        ("علی رضا", None),
        ("بنیان‌گذار", None),
    ],
)
def test_terms_are_met_in_every_form(terms: Terms, words: str, right: str | None) -> None:
    match = terms.at(words.split(), 0)
    assert (match.right[0] if match else None) == right


@pytest.mark.parametrize(("pack", "least"), [("errors", 180), ("advice", 60), ("taste", 40)])
def test_packs_are_large_enough_and_never_wrong_themselves(
    terms: Terms, language: Language, pack: str, least: int
) -> None:
    entries = [term for term in terms.entries if term.pack == pack]
    rights = [right for term in entries for right in term.right]
    assert len(entries) >= least
    assert not [right for right in rights if list(terms.matches(right.split()))]
    assert not [right for right in rights if not all(map(language.knows, right.split()))]


def test_no_word_is_in_two_packs(resources: Path) -> None:
    packs = [tomllib.loads(path.read_text("utf-8")) for path in (resources / "dictionaries" / TERMS).glob("*.toml")]
    words = [word.replace("\u200c", "") for pack in packs for table in pack.values() for word in table]
    of_packs = [{word.replace("\u200c", "") for table in pack.values() for word in table} for pack in packs]
    assert len(set(words)) == sum(map(len, of_packs))


def test_first_of_two_packs_counts() -> None:
    both = Terms([Term("الف", ("ب",), "one"), Term("الف", ("پ",), "two")])
    match = both.at(["الف"], 0)
    assert match is not None
    assert (match.term.pack, match.right, match.words) == ("one", ("ب",), 1)
    assert Terms([]).at(["الف"], 0) is None


def test_longest_term_counts_and_none_overlap() -> None:
    terms = Terms([Term("بر", ("ب",), "one"), Term("بر علیه", ("علیه",), "one"), Term("علیه", ("ضد",), "one")])
    assert [(m.start, m.words, m.right) for m in terms.matches(["او", "بر", "علیه", "ما", "بر", "علیه"])] == [
        (1, 2, ("علیه",)),
        (4, 2, ("علیه",)),
    ]


@pytest.mark.parametrize(
    ("words", "met"), [("پیش بینی", True), ("پیش‌بینی‌ها", True), ("پیشبینی", True), ("پیش از بینی", False)]
)
def test_half_spaces_may_be_spaces_or_nothing(words: str, met: bool) -> None:
    assert bool(list(Terms([Term("پیش‌بینی", (), "house")]).matches(words.split()))) == met


@pytest.mark.parametrize(
    ("words", "met"),
    [("سیستم", True), ("سیستم عامل تازه", False), ("این سیستم عامل", False), ("عامل سیستم", True), ("سیستم‌ها", True)],
)
def test_words_are_right_in_some_phrases(words: str, met: bool) -> None:
    terms = Terms([Term("سیستم", ("سامانه",), "house", unless=("سیستم عامل",))])
    assert bool(list(terms.matches(words.split()))) == met


@pytest.mark.parametrize(
    ("ending", "wrong", "right", "written"),
    [
        ("ها", "کامپیوتر", "رایانه", "رایانه‌ها"),
        ("ی", "کامپیوتر", "رایانه", "رایانه‌ای"),
        ("ش", "کامپیوتر", "رایانه", "رایانه‌اش"),
        ("ی", "پیشنهادات", "پیشنهادها", "پیشنهادهایی"),
        ("‌مان", "پیشنهادات", "پیشنهادها", "پیشنهادهایمان"),
        ("‌ای", "پروژه", "طرح", "طرحی"),
        ("ٔ", "پروژه", "طرح", "طرح"),
        ("ٔ", "پروژه", "برنامه", "برنامهٔ"),
        ("‌های", "پروژه", "طرح", "طرح‌های"),
        ("هایی", "فاکتور", "صورت‌حساب", "صورت‌حساب‌هایی"),
        ("‌ای", "تکنولوژی", "فن", "فنی"),
        ("", "کامپیوتر", "رایانه", "رایانه"),
    ],
)
def test_endings_are_moved_as_the_other_word_takes_them(ending: str, wrong: str, right: str, written: str) -> None:
    assert moved(ending, wrong, right) == written


@pytest.mark.parametrize("text", ["wrong = ", "wrong = 3", "[sound]\nwrong = 3", "[sound]\nwrong = ''"])
def test_broken_pack_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "house.toml").write_text(text, "utf-8")
    with pytest.raises(KnownError, match="house"):
        Terms.load(tmp_path)
