"""Days of the Jalali calendar, as people in Iran write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persiantools.jdatetime import JalaliDate

from pr_editor.review.model import IRAN
from pr_editor.text.fold import to_ascii_digits
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from datetime import date, datetime

_WRITTEN = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})", re.ASCII)


def to_jalali(day: date) -> str:
    """``day`` as ``1404-05-12``, which sorts as text."""
    return JalaliDate(day).isoformat()


def shown_time(moment: datetime) -> str:
    """``moment`` as clocks and calendars in Iran show it: ``1404-05-12 09:30``."""
    local = moment.astimezone(IRAN)
    return f"{to_jalali(local.date())} {local:%H:%M}"


def year_of(day: date) -> int:
    """The Jalali year ``day`` lies in."""
    return JalaliDate(day).year


def from_jalali(text: str) -> date:
    """The day written ``1404/05/12`` or ``1404-5-12``, in digits of any script. Raises ``KnownError``."""
    match = _WRITTEN.fullmatch(text.strip().translate(to_ascii_digits))
    try:
        if match:
            year, month, day = map(int, match.groups())
            return JalaliDate(year, month, day).to_gregorian()
    except ValueError:
        pass
    raise KnownError("{text} is not a day of the Jalali calendar; write it as 1404/05/12.", text=text)
