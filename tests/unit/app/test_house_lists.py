"""Lists of a house that several windows change, and those that come in from spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.house import HouseStyle
from pr_editor.app.house_import import Standing, read_import, taken
from pr_editor.profile.lists import Organisation, Person
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [Organisation(name) for name in ("آبفا", "برق", "گاز", "مخابرات", "پست")]
SOME = st.lists(st.sampled_from(NAMES), unique=True)
WRITER, OTHER = Person("مریم کاظمی", byline="کارشناس خبر"), Person("آرش دلیری", byline="خبرنگار")


@settings(deadline=None, max_examples=60)
@given(SOME, SOME, SOME)
def test_nobody_loses_what_another_window_saved(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[Organisation],
    mine: list[Organisation],
    now: list[Organisation],
) -> None:
    house = HouseStyle(tmp_path_factory.mktemp("house") / "house.toml")
    house.save_list("organisations", now)
    house.save_list("organisations", mine, before)
    kept = house.lists().organisations
    removed, added = set(before) - set(mine), set(mine) - set(before)
    assert set(kept) == (set(now) - removed) | added
    if now == before:
        assert kept == tuple(mine)


def test_a_list_somebody_broke_is_not_written_over(tmp_path: Path) -> None:
    house = HouseStyle(tmp_path / "house.toml")
    house.save_list("people", [WRITER])
    path = tmp_path / "people.csv"
    path.write_text("name,colour\nمریم کاظمی,سبز\n", "utf-8")
    with pytest.raises(KnownError, match="line 1"):
        house.save_list("people", [OTHER], [WRITER])
    assert "سبز" in path.read_text("utf-8")


def test_a_list_lies_where_the_style_says(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('[lists]\npeople = "names.csv"\n', "utf-8")
    house = HouseStyle(tmp_path / "house.toml")
    house.save_list("people", [WRITER])
    assert not (tmp_path / "people.csv").exists()
    assert house.lists().people == (WRITER,)
    assert "کاظمی" in (tmp_path / "names.csv").read_text("utf-8")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_every_encoding_of_spreadsheets_comes_in(tmp_path: Path, codec: str) -> None:
    text = "نام\tعنوان نویسنده\nمریم کاظمی\tسردبیر\nآرش دلیری\tخبرنگار\n\tمدیر\nنادر شکیبا\t\n"
    path = tmp_path / "list.tsv"
    # Windows-1256 has neither of the Persian letters.
    path.write_bytes((text.replace("ی", "ي").replace("ک", "ك") if codec == "cp1256" else text).encode(codec))
    found = read_import(path, "people", [WRITER, OTHER])
    assert [(one.line, one.standing) for one in found.incoming] == [
        (2, Standing.CHANGED),
        (3, Standing.SAME),
        (5, Standing.NEW),
    ]
    assert [mistake.line for mistake in found.mistakes] == [4]
    changed, new = Person("مریم کاظمی", byline="سردبیر"), Person("نادر شکیبا")
    assert found.useful == (changed, new)
    assert taken([WRITER, OTHER], found.useful) == (changed, OTHER, new)


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(KnownError, match=r"picture\.csv"):
        read_import(path, "people", [])
