"""DAT001, DAT004, DAT005: dates there are not, years of two digits, calendars that disagree."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.model import DraftCheck, Hit, ParagraphCheck, Related, Rule
from pr_editor.profile.model import Severity
from pr_editor.text.calendars import LUNAR_DOUBT, Calendar
from pr_editor.text.dates import read_dates, years_around
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.dates import Date

IMPOSSIBLE = Rule(
    "DAT001",
    "impossible-date",
    N_("There is no such day: «{text}»"),
    Severity.ERROR,
    None,
    "Official calendar of Iran: six months of 31 days, five of 30, Esfand of 29 or 30; Gregorian calendar",
)
SHORT_YEAR = Rule(
    "DAT004",
    "two-digit-year",
    N_("The year in «{text}» has two digits."),
    Severity.WARNING,
    None,
    "ISO 8601: years have four digits; newsroom practice",
)
CALENDARS = Rule(
    "DAT005",
    "calendars-disagree",
    N_("«{text}» is not the same day as «{other}»."),
    Severity.WARNING,
    None,
    "Official calendar of Iran; newsroom practice: one calendar, or both side by side",
)
_MIXED = N_("«{text}» is in another calendar than the other dates of this draft.")

_EQUALS = re.compile(
    r"(?:\s(?:سال|میلادی|جاری|شمسی|خورشیدی|قمری|گذشته|آینده|امسال))*\s*"
    r"(?:[(\[/]|[،–-]?\s?(?:که\s)?(?:(?:برابر|مصادف|مطابق|معادل|مقارن|مساوی)(?:\sبا)?|یعنی)\s)\s*"
    r"(?:(?:برابر|مصادف|مطابق|معادل)\s(?:با\s)?)?(?:روز\s)?(?:[\d۰-۹]{1,2}\s(?:تا|الی|و)\s)?"
)
"""What makes one day of two dates: «… (…», «… برابر با …», «… یعنی …»; the second may be the end of a span of days."""
_LONGEST_LINK = 45
_NEW_DATES = 2000
"""Older Gregorian dates belong to biographies and history, which keep their own calendar."""


def impossible(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report days that no calendar has. Those in figures from day to year have a rule of their own."""
    for date in read_dates(view.text):
        if not date.exists and not date.day_first:
            yield Hit(IMPOSSIBLE, view.span(date.start, date.end))


def short_years(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report years of two digits."""
    for date in read_dates(view.text):
        if date.short_year:
            yield Hit(SHORT_YEAR, view.span(date.start, date.end))


def calendars(draft: DraftView, context: Context) -> Iterator[Hit]:
    """Report one day given in two calendars that disagree; once in a draft, that it uses two without saying so."""
    alone: dict[Calendar, list[Hit]] = {Calendar.JALALI: [], Calendar.GREGORIAN: []}
    for view in draft.paragraphs:
        dates = read_dates(view.text)
        paired: set[int] = set()
        for first, second in pairwise(dates):
            if _are_one(view.text, first, second):
                paired |= {first.start, second.start}
                if _disagree(first, second):
                    yield _disagreement(view, first, second)
        for date in dates:
            if date.calendar in alone and date.start not in paired and date.exists:
                alone[date.calendar] += _of_now(view, date)
    jalali, gregorian = alone.values()
    if jalali and gregorian:
        related = (Related(jalali[0].span),)
        yield Hit(CALENDARS, gregorian[0].span, related=related, message=_MIXED, severity=Severity.NOTE)


def _of_now(view: ParagraphView, date: Date) -> list[Hit]:
    old = date.calendar is Calendar.GREGORIAN and date.year is not None and date.year < _NEW_DATES
    return [] if old else [Hit(CALENDARS, view.span(date.start, date.end))]


def _are_one(text: str, first: Date, second: Date) -> bool:
    """Whether two dates in a row are said to be one day: «۱۵ مهر ۱۴۰۳ (۶ اکتبر ۲۰۲۴)»."""
    if first.calendar is second.calendar or second.start - first.end > _LONGEST_LINK:
        return False
    return _EQUALS.fullmatch(text, first.end, second.start) is not None


def _disagree(first: Date, second: Date) -> bool:
    """Whether the two are different days in every year they may mean."""
    if not (first.exists and second.exists) or first.short_year or second.short_year:
        return False
    days = [_days(first, second), _days(second, first)]
    apart = [abs(a - b) for a in days[0] for b in days[1]]
    doubt = LUNAR_DOUBT if Calendar.LUNAR in {first.calendar, second.calendar} else 0
    return bool(apart) and min(apart) > doubt


def _days(date: Date, other: Date) -> list[int]:
    """The days ``date`` may be, by its year or else the years ``other`` may lie in."""
    years = (date.year,) if date.year else years_around(other, date.calendar)
    return [day for year in years if (day := date.ordinal(year)) is not None]


def _disagreement(view: ParagraphView, first: Date, second: Date) -> Hit:
    other = view.span(first.start, first.end)
    return Hit(
        CALENDARS,
        view.span(second.start, second.end),
        args=(("other", other.of(view.text)),),
        related=(Related(other),),
    )


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((IMPOSSIBLE,), impossible),
    ParagraphCheck((SHORT_YEAR,), short_years),
    DraftCheck((CALENDARS,), calendars),
)
