"""Days as people in Iran write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_editor.library.jalali import from_jalali, shown_time, to_jalali, year_of
from pr_editor.text.message import KnownError


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(1979, 2, 11), "1357-11-22"),
        (date(2025, 3, 20), "1403-12-30"),
        (date(2025, 3, 21), "1404-01-01"),
        (date(2026, 3, 21), "1405-01-01"),
    ],
)
def test_known_days(day: date, written: str) -> None:
    assert to_jalali(day) == written
    assert from_jalali(written) == day
    assert year_of(day) == int(written[:4])


@pytest.mark.parametrize("written", ["۱۴۰۴/۵/۱۲", "1404/05/12", " ١٤٠٤-٠٥-١٢ "])
def test_the_ways_to_write_a_day(written: str) -> None:
    assert from_jalali(written) == date(2025, 8, 3)


@pytest.mark.parametrize("written", ["", "دیروز", "1404/13/01", "1404/12/30", "1404/05", "12/05/1404", "1404/0/1"])
def test_what_is_no_day(written: str) -> None:
    with pytest.raises(KnownError, match="not a day of the Jalali calendar"):
        from_jalali(written)


@given(st.dates(date(1930, 1, 1), date(2100, 1, 1)))
def test_there_and_back(day: date) -> None:
    assert from_jalali(to_jalali(day)) == day


def test_a_moment_is_shown_in_irans_time() -> None:
    assert shown_time(datetime(2026, 3, 20, 21, 0, tzinfo=UTC)) == "1405-01-01 00:30"
