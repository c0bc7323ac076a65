"""Counts of pieces in a row, and the file they are kept in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.language.ngrams import EDGE, Ngrams, count_rows, runs
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

PIECES = st.text("ابتکمنی", min_size=1, max_size=5)
TABLES = st.dictionaries(st.lists(PIECES, min_size=1, max_size=3).map(tuple), st.integers(1, 1 << 33), max_size=30)


def test_rows_are_counted_across_half_spaces_and_end_at_marks() -> None:
    counts = count_rows(["کتاب‌های خوب، كتاب های خوب 12 را"], 1)
    assert counts["کتاب", "های"] == 2
    assert counts["کتاب", "های", "خوب"] == 2
    assert counts["خوب", EDGE] == 2
    assert counts[EDGE, "را"] == 1
    assert counts["خوب", "کتاب"] == counts["خوب", "را"] == 0


def test_what_stands_in_too_few_texts_is_left_out() -> None:
    counts = count_rows(["آب روان آب روان", "آب پاک"], 2)
    assert counts["آب",] == 3
    assert counts["آب", "روان"] == 0


def test_words_that_are_no_persian_end_a_run() -> None:
    assert list(runs("یک دو Book سه (چهار) پنج")) == [["یک", "دو"], ["سه"], ["چهار"], ["پنج"]]


@given(TABLES)
@settings(deadline=None, max_examples=50)
def test_every_row_is_found_with_at_least_its_count(table: dict[tuple[str, ...], int]) -> None:
    """A checksum shared by two rows gives the greater count; no count is ever too small."""
    counts = Ngrams.of(table)
    assert all(counts.count(*row) >= min(count, 0xFFFFFFFF) for row, count in table.items())


@given(TABLES, st.binary(max_size=16))
@settings(deadline=None, max_examples=30)
def test_a_table_comes_back_from_its_file(
    tmp_path_factory: pytest.TempPathFactory, table: dict[tuple[str, ...], int], key: bytes
) -> None:
    path = tmp_path_factory.mktemp("counts") / "table.bin"
    saved = Ngrams.of(table, key)
    saved.save(path)
    assert Ngrams.load(path) == saved


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    path = tmp_path / "good.bin"
    Ngrams.of({("آب",): 5, ("آب", "پاک"): 3}).save(path)
    return path.read_bytes()


@pytest.mark.parametrize("at", [0, 4, 8, 12, 20, 40, 50, -1])
def test_a_changed_byte_is_noticed(tmp_path: Path, data: bytes, at: int) -> None:
    changed = bytearray(data)
    changed[at] ^= 0x40
    (tmp_path / "bad.bin").write_bytes(changed)
    with pytest.raises(KnownError, match="word counts"):
        Ngrams.load(tmp_path / "bad.bin")


@pytest.mark.parametrize("length", [0, 3, 30, -1])
def test_a_torn_file_is_noticed(tmp_path: Path, data: bytes, length: int) -> None:
    (tmp_path / "torn.bin").write_bytes(data[:length])
    with pytest.raises(KnownError, match="word counts"):
        Ngrams.load(tmp_path / "torn.bin")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        Ngrams.load(tmp_path / "none.bin")
    assert dict(caught.value.message.args)["path"] == str(tmp_path / "none.bin")
