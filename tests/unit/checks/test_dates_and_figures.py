"""What the rules about dates and figures say of days and amounts taken at random, and which places they show."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools import digits
from persiantools.jdatetime import MONTH_NAMES_FA, JalaliDate

from pr_editor.profile.model import Severity
from pr_editor.text.date_words import WEEKDAY_NAMES
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine
    from pr_editor.checks.model import Finding

LAW = settings(deadline=None, max_examples=60)
DAYS = st.dates(date(1995, 1, 1), date(2035, 1, 1))


def findings(engine: Engine, code: str, *lines: str) -> list[Finding]:
    review = engine.review(draft_of(lines))
    assert not [failure for failure in review.failures if code in failure.codes]
    return [finding for finding in review.findings if finding.code == code]


def written(day: date) -> str:
    jalali = JalaliDate(day)
    return digits.en_to_fa(f"{jalali.day} {MONTH_NAMES_FA[jalali.month]} {jalali.year}")


@LAW
@given(DAYS, st.integers(0, 6))
def test_only_the_weekday_of_a_day_is_right(engine: Engine, day: date, weekday: int) -> None:
    found = findings(engine, "DAT002", f"همایش روز {WEEKDAY_NAMES[weekday]} {written(day)} برگزار می‌شود.")
    assert bool(found) is (weekday != JalaliDate(day).weekday())


@LAW
@given(DAYS, st.integers(-3, 3))
def test_only_the_same_day_agrees_in_two_calendars(engine: Engine, day: date, shift: int) -> None:
    other = day + timedelta(days=shift)
    found = findings(engine, "DAT005", f"همایش {written(day)} ({other.year}/{other.month}/{other.day}) برگزار می‌شود.")
    assert bool(found) is (shift != 0)


@LAW
@given(st.integers(1300, 1420), st.integers(1, 14), st.integers(1, 33))
def test_impossible_days_are_those_no_calendar_has(engine: Engine, year: int, month: int, day: int) -> None:
    try:
        JalaliDate(year, month, day)
    except ValueError:
        exists = False
    else:
        exists = True
    assert bool(findings(engine, "DAT001", f"مهلت تا {year}/{month}/{day} است.")) is not exists


@LAW
@given(st.integers(1000, 10**9), st.sampled_from([1, 10, 100]))
def test_a_toman_is_ten_rials(engine: Engine, tomans: int, rials: int) -> None:
    found = findings(engine, "FIG003", f"هزینهٔ آن {tomans} تومان ({tomans * rials} ریال) بود.")
    assert bool(found) is (rials != 10)


@LAW
@given(st.integers(2, 500), st.integers(2, 500), st.integers(-1, 1))
def test_a_total_is_the_sum_of_its_parts(engine: Engine, women: int, men: int, error: int) -> None:
    found = findings(engine, "FIG005", f"در این دوره {women} زن و {men} مرد، در مجموع {women + men + error} نفر بودند.")
    assert bool(found) is (error != 0)


@LAW
@given(st.integers(10, 10**7), st.integers(-1, 1))
def test_words_and_digits_must_be_one_number(engine: Engine, said: int, error: int) -> None:
    found = findings(engine, "FIG002", f"شمار {digits.to_word(said)} ({said + error}) نفر آمدند.")
    assert bool(found) is (error != 0)


@pytest.mark.parametrize(
    ("code", "lines", "other"),
    [
        ("DAT002", ("همایش سه‌شنبه ۱۵ مهر است.", "ثبت‌نام تا ۱۵ مهر ۱۴۰۳ ادامه دارد."), "۱۵ مهر ۱۴۰۳"),
        ("DAT005", ("همایش ۱۵ مهر ۱۴۰۳ (۷ اکتبر ۲۰۲۴) است.",), "۱۵ مهر ۱۴۰۳"),
        ("FIG002", ("در آن بیست و پنج (۲۶) نفر بودند.",), "بیست و پنج"),
        ("FIG003", ("آن ۵۰۰ میلیون ریال (۵ میلیون تومان) است.",), "۵۰۰ میلیون ریال"),
        ("FIG005", ("آنجا ۱۲ زن و ۱۵ مرد، در مجموع ۲۸ نفر بودند.",), "۱۲ زن"),
    ],
)
def test_the_other_place_is_shown(engine: Engine, code: str, lines: tuple[str, ...], other: str) -> None:
    (found,) = findings(engine, code, *lines)
    assert found.severity is Severity.WARNING
    assert found.related[0].span.of(lines[found.related[0].span.key]) == other


def test_figures_that_disagree_show_the_headline(engine: Engine) -> None:
    headline = "افتتاح ۱۲۰ طرح عمرانی در استان سمنان"
    lead = "مدیرکل راه و شهرسازی استان سمنان از افتتاح ۱۲۵ طرح عمرانی در این استان خبر داد."
    (found,) = findings(engine, "FIG001", headline, lead, "این طرح‌ها در بخش راه و مسکن اجرا شده است.")
    assert (found.text, found.related[0].span.of(headline)) == ("۱۲۵ طرح", "۱۲۰ طرح")


def test_two_calendars_or_two_units_in_a_draft_are_a_note(engine: Engine) -> None:
    (dated,) = findings(engine, "DAT005", "شرکت ۱۵ مهر ۱۴۰۳ آغاز کرد.", "قرارداد تا ۱۰ مارس ۲۰۲۵ است.")
    (paid,) = findings(engine, "FIG003", "اعتبار آن ۵۰۰ میلیارد ریال است.", "هزینهٔ آن ۲۰ میلیارد تومان شد.")
    assert dated.severity is paid.severity is Severity.NOTE
