"""The three calendars of Persian texts, each counted in the days of ``datetime.date.toordinal``.

Jalali leap years come eight in 33, which is exact from 1178 to 1502 (Borkowski, «The Persian calendar for 3000 years»).
Lunar dates are those of the tabular calendar; where the moon is sighted a month may begin ``LUNAR_DOUBT`` days off.
"""

from __future__ import annotations

import calendar
from datetime import date
from enum import StrEnum

LUNAR_DOUBT = 2
"""Days by which a lunar date of the tabular calendar and the one in use may differ."""
MONTHS = 12
_GREGORIAN_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_JALALI_EPOCH = 226529
_LUNAR_EPOCH = 227014
_LONG_MONTHS = 6
"""The first months of the Jalali year have 31 days, the others 30, the last 29 in common years."""


class Calendar(StrEnum):
    """Which calendar a date is given in."""

    JALALI = "jalali"
    GREGORIAN = "gregorian"
    LUNAR = "lunar"


def is_leap(of: Calendar, year: int) -> bool:
    """Whether a Jalali or Gregorian year has its leap day; lunar months are sighted, so any may have 30 days."""
    if of is Calendar.GREGORIAN:
        return calendar.isleap(year)
    return of is Calendar.LUNAR or (25 * year + 11) % 33 < 8


def days_of(of: Calendar, month: int, year: int | None = None) -> int:
    """How many days the month 1–12 has at most; without a year those of a leap year."""
    leap = year is None or is_leap(of, year)
    if of is Calendar.GREGORIAN:
        return 29 if month == calendar.FEBRUARY and leap else _GREGORIAN_DAYS[month]
    if of is Calendar.LUNAR:
        return 30
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < MONTHS or leap else 29


def ordinal(of: Calendar, year: int, month: int, day: int) -> int:
    """The day as a number that ``datetime.date.fromordinal`` understands. The day must exist."""
    if of is Calendar.GREGORIAN:
        return date(year, month, day).toordinal()
    if of is Calendar.LUNAR:
        return _LUNAR_EPOCH + 354 * (year - 1) + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2 + day
    before = 30 * (month - 1) + min(month - 1, _LONG_MONTHS)
    return _JALALI_EPOCH + 365 * year + (8 * year + 21) // 33 + before + day


def weekday(day: int) -> int:
    """The weekday of an ordinal: 0 is Saturday, with which the week of Iran begins."""
    return (day + 1) % 7
