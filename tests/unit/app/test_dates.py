"""Days and moments as people write them, in digits of any script, shown in those of the reader."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.app.dates import parse_day, parse_moment, show_day, show_moment
from pr_editor.app.services import build_services
from pr_editor.text.message import KnownError

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
LANGUAGES = pytest.mark.parametrize("language", ["fa", "en"])


@LANGUAGES
@given(day=DAYS)
@settings(deadline=None, max_examples=50)
def test_what_is_shown_is_understood(language: str, day: date) -> None:
    assert parse_day(show_day(day, build_services().translator(language))) == day


@LANGUAGES
@given(minutes=st.integers(0, 70_000_000))
@settings(deadline=None, max_examples=50)
def test_a_moment_shown_is_understood_to_the_minute(language: str, minutes: int) -> None:
    moment = datetime(1960, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert parse_moment(show_moment(moment, build_services().translator(language))) == moment


def test_days_are_jalali_and_hours_those_of_iran() -> None:
    noon = datetime(2025, 7, 28, 12, 0, tzinfo=UTC)
    assert show_moment(noon, build_services().translator("fa")) == "۱۴۰۴/۰۵/۰۶ ۱۵:۳۰"
    assert show_moment(noon, build_services().translator("en")) == "1404-05-06 15:30"
    assert parse_moment("١٤٠٤/٥/٦") == datetime(2025, 7, 27, 20, 30, tzinfo=UTC)
    assert parse_moment(" ۱۴۰۴/۰۵/۰۶   9:05 ").utcoffset() == timedelta(hours=3, minutes=30)


@pytest.mark.parametrize(
    "text", ["", "دیروز", "1404-05-32", "1404-05-06 24:00", "1404-05-06 12", "1404-05-06 12:00:00", "1404-05-06 12:60"]
)
def test_what_is_no_moment_is_told(text: str) -> None:
    with pytest.raises(KnownError):
        parse_moment(text)
