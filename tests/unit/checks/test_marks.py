"""Marks and spaces under houses that choose otherwise than the shipped ones, and drafts made to be slow."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.fixes import fix_all
from pr_editor.checks.model import Applicability
from pr_editor.checks.registry import CHECKS
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
from pr_editor.profile.options import Numbers, Punctuation
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

    type House = Callable[[Numbers, Punctuation], Engine]

FAMILIES = ("NUM", "PUN", "QUO", "SPC")


@pytest.fixture
def house(language: Language, profile: Profile) -> House:
    """Build an engine of these families for a house with its own tables."""

    def build(numbers: Numbers, punctuation: Punctuation) -> Engine:
        options = replace(profile.options, numbers=numbers, punctuation=punctuation)
        return Engine(CHECKS, language, replace(profile, select=FAMILIES, options=options))

    return build


@pytest.mark.parametrize(
    ("numbers", "text", "fixed"),
    [
        (Numbers(percent=Percent.LATIN), "رشد ۱۲٪ و ۵ % بود.", "رشد ۱۲% و ۵% بود."),
        (Numbers(percent=Percent.WORD), "رشد ۱۲٪ بود.", "رشد ۱۲ درصد بود."),
        (Numbers(percent=Percent.KEEP), "رشد ۱۲ % بود.", "رشد ۱۲ % بود."),
        (Numbers(decimal=DecimalMark.POINT), "رشد ۱۲٫۵ درصد بود.", "رشد ۱۲.۵ درصد بود."),
        (Numbers(decimal=DecimalMark.SLASH), "رشد ۱۲٫۵ درصد بود.", "رشد ۱۲/۵ درصد بود."),
        (Numbers(thousands=ThousandsMark.COMMA), "مبلغ ۱٬۲۵۰٬۰۰۰ ریال", "مبلغ ۱,۲۵۰,۰۰۰ ریال"),
        (Numbers(ordinal=Ordinal.SHORT), "۲۵ ام اسفند و ۱۲امین دوره", "۲۵م اسفند و ۱۲مین دوره"),
        (Numbers(ordinal=Ordinal.JOINED), "۲۵ ام اسفند و ۱۲‌امین دوره", "۲۵ام اسفند و ۱۲امین دوره"),
        (Numbers(range=Range.WORD), "بازهٔ ۱۲-۱۵ نفر و نتیجهٔ ۳-۲", "بازهٔ ۱۲ تا ۱۵ نفر و نتیجهٔ ۳-۲"),
        (Numbers(range=Range.HYPHEN), "بازهٔ ۱۲–۱۵ نفر", "بازهٔ ۱۲-۱۵ نفر"),
    ],
)
def test_houses_write_numbers_otherwise(house: House, numbers: Numbers, text: str, fixed: str) -> None:
    after, _ = fix_all(house(numbers, Punctuation()), draft_of([text]), Applicability.ASK)
    assert [paragraph.text for paragraph in after.paragraphs] == [fixed]


@pytest.mark.parametrize(
    ("punctuation", "text", "fixed"),
    [
        (Punctuation(ellipsis=EllipsisForm.DOTS), "و دیگران… آمدند.", "و دیگران... آمدند."),
        (Punctuation(ellipsis_space=Gap.SPACE), "و دیگران... آمدند.", "و دیگران ... آمدند."),
        (Punctuation(honorific_space=Gap.SPACE), "امام رضا(ع) گفت.", "امام رضا (ع) گفت."),
        (
            Punctuation(question_exclamation=QuestionExclamation.EXCLAMATION_FIRST),
            "راست می‌گویی؟!",
            "راست می‌گویی!؟",
        ),
    ],
)
def test_houses_write_marks_otherwise(house: House, punctuation: Punctuation, text: str, fixed: str) -> None:
    after, _ = fix_all(house(Numbers(), punctuation), draft_of([text]), Applicability.ASK)
    assert [paragraph.text for paragraph in after.paragraphs] == [fixed]


@pytest.mark.parametrize(
    ("texts", "fixed"),
    [
        (["سال ۱۴۰۲ و ۱۴۰۳", "سال 1401 و ٢٥ نفر"], ["سال ۱۴۰۲ و ۱۴۰۳", "سال ۱۴۰۱ و ۲۵ نفر"]),
        (["سال 1402 و 1403", "سال ۱۴۰۱ و گوشی iPhone 15"], ["سال 1402 و 1403", "سال 1401 و گوشی iPhone 15"]),
    ],
)
def test_a_draft_keeps_to_one_script(house: House, texts: list[str], fixed: list[str]) -> None:
    after, _ = fix_all(house(Numbers(digits=Script.UNIFORM), Punctuation()), draft_of(texts))
    assert [paragraph.text for paragraph in after.paragraphs] == fixed


@pytest.mark.parametrize(
    "piece",
    [
        "(", "([", "[(]", "«", "»«", "« ", "'", "<<", "((", "،،", "؟!", "...", ". . ",
        "۱٬۲۵۰٬", "۱. ", "۱۲ - ", "ساعت ۱:", "۹م", "%۱", " \t",
    ],
)  # fmt: skip
def test_long_rows_of_marks_cost_little(house: House, piece: str) -> None:
    text = piece.strip() + piece * (8_000 // len(piece)) + "متن"
    start = process_time()
    review = house(Numbers(), Punctuation()).review(draft_of([text]))
    assert not review.failures
    assert process_time() - start < 1.0 + 0.001 * len(review.findings)
