"""The dates of a paragraph, as Persian texts give them.

In words («۱۵ مهر ۱۴۰۳», «پانزدهم مهرماه», «سه‌شنبه ۲۶ آذر», «۲۷ رجب ۱۴۴۵», «15 March 2024») or in figures alone
(«۱۴۰۳/۰۷/۱۵»). A date may be impossible: that is for the rules to say. Years and months without a day are no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_editor.text import calendars
from pr_editor.text.calendars import MONTHS, Calendar
from pr_editor.text.date_words import MONTH_NAMES, WEEKDAYS
from pr_editor.text.fold import fold_word, folded_words, to_ascii_digits
from pr_editor.text.numbers import read_numbers
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.text.numbers import Number
    from pr_editor.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Date:
    """A date at ``[start, end)`` of its paragraph, which covers its weekday. ``weekday`` counts from 0, Saturday.

    ``short_year`` is a year of two digits as it is written; ``year`` is then None.
    """

    calendar: Calendar
    year: int | None
    month: int
    day: int
    start: int
    end: int
    weekday: int | None = None
    short_year: str = ""
    day_first: bool = False
    """Whether it is in figures that run from the day to the year."""

    @property
    def exists(self) -> bool:
        """Whether there is such a day; without a year, whether there is in some year."""
        if not 1 <= self.month <= MONTHS:
            return False
        return 1 <= self.day <= calendars.days_of(self.calendar, self.month, self.year)

    def ordinal(self, year: int | None = None) -> int | None:
        """The day as ``date.toordinal`` counts it, in ``year`` where it has none; None where there is no such day."""
        known = year if self.year is None else self.year
        if known is None or not self.exists or self.day > calendars.days_of(self.calendar, self.month, known):
            return None
        return calendars.ordinal(self.calendar, known, self.month, self.day)


_COUNTED_DAYS = folded_words("یک دو سه چهار پنج")
_EVE = "شب"
"""«شب جمعه» is another day's evening."""
_OPENING = frozenset("(«[:/-–،")
_AND = frozenset(("و", "تا", "یا"))
_BETWEEN = folded_words("روز مورخ مورخه برابر با صبح عصر ظهر شب به تاریخ") | {"،", "(", "-", "–"}
"""What may stand between a weekday and its date."""
_MOST_BETWEEN = 3
_BEFORE_YEAR = folded_words("ماه سال")

_FIGURES = re.compile(r"(\d{4}) ?[/-] ?(\d{1,2}) ?[/-] ?(\d{1,2})", re.ASCII)
_TURNED = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4})", re.ASCII)
_SHORT = re.compile(r"(\d{2}) ?/ ?(\d{1,2}) ?/ ?(\d{1,2})|(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{2})", re.ASCII)
_YEARS = (
    (range(1200, 1430), Calendar.JALALI),
    (range(1430, 1500), Calendar.LUNAR),
    (range(1800, 2100), Calendar.GREGORIAN),
)
_WORDS_TOO = folded_words("می مه صفر may march")
"""Months whose names are other words as well: «دو - صفر», «۱۲ می». «۳۵ تیر» shows by its figure that it is no date."""
_LUNAR_YEARS = range(1, 1500)
_SHORT_YEARS = range(40, 100)
"""Years of two digits that can't be a day or a count of people so soon; others begin with a nought: «۰۳»."""
_AGE = range(1990, 2040)
_YEAR, _LUNAR_YEAR = 365.2425, 354.367
_DAYS = 31
_NUMBERED = folded_words("شماره کد نامه پرونده ثبت ردیف دادنامه بند ماده")
"""After these, figures with slashes number a document."""


@lru_cache(maxsize=2048)
def read_dates(text: str) -> tuple[Date, ...]:
    """The dates of a paragraph in reading order."""
    tokens = tokenize(text)
    folded = [fold_word(token.text) for token in tokens]
    numbers = _Numbers(text)
    dates: list[Date] = []
    for at, token in enumerate(tokens):
        date = None
        if token.kind is TokenKind.DATE:
            date = _in_figures(tokens, folded, at)
        elif folded[at] in MONTH_NAMES:
            date = _in_words(numbers, tokens, folded, at)
        if date is not None and not (dates and date.start < dates[-1].end):
            dates.append(date)
    return tuple(dates)


