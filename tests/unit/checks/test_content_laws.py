"""Laws of the rules that look at the whole draft: they never fail, and their fixes settle what they were about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pr_editor.checks.engine import Engine
from pr_editor.checks.fixes import fix_all
from pr_editor.checks.model import Applicability
from pr_editor.checks.rules import byline, consistency, release_parts, repeated_text
from pr_editor.text.draft import Draft, draft_of

if TYPE_CHECKING:
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

SENTENCES = st.sampled_from(
    [
        "گشایش درمانگاه در کوهپایه",
        "درمانگاه کوهپایه با ده تخت و دو پزشک پس از سه سال کار به روی بیماران باز شد.",
        "مدیر کل بهداشت گفت: تامین دارو بر عهده استان است و تأمین پزشک بر عهده دانشگاه.",
        "مدیرکل بهداشت گفت: درمانگاه کوهپایه با ده تخت و دو پزشک پس از سه سال کار به روی بیماران باز شد.",
        "این درمانگاه لطفا و لطفاً را یکی می‌داند و کتاب‌ها و کتابها را هم از هم جدا نمی‌کند و ادامه می‌دهد.",
        "این درمانگاه لطفاً و لطفاً را یکی می‌داند و کتاب‌ها و کتاب‌ها را هم از هم جدا نمی‌کند و ادامه می‌دهد.",
        "راه کوهپایه - نایین باز است و راه کوهپایه – نایین بسته نیست.",
        "نویسنده : آذر پناهی، کارشناس",
        "به گزارش روابط عمومی دانشگاه، درمانگاه باز شد.",
        "روابط عمومی دانشگاه",
    ]
)
NOISE = st.text(alphabet="ابتدهی آأئؤءً\u200c\u0654:-–ـ«».،؟()1۲a\U0001f600\u0640", max_size=30)
drafts = st.lists(SENTENCES | NOISE, max_size=8).map(draft_of)
ordinary = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def content(language: Language, profile: Profile) -> Engine:
    """The checks of the whole draft alone."""
    checks = (*repeated_text.CHECKS, *byline.CHECKS, *release_parts.CHECKS, *consistency.CHECKS)
    return Engine(checks, language, profile)


@ordinary
@given(draft=drafts)
def test_no_draft_makes_a_check_fail(content: Engine, draft: Draft) -> None:
    review = content.review(draft)
    assert not review.failures
    texts = {paragraph.key: paragraph.text for paragraph in draft.paragraphs}
    for finding in review.findings:
        assert finding.text == finding.span.of(texts[finding.span.key])
        assert all(place.span.end <= len(texts[place.span.key]) for place in finding.related)
        assert all(0.0 <= place.score <= 1.0 for place in finding.related)


@ordinary
@given(draft=drafts)
def test_fixes_settle_what_they_are_about(content: Engine, draft: Draft) -> None:
    fixed, _ = fix_all(content, draft, Applicability.ASK)
    assert {finding.code for finding in content.review(fixed).findings}.isdisjoint({"DUP001", "CON001"})


@ordinary
@given(draft=drafts)
def test_none_of_these_fixes_is_applied_unasked(content: Engine, draft: Draft) -> None:
    fixed, applied = fix_all(content, draft, Applicability.SAFE)
    assert not applied
    assert fixed == draft


_PARAGRAPH = (
    "درمانگاه کوهپایه با ده تخت و دو پزشک پس از سه سال کار به روی بیماران باز شد و شبانه‌روزی کار می‌کند و بیماران "
    "روستاهای دور را هم می‌پذیرد."
)
_MORE = " داروخانه آن از هفته آینده در همان ساختمان کار می‌کند و داروهای کمیاب را نیز خواهد داشت."


def _with(earlier: str, later: str) -> Draft:
    """A release with two paragraphs in its body."""
    lead = "شهروندان کوهپایه و روستاهای پیرامون آن از امروز برای درمان به شهر نمی‌روند و در همان جا پزشک دارند."
    between = "سخنگوی دانشگاه از خیران سپاسگزاری کرد و نشانی درمانگاه را داد."
    return draft_of(["گشایش درمانگاه در کوهپایه", lead, earlier, between, later])


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        (_PARAGRAPH + _MORE, _PARAGRAPH, "All of this paragraph stands in an earlier one as well."),
        (_PARAGRAPH, _PARAGRAPH + _MORE, "This paragraph holds all of an earlier one."),
    ],
)
def test_a_paragraph_inside_another_is_not_said_to_be_nearly_the_same(
    content: Engine, earlier: str, later: str, said: str
) -> None:
    found = content.review(_with(earlier, later)).findings
    assert [one.message.id for one in found if one.code == "DUP002"] == [said]


@ordinary
@given(changed=st.integers(0, 20))
def test_one_word_changed_is_told_as_less_than_all(content: Engine, changed: int) -> None:
    words = f"{_PARAGRAPH}{_MORE}".split()
    other = [*words[:changed], "دیگری", *words[changed + 1 :]]
    findings = content.review(_with(" ".join(words), " ".join(other))).findings
    percents = [dict(one.message.args)["percent"] for one in findings if one.code == "DUP002"]
    assert percents == [100 * (len(words) - 1) // len(words)]
