"""Sentences in the user's language, with its digits; words of a draft untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.app.i18n import Translator
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def persian(resources: Path) -> Translator:
    return Translator("fa", resources / "locale")


@pytest.fixture
def english(resources: Path) -> Translator:
    return Translator("en", resources / "locale")


def test_a_message_is_told_in_either_language(persian: Translator, english: Translator) -> None:
    error = KnownError("{name} is neither a command nor a file.", name="a1.txt")
    assert persian.render(error.message) == "«a1.txt» نه فرمان است و نه پرونده."
    assert english.render(error.message) == "a1.txt is neither a command nor a file."


def test_numbers_get_the_digits_of_the_language(persian: Translator, english: Translator) -> None:
    assert persian("{a} {b} {c}", a=1405, b=2.5, c="90٪ Covid-19") == "۱۴۰۵ ۲٫۵ 90٪ Covid-19"
    assert english("{a} {b} {c}", a=1405, b=2.5, c="۹۰") == "1405 2.5 ۹۰"
    assert persian.digits("F7") == "F۷"
    assert persian.digits(20) == "۲۰"
    assert english.digits(20) == "20"


def test_days_and_numbers_of_releases_are_shown_as_people_write_them(persian: Translator, english: Translator) -> None:
    published = message("{release} {on}", release="1403-0173", on="2024-10-03")
    assert persian.render(published) == "۱۴۰۳-۰۱۷۳ ۱۲ مهر ۱۴۰۳"
    assert english.render(published) == "1403-0173 12 Mehr 1403"


def test_braces_in_words_of_a_draft_are_no_places(persian: Translator) -> None:
    assert persian.render(message("{text}", text="{name} {0}")) == "{name} {0}"
    assert persian("no {places}") == "no {places}"


def test_an_empty_text_stays_empty(persian: Translator) -> None:
    """In gettext it would stand for the header of the catalogue."""
    assert persian("") == ""


def test_direction_follows_the_language(persian: Translator, english: Translator) -> None:
    assert persian.right_to_left
    assert not english.right_to_left


def test_a_language_there_is_not_is_refused(resources: Path) -> None:
    with pytest.raises(ValueError, match="de"):
        Translator("de", resources / "locale")