class _Numbers:
    """The numbers of a paragraph that can be meant as days, by the tokens beside them."""

    def __init__(self, text: str) -> None:
        days = [number for number in read_numbers(text) if _is_day(number)]
        self._by_after = {number.after: number for number in days}
        self._by_first = {number.first: number for number in days}

    def day_before(self, at: int) -> Number | None:
        """The day that ends right before the token at ``at``."""
        return self._by_after.get(at)

    def day_at(self, at: int) -> Number | None:
        """The day that begins with the token at ``at``."""
        return self._by_first.get(at)


def calendar_of(year: int) -> Calendar | None:
    """The calendar a year of four digits is counted in, in a text of our days; None where there is none."""
    return next((calendar for years, calendar in _YEARS if year in years), None)


def _in_figures(tokens: Sequence[Token], folded: Sequence[str], at: int) -> Date | None:
    """«۱۴۰۳/۰۷/۱۵», «۱۵/۷/۱۴۰۳», «۹۹/۷/۱۵»."""
    if any(word in _NUMBERED for word in folded[max(at - 3, 0) : at]):
        return None
    token = tokens[at]
    written = token.text.translate(to_ascii_digits)
    if match := _FIGURES.fullmatch(written):
        year, month, day = map(int, match.groups())
    elif match := _TURNED.fullmatch(written):
        day, month, year = map(int, match.groups())
    else:
        return _short(token, written)
    calendar = calendar_of(year)
    if calendar is None:
        return None
    start, weekday = _weekday_before(tokens, folded, at, token.start)
    return Date(calendar, year, month, day, start, token.end, weekday, day_first=match.re is _TURNED)


def _short(token: Token, written: str) -> Date | None:
    """A date whose year has two digits, at whichever end it can stand."""
    match = _SHORT.fullmatch(written)
    if match is None:
        return None
    parts = re.split(r" ?/ ?", written)
    for year, month, day in (parts, parts[::-1]):
        likely = len(year) == 2 and (year.startswith("0") or int(year) in _SHORT_YEARS)
        if likely and 1 <= int(month) <= MONTHS and 1 <= int(day) <= _DAYS:
            return Date(Calendar.JALALI, None, int(month), int(day), token.start, token.end, short_year=year)
    return None


def _in_words(numbers: _Numbers, tokens: Sequence[Token], folded: Sequence[str], at: int) -> Date | None:
    """«سه‌شنبه ۱۵ مهرماه ۱۴۰۳», by the name of its month at ``at``."""
    calendar, month = MONTH_NAMES[folded[at]]
    day = numbers.day_before(at)
    english = tokens[at].kind is TokenKind.LATIN
    after = at + 1
    if day is None and english and (first := numbers.day_at(after)):
        day, after = first, first.after
        after += after < len(tokens) and tokens[after].text in {",", "،"}
    if day is None:
        return None
    begin = min(day.first, at)
    has_month_word = folded[at].endswith("ماه") or (after < len(tokens) and folded[after] == "ماه")
    end, year, short = _year_after(tokens, folded, after, calendar, tokens[after - 1].end)
    start, weekday = _weekday_before(tokens, folded, begin, tokens[begin].start)
    proved = has_month_word or year is not None or weekday is not None
    if not proved and (folded[at] in _WORDS_TOO or day.value > _DAYS):
        return None
    return Date(calendar, year, month, int(day.value), start, end, weekday, short)


def _is_day(number: Number) -> bool:
    whole = number.value == int(number.value) and not number.is_percent
    return whole and 0 < number.value < 100 and (number.after - number.first == 1 or number.in_words)


