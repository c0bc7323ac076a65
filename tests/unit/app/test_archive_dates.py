"""The day a release of an archive was published, by fields, file names and the text itself."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.archive_dates import OLDEST, day_in_name, day_in_text, day_of_file, day_written, is_plausible
from pr_editor.app.dates import parse_day
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.checks.engine import Engine

MEHR = date(2023, 10, 4)
"""12 Mehr 1402."""
TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2023-10-04",
        "2023-10-04T09:30:00+03:30",
        "2023-10-03T21:00:00Z",
        "2023-10-04 23:59",
        "20231004",
        "1402/07/12",
        "1402-7-12",
        "۱۴۰۲/۰۷/۱۲",
        "١٤٠٢/٠٧/١٢",
        "14020712",
        " ۱۲ مهر ۱۴۰۲ ",
        "چهارشنبه ۱۲ مهرماه ۱۴۰۲",
        "12/07/1402",
    ],
)
def test_a_day_is_read_however_an_archive_writes_it(text: str) -> None:
    assert day_written(text) == MEHR


@pytest.mark.parametrize("text", ["", "دیروز", "1402", "1402/13/01", "1402/07/31", "2023-02-29", "1696400000", "12"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_written(text) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("1402-07-12 آب روستاها.txt", MEHR),
        ("archive/1402/07/12/12.docx", MEHR),
        ("آب_۱۴۰۲۰۷۱۲.html", MEHR),
        ("1401-01-01/2023.10.04.txt", MEHR),
        ("20231004-120000.txt", MEHR),
        ("archive/1402/07/news-12.txt", None),
        ("99120712.txt", None),
        ("14029912.txt", None),
        ("2199-10-04.txt", None),
        ("0021402071234.txt", None),
        ("خبر.txt", None),
    ],
)
def test_the_last_day_in_a_path_counts(name: str, day: date | None) -> None:
    assert day_in_name(name, TODAY) == day


@settings(deadline=None, max_examples=100)
@given(st.dates(OLDEST, TODAY), st.sampled_from("/-_."), st.booleans())
def test_every_day_of_a_century_is_read_back(day: date, separator: str, jalali: bool) -> None:
    from pr_editor.library.jalali import to_jalali

    written = (to_jalali(day) if jalali else day.isoformat()).replace("-", separator)
    assert day_in_name(f"news {written}.txt", TODAY) == day
    assert day_written(written) == day


def test_a_dateline_is_believed_and_a_day_to_come_is_not(engine: Engine) -> None:
    for line, day in (("تهران، ۱۲ مهر ۱۴۰۲", MEHR), ("تهران، ۱۲ مهر ۱۴۲۲", None)):
        draft = draft_of(["آب پنج روستا تأمین شد", line, "مدیر آبفا از پایان کار خط لولهٔ تازه خبر داد."])
        assert day_in_text(draft, engine.structure(draft), TODAY) == day


def test_the_time_of_a_file_is_a_day_in_iran(tmp_path: Path) -> None:
    path = tmp_path / "خبر.txt"
    path.write_text("خبر", "utf-8")
    moment = datetime(2023, 10, 3, 21, 0, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    assert day_of_file(path) == MEHR


def test_nothing_was_published_before_the_archive_or_after_today() -> None:
    assert parse_day("1300/01/01") == OLDEST
    assert [is_plausible(day, TODAY) for day in (OLDEST, TODAY, date(1900, 1, 1), date(2030, 1, 1))] == [
        True,
        True,
        False,
        False,
    ]
