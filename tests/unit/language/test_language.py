"""The object the checks ask, and the files behind it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pr_editor.language.language import Language
from pr_editor.language.lexicon import COMMON, COUNTS, GENERAL, MODERN, NAMES, NEWS, PAIRS, TRIGRAMS, VERBS, WORDS
from pr_editor.language.speller import Speller
from pr_editor.text.message import KnownError

LISTS = (VERBS, WORDS, NEWS, COMMON, NAMES, MODERN, COUNTS, GENERAL, PAIRS, TRIGRAMS)


@pytest.fixture
def dictionaries(resources: Path, tmp_path: Path) -> Path:
    """A copy that a test may harm."""
    return Path(shutil.copytree(resources / "dictionaries", tmp_path / "dictionaries"))


def test_frequency_counts_articles(language: Language) -> None:
    assert language.frequency("گزارش") > language.frequency("کتابخانه") >= 0
    assert language.frequency("گزارش") == language.frequency("گزارش".replace("ی", "ي"))
    assert language.frequency("زرپوناک") == 0


def test_added_words_are_accepted_with_their_inflections(resources: Path) -> None:
    language = Language.load(resources / "dictionaries", frozenset({"زرپوناک"}))
    forms = ("زرپوناک", "زرپوناک‌ها", "زرپوناکهای", "زرپوناك", "زرپوناکی", "زرپوناکش", "زرپوناک‌ترین")
    assert all(language.knows(word) for word in forms)


@pytest.mark.parametrize("added", ["زرپوناک‌ها", "زرپوناک‌هایشان", "زرپوناک‌ترین‌ها", "زرپوناک‌اند"])
def test_a_word_added_in_an_inflected_form_is_accepted_in_every_other(resources: Path, added: str) -> None:
    language = Language.load(resources / "dictionaries", frozenset({added}))
    assert all(language.knows(word) for word in ("زرپوناک", "زرپوناک‌های", "زرپوناکی", added))


def test_words_added_later_change_what_was_answered(resources: Path) -> None:
    language = Language.load(resources / "dictionaries")
    assert not language.knows("زرپوناک")
    assert not any(c.text == "زرپوناک" for c in language.candidates("زرپوناط"))
    language.add_words(frozenset({"زرپوناك", ""}))
    assert language.knows("زرپوناک")
    assert language.candidates("زرپوناط")[0].text == "زرپوناک"


@pytest.mark.parametrize("name", [*LISTS, "fa/index.dic", "fa/index.aff"])
def test_missing_file_is_named(dictionaries: Path, name: str) -> None:
    (dictionaries / name).unlink()
    with pytest.raises(KnownError, match=name.replace(".", r"\.")):
        Language.load(dictionaries)


def test_broken_list_is_named(dictionaries: Path) -> None:
    (dictionaries / WORDS).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnownError, match="words"):
        Language.load(dictionaries)


def test_line_without_a_number_is_named(dictionaries: Path) -> None:
    (dictionaries / COUNTS).write_text("گزارش\tسه\n", "utf-8")
    with pytest.raises(KnownError, match="counts"):
        Language.load(dictionaries)


def test_lists_are_sorted_normal_and_without_doubles(resources: Path) -> None:
    for name in LISTS:
        words = [line.split("\t")[0] for line in (resources / "dictionaries" / name).read_text("utf-8").splitlines()]
        assert words == sorted(set(words)), name


def test_speller_reads_only_the_given_folder(
    dictionaries: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither a user's own enchant files nor installed dictionaries count; the environment stays as it was."""
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path / "own"))
    (dictionaries / "fa/index.dic").write_text("1\nزرپوناک\n", "utf-8")
    with Speller(dictionaries / "fa") as speller:
        assert speller.check("زرپوناک")
        assert not speller.check("کتاب")
        assert not speller.check("")
    assert os.environ["ENCHANT_CONFIG_DIR"] == str(tmp_path / "own")
    assert not (tmp_path / "own").exists()


def test_speller_leaves_no_folder_behind(resources: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    speller = Speller(resources / "dictionaries" / "fa")
    assert list(tmp_path.iterdir())
    speller.close()
    assert not list(tmp_path.iterdir())
