"""What the window offers to add to a dictionary is no fault once it was added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS
from pr_editor.language.language import Language
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.profile.model import Profile


@pytest.mark.parametrize(
    ("code", "word", "sentence"),
    [
        ("SPL001", "همکری", "این کتابخانه با همکری مردم ساخته شد."),
        ("SPL002", "اینطرح", "مدیر شرکت گفت اینطرح تا پایان سال اجرا می‌شود."),
        ("SPL005", "زرپوناک", "این شرکت هر سال هزار زرپوناک می‌سازد."),
        ("SPL006", "managment", "این دوره دربارهٔ managment برگزار شد."),
        ("SPL007", "عمدا", "وی گفت این کار عمدا انجام نشده است."),
        ("TRM001", "سپاسگذاری", "مدیر شرکت از مردم سپاسگذاری کرد."),
    ],
)
def test_a_word_that_was_added_is_no_fault(
    resources: Path, profile: Profile, code: str, word: str, sentence: str
) -> None:
    language = Language.load(resources / "dictionaries")
    about = [
        one.code for one in Engine(CHECKS, language, profile).review(draft_of([sentence])).findings if one.text == word
    ]
    assert about == [code]
    language.add_words(frozenset({word}))
    after = Engine(CHECKS, language, profile).review(draft_of([sentence])).findings
    assert word not in {one.text for one in after}


def test_candidates_remembered_before_are_those_of_a_new_dictionary(resources: Path) -> None:
    words = frozenset({"زرپوناک", "مهتاج"})
    asked = ("زرپوناط", "زپوناک", "زرپوناک‌هاای", "اینزرپوناک", "همکری", "مهتاح", "محتاح", "گزارس")
    before = Language.load(resources / "dictionaries")
    for form in asked:
        before.candidates(form)
    before.add_words(words)
    after = Language.load(resources / "dictionaries", words)
    assert [before.candidates(form) for form in asked] == [after.candidates(form) for form in asked]
