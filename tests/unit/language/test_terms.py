"""Packs of terms: what they hold, and how they are met in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
    match = terms.find(tuple(words.split()))
    assert (match.right if match else None) == right


def test_pack_is_large_enough_and_never_wrong_itself(terms: Terms, language: Language) -> None:
    entries = [match for match in map(terms.find, terms.entries) if match is not None]
    assert len(entries) >= 80
    assert not [match.right for match in entries if terms.find(tuple(match.right.split())) is not None]
    assert not [match.right for match in entries if not all(map(language.knows, match.right.split()))]


def test_first_of_two_packs_counts() -> None:
    both = Terms([Term("الف", "ب", "one", "why"), Term("الف", "پ", "two", "why")])
    match = both.find(("الف",))
    assert match is not None
    assert (match.term.pack, match.right, match.words) == ("one", "ب", 1)
    assert Terms([]).find(("الف",)) is None


@pytest.mark.parametrize("text", ["wrong = ", "wrong = 3", "[sound]\nwrong = 3", "[sound]\nwrong = ''"])
def test_broken_pack_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "house.toml").write_text(text, "utf-8")
    with pytest.raises(KnownError, match="house"):
        Terms.load(tmp_path)
