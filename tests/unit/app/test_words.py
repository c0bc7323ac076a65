"""The user's dictionary is a file he can read, and every window sees every word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.app.words import UserWords
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "words.txt"


def test_words_are_lines_of_a_file(path: Path) -> None:
    words = UserWords(path)
    assert words.words() == frozenset()
    words.add("بهاران‌شهر")
    words.add(" پیش‌ران ")
    words.add("پیش‌ران")
    assert path.read_text("utf-8") == "بهاران‌شهر\nپیش‌ران\n"
    assert UserWords(path).words() == {"بهاران‌شهر", "پیش‌ران"}


def test_a_word_can_be_taken_back(path: Path) -> None:
    words = UserWords(path)
    words.add("الف")
    words.add("ب")
    words.remove("الف")
    words.remove("پ")
    assert words.words() == {"ب"}


def test_a_file_made_by_hand_is_read(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes("\ufeffالف\r\n\r\n  ب  \r\n".encode())
    assert UserWords(path).words() == {"الف", "ب"}


@pytest.mark.parametrize("word", ["", "  ", "الف\nب", "الف\u2028ب"])
def test_only_a_word_is_a_word(path: Path, word: str) -> None:
    with pytest.raises(KnownError):
        UserWords(path).add(word)
    assert not path.exists()


def test_a_file_that_is_no_text_is_told_and_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    words = UserWords(path)
    with pytest.raises(KnownError, match=r"words\.txt"):
        words.words()
    with pytest.raises(KnownError):
        words.add("الف")
    assert path.read_bytes() == b"\xff\xfe\x00"
