"""The report on what a draft takes from earlier releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.reuse_report import ReuseReport, reuse_report
from pr_editor.app.side_by_side import beside_release
from pr_editor.checks.ports import Against, Fate
from pr_editor.checks.reuse import Relation
from pr_editor.text.draft import Kind, draft_of
from tests.published import release
from tests.unit.library.office import handover, open_office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pr_editor.profile.model import Profile
    from tests.published import Libraries

CLIMB = "کوهنوردان باشگاه آلاله پس از سه روز پیمایش و با پشت سر گذاشتن یال شمالی بر چکاد قله ایستادند."
WASTE = "گروه در راه بازگشت ۴۵ کیلوگرم پسماند را از پناهگاه‌ها و کنار چشمه‌ها گرد آورد و به پای کوه رساند."
PLAN = "باشگاه برای تابستان آینده برنامه پیمایش جنگل‌های باران‌خورده شمال را با همراهی راهنمایان بومی آماده کرده است."
CLIMBED = ("صعود باشگاه آلاله به قله", CLIMB, WASTE)
PLANNED = ("برنامه تازه باشگاه آلاله", PLAN)
BYLINE = "نویسنده: سارا امینی، کارشناس روابط عمومی باشگاه"


type Report = Callable[..., ReuseReport]


@pytest.fixture(scope="module")
def report(profile: Profile, libraries: Libraries) -> Report:
    """Reports on a text beside one library."""
    library = libraries.holding(release(PLANNED), release((*CLIMBED, BYLINE)))

    def made(*texts: str, without: frozenset[str] = frozenset()) -> ReuseReport:
        draft = draft_of((*texts, BYLINE))
        kinds = {0: Kind.HEADLINE, len(texts): Kind.BYLINE}
        return reuse_report(draft.with_kinds(kinds), profile.lists, Against(library, without=without))

    return made


def test_releases_are_ranked_by_what_is_taken_from_them(report: Report) -> None:
    found = report("گزارش سال باشگاه کوهنوردی", PLAN, CLIMB, WASTE)
    assert [(one.source.release, one.paragraphs) for one in found.sources] == [("1403-0002", 2), ("1403-0001", 1)]
    first, second = found.sources
    assert (first.relation, first.new) == (Relation.UPDATED, 1)
    assert second.relation is Relation.PARTLY
    assert 0.5 < first.share < found.share == 1
    assert first.source.headline == CLIMBED[0]


def test_pairs_with_other_figures_come_first_and_are_aligned(report: Report) -> None:
    newer = WASTE.replace("۴۵", "۶۰")
    (taken,) = report("گزارش سال باشگاه کوهنوردی", CLIMB, newer).sources
    assert taken.relation is Relation.UPDATED
    assert [(pair.number, pair.there, pair.exact) for pair in taken.pairs] == [(3, 3, False), (2, 2, True)]
    pair = taken.pairs[0]
    assert pair.only_figures
    (change,) = pair.alignment().figures
    assert change.a is not None
    assert change.b is not None
    assert newer[change.a.start : change.a.end] == "۶۰"
    assert WASTE[change.b.start : change.b.end] == "۴۵"


def test_a_part_of_a_paragraph_is_aligned_where_it_stands(report: Report) -> None:
    longer = f"{OPENING} {CLIMB}"
    (taken,) = report("گزارش سال باشگاه کوهنوردی", longer).sources
    (pair,) = taken.pairs
    shared = [longer[run.start : run.end] for run in pair.alignment().a if run.shared]
    assert shared == [CLIMB.rstrip(".")]


def test_a_source_left_out_is_not_counted(report: Report) -> None:
    texts = ("گزارش سال باشگاه کوهنوردی", PLAN, CLIMB)
    both, one = report(*texts), report(*texts, without=frozenset({"1403-0002"}))
    assert [taken.source.release for taken in one.sources] == ["1403-0001"]
    assert one.share < both.share


def test_versions_of_a_corrected_release_are_read_each_by_itself(tmp_path: Path, profile: Profile) -> None:
    office = open_office(tmp_path)
    release = office.approved("کارهای باشگاه", PLAN, CLIMB, WASTE)
    office.library.correct(release, handover("کارهای باشگاه", WASTE), office.editor)
    office.approve(release)

    def held(*texts: str) -> list[tuple[int, Fate, list[int]]]:
        draft = draft_of(("گزارش سال باشگاه کوهنوردی", *texts))
        found = reuse_report(draft, profile.lists, Against(office.library)).sources
        for one in found:
            there = office.library.show(release, one.source.number).draft
            both = beside_release(draft, there, one.pairs)
            assert all(both.second[pair.there - 1].text == pair.text for pair in one.pairs)
        return [(one.source.number, one.source.fate, [pair.number for pair in one.pairs]) for one in found]

    assert held(WASTE) == [(2, Fate.IN_FORCE, [2])]
    assert held(WASTE, CLIMB) == [(1, Fate.CORRECTED, [2, 3])]
    office.library.close()


def test_nothing_taken_is_an_empty_report(report: Report) -> None:
    assert report("گشایش گلخانه شهر", OPENING) == ReuseReport(0.0, ())


OPENING = (
    "در نشست سالانه باشگاه، سرپرست گروه از داوطلبانی که در سال گذشته با دلی گرم پای کار آمدند سپاسگزاری کرد. "
    "او گفت چنین کاری بی یاری خانواده‌ها شدنی نبود و نام همه آنان در دفتر یادبود باشگاه خواهد ماند و به شورا نیز می‌رسد."
)


pieces = st.sampled_from(
    (PLAN, CLIMB, WASTE, WASTE.replace("۴۵", "۶۰"), OPENING, CLIMB[: len(CLIMB) // 2], "کوتاه است.")
)
texts = st.lists(st.lists(pieces, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5)


@settings(deadline=None, max_examples=60)
@given(texts)
def test_whatever_is_put_together_shares_and_places_hold(report: Report, drawn: list[str]) -> None:
    found = report(*drawn)
    assert 0 <= found.share <= 1
    for taken in found.sources:
        assert 0 < taken.share <= 1
        for pair in taken.pairs:
            assert 0 < pair.share <= 1
            assert drawn[pair.number - 1] == pair.paragraph.text
            assert 0 <= pair.start < pair.end <= len(pair.paragraph.text)
            assert 0 <= pair.there_start < pair.there_end <= len(pair.text)
    names = frozenset(taken.source.release for taken in found.sources)
    assert report(*drawn, without=names) == ReuseReport(0.0, ())
