"""What is always left: whom it serves, what it hides, and where it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.left import Left, OwnLeft, Reach, entry_for, with_entry, without_entry
from pr_editor.profile.lists import LeftAlone
from pr_editor.profile.model import Severity
from pr_editor.text.draft import draft_of
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.checks.engine import Engine
    from pr_editor.checks.model import Finding


@pytest.fixture
def doubted(engine: Engine) -> list[Finding]:
    return [one for one in engine.review(draft_of(["مردم گردشفر آمدند."])).findings if one.text == "گردشفر"]


@pytest.fixture
def own(tmp_path: Path) -> OwnLeft:
    return OwnLeft(tmp_path / "data" / "left.csv")


def test_an_entry_hides_the_words_however_they_are_written(engine: Engine, doubted: list[Finding]) -> None:
    (finding,) = doubted
    left = Left(mine=[LeftAlone(finding.code, "گردش‌فر")])
    assert left.hides(finding)
    others = engine.review(draft_of(["مردم عمدا آمدند."])).findings
    assert others
    assert not any(map(left.hides, others))


def test_a_word_nobody_lists_is_one_matter(doubted: list[Finding]) -> None:
    (finding,) = doubted
    assert all(Left(mine=[LeftAlone(code, "گردش‌فر")]).hides(finding) for code in ("SPL001", "SPL005"))
    assert not Left(mine=[LeftAlone("SPL007", "گردش‌فر")]).hides(finding)


def test_the_house_is_named_where_both_have_decided(doubted: list[Finding]) -> None:
    (finding,) = doubted
    mine, houses = entry_for(finding), entry_for(finding, by="فائزه کاویانی", reason="نام یک جشنواره است")
    assert Left([mine], [houses]).entry(finding) == (Reach.HOUSE, houses)
    assert Left([mine]).entry(finding) == (Reach.MINE, mine)
    assert Left().entry(finding) is None


def test_nothing_hides_a_blocker(doubted: list[Finding]) -> None:
    (finding,) = doubted
    heavy = replace(finding, severity=Severity.BLOCKER)
    assert not Left([entry_for(finding)], [entry_for(finding)]).hides(heavy)


def test_own_entries_are_lines_of_a_table(own: OwnLeft, doubted: list[Finding]) -> None:
    entry = entry_for(doubted[0], by="فائزه کاویانی", since="۱۴۰۳/۰۲/۱۱")
    own.add(entry)
    own.add(replace(entry, words="گردش‌فر"))
    own.add(LeftAlone("CHR001", "=كار"))
    assert own.entries() == (entry, LeftAlone("CHR001", "=كار"))
    own.remove(LeftAlone("SPL005", "گردش‌فر"))
    assert own.entries() == (LeftAlone("CHR001", "=كار"),)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"rule,words\nSPL001,\n"])
def test_a_broken_file_is_told_and_kept(own: OwnLeft, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "data" / "left.csv"
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(KnownError, match="left"):
        own.entries()
    with pytest.raises(KnownError):
        own.add(LeftAlone("SPL001", "گردشفر"))
    assert path.read_bytes() == data


def test_entries_that_say_the_same_are_one() -> None:
    entries = with_entry(with_entry((), LeftAlone("SPL001", "گردش‌فر")), LeftAlone("SPL005", "گردشفر"))
    assert entries == (LeftAlone("SPL001", "گردش‌فر"),)
    assert without_entry(entries, LeftAlone("SPL005", "گردشفر")) == ()
