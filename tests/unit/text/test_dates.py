"""Dates in Persian texts are read with their calendar, their parts and their place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools import digits
from persiantools.jdatetime import MONTH_NAMES_FA, JalaliDate

from pr_editor.text.calendars import Calendar, ordinal
from pr_editor.text.dates import read_dates, years_around

LAW = settings(deadline=None, max_examples=100)
JALALI, GREGORIAN, LUNAR = Calendar.JALALI, Calendar.GREGORIAN, Calendar.LUNAR


@LAW
@given(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.sampled_from(["{d} {n} {y}", "{d} {n}‌ماه سال {y}", "{y}/{m}/{d}"])
)
def test_a_day_written_is_that_day_read(day: date, form: str) -> None:
    jalali = JalaliDate(day)
    name = MONTH_NAMES_FA[jalali.month]
    written = digits.en_to_fa(form.format(y=jalali.year, m=jalali.month, d=jalali.day, n=name))
    (found,) = read_dates(f"نشست در {written} در تهران برپا شد.")
    assert found.ordinal() == day.toordinal()


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("امروز (سه‌شنبه ۱۵ مهر) آمد.", "سه‌شنبه ۱۵ مهر", (JALALI, None, 7, 15, 3)),
        ("روز پنج شنبه، بیست و پنجم آبان ۱۴۰۳ آمد.", "پنج شنبه، بیست و پنجم آبان ۱۴۰۳", (JALALI, 1403, 8, 25, 5)),
        ("تا ۱۵ مارس ۲۰۲۴ ماند.", "۱۵ مارس ۲۰۲۴", (GREGORIAN, 2024, 3, 15, None)),
        ("on 15 March 2024 in Tehran", "15 March 2024", (GREGORIAN, 2024, 3, 15, None)),
        ("on March 15, 2024 in Tehran", "March 15, 2024", (GREGORIAN, 2024, 3, 15, None)),
        ("شب ۲۷ رجب ۱۴۴۵ است.", "۲۷ رجب ۱۴۴۵", (LUNAR, 1445, 7, 27, None)),
        ("در ۲۰ ارديبهشت ۸۵ ماند.", "۲۰ ارديبهشت ۸۵", (JALALI, None, 2, 20, None)),
        ("در ۱۴۰۳/۱۳/۵ ماند.", "۱۴۰۳/۱۳/۵", (JALALI, 1403, 13, 5, None)),
        ("در ۱۵/۷/۱۴۰۳ ماند.", "۱۵/۷/۱۴۰۳", (JALALI, 1403, 7, 15, None)),
    ],
)
def test_parts_and_place(text: str, marked: str, expected: tuple[Calendar, int | None, int, int, int | None]) -> None:
    (found,) = read_dates(text)
    assert text[found.start : found.end] == marked
    assert (found.calendar, found.year, found.month, found.day, found.weekday) == expected


@pytest.mark.parametrize(
    "text",
    [
        "خبرگزاری مهر گزارش داد",
        "۳۵ تیر شلیک شد",
        "دو بر صفر",
        "نامهٔ شمارهٔ ۱۴۰۳/۱۳/۵",
        "مهر ۱۴۰۳",
        "۹۹/۹۹/۹۹",
        "۱۲ می‌رود",
    ],
)
def test_no_dates(text: str) -> None:
    assert read_dates(text) == ()


@pytest.mark.parametrize("text", ["شنبه و یکشنبه ۱۵ مهر", "شب جمعه ۱۵ مهر", "پنج\u200eشنبه ۱۵ مهر"])
def test_a_weekday_that_may_be_another_is_left_out(text: str) -> None:
    (found,) = read_dates(text)
    assert found.weekday is None


@LAW
@given(st.dates(date(1990, 1, 1), date(2039, 1, 1)), st.sampled_from([JALALI, GREGORIAN, LUNAR]))
def test_the_year_in_another_calendar_is_among_those_around(day: date, other: Calendar) -> None:
    (found,) = read_dates(f"{day.day} {day:%B} {day.year}")
    firsts = [year for year in years_around(found, other) if ordinal(other, year, 1, 1) <= day.toordinal()]
    assert firsts
    assert ordinal(other, max(firsts) + 1, 1, 1) > day.toordinal()
