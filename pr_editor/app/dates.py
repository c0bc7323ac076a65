"""Days and moments as people in Iran write and read them: Jalali, in Iran's civil time."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from pr_editor.library.jalali import from_jalali, to_jalali
from pr_editor.review.model import IRAN
from pr_editor.text.fold import to_ascii_digits
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from datetime import date

    from pr_editor.app.i18n import Translator

_MONTHS = {
    "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "en": "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand",
}
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


def parse_day(text: str) -> date:
    """The day written ``1404/05/12`` or ``1404-5-12``, in digits of any script. Raises ``KnownError``."""
    return from_jalali(text)


def parse_moment(text: str) -> datetime:
    """The moment written ``1404/05/12 14:30``; without a time of day the day's beginning. Raises ``KnownError``."""
    day, _, clock = " ".join(text.split()).partition(" ")
    return datetime.combine(parse_day(day), _clock(clock, text) if clock else time(), IRAN)


def show_day(day: date, tr: Translator) -> str:
    """``۱۴۰۴/۰۵/۱۲`` to who reads Persian, else ``1404-05-12``."""
    written = to_jalali(day)
    return tr.digits(written.replace("-", "/")) if tr.right_to_left else written


def show_long_day(day: date, tr: Translator) -> str:
    """``۱۲ مرداد ۱۴۰۴``, as people write it in a sentence; in English ``12 Mordad 1404``."""
    year, month, of_month = map(int, to_jalali(day).split("-"))
    return f"{tr.digits(of_month)} {_MONTHS[tr.language].split()[month - 1]} {tr.digits(year)}"


def show_moment(moment: datetime, tr: Translator) -> str:
    """Day and time of day in Iran: ``۱۴۰۴/۰۵/۱۲ ۱۴:۳۰``."""
    local = moment.astimezone(IRAN)
    return f"{show_day(local.date(), tr)} {tr.digits(f'{local:%H:%M}')}"


def _clock(text: str, whole: str) -> time:
    match = _CLOCK.fullmatch(text.translate(to_ascii_digits))
    try:
        if match:
            return time(int(match[1]), int(match[2]))
    except ValueError:
        pass
    raise KnownError("{text} is not a moment; write it as 1404/05/12 14:30.", text=whole)
