"""The digits of a figure follow the house style."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.fixes import fix_all
from pr_editor.checks.registry import CHECKS
from pr_editor.profile.choices import Script
from pr_editor.profile.options import Numbers
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile


@pytest.mark.parametrize(
    ("script", "text", "fixed"),
    [
        (Script.PERSIAN, "از 12 تا ۱۵ و ١٦ نفر", "از ۱۲ تا ۱۵ و ۱۶ نفر"),
        (Script.LATIN, "از 12 تا ۱۵ و ١٦ نفر", "از 12 تا 15 و 16 نفر"),
        (Script.LATIN, "تلفن ۰۲۱-۸۸۷۷۶۶۵۵", "تلفن 021-88776655"),
        (Script.KEEP, "از 12 تا ۱۵ و ١٦ نفر", "از 12 تا ۱۵ و ١٦ نفر"),
        (Script.KEEP, "مبلغ ۱2۵ ریال", "مبلغ ۱۲۵ ریال"),
    ],
)
def test_house_chooses_the_script(language: Language, profile: Profile, script: Script, text: str, fixed: str) -> None:
    house = replace(profile, select=("NUM001",), options=replace(profile.options, numbers=Numbers(digits=script)))
    after, _ = fix_all(Engine(CHECKS, language, house), draft_of([text]))
    assert [paragraph.text for paragraph in after.paragraphs] == [fixed]