def _year_after(
    tokens: Sequence[Token], folded: Sequence[str], at: int, calendar: Calendar, end: int
) -> tuple[int, int | None, str]:
    """End of the date, its year, and its year of two digits as written, by what follows the month."""
    while at < len(tokens) and folded[at] in _BEFORE_YEAR:
        end = tokens[at].end if folded[at] == "ماه" else end
        at += 1
    if at < len(tokens) and tokens[at].kind is TokenKind.NUMBER:
        digits = tokens[at].text.translate(to_ascii_digits)
        if re.fullmatch(r"\d{4}", digits) and _counts(int(digits), calendar):
            return tokens[at].end, int(digits), ""
        short = re.fullmatch(r"0\d|\d\d", digits) and (digits.startswith("0") or int(digits) in _SHORT_YEARS)
        if short and calendar is not Calendar.LUNAR and not _is_counting(tokens, folded, at + 1):
            return tokens[at].end, None, digits
    return end, None, ""


_COUNTED = folded_words(
    "نفر تن درصد هزار میلیون میلیارد ریال تومان دلار یورو متر کیلومتر هکتار ساعت دقیقه سال مورد دستگاه واحد"
)


def _is_counting(tokens: Sequence[Token], folded: Sequence[str], at: int) -> bool:
    """Whether the figure before ``at`` counts something: «۱۵ مهر ۴۰ نفر»."""
    return at < len(tokens) and (folded[at] in _COUNTED or tokens[at].text in {"%", "٪"})


def _counts(year: int, calendar: Calendar) -> bool:
    return year in _LUNAR_YEARS if calendar is Calendar.LUNAR else calendar_of(year) is calendar


def _weekday_before(tokens: Sequence[Token], folded: Sequence[str], at: int, start: int) -> tuple[int, int | None]:
    """Where a date that begins at token ``at`` begins with its weekday, and that weekday."""
    last = at - 1
    while last >= 0 and at - last <= _MOST_BETWEEN and folded[last] in _BETWEEN:
        last -= 1
    if last < 0 or folded[last] not in WEEKDAYS:
        return start, None
    weekday = WEEKDAYS[folded[last]]
    first = last
    if weekday == 0 and last and (count := _days_counted(folded[last - 1])):
        weekday, first = count, last - 1
    elif weekday == 0 and last and _is_cut_off(tokens, last):
        return start, None
    if first and (folded[first - 1] == _EVE or _are_two_days(folded, first)):
        return start, None
    return tokens[first].start, weekday


def _is_cut_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hidden mark parts «شنبه» from what it counts: «پنج‎شنبه»."""
    before = tokens[at - 1]
    return before.end == tokens[at].start and before.text not in _OPENING


def _are_two_days(folded: Sequence[str], at: int) -> bool:
    """Whether another weekday is joined to the one at ``at``: «شنبه و یکشنبه ۱۵ مهر» leaves open which the 15th is."""
    return at > 1 and folded[at - 1] in _AND and folded[at - 2] in WEEKDAYS


def _days_counted(word: str) -> int:
    """How many days after Saturday «سه» of «سه شنبه» stands for; 0 for other words."""
    if word in _COUNTED_DAYS:
        return WEEKDAYS[f"{word}شنبه"]
    return int(word) if word in {"1", "2", "3", "4", "5"} else 0


def years_around(date: Date, calendar: Calendar) -> range:
    """The years of ``calendar`` that ``date`` may lie in; all of this age where it has no year itself."""
    day = date.ordinal()
    if day is None:
        return range(_year_in(calendar, _AGE.start), _year_in(calendar, _AGE.stop))
    year = _year_in(calendar, round(day / _YEAR))
    return range(year - 2, year + 3)


def _year_in(calendar: Calendar, gregorian: int) -> int:
    """About the year of ``calendar`` that a Gregorian year is; off by one or two."""
    if calendar is Calendar.JALALI:
        return gregorian - 621
    return gregorian if calendar is Calendar.GREGORIAN else round((gregorian - 621.5) * _YEAR / _LUNAR_YEAR)
