"""The tables of marks: what a house may say about numbers and punctuation, and what it is told when it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.registry import RULES
from pr_editor.profile.choices import (
    DecimalMark,
    EllipsisForm,
    Gap,
    Ordinal,
    Percent,
    QuestionExclamation,
    Range,
    Script,
    ThousandsMark,
)
from pr_editor.profile.load import ProfileError, check_profile, load_profile
from pr_editor.profile.options import Numbers, Punctuation

if TYPE_CHECKING:
    from pathlib import Path


def test_shipped_styles_follow_the_standards(resources: Path) -> None:
    for name in ("base", "pr"):
        options = load_profile(name, resources / "profiles", RULES).options
        assert options.numbers == Numbers()
        assert options.punctuation == Punctuation()
    assert Numbers().decimal is DecimalMark.PERSIAN
    assert Punctuation().ellipsis is EllipsisForm.KEEP


def test_a_house_can_choose_every_mark(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(
        """
        [numbers]
        digits = "uniform"
        percent = "word"
        decimal = "slash"
        thousands = "comma"
        ordinal = "short"
        range = "word"
        [punctuation]
        ellipsis = "dots"
        ellipsis_space = "space"
        question_exclamation = "exclamation-first"
        honorific_space = "space"
        """,
        "utf-8",
    )
    options = load_profile(path, tmp_path, RULES).options
    assert options.numbers == Numbers(
        Script.UNIFORM, Percent.WORD, DecimalMark.SLASH, ThousandsMark.COMMA, Ordinal.SHORT, Range.WORD
    )
    assert options.punctuation.ellipsis is EllipsisForm.DOTS
    assert options.punctuation.ellipsis_space is Gap.SPACE
    assert options.punctuation.question_exclamation is QuestionExclamation.EXCLAMATION_FIRST
    assert options.punctuation.honorific_space is Gap.SPACE


@pytest.mark.parametrize(
    ("table", "key", "code"),
    [
        ("numbers", "percent", "NUM002"),
        ("numbers", "decimal", "NUM003"),
        ("numbers", "thousands", "NUM004"),
        ("numbers", "ordinal", "NUM007"),
        ("punctuation", "dashes", "PUN002"),
        ("punctuation", "question_exclamation", "PUN007"),
    ],
)
def test_weighing_a_rule_the_house_leaves_open_is_told(tmp_path: Path, table: str, key: str, code: str) -> None:
    path = tmp_path / "house.toml"
    path.write_text(f'[severity]\n{code} = "error"\n[{table}]\n{key} = "keep"\n', "utf-8")
    _, warnings = check_profile(path, tmp_path, RULES)
    assert [code in str(warning.message) for warning in warnings] == [True]


def test_other_words_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text('[numbers]\ndecimal = "comma"\n[punctuation]\nellipsis = "two"\n', "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(path, tmp_path, RULES)
    assert [problem.line for problem in caught.value.problems] == [2, 4]
