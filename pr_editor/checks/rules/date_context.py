"""DAT002, DAT003: dates that contradict their weekday or the day the release goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import DraftCheck, Hit, Related, Rule
from pr_editor.checks.release_date import release_date
from pr_editor.profile.model import Severity
from pr_editor.text.calendars import Calendar, weekday
from pr_editor.text.date_words import WEEKDAY_NAMES
from pr_editor.text.dates import read_dates
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.release_date import ReleaseDate
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.dates import Date
    from pr_editor.text.span import Span

WEEKDAY = Rule(
    "DAT002",
    "wrong-weekday",
    N_("«{text}» is not that weekday: it is {weekday}."),
    Severity.WARNING,
    None,
    "Official calendar of Iran; Gregorian calendar",
)
FUTURE = Rule(
    "DAT003",
    "past-event-in-future",
    N_("«{text}» is told as past, but lies after the date of the release."),
    Severity.WARNING,
    None,
    "Newsroom practice: dates are checked against the dateline",
)

_NEAR = 45
"""Days from the release within which a date without a year is one of the same weeks."""

_EVENT = "برگزار|انجام|افتتاح|رونمایی|امضا|منعقد|تقدیر|تجلیل|بازگشایی|راه‌اندازی|بهره‌برداری"
_TOLD = re.compile(
    rf"[^.؟!؛:«»()\n]{{0,80}}?(?<!\w)(?:(?:{_EVENT})\s(?:شد|شدند|گردید|کرد|کردند)|پایان\sیافت|به\sپایان\sرسید|"
    r"گشایش\sیافت|به\sبهره‌برداری\sرسید)(?![\w\u200c]|\s(?:ه|تا|که)(?!\w))"
)
_ON = re.compile(r"(?:در|روز|تاریخ|مورخ|مورخه|امروز|دیروز)[\s،(]{1,2}$")
_ON_REACH = 10
_STOP = re.compile("[.؟!؛]")
_REACH = 150
"""Characters of a sentence looked at on either side of a date."""
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:سال\s?(?:گذشته|قبل|پیش)|پارسال|قرار|مقرر|خواهد|خواهند|باید|آینده|تا\sپایان|اگر|چنانچه)(?!\w)"
)


def weekdays(draft: DraftView, context: Context) -> Iterator[Hit]:
    """Report weekdays that contradict a date whose year is given or certain. Lunar dates are left out."""
    today = release_date(draft)
    whole = _with_years(draft)
    for view in draft.paragraphs:
        for date in read_dates(view.text):
            if date.weekday is None or date.calendar is Calendar.LUNAR:
                continue
            day = date.ordinal()
            related: tuple[Related, ...] = ()
            if day is None and date.year is None and not date.short_year:
                day, related = _likely_day(date, whole, today)
            if day is not None and weekday(day) != date.weekday:
                name = WEEKDAY_NAMES[weekday(day)]
                span = view.span(date.start, date.end)
                yield Hit(WEEKDAY, span, args=(("weekday", name),), related=related)


type _Whole = dict[tuple[Calendar, int, int], list[tuple[int, Span]]]


def _with_years(draft: DraftView) -> _Whole:
    """The days of the draft that have a year, by what they are called without it."""
    known: _Whole = {}
    for view in draft.paragraphs:
        for date in read_dates(view.text):
            if (day := date.ordinal()) is not None:
                name = date.calendar, date.month, date.day
                known.setdefault(name, []).append((day, view.span(date.start, date.end)))
    return known


def _likely_day(date: Date, whole: _Whole, today: ReleaseDate | None) -> tuple[int | None, tuple[Related, ...]]:
    """The day a date without a year means, and the place that tells so."""
    same = whole.get((date.calendar, date.month, date.day), [])
    if len({day for day, _ in same}) == 1:
        return same[0][0], (Related(same[0][1]),)
    if not same and today is not None and (day := today.nearest(date, _NEAR)) is not None:
        return day, (Related(today.span),)
    return None, ()


def future_told_as_past(draft: DraftView, context: Context) -> Iterator[Hit]:
    """Report «در ۲۰ آبان … برگزار شد» in a release of an earlier day. Events to come are no fault."""
    today = release_date(draft)
    if today is None:
        return
    for view in draft.paragraphs:
        for date in read_dates(view.text):
            if date.calendar is Calendar.LUNAR or not _is_told(view, date):
                continue
            day = today.nearest(date, _NEAR) if date.year is None else date.ordinal()
            if day is not None and day > today.day and not date.short_year:
                yield Hit(FUTURE, view.span(date.start, date.end), related=(Related(today.span),))


def _is_told(view: ParagraphView, date: Date) -> bool:
    """Whether a sentence says of an event that it took place on this date."""
    on = date.weekday is not None or _ON.search(view.text, max(date.start - _ON_REACH, 0), date.start)
    if not on or not _TOLD.match(view.text, date.end):
        return False
    before = _STOP.split(view.text[max(date.start - _REACH, 0) : date.start])[-1]
    after = _STOP.split(view.text[date.end : date.end + _REACH])[0]
    return not _OTHER_TIME.search(f"{before} {after}")


CHECKS: tuple[Check, ...] = (
    DraftCheck((WEEKDAY,), weekdays),
    DraftCheck((FUTURE,), future_told_as_past),
)
