"""What a house registers changes what the checks find: names, posts, standard paragraphs, preferred spellings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.checks.engine import Engine
from pr_editor.checks.house import House
from pr_editor.checks.registry import CHECKS
from pr_editor.checks.standing import StandingTexts
from pr_editor.checks.view import ParagraphView
from pr_editor.profile.lists import Lists, Organisation, Pack, Person, StandardParagraph, Term
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind, Paragraph, draft_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

ABOUT = "شرکت نمونه از سال ۱۳۸۰ در استان کار می‌کند و دویست کارمند و چهار دفتر در شهرهای بزرگ دارد."
LEAD = "مدیر شرکت نمونه امروز در نشستی با خبرنگاران از برنامه‌های سال آینده گفت."


@pytest.fixture(scope="module")
def engine_for(language: Language, profile: Profile) -> Callable[[Lists], Engine]:
    return lambda lists: Engine(CHECKS, language, replace(profile, lists=lists))


def codes(engine: Engine, *lines: str) -> list[str]:
    review = engine.review(draft_of(lines))
    assert not review.failures
    return [finding.code for finding in review.findings]


def test_registered_paragraph_is_boilerplate_and_no_repeat(engine_for: Callable[[Lists], Engine]) -> None:
    draft = draft_of(("نشست خبری", LEAD, ABOUT, ABOUT))
    plain = engine_for(Lists()).review(draft)
    assert "DUP001" in [finding.code for finding in plain.findings]
    known = engine_for(Lists(paragraphs=(StandardParagraph("درباره", ABOUT),))).review(draft)
    assert [known.structure.kinds[key] for key in (2, 3)] == [Kind.BOILERPLATE, Kind.BOILERPLATE]
    found = [finding.code for finding in known.findings]
    assert "BOI002" in found
    assert "DUP001" not in found


def test_a_standard_text_of_several_lines_is_known_line_by_line(engine_for: Callable[[Lists], Engine]) -> None:
    title = "درباره شرکت نمونه"
    former = f"{title}\n{ABOUT.replace('دویست', 'صد')}"
    engine = engine_for(Lists(paragraphs=(StandardParagraph("درباره", f"{title}\n{ABOUT}", (former,)),)))
    review = engine.review(draft_of(("نشست خبری", LEAD, title, ABOUT)))
    assert [review.structure.kinds[key] for key in (2, 3)] == [Kind.BOILERPLATE, Kind.BOILERPLATE]
    assert not [finding for finding in review.findings if finding.rule.family == "BOI"]
    assert codes(engine, "نشست خبری", LEAD, *former.splitlines()).count("BOI001") == 1


def test_an_editor_may_call_it_something_else(engine_for: Callable[[Lists], Engine]) -> None:
    engine = engine_for(Lists(paragraphs=(StandardParagraph("درباره", ABOUT),)))
    assert engine.structure(draft_of((LEAD, ABOUT)), {1: Kind.BODY}).kinds[1] is Kind.BODY


def test_preferred_spelling_wins_over_the_commoner_one(engine_for: Callable[[Lists], Engine]) -> None:
    lines = ("پاسخگویی و پاسخگویی در نشست.", "وعده پاسخ‌گویی داده شد.")

    def flagged(lists: Lists) -> list[str]:
        review = engine_for(lists).review(draft_of(lines))
        return [finding.text for finding in review.findings if finding.code == "CON001"]

    assert flagged(Lists()) == ["پاسخ‌گویی"]
    assert flagged(Lists(terms=(Term("پاسخ دهی", ("پاسخ‌گویی",)),))) == ["پاسخگویی", "پاسخگویی"]


@pytest.mark.parametrize(
    ("pack", "severity"), [(Pack.ERROR, Severity.ERROR), (Pack.ADVICE, Severity.NOTE), (Pack.TASTE, Severity.NOTE)]
)
def test_pack_of_a_term_decides_its_weight(
    engine_for: Callable[[Lists], Engine], pack: Pack, severity: Severity
) -> None:
    engine = engine_for(Lists(terms=(Term("نشست", ("همایش",), pack, "چنین قرار گذاشته‌ایم"),)))
    finding = next(one for one in engine.review(draft_of((LEAD,))).findings if one.code == "TRM004")
    assert finding.severity is severity
    assert "چنین قرار گذاشته‌ایم" in str(finding.message)


def test_a_term_of_the_house_silences_the_packs_and_the_dictionary(engine_for: Callable[[Lists], Engine]) -> None:
    line = "لیست پیشنهادات و گزارشات زغلبوم در نشست خوانده شد."
    lists = Lists(terms=(Term("لیست", ("سیاهه",)), Term("اسناد", ("گزارشات",)), Term("زغلبوم", ("زیست‌بوم",))))
    found = [(one.code, one.text) for one in engine_for(lists).review(draft_of((LEAD, line))).findings]
    assert [one for one in found if one[0][:3] in {"TRM", "SPL"}] == [
        ("TRM004", "لیست"),
        ("TRM002", "پیشنهادات"),
        ("TRM004", "زغلبوم"),
    ]


NAMES = Lists(
    people=(Person("محمدرضا کریمی"), Person("سیمین آذرفزا"), Person("حسن نوری")),
    organisations=(Organisation("سازمان همیاری شهرداری‌ها"), Organisation("بنیاد پژوهش")),
)


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("محمد رضا کریمی آمد", "محمدرضا کریمی"),
        ("محمد‌رضا‌کریمی آمد", None),
        ("محمدرضا  کریمی آمد", None),
        ("محمدرضا كريمي آمد", None),
        ("سیمین آذرفضا آمد", "سیمین آذرفزا"),
        ("سیمن آذرفزا آمد", "سیمین آذرفزا"),
        ("وسیمین آذرفزا آمد", None),
        ("سیمین، آذرفزا آمد", None),
        ("سازمان همیاری شهرداریها", "سازمان همیاری شهرداری‌ها"),
        ("سازمان همیاری شهرداری ها", "سازمان همیاری شهرداری‌ها"),
        ("بنیاد پژوهشی", None),
    ],
)
def test_near_misses(text: str, missed: str | None) -> None:
    found = [miss.name.text for miss in House(NAMES).names.near(ParagraphView(Paragraph(0, text)))]
    assert found == ([missed] if missed else [])


WORDS = st.lists(st.sampled_from(ABOUT.rstrip(".").split()), min_size=1, max_size=20).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(text=WORDS, former=WORDS)
def test_every_registered_wording_is_recognised_as_what_it_is(text: str, former: str) -> None:
    standing = StandingTexts([StandardParagraph("یک", text, (former,))])
    for wording in (text, former):
        found = standing.recognise(tuple(word.text for word in ParagraphView(Paragraph(0, wording)).compared))
        assert found is not None
        assert found.exact
    assert standing.recognise(()) is None


@settings(deadline=None, max_examples=60)
@given(lines=st.lists(WORDS, min_size=1, max_size=6))
def test_registered_names_never_miss_themselves(lines: list[str]) -> None:
    lists = Lists(people=tuple(Person(line) for line in lines), organisations=(Organisation(" ".join(lines)),))
    names = House(lists).names
    for line in (*lines, " ".join(lines)):
        view = ParagraphView(Paragraph(0, line))
        assert line in {found.value.text for found in names.exact.find(view)}
