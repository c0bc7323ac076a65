"""English words: what is accepted, what is proposed, and that nothing is loaded before it is asked for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from pr_editor.language.english import English
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def english(resources: Path) -> English:
    return English(resources / "dictionaries")


@pytest.mark.parametrize(
    "word", ["management", "colour", "organisation", "centre", "fulfil", "programme", "cancelled", "startup", "iPhone"]
)
def test_accepts_american_british_and_new_words(english: English, word: str) -> None:
    assert english.knows(word.lower() if word != "iPhone" else word)


@pytest.mark.parametrize("word", ["company's", "company’s", "user-friendly"])
def test_accepts_what_is_made_of_words(english: English, word: str) -> None:
    assert english.knows(word)


@pytest.mark.parametrize("word", ["managment", "recieve", "tecnology", "numbre", "sence"])
def test_british_endings_excuse_no_slip(english: English, word: str) -> None:
    assert not english.knows(word)


def test_nearest_candidate_comes_first_and_keeps_the_capital(english: English) -> None:
    assert english.candidates("managment")[0] == "management"
    assert english.candidates("Enviroment")[0] == "Environment"
    assert all(word.isalpha() for word in english.candidates("livestreem"))
    assert english.candidates("zzzzqqqq") == ()


def test_a_name_stands_in_capitals_alone(english: English) -> None:
    assert english.is_name("Microsoft")
    assert not english.is_name("Management")


def test_added_words_count_in_any_capitals(resources: Path) -> None:
    english = English(resources / "dictionaries")
    assert not english.knows("Zarpunak")
    english.add_words(frozenset({"Zarpunak"}))
    assert english.knows("ZARPUNAK")
    assert english.knows("zarpunak")


def test_nothing_is_read_before_the_first_question(resources: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dictionaries"
    english = English(folder)
    shutil.copytree(resources / "dictionaries", folder)
    assert english.knows("management")


def test_missing_dictionary_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="modern-en"):
        English(tmp_path).knows("management")
