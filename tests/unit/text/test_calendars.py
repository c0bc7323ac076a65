"""The calendars agree with those of the standard library and of persiantools."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from pr_editor.text.calendars import LUNAR_DOUBT, Calendar, days_of, is_leap, ordinal, weekday

LAW = settings(deadline=None, max_examples=100)
DAYS = st.dates(date(1830, 1, 1), date(2120, 1, 1))


@LAW
@given(DAYS)
def test_jalali_days_are_those_of_persiantools(day: date) -> None:
    jalali = JalaliDate(day)
    assert ordinal(Calendar.JALALI, jalali.year, jalali.month, jalali.day) == day.toordinal()


@LAW
@given(DAYS)
def test_weeks_begin_on_saturday(day: date) -> None:
    assert weekday(day.toordinal()) == JalaliDate(day).weekday()


@LAW
@given(st.integers(1200, 1500))
def test_jalali_leap_years_are_those_of_persiantools(year: int) -> None:
    assert is_leap(Calendar.JALALI, year) is JalaliDate.is_leap(year)


@LAW
@given(st.sampled_from([Calendar.JALALI, Calendar.GREGORIAN]), st.integers(1300, 1420), st.integers(1, 11))
def test_a_month_ends_where_the_next_begins(of: Calendar, year: int, month: int) -> None:
    last = ordinal(of, year, month, days_of(of, month, year))
    assert last + 1 == ordinal(of, year, month + 1, 1)


@pytest.mark.parametrize(
    ("year", "month", "day", "seen"),
    [(1445, 7, 27, date(2024, 2, 8)), (1446, 9, 1, date(2025, 3, 2)), (1446, 10, 1, date(2025, 3, 31))],
)
def test_lunar_days_are_near_those_kept_in_iran(year: int, month: int, day: int, seen: date) -> None:
    assert abs(ordinal(Calendar.LUNAR, year, month, day) - seen.toordinal()) <= LUNAR_DOUBT


def test_without_a_year_the_leap_day_is_granted() -> None:
    assert days_of(Calendar.JALALI, 12) == 30
    assert days_of(Calendar.GREGORIAN, 2) == 29
    assert days_of(Calendar.JALALI, 12, 1402) == 29
    assert days_of(Calendar.GREGORIAN, 2, 2023) == 28
