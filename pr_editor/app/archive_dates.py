"""On which day a release of an archive was published, by what there is to go by."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from pr_editor.checks.release_date import release_date
from pr_editor.checks.view import DraftView, ParagraphView
from pr_editor.review.model import IRAN
from pr_editor.text.calendars import Calendar
from pr_editor.text.dates import Date, calendar_of, read_dates
from pr_editor.text.fold import to_ascii_digits

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.checks.structure import Structure
    from pr_editor.text.draft import Draft

OLDEST = date(1921, 3, 21)
"""1 Farvardin 1300: an earlier day is a mistake, or a number that only looks like one."""
_SEPARATOR = r"[-_./\\ ]?"
_FIGURES = re.compile(rf"(?<!\d)(\d{{4}})({_SEPARATOR})(\d{{1,2}})({_SEPARATOR})(\d{{1,2}})(?!\d)", re.ASCII)


def day_written(text: str) -> date | None:
    """The day somebody wrote into a field: ``2023-10-04T09:30:00Z``, ``1402/07/12``, «۱۲ مهر ۱۴۰۲»; else None."""
    text = text.strip().translate(to_ascii_digits)
    moment = _moment(text)
    if moment is not None and moment.tzinfo is not None:
        return moment.astimezone(IRAN).date()
    if (match := _FIGURES.match(text)) and (day := _day(match)):
        return day
    found = (date_.ordinal() for date_ in read_dates(text) if date_.calendar is not Calendar.LUNAR)
    return next((date.fromordinal(day) for day in found if day is not None), None)


def day_in_name(name: str, today: date) -> date | None:
    """The day in the path of a file: ``1402-07-12``, ``1402/07/12/news.txt``, ``20231004``; the last one counts."""
    name = name.translate(to_ascii_digits)
    days = [day for match in _FIGURES.finditer(name) if (day := _day(match)) and is_plausible(day, today)]
    return days[-1] if days else None


def day_in_text(draft: Draft, structure: Structure, today: date) -> date | None:
    """The day a text says it goes out, by its dateline or «امروز (…)»."""
    views = tuple(ParagraphView(paragraph) for paragraph in draft.paragraphs)
    found = release_date(DraftView(draft, views, structure))
    day = None if found is None else date.fromordinal(found.day)
    return day if day is not None and is_plausible(day, today) else None


def day_of_file(path: Path) -> date:
    """The day in Iran on which a file was last changed. Raises ``OSError``."""
    return datetime.fromtimestamp(path.stat().st_mtime, IRAN).date()


def is_plausible(day: date, today: date) -> bool:
    """Whether something can have been published on ``day``."""
    return OLDEST <= day <= today + timedelta(days=1)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> date | None:
    year, before, month, after, day = match.groups()
    # «1402 7/12» is no date, and without separators months and days have two digits.
    whole = before == after and (before or len(month + day) == len("mmdd"))
    calendar = calendar_of(int(year))
    if not whole or calendar is None or calendar is Calendar.LUNAR:
        return None
    found = Date(calendar, int(year), int(month), int(day), *match.span()).ordinal()
    return None if found is None else date.fromordinal(found)
