"""Drafts as long as they may be, made to be slow: what is looked for must cost no more than the length of the text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS
from pr_editor.text.draft import draft_of
from pr_editor.text.letters import TATWEEL, ZWNJ

if TYPE_CHECKING:
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

LENGTH = 50_000
SECONDS = 6
"""Of processor time. What costs the square takes half a minute at this length; all else takes a second or two."""

PARAGRAPHS = {
    "dots": "." * LENGTH,
    "dots before a word": "سلام " + "!" * LENGTH + "x",
    "dashes": "-" * LENGTH,
    "an endless address": "a." * (LENGTH // 2),
    "figures": "12 " * (LENGTH // 8),
    "nested brackets": "(" * (LENGTH // 2) + "سلام" + ")" * (LENGTH // 2),
    "open brackets": "(" * LENGTH + "سلام",
    "spaces": "سلام (" + " " * LENGTH + "دنیا",
    "half-spaces": "سلام" + ZWNJ * LENGTH + "دنیا",
    "half-spaces between letters": ("س" + ZWNJ) * (LENGTH // 2),
    "a stretched word": "س" + TATWEEL * LENGTH + " سلام",
    "quotations": 'او گفت "سلام دنیا" و ' * (LENGTH // 40),
    "quotations in quotations": "(«س») “«د»” " * (LENGTH // 30),
    "an unknown language": "قخضصثقف غخهعغقف " * (LENGTH // 40),
    "one sentence": "این یک جملهٔ نمونه است که چند بار پشت سر هم گفته شد و باید دیده شود. " * (LENGTH // 70),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_no_paragraph_takes_the_square_of_its_length(name: str, language: Language, profile: Profile) -> None:
    draft = draft_of(["تیتر خبر نمونه", "لید خبر نمونه که جمله‌ای کامل است.", PARAGRAPHS[name], "نام و نام خانوادگی"])
    began = time.process_time()
    review = Engine(CHECKS, language, profile).review(draft)
    assert not review.failures
    assert time.process_time() - began < SECONDS


def test_many_lines_do_not_take_the_square_of_their_number(language: Language, profile: Profile) -> None:
    draft = draft_of(["این بند نمونه هزاران بار در این متن آمده است و باید دیده شود."] * 2_000)
    began = time.process_time()
    review = Engine(CHECKS, language, profile).review(draft)
    assert sum(finding.code == "DUP001" for finding in review.findings) == 1_999
    assert time.process_time() - began < SECONDS
