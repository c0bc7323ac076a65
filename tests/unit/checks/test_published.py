"""DUP101 and DUP102: what a review says of text that was published before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.i18n import Translator
from pr_editor.app.library import shelf_at
from pr_editor.app.published import PublishedOnShelf
from pr_editor.checks.engine import Engine
from pr_editor.checks.house import House
from pr_editor.checks.ports import Against, Fate
from pr_editor.checks.registry import CHECKS
from pr_editor.checks.reuse import Passage, Relation, reuse_of
from pr_editor.checks.view import ParagraphView
from pr_editor.profile.lists import StandardParagraph
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Paragraph, draft_of
from pr_editor.text.reuse import STANDING
from tests.published import APPROVER, release

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from pr_editor.checks.engine import Review
    from pr_editor.checks.model import Finding
    from pr_editor.checks.ports import Match
    from pr_editor.language.language import Language
    from pr_editor.library.store import Library
    from pr_editor.profile.model import Profile
    from tests.published import Libraries, Release

HEADLINE = "گشایش کارگاه سفالگری در خانه فرهنگ بهاران"
LEAD = "کارگاه سفالگری خانه فرهنگ بهاران با ۱۲ چرخ تازه از روز شنبه ۵ آبان پذیرای هنرجویان است."
CRAFT = "هنرجویان در این کارگاه گل‌ورزی، کار با چرخ و لعاب‌دهی را گام به گام زیر نظر علی رضایی می‌آموزند."
SALE = "ظرف‌هایی که هنرجویان می‌سازند در پایان هر فصل در بازارچه خانه فرهنگ به فروش می‌رسد و درآمد آن از خود ایشان است."
NEWS = (
    "امسال برای نخستین بار سالمندان محله نیز روزهای دوشنبه به رایگان در کارگاه جا دارند و وسیله رفت و آمدشان فراهم است."
)
OTHER = "شورای شهر برنامه پنج‌ساله نوسازی ناوگان اتوبوس‌رانی را با دوازده رأی موافق تصویب کرد و به شهرداری فرستاد."
STORY = (HEADLINE, LEAD, CRAFT, SALE)


@pytest.fixture
def review(engine: Engine, libraries: Libraries) -> Callable[..., Review]:
    """Reviews a text beside a library of releases."""

    def held(
        texts: tuple[str, ...], *releases: Release, own: str = "", without: frozenset[str] = frozenset()
    ) -> Review:
        return engine.review(draft_of(texts), against=Against(libraries.holding(*releases), own, without))

    return held


def found(review: Review, code: str) -> list[Finding]:
    return [finding for finding in review.findings if finding.code == code]


def told(finding: Finding) -> dict[str, object]:
    return dict(finding.message.args)


def test_nothing_is_said_where_there_is_no_archive(engine: Engine) -> None:
    review = engine.review(draft_of(STORY))
    assert not found(review, "DUP101")
    assert not review.failures


@dataclass(frozen=True)
class FromAnArchive:
    """A library none of whose releases was approved in it."""

    library: Library

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        found = self.library.reuse(paragraphs, own, without)
        return tuple(replace(match, source=replace(match.source, approved_by="")) for match in found)

    def standing(self, paragraphs: Sequence[str]) -> frozenset[int]:
        return self.library.standing(paragraphs)


@dataclass(frozen=True)
class Since:
    """A library all of whose releases have met this fate since."""

    library: Library
    fate: Fate

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        found = self.library.reuse(paragraphs, own, without)
        return tuple(replace(match, source=replace(match.source, fate=self.fate)) for match in found)

    def standing(self, paragraphs: Sequence[str]) -> frozenset[int]:
        return self.library.standing(paragraphs)


@pytest.mark.parametrize("text", [STORY, (*STORY, NEWS), (OTHER, NEWS, CRAFT), (OTHER, NEWS, f"{LEAD} {CRAFT}")])
def test_nobody_is_named_for_what_came_from_an_archive(
    engine: Engine, libraries: Libraries, resources: Path, text: tuple[str, ...]
) -> None:
    persian = Translator("fa", resources / "locale")
    archive = FromAnArchive(libraries.holding(release(STORY)))
    review = engine.review(draft_of(text), against=Against(archive))
    said = [persian.render(finding.message) for finding in review.findings if finding.code in {"DUP101", "DUP102"}]
    assert said
    assert all("بایگانی" in sentence and "تأیید" not in sentence for sentence in said)


def test_a_paragraph_names_release_day_approver_and_share(review: Callable[..., Review]) -> None:
    (finding,) = found(review((OTHER, NEWS, CRAFT), release(STORY)), "DUP101")
    assert finding.severity is Severity.WARNING
    assert told(finding) | {"text": ""} == {
        "text": "",
        "release": "1403-0001",
        "on": "2024-10-03",
        "name": APPROVER,
        "percent": 100,
        "count": 1,
    }
    (related,) = finding.related
    assert related.release == "1403-0001"
    assert (related.span.key, related.score) == (2, 1.0)


def test_a_copied_release_is_one_warning(review: Callable[..., Review]) -> None:
    result = review(STORY, release(STORY))
    (whole,) = found(result, "DUP102")
    assert whole.severity is Severity.WARNING
    assert whole.text == HEADLINE
    assert (told(whole)["percent"], whole.related[0].score) == (100, 1.0)
    assert "changed" not in told(whole)
    assert {finding.severity for finding in found(result, "DUP101")} == {Severity.NOTE}
    assert len(found(result, "DUP101")) == len(STORY)


def test_paragraphs_of_another_release_still_warn_in_a_copied_one(review: Callable[..., Review]) -> None:
    result = review((*STORY, OTHER), release(STORY), release(("نشست شورای شهر", OTHER)))
    weights = {finding.text: finding.severity for finding in found(result, "DUP101")}
    assert weights[OTHER] is Severity.WARNING
    assert weights[CRAFT] is Severity.NOTE


@pytest.mark.parametrize(
    ("draft", "changed", "new"),
    [
        ((HEADLINE, LEAD.replace("۱۲", "۱۸"), CRAFT, SALE), 1, 0),
        ((HEADLINE, LEAD.replace("شنبه ۵ آبان", "شنبه ۵ آذر"), CRAFT, SALE), 1, 0),
        ((HEADLINE, LEAD, CRAFT.replace("علی رضایی", "نرگس کریمی"), SALE), 1, 0),
        ((*STORY, NEWS), 0, 1),
    ],
    ids=["figure", "date", "name", "paragraph"],
)
def test_what_is_new_makes_it_the_same_story_updated(
    review: Callable[..., Review], draft: tuple[str, ...], changed: int, new: int
) -> None:
    (whole,) = found(review(draft, release(STORY)), "DUP102")
    assert (told(whole)["changed"], told(whole)["new"]) == (changed, new)


@pytest.mark.parametrize(
    "draft",
    [STORY[:3], (HEADLINE, LEAD, SALE.replace("هنرجویان", "شاگردان"), CRAFT), ("تیتر دیگری برای همین خبر", *STORY[1:])],
    ids=["shortened", "reworded", "another headline"],
)
def test_what_only_loses_or_rewords_is_a_copy(review: Callable[..., Review], draft: tuple[str, ...]) -> None:
    (whole,) = found(review(draft, release(STORY)), "DUP102")
    assert "changed" not in told(whole)


def test_what_stands_under_each_release_is_not_new_though_nobody_registered_it(review: Callable[..., Review]) -> None:
    others = [release((f"خبر شماره {at} خانه فرهنگ", NEWS)) for at in range(STANDING)]
    (whole,) = found(review((*STORY, NEWS), release((*STORY, NEWS)), *others), "DUP102")
    assert told(whole)["percent"] == 100
    assert "changed" not in told(whole)


@pytest.mark.parametrize(("fate", "said"), [(Fate.WITHDRAWN, "withdrawn"), (Fate.CORRECTED, "corrected")])
@pytest.mark.parametrize("text", [STORY, (OTHER, NEWS, CRAFT)])
def test_what_counts_no_more_is_told_so(
    engine: Engine, libraries: Libraries, fate: Fate, said: str, text: tuple[str, ...]
) -> None:
    review = engine.review(draft_of(text), against=Against(Since(libraries.holding(release(STORY)), fate)))
    findings = found(review, "DUP102") + found(review, "DUP101")
    assert findings
    assert all(said in str(finding.message) for finding in findings)
    assert max(finding.severity for finding in findings) is Severity.WARNING


def test_figures_in_words_are_figures_too(review: Callable[..., Review]) -> None:
    first, now = OTHER, OTHER.replace("دوازده", "چهارده")
    (finding,) = found(review((HEADLINE, now), release(("نشست شورا", first))), "DUP101")
    assert "only the figures differ" in finding.message.id


def test_the_release_most_is_taken_from_is_named_and_others_follow(review: Callable[..., Review]) -> None:
    (whole,) = found(review(STORY, release(STORY[:3]), release(STORY)), "DUP102")
    assert [other.release for other in whole.related] == ["1403-0002", "1403-0001"]


def test_of_equal_ones_the_newest_is_named(review: Callable[..., Review]) -> None:
    result = review((OTHER, CRAFT), release(STORY), release(STORY, date(2025, 1, 8)))
    (finding,) = found(result, "DUP101")
    assert told(finding)["release"] == "1403-0002"
    assert {other.release for other in finding.related} == {"1403-0001", "1403-0002"}


def test_what_stands_in_many_releases_is_only_noted(review: Callable[..., Review]) -> None:
    releases = [release((title, CRAFT)) for title in ("کارگاه بهار", "کارگاه تابستان", "پاییز")]
    (two,) = found(review((OTHER, CRAFT), *releases[:2]), "DUP101")
    (three,) = found(review((OTHER, CRAFT), *releases), "DUP101")
    assert (two.severity, three.severity) == (Severity.WARNING, Severity.NOTE)
    assert told(three)["count"] == 3


def test_a_figure_that_was_left_out_is_no_other_figure(review: Callable[..., Review]) -> None:
    (without,) = found(review((HEADLINE, LEAD.replace("با ۱۲ چرخ تازه ", ""), CRAFT, SALE), release(STORY)), "DUP102")
    assert "changed" not in told(without)


def test_own_versions_and_excluded_sources_do_not_count(review: Callable[..., Review]) -> None:
    releases = release(STORY), release(STORY)
    assert not found(review(STORY, *releases, own="1403-0001", without=frozenset({"1403-0002"})), "DUP101")
    (left,) = found(review(STORY, *releases, own="1403-0001"), "DUP102")
    assert told(left)["release"] == "1403-0002"


@pytest.mark.parametrize(
    ("share", "sentence", "weight"),
    [
        (0.5, 0.0, Severity.WARNING),
        (0.1, 0.7, Severity.WARNING),
        (0.49, 0.69, Severity.NOTE),
        (0.35, 0.0, Severity.NOTE),
        (0.1, 0.5, Severity.NOTE),
        (0.34, 0.49, None),
    ],
)
def test_there_are_two_tiers(libraries: Libraries, share: float, sentence: float, weight: Severity | None) -> None:
    (match,) = libraries.holding(release(STORY)).reuse([CRAFT])
    judged = replace(match, share=share, sentence=sentence, exact=False)
    assert Passage(ParagraphView(Paragraph(0, CRAFT)), judged).weight is weight


def test_copies_that_differ_only_in_figures_say_so(review: Callable[..., Review], resources: Path) -> None:
    (finding,) = found(review((OTHER, LEAD.replace("۱۲", "۱۸")), release(STORY)), "DUP101")
    assert Translator("fa", resources / "locale").render(finding.message) == (
        "این بند در ۱۲ مهر ۱۴۰۳ با شمارهٔ ۱۴۰۳-۰۰۰۱ منتشر شده است، با تأیید مریم کاظمی؛ تنها رقم‌ها فرق دارد."
    )


def test_registered_paragraphs_are_not_compared(language: Language, profile: Profile, libraries: Libraries) -> None:
    house = replace(profile, lists=replace(profile.lists, paragraphs=(StandardParagraph("کارگاه", CRAFT),)))
    result = Engine(CHECKS, language, house).review(
        draft_of((OTHER, CRAFT)), against=Against(libraries.holding(release(STORY)))
    )
    assert not found(result, "DUP101")


def test_a_library_that_cannot_be_read_is_no_clean_result(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"nothing of the kind" * 100)
    result = engine.review(draft_of(STORY), against=Against(PublishedOnShelf(lambda: shelf_at(path, tmp_path))))
    (failure,) = result.failures
    assert failure.codes == ("DUP101", "DUP102")
    assert str(path) in failure.reason
    assert failure.known is not None
    assert str(failure.known) == failure.reason
    assert engine.review(draft_of(STORY)).findings == result.findings


def test_reuse_comes_after_all_that_needs_no_archive(engine: Engine, libraries: Libraries) -> None:
    draft = draft_of(STORY)
    against = Against(libraries.holding(release(STORY)))
    batches = engine.batches(draft, engine.structure(draft), against)
    assert [batch.scope for batch in batches] == ["paragraph", "draft", "published"]


def test_what_is_taken_is_counted_once(profile: Profile, libraries: Libraries) -> None:
    views = tuple(ParagraphView(paragraph) for paragraph in draft_of((LEAD, CRAFT + " " + SALE)).paragraphs)
    (taken,) = reuse_of(views, House(profile.lists), Against(libraries.holding(release(STORY))))
    assert 0.9 < taken.share <= 1.0
    assert taken.relation is Relation.COPIED
    assert len(taken.passages) == 2


def test_a_long_draft_is_asked_about_in_parts_and_broken_off(libraries: Libraries) -> None:
    library = libraries.holding(release(STORY))
    texts = [OTHER] * 120 + [CRAFT]
    (match,) = Against(library).reuse(texts)
    assert match.paragraph == 120
    answers = iter((True, True, False))
    assert Against(library, go_on=lambda: next(answers)).reuse(texts) == ()
