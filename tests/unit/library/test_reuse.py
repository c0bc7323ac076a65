"""What was published is found again, by whom it was approved and where, and nothing else is."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.checks.ports import Fate
from pr_editor.library.store import Library
from pr_editor.library.verify import verify
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.fold import fold
from pr_editor.text.reuse import COMMON, STANDING
from tests.unit.library.office import SUPERVISOR, Office, handover, open_office, schema_of, tamper

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.ports import Match, Published

HEADLINE = "شصت روستای دیگر به شبکهٔ گاز پیوست"
LEAD = "با پایان گازرسانی به شصت روستای دامنه، هیچ روستای بزرگی در استان بی‌گاز نمانده است."
BODY = (
    "فرماندار در آیین گشایش گفت برای این طرح ۴۲ کیلومتر لوله در کوهستان کار گذاشته شد. او از کارگرانی یاد کرد که در "
    "سرمای زمستان نیز دست از کار نکشیدند و طرح را سه ماه زودتر به پایان رساندند."
)
UNRELATED = "کتابخانهٔ مرکزی شهر از فردا تا پایان هفته برای نوسازی سالن مطالعه بسته است و کتاب نمی‌پذیرد."
OPENING = "به گزارش روابط عمومی سازمان بنادر و دریانوردی و به نقل از پایگاه خبری بندر،"
NOUNS = ("باران", "کشتی", "بندر", "جاده", "پل", "گندم", "برنج", "نیرو", "کارخانه", "مدرسه", "پزشک", "ورزشگاه")
VERBS = ("آمد", "رفت", "ماند", "گذشت", "رسید", "برگشت", "افتاد", "نشست", "پرید", "دوید", "شکفت", "خفت")


def story(seed: int, words: int = 30) -> str:
    """Words nobody else says in this order."""
    line = [f"{NOUNS[(seed * 7 + at * at) % 12]}{seed} {VERBS[(seed + at * 5) % 12]}{at}" for at in range(words // 2)]
    return " ".join(line)


def tables(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        return [db.execute(f"SELECT * FROM {name}").fetchall() for name in ("published", "fingerprint")]


def places(matches: Iterable[Match]) -> set[tuple[int, str, int, int]]:
    return {(match.paragraph, match.source.release, match.source.number, match.there) for match in matches}


def test_a_published_paragraph_is_found_and_told_of(office: Office) -> None:
    release = office.approved(HEADLINE, LEAD, BODY, date=date(2025, 3, 21))
    (match,) = office.library.reuse([UNRELATED, f"{UNRELATED} {BODY}"])
    source = match.source
    assert (match.paragraph, match.there, match.text) == (1, 2, BODY)
    assert (source.release, source.number, source.headline) == (release, 1, HEADLINE)
    assert (source.day, source.approved_by) == (date(2025, 3, 21), SUPERVISOR)
    assert source.words == len(f"{HEADLINE} {LEAD} {BODY}".split())
    assert f"{UNRELATED} {BODY}"[match.start : match.end] == BODY.rstrip(".")
    assert BODY[match.there_start : match.there_end] == BODY.rstrip(".")
    assert match.share == 1
    assert not match.exact


def test_best_matches_of_each_paragraph_come_first(office: Office) -> None:
    near = office.approved("خبری دیگر از گازرسانی", LEAD, BODY.replace("فرماندار", "استاندار").replace("۴۲", "۴۴"))
    same = office.approved(HEADLINE, LEAD, BODY)
    matches = office.library.reuse([BODY, LEAD])
    assert [(m.paragraph, m.source.release) for m in matches] == [(0, same), (0, near), (1, near), (1, same)]
    assert [m.exact for m in matches] == [True, False, True, True]
    assert [m.figures_differ for m in matches] == [False, True, False, False]


def test_only_what_was_approved_counts_but_that_for_ever(office: Office) -> None:
    release = office.submit(HEADLINE, LEAD, BODY)
    assert office.library.reuse([BODY]) == ()
    office.library.return_(release, office.supervisor, "منبع ندارد")
    assert office.library.reuse([BODY]) == ()
    office.approve(office.submit(HEADLINE, LEAD, BODY + " پایان.", release=release))
    office.library.correct(release, handover(HEADLINE, LEAD, story(1)), office.editor)
    assert places(office.library.reuse([BODY, story(1)])) == {(0, release, 2, 2)}
    office.approve(release)
    assert places(office.library.reuse([BODY, story(1)])) == {(0, release, 2, 2), (1, release, 3, 2)}
    office.library.withdraw(release, office.supervisor, "نادرست بود")
    assert places(office.library.reuse([BODY, story(1)])) == {(0, release, 2, 2), (1, release, 3, 2)}


def test_what_became_of_a_text_is_told(office: Office) -> None:
    def fates() -> list[Fate]:
        return [match.source.fate for match in office.library.reuse([BODY, story(1)])]

    release = office.approved(HEADLINE, BODY)
    assert fates() == [Fate.IN_FORCE]
    office.library.correct(release, handover(HEADLINE, story(1)), office.editor)
    assert fates() == [Fate.IN_FORCE], "the correction is not approved yet"
    office.approve(release)
    assert fates() == [Fate.CORRECTED, Fate.IN_FORCE]
    office.library.withdraw(release, office.supervisor, "نادرست بود")
    assert fates() == [Fate.WITHDRAWN, Fate.WITHDRAWN]


def test_own_versions_and_releases_left_out_are_never_counted(office: Office) -> None:
    first, second = office.approved(HEADLINE, BODY), office.approved(HEADLINE, BODY)
    assert {m.source.release for m in office.library.reuse([BODY])} == {first, second}
    assert {m.source.release for m in office.library.reuse([BODY], own=first)} == {second}
    assert {m.source.release for m in office.library.reuse([BODY], without=[second])} == {first}
    assert office.library.reuse([BODY], own=first, without=[second]) == ()


def test_bylines_standing_kinds_and_short_lines_are_not_kept(office: Office) -> None:
    kinds = (Kind.HEADLINE, Kind.BYLINE, Kind.SOURCE, Kind.CONTACT, Kind.BOILERPLATE, Kind.DATELINE)
    texts = ["خبر تازه", *(story(at) for at in range(1, 6)), "پنج واژه در این بند", BODY]
    paragraphs = tuple(Paragraph(at, text) for at, text in enumerate(texts))
    draft = Draft(paragraphs).with_kinds(dict(enumerate(kinds)))
    release = office.library.submit(replace(handover("متن"), draft=draft), office.editor)
    office.approve(release)
    assert places(office.library.reuse(texts)) == {(6, release, 1, 6), (7, release, 1, 7)}


def test_a_formula_of_the_house_counts_for_nothing(office: Office) -> None:
    for at in range(COMMON - 1):
        office.approved(story(100 + at, 8), f"{OPENING} {story(at, 14)}")
    draft = f"{OPENING} {story(50, 14)}"
    assert len(office.library.reuse([draft])) == COMMON - 1
    office.approved(story(99, 8), f"{OPENING} {story(49, 14)}")
    assert office.library.reuse([draft]) == ()
    assert len(office.library.reuse([f"{OPENING} {story(49, 14)}"])) == 1, "the rest of it is no formula"


def test_a_story_told_again_and_again_is_found_until_it_is_standing_text(office: Office) -> None:
    for at in range(STANDING - 1):
        office.approved(story(100 + at, 8), BODY)
    assert office.library.reuse([BODY])
    assert office.library.reuse([f"{BODY} {UNRELATED}"])
    assert not office.library.reuse([f"{BODY.split('. ')[1][:60]} {UNRELATED}"]), "a part of it reads like a formula"
    assert office.library.standing([BODY]) == frozenset()
    office.approved(story(99, 8), BODY)
    assert office.library.standing([UNRELATED, "", BODY.replace("ی", "ي")]) == {2}
    assert office.library.reuse([BODY]) == ()
    assert office.library.reuse([f"{BODY} {UNRELATED}"]) == ()


def test_nothing_to_find(office: Office) -> None:
    assert office.library.reuse([BODY]) == ()
    office.approved(HEADLINE, LEAD, BODY)
    assert office.library.reuse([]) == ()
    assert office.library.reuse(["", "کوتاه", UNRELATED]) == ()


def test_rebuilding_gives_the_same_tables(office: Office) -> None:
    first = office.approved(HEADLINE, LEAD, BODY)
    second = office.submit("دومی", story(2))
    office.approved("سومی", story(3))
    office.library.correct(first, handover(HEADLINE, story(4)), office.editor)
    office.approve(second)
    office.approve(first)
    kept = tables(office.path)
    assert [row[2] for row in kept[0]] == [first, "1405-0003", second, first]
    office.library.rebuild()
    assert tables(office.path) == kept
    assert verify(office.path, office.checkpoint).sound


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM fingerprint WHERE rowid_of = 1",
        "INSERT INTO fingerprint VALUES (7, 1)",
        "UPDATE fingerprint SET hash = 7 WHERE paragraph = 3 AND hash = (SELECT max(hash) FROM fingerprint)",
        "UPDATE published SET release = '1405-0002'",
    ],
)
def test_changed_tables_are_noticed_and_put_right(office: Office, change: str) -> None:
    release = office.approved(HEADLINE, LEAD, BODY)
    office.library.close()
    kept = tables(office.path)
    smallest = "(hash, paragraph) = (SELECT hash, paragraph FROM fingerprint LIMIT 1)"
    tamper(office.path, change.replace("rowid_of = 1", smallest))
    report = verify(office.path, office.checkpoint)
    assert not report.sound
    assert all(problem.derived for problem in report.problems)
    office.reopen().rebuild()
    assert tables(office.path) == kept
    assert places(office.library.reuse([BODY])) == {(0, release, 1, 2)}


def test_an_older_library_learns_what_it_has_published(office: Office) -> None:
    release = office.approved(HEADLINE, LEAD, BODY)
    office.library.withdraw(office.approved("دیگری", story(1)), office.supervisor, "نادرست بود")
    office.submit("سومی", story(2))
    office.library.close()
    kept = tables(office.path)
    with closing(sqlite3.connect(office.path)) as db:
        db.executescript("DROP TABLE published; DROP TABLE fingerprint; PRAGMA user_version = 1")
    library = office.reopen()
    assert (schema_of(office.path), schema_of(office.path.with_name("library.schema-1.db"))) == (2, 1)
    assert tables(office.path) == kept
    assert places(library.reuse([BODY, story(1), story(2)])) == {(0, release, 1, 2), (1, "1405-0002", 1, 1)}
    assert verify(office.path, office.checkpoint).sound


def test_looking_up_needs_no_right_to_write(office: Office) -> None:
    office.approved(HEADLINE, LEAD, BODY)
    with Library.open(office.path, readonly=True, environment=office.environment) as library:
        published: Published = library
        assert published.reuse([BODY])


WORDS = st.sampled_from([*NOUNS, *VERBS])
PARAGRAPHS = st.lists(WORDS, min_size=5, max_size=30).map(" ".join)
RELEASES = st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=2), min_size=1, max_size=4)


@settings(deadline=None, max_examples=20)
@given(RELEASES, st.data())
def test_laws_of_looking_up(releases: list[list[str]], data: st.DataObject) -> None:
    """Whatever is published in whatever order: each paragraph finds itself, and what is exempt is never told."""
    folder = Path(tempfile.mkdtemp())
    try:
        office = open_office(folder)
        ids = [office.submit("خبر روز", *texts) for texts in releases]
        asked = [text for texts in releases for text in texts]
        told = []
        for turn, order in enumerate((ids, data.draw(st.permutations(ids)))):
            if turn:
                office.library.close()
                shutil.rmtree(folder)
                office = open_office(folder)
                assert [office.submit("خبر روز", *texts) for texts in releases] == ids
            for release in order:
                office.approve(release)
            told.append(office.library.reuse(asked))
        assert sorted(map(repr, told[0])) == sorted(map(repr, told[1])), "the order of approvals makes no difference"
        kept = tables(office.path)
        office.library.rebuild()
        assert tables(office.path) == kept
        for match in told[0]:
            assert 0 <= match.start < match.end <= len(asked[match.paragraph])
            assert 0 <= match.there_start < match.there_end <= len(match.text)
        for at, text in enumerate(asked):
            same = {match.source.release for match in told[0] if match.paragraph == at and match.exact}
            holders = {name for name, texts in zip(ids, releases, strict=True) if text in texts}
            assert same == holders or fold(text) != text
        for release in ids:
            rest = office.library.reuse(asked, own=release)
            assert release not in {match.source.release for match in rest}
            assert office.library.reuse(asked, own=release, without=ids) == ()
        office.library.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
