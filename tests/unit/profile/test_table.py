"""The lists of a house as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.profile.lists import LeftAlone, Lists, Organisation, Pack, Person, StandardParagraph, Term
from pr_editor.profile.load import ProfileError, load_profile
from pr_editor.profile.table import columns, heading, read_table, write_table

if TYPE_CHECKING:
    from pathlib import Path

CELL = st.text(st.characters(codec="utf-8", exclude_characters="|\r\0"), min_size=1).map(str.strip).filter(bool)
CELLS = st.lists(CELL, max_size=3).map(tuple)
TERMS = st.builds(Term, CELL, CELLS, st.sampled_from(Pack), st.just("") | CELL, CELLS)
PEOPLE = st.builds(Person, CELL, CELL, CELL, st.just("۱۴۰۲/۰۷/۱۵"), st.just(""), CELLS, CELL)


@settings(deadline=None, max_examples=60)
@given(st.lists(TERMS, max_size=5), st.lists(PEOPLE, max_size=5), st.sampled_from(("en", "fa")))
def test_what_is_written_is_read(terms: list[Term], people: list[Person], language: str) -> None:
    assert read_table(write_table(terms, Term, language), Term).entries == tuple(terms)
    assert read_table(write_table(people, Person, language), Person).entries == tuple(people)


@settings(deadline=None, max_examples=60)
@given(CELL)
def test_no_cell_is_a_formula(cell: str) -> None:
    row = write_table([StandardParagraph("درباره ما", cell)], StandardParagraph).split("\r\n", 1)[1]
    assert not row.split(",", 1)[1].lstrip('"').startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_spreadsheets_part_cells_in_their_own_way(mark: str) -> None:
    text = f"\ufeffنام{mark}نام کوتاه\nشهرداری مهرآباد{mark}شهرداری | شهرداری شهر\n\n"
    assert read_table(text, Organisation).entries == (Organisation("شهرداری مهرآباد", ("شهرداری", "شهرداری شهر")),)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("avoid,colour\nمی‌باشد,است\n", 1, "colour"),
        ("prefer\nاست\n", 1, "avoid"),
        ("avoid,prefer\nمی‌باشد,است\n,است\n", 3, "avoid"),
        ("avoid,pack\nمی‌باشد,maybe\n", 2, "maybe"),
        ('avoid,prefer\n"می‌باشد,است\n', 2, "CSV"),
        ("", 1, "avoid"),
    ],
)
def test_a_mistake_names_its_line(text: str, line: int, part: str) -> None:
    (mistake,) = read_table(text, Term).mistakes
    assert mistake.line == line
    assert part in str(mistake.message)


def test_every_column_has_a_persian_name() -> None:
    for kind in (Term, Person, Organisation, StandardParagraph, LeftAlone):
        names = [heading(column, "fa") for column in columns(kind)]
        assert len(set(names)) == len(names)


def test_a_house_style_brings_its_lists(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text('[lists]\nterms = "words.csv"\n', "utf-8")
    (tmp_path / "words.csv").write_text("avoid,prefer\nمی‌باشد,است\nجهت,برای\n", "utf-8")
    (tmp_path / "press.toml").write_text('extends = "office"\n[lists]\nterms = "mine.csv"\n', "utf-8")
    (tmp_path / "mine.csv").write_text("avoid,prefer\nجهت,به سوی\n", "utf-8")
    lists = load_profile(tmp_path / "press.toml", tmp_path, ()).lists
    assert lists == Lists(terms=(Term("می‌باشد", ("است",)), Term("جهت", ("به سوی",))))


def test_mistakes_in_a_list_are_those_of_the_house_style(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text('[lists]\nterms = "words.csv"\npeople = "none.csv"\n', "utf-8")
    (tmp_path / "words.csv").write_text("avoid,pack\nمی‌باشد,maybe\n", "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(tmp_path / "office.toml", tmp_path, ())
    assert {(problem.path.name, problem.line) for problem in caught.value.problems} == {
        ("office.toml", 3),
        ("words.csv", 2),
    }
