"""Names of months and weekdays, in the spellings that folding does not level."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.text.calendars import Calendar
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_JALALI = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
_GREGORIAN = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"
_OTHER_GREGORIAN = {
    "ژانویهٔ": 1, "فوریهٔ": 2, "فبریه": 2, "مارچ": 3, "آپریل": 4, "می": 5, "ژوین": 6, "جون": 6, "جولای": 7, "ژوئیهٔ": 7,
    "آگوست": 8, "اگوست": 8, "سپتمبر": 9,
}  # fmt: skip
_LUNAR = {
    "محرم": 1, "صفر": 2, "ربیع‌الاول": 3, "ربیع‌الثانی": 4, "جمادی‌الاول": 5, "جمادی‌الاولی": 5, "جمادی‌الثانی": 6,
    "جمادی‌الثانیه": 6, "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10, "ذی‌القعده": 11, "ذیقعده": 11, "ذی‌الحجه": 12,
    "ذیحجه": 12,
}  # fmt: skip
_ENGLISH = "january february march april may june july august september october november december"


def _months() -> dict[str, tuple[Calendar, int]]:
    """Folded names of months, with «ماه» joined to them or not."""
    named = [(name, Calendar.LUNAR, number) for name, number in _LUNAR.items()]
    named += [(name, Calendar.GREGORIAN, number) for name, number in _OTHER_GREGORIAN.items()]
    calendars = {_JALALI: Calendar.JALALI, _GREGORIAN: Calendar.GREGORIAN, _ENGLISH: Calendar.GREGORIAN}
    for names, calendar in calendars.items():
        named += [(name, calendar, number) for number, name in enumerate(names.split(), 1)]
    known = {fold(name): (calendar, number) for name, calendar, number in named}
    return known | {f"{name}ماه": month for name, month in known.items() if name != fold("می")}


MONTH_NAMES: Mapping[str, tuple[Calendar, int]] = MappingProxyType(_months())
"""Folded name of a month → its calendar and number."""
WEEKDAY_NAMES = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
"""The week as it begins in Iran, spelled as findings show it."""
WEEKDAYS: Mapping[str, int] = MappingProxyType({fold(name): at for at, name in enumerate(WEEKDAY_NAMES)})
"""Folded name of a weekday → its number; 0 is Saturday."""
