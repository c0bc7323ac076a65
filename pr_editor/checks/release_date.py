"""The day a draft says it goes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.text.calendars import Calendar
from pr_editor.text.dates import read_dates
from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from pr_editor.checks.view import DraftView, ParagraphView
    from pr_editor.text.dates import Date
    from pr_editor.text.span import Span

_TODAY = re.compile(r"(?<!\w)امروز[\s،(–-]{1,3}$")
_REACH = 10
_JALALI_EPOCH, _YEAR = 226_529, 365.2424


@dataclass(frozen=True, slots=True)
class ReleaseDate:
    """A day as ``date.toordinal`` counts it, and where the draft gives it."""

    day: int
    span: Span

    def nearest(self, date: Date, within: int) -> int | None:
        """The day a Jalali date without a year means most likely, if it lies ``within`` so many days of this one."""
        if date.calendar is not Calendar.JALALI:
            return None
        about = round((self.day - _JALALI_EPOCH) / _YEAR)
        days = [date.ordinal(year) for year in range(about - 2, about + 3)]
        near = [day for day in days if day is not None and abs(day - self.day) <= within]
        return min(near, key=lambda day: abs(day - self.day), default=None)


def release_date(draft: DraftView) -> ReleaseDate | None:
    """The full date of the dateline, else the one the text calls today: «امروز (سه‌شنبه ۱۵ آبان ۱۴۰۳)»."""
    for view in draft.paragraphs:
        if draft.structure.kinds[view.key] is Kind.DATELINE and (found := _first(view, today=False)):
            return found
    return next(filter(None, (_first(view, today=True) for view in draft.paragraphs)), None)


def _first(view: ParagraphView, *, today: bool) -> ReleaseDate | None:
    for date in read_dates(view.text):
        if today and not _TODAY.search(view.text, max(date.start - _REACH, 0), date.start):
            continue
        day = date.ordinal()
        if day is not None and date.calendar is not Calendar.LUNAR:
            return ReleaseDate(day, view.span(date.start, date.end))
    return None
