"""Registered names and added words come out of SAFE fixes as they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.fixes import fix_all
from pr_editor.checks.kept_names import KeptNames
from pr_editor.checks.registry import CHECKS
from pr_editor.language.language import Language
from pr_editor.profile.lists import Lists, Organisation, Person
from pr_editor.text.draft import draft_of
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.profile.model import Profile


def _stands(name: str, text: str, old: str, new: str) -> bool:
    at = text.index(old)
    return KeptNames([name]).stand(text, [Edit(Span(0, at, at + len(old)), new)])


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        ("رسانه های نو", "گروه رسانه های نو آمد", "ه ها", "ه\u200cها"),
        ("خانه ی هنر", "در خانه ی هنر بود", " ی", "\u0654"),
        ("گروه میشود", "از گروه میشود خبر رسید", "میشود", "می\u200cشود"),
        ("نیک", "بانک نیک ، شعبه", "نیک ،", "نیکو،"),
        ("گروه ۷", "در گروه 7 بود", "7", "۸"),
        ("خانه ی هنر", "۵۰﷼خانه ی هنر", " ی", "\u0654"),
    ],
)
def test_a_name_that_would_be_written_otherwise(name: str, text: str, old: str, new: str) -> None:
    assert not _stands(name, text, old, new)


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        ("علی کریمی", "گفت علي کریمی آمد", "ي", "ی"),
        ("علي کریمی", "گفت علي کریمی آمد", "ي", "ی"),
        ("بنیاد رسانه", "بنیاد رسانه ی نو", " ی", "\u0654"),
        ("بنیاد رسانه", "بنیاد رســـانه آمد", "ســـا", "سا"),
        ("نیک", "بانک نیک ها بود", " ها", "\u200cها"),
        ("نیک", "نیکی  بود", "  ", " "),
        ("گروه ۷", "در گروه 7 بود", "7", "۷"),
        ("بهاران", "شركت  بهاران ،آمد", " ،", "، "),
        ("...", "و ... بود", " ...", "…"),
    ],
)
def test_a_name_that_stands(name: str, text: str, old: str, new: str) -> None:
    assert _stands(name, text, old, new)


def test_far_from_a_name_all_is_free() -> None:
    text = "رسانه های نو" + " متن" * 100 + " خانه ی ما"
    assert _stands("رسانه های نو", text, " ی", "\u0654")


def test_fix_all_keeps_what_the_house_and_the_user_write(resources: Path, profile: Profile) -> None:
    lists = Lists(
        people=(Person("مهتا نیک پور"),), organisations=(Organisation("رسانه های نو", short=("گروه برنامهها",)),)
    )
    text = "مهتا نیک پور از رسانه های نو گفت گروه برنامهها کتاب های تازه میخواهند و میروند."
    language = Language.load(resources / "dictionaries", frozenset({"میروند"}))
    after, _ = fix_all(Engine(CHECKS, language, replace(profile, lists=lists)), draft_of([text]))
    kept = text.replace("کتاب های", "کتاب\u200cهای").replace("میخواهند", "می\u200cخواهند")
    assert after.paragraphs[0].text == kept
    plain = Engine(CHECKS, Language.load(resources / "dictionaries"), profile)
    assert "رسانه\u200cهای نو" in fix_all(plain, draft_of([text]))[0].paragraphs[0].text


def test_a_word_added_later_is_kept_once_the_engine_forgets(resources: Path, profile: Profile) -> None:
    language = Language.load(resources / "dictionaries")
    engine = Engine(CHECKS, language, profile)
    draft = draft_of(["آنان کتاب تازه میخواهند."])
    assert fix_all(engine, draft)[1]
    language.add_words(frozenset({"میخواهند"}))
    engine.forget()
    assert fix_all(engine, draft) == (draft, [])
