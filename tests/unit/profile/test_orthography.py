"""What a house may choose about vowel signs and the ezafe, and what follows from the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS, RULES
from pr_editor.profile.choices import Diacritics, Ezafe
from pr_editor.profile.load import ProfileError, check_profile, load_profile
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.language.language import Language

DRAFT = draft_of(["خانه‌ی ما و خانه‌ی آن‌ها و خانۀ دیگران و خانهٔ پدری است."])


def style(tmp_path: Path, orthography: str) -> Path:
    """A house style that extends the one of PR offices by these lines of its table."""
    path = tmp_path / "house.toml"
    path.write_text(f'extends = "pr"\n[orthography]\n{orthography}\n', "utf-8")
    return path


def test_by_default_the_academy_decides(resources: Path) -> None:
    for name in ("base", "pr"):
        orthography = load_profile(name, resources / "profiles", RULES).options.orthography
        assert orthography.ezafe is Ezafe.HAMZA
        assert orthography.diacritics is Diacritics.KEEP
        assert not orthography.ezafe_required


@pytest.mark.parametrize(
    ("form", "others"),
    [
        ("hamza", ["خانه‌ی", "خانه‌ی", "خانۀ"]),
        ("ligature", ["خانه‌ی", "خانه‌ی", "خانهٔ"]),
        ("ye", ["خانۀ", "خانهٔ"]),
        ("majority", ["خانۀ", "خانهٔ"]),
    ],
)
def test_the_house_chooses_the_form(
    resources: Path, tmp_path: Path, language: Language, form: str, others: list[str]
) -> None:
    profile = load_profile(style(tmp_path, f'ezafe = "{form}"'), resources / "profiles", RULES)
    findings = Engine(CHECKS, language, profile).review(DRAFT).findings
    assert [finding.text for finding in findings if finding.code == "HEH001"] == others


def test_mistakes_are_told(resources: Path, tmp_path: Path) -> None:
    path = style(tmp_path, 'ezafe = "hamzeh"\nezafe_required = "yes"\ndiacritics = "none"')
    with pytest.raises(ProfileError) as caught:
        load_profile(path, resources / "profiles", RULES)
    assert [problem.line for problem in caught.value.problems] == [3, 4, 5]


def test_a_weight_for_signs_that_all_stay_is_in_vain(resources: Path, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text('extends = "pr"\n[severity]\nCHR010 = "error"\n', "utf-8")
    _, warnings = check_profile(path, resources / "profiles", RULES)
    assert [problem.line for problem in warnings] == [3]
