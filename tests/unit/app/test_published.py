"""What was published, asked of real libraries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.library import shelf_at
from pr_editor.app.published import PublishedOnShelf
from pr_editor.app.review import DraftReport, Input, Style, review_each
from pr_editor.app.services import build_services
from pr_editor.text.message import KnownError
from tests.unit.library.office import open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pr_editor.app.library import Shelf
    from tests.unit.library.office import Office

STORY = (
    "آغاز کاشت نهال در کمربند سبز شهر",
    "کاشت پنج هزار نهال سرو و زیتون در کمربند سبز شهر با همراهی دانش‌آموزان از بامداد امروز آغاز شد.",
    "رئیس سازمان بوستان‌ها گفت: آب این نهال‌ها از پساب تصفیه‌شده شهر می‌آید و برای هر نهال شناسنامه‌ای نوشته می‌شود.",
)
OTHER = "کمیسیون فرهنگی شورا بودجه نمایشگاه کتاب کودک را با پنج رأی موافق تصویب کرد و برای اجرا به سازمان سپرد."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A library with one approved release."""
    (tmp_path / "office").mkdir()
    made = open_office(tmp_path / "office")
    made.approved(*STORY)
    yield made
    made.library.close()


def shelf(office: Office) -> Shelf:
    return shelf_at(office.path, office.path.parent / "own")


def test_it_hears_of_releases_approved_meanwhile(office: Office) -> None:
    published = PublishedOnShelf(lambda: shelf(office))
    assert [match.exact for match in published.reuse([STORY[2], OTHER])] == [True]
    office.approved("نشست کمیسیون فرهنگی شورای شهر", OTHER)
    assert [match.paragraph for match in published.reuse([STORY[2], OTHER])] == [0, 1]
    published.close()


def test_another_file_in_its_place_is_opened(office: Office, tmp_path: Path) -> None:
    published = PublishedOnShelf(lambda: shelf(office))
    assert published.reuse([STORY[2]])
    office.library.close()
    (tmp_path / "new").mkdir()
    empty = open_office(tmp_path / "new")
    empty.library.close()
    empty.path.replace(office.path)
    assert published.reuse([STORY[2]]) == ()
    published.close()


def test_without_a_file_nothing_was_published(tmp_path: Path) -> None:
    assert PublishedOnShelf(lambda: shelf_at(tmp_path / "none.db", tmp_path)).reuse([STORY[2]]) == ()


def test_a_file_that_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"not a library" * 100)
    with pytest.raises(KnownError):
        PublishedOnShelf(lambda: shelf_at(tmp_path / "library.db", tmp_path)).reuse([STORY[2]])


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_are_held_against_the_library_that_is_named(office: Office, tmp_path: Path, jobs: int) -> None:
    for name in ("یک.txt", "دو.txt"):
        (tmp_path / name).write_text("\n".join(STORY), "utf-8")
    services = build_services()
    inputs = [Input(name, tmp_path / name) for name in ("یک.txt", "دو.txt")]
    for style, codes in (
        (Style("pr", select=("DUP",), library=office.path), ["DUP101", "DUP102", "DUP101", "DUP101"]),
        (Style("pr", select=("DUP",)), []),
    ):
        outcomes = list(review_each(services, style, inputs, jobs))
        for outcome in outcomes:
            assert isinstance(outcome, DraftReport)
            assert [finding.code for finding in outcome.findings] == codes


def test_what_it_remembers_is_told_of_the_paragraphs_that_are_asked_about(office: Office) -> None:
    published = PublishedOnShelf(lambda: shelf(office))
    (first,) = published.reuse([STORY[2]])
    (again,) = published.reuse([OTHER, STORY[2]])
    assert (first.paragraph, again.paragraph) == (0, 1)
    release = first.source.release
    assert published.reuse([STORY[2]], own=release) == published.reuse([STORY[2]], without=(release,)) == ()
    assert published.reuse([STORY[2], STORY[2]]) == (first, replace(first, paragraph=1))
    published.close()


@pytest.mark.parametrize("exists", [True, False])
def test_nothing_stands_often_where_there_is_little_or_no_library(
    office: Office, tmp_path: Path, *, exists: bool
) -> None:
    place = shelf(office) if exists else shelf_at(tmp_path / "none.db", tmp_path)
    published = PublishedOnShelf(lambda: place)
    assert published.standing([]) == published.standing([STORY[2], ""]) == frozenset()
    published.close()
