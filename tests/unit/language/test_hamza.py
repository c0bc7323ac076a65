"""Hamza and tanvin that no spelling leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pr_editor.language.hamza import HAMZA, Hamza
from pr_editor.language.lists import read_lines
from pr_editor.language.normal import normal
from pr_editor.text.letters import TANVIN
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.language.language import Language

_VARIANT = 50
"""Articles from which a form without hamza is the press's own."""


@pytest.fixture(scope="module")
def pairs(resources: Path) -> list[tuple[str, str]]:
    lines = (line.split("\t") for line in read_lines(resources / "dictionaries" / HAMZA))
    return [(written, right) for written, right in lines]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("روسا", "رؤسا"),
        ("روساي", "رؤسای"),
        ("موسسه‌های", "مؤسسه‌های"),
        ("مسوولیتی", "مسئولیتی"),
        ("عمدا", "عمداً"),
        ("مومنی", ""),
        ("عمدای", ""),
        ("رضا", ""),
        ("رؤسا", ""),
        ("عمداً", ""),
        ("تاکید", ""),
    ],
)
def test_right_form(language: Language, written: str, right: str) -> None:
    assert language.with_hamza(written) == right


def test_every_right_form_is_known_and_right(language: Language, pairs: list[tuple[str, str]]) -> None:
    assert pairs == sorted(pairs)
    assert not [right for _, right in pairs if not language.knows(right) or language.with_hamza(right)]


def test_list_is_in_normal_form_and_adds_nothing_but_hamza_or_tanvin(pairs: list[tuple[str, str]]) -> None:
    assert all(normal(written) == written and normal(right) == right for written, right in pairs)
    assert all(TANVIN in right or re.search("[ؤئأ]", right) for _, right in pairs)
    assert all(right.removesuffix(TANVIN)[0] == written[0] for written, right in pairs)


def test_hamzas_the_press_leaves_out_by_choice_stay_out(language: Language, pairs: list[tuple[str, str]]) -> None:
    assert not [word for word, right in pairs if TANVIN not in right and language.frequency(word) >= _VARIANT]


def test_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="hamza"):
        Hamza.load(tmp_path / HAMZA)
