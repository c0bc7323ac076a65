"""FIG002, FIG004, FIG005: a figure and its words, shares above the whole, sums that do not add up."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.model import Hit, ParagraphCheck, Related, Rule
from pr_editor.checks.quantities import quantities
from pr_editor.profile.model import Severity
from pr_editor.text.fold import folded_words
from pr_editor.text.message import N_
from pr_editor.text.numbers import read_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.quantities import Quantity
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.numbers import Number

WORDS = Rule(
    "FIG002",
    "words-and-digits-disagree",
    N_("«{text}» and «{other}» are not the same number."),
    Severity.WARNING,
    None,
    "Newsroom practice; the custom of contracts, which give amounts in words and digits",
)
SHARE = Rule(
    "FIG004",
    "share-above-whole",
    N_("«{text}»: a share of the whole is never above 100 percent."),
    Severity.WARNING,
    None,
    "Arithmetic; newsroom practice",
)
TOTAL = Rule(
    "FIG005",
    "wrong-total",
    N_("The parts of «{text}» add up to {sum}."),
    Severity.WARNING,
    None,
    "Arithmetic; newsroom practice",
)

_OPENS = re.compile(r"(?P<unit>\s[^\W\d]+)?\s?\(\s?")
_NUMBERED = re.compile(r"(?:بند|ماده|تبصره|فصل|بخش|شماره|جدول|ردیف|اصل|منطقه|فاز|نمودار|شکل)ی?\s$")
_NUMBERED_REACH = 8

_COUNTED = re.compile(r"\s(?!بر\s)[^\W\d]")
_UNIT_REACH = 20
_NO_SCORE = 10
"""Smaller figures in brackets with nothing after them may be goals: «دو (۵) - دو (۴)»."""

_WHOLE = 100
_OF = re.compile(
    r"\s?(?:(?:درصد|[%٪])\s)?(?:از\s)?(?:(?:کل|کلیهٔ?|تمامی?|همهٔ?|مجموع|این)\s)?"
    r"(?:جمعیت|مردم|افراد|خانوار|خانواده|دانش\u200c?آموز|دانشجو|پاسخ\u200c?دهندگان|شرکت\u200c?کنندگان|کارکنان|کارمند|کارگران|زنان|مردان|"
    r"کودکان|جوانان|سالمندان|بیماران|بیماری\u200c|مبتلایان|ایرانی|شهروند|مساحت|روستا|شهرها|کشورها|مدارس|رای\u200c?دهندگان|واجدان)"
)
_STOP = re.compile("[،؛.:؟!]")
_CLAUSE_REACH = 40
_MORE = re.compile(r"(?<!\w)(?:رشد|افزایش|بیش\u200c?تر|بیشتر|برابر|نسبت)")

_IN_ALL = re.compile(r"(?<!\w)(?:در\s(?:مجموع|کل)|مجموعاً?|جمعاً?|روی\sهم)\s(?:با\s|به\s|معادل\s|تعداد\s)?(?=[\d\w])")
_JOINS = re.compile(r"[^.؛:؟!()\d]{1,40}(?:،|\sو)\s(?:[^\W\d]+\s){0,2}")
_TAIL = re.compile(r"[^.؛:؟!()\d]{1,25}(?:،|\sو|\sکه|\s)\s?")
_PEOPLE = r"(?:زن|مرد|خانم|آقا|بانو|دختر|پسر|کشته|زخمی|مجروح|مصدوم)"
_BREAKDOWN = re.compile(rf"\s?(?:\(|،?\s?(?:شامل|متشکل\sاز)\s)(?=[^()]{{0,10}}?\s{_PEOPLE}(?!\w))")
_PERSON = re.compile(rf"{_PEOPLE}$")
_LEAST_PARTS, _MOST_PARTS = 2, 12
_MEASURES = folded_words(
    "درصد سال ماه روز ساعت دقیقه هفته متر کیلومتر هکتار تن کیلو کیلوگرم لیتر مگاوات ریال تومان دلار یورو طبقه رتبه"
    " امتیاز سالن صفحه"
)
"""What is never added to anything but its like."""


def words_and_digits(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «بیست و پنج (۲۶) نفر»: one number in words and digits, side by side, that differ."""
    for first, second in pairwise(read_numbers(view.text)):
        if first.in_words is second.in_words or first.value == second.value or not _restates(view.text, first, second):
            continue
        other = view.span(first.start, first.end)
        args = (("other", other.of(view.text)),)
        yield Hit(WORDS, view.span(second.start, second.end), args=args, related=(Related(other),))


def _restates(text: str, first: Number, second: Number) -> bool:
    """Whether ``second`` stands in brackets right after ``first``, alone or with its unit, and counts something."""
    opening = _OPENS.fullmatch(text, first.end, second.start)
    if opening is None or first.is_ordinal or second.is_ordinal or first.is_percent or second.is_percent:
        return False
    if _NUMBERED.search(text, max(first.start - _NUMBERED_REACH, 0), first.start):
        return False
    closing = re.match(
        rf"(?P<unit>{re.escape(opening['unit'] or '')})?\s?\)", text[second.end : second.end + _UNIT_REACH]
    )
    if closing is None or not min(first.value, second.value):
        return False
    unit = closing["unit"] or _COUNTED.match(text, second.end + closing.end())
    return bool(unit) or min(first.value, second.value) >= _NO_SCORE


def shares(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report more than 100 percent of people or places. Growth and fulfilled plans may pass 100."""
    for quantity in quantities(view.text):
        number = quantity.number
        if quantity.noun != "درصد" or number.value <= _WHOLE:
            continue
        part = _OF.match(view.text, number.end)
        if part is not None and not _MORE.search(_clause(view.text, number.start, part.end())):
            yield Hit(SHARE, view.span(number.start, part.end()))


def _clause(text: str, start: int, end: int) -> str:
    """The text around ``[start, end)`` up to the next marks, and not far."""
    before = _STOP.split(text[max(start - _CLAUSE_REACH, 0) : start])[-1]
    return before + text[start:end] + _STOP.split(text[end : end + _CLAUSE_REACH])[0]


def totals(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «۱۲ زن و ۱۵ مرد، در مجموع ۲۸ نفر» and «۲۸ نفر (۱۲ زن و ۱۵ مرد)»."""
    counted = quantities(view.text)
    if len(counted) <= _LEAST_PARTS:
        return
    places = {quantity.number.start: at for at, quantity in enumerate(counted)}
    for marker in _IN_ALL.finditer(view.text):
        at = places.get(marker.end(), 0)
        parts = _parts_before(view.text, counted[max(at - _MOST_PARTS, 0) : at], marker.start())
        if len(parts) >= _LEAST_PARTS:
            yield from _wrong_total(view, counted[at], parts)
    for at, quantity in enumerate(counted):
        if (
            _BREAKDOWN.match(view.text, quantity.end)
            and len(parts := _persons_after(view.text, counted[at + 1 : at + 1 + _MOST_PARTS])) > 1
        ):
            yield from _wrong_total(view, quantity, parts)


def _parts_before(text: str, counted: Sequence[Quantity], marker: int) -> list[Quantity]:
    """The enumeration that ends at ``marker``: numbers joined by commas and «و», the last right before it."""
    parts: list[Quantity] = []
    until = marker
    for quantity in reversed(counted):
        joint = _JOINS if parts else _TAIL
        if joint.fullmatch(text, quantity.number.end, until) is None:
            break
        parts.insert(0, quantity)
        until = quantity.number.start
    return parts


def _persons_after(text: str, counted: Sequence[Quantity]) -> list[Quantity]:
    """Men and women, dead and injured, in an enumeration that begins with the first of ``counted``."""
    parts: list[Quantity] = []
    for quantity in counted:
        joined = not parts or _JOINS.fullmatch(text, parts[-1].number.end, quantity.number.start)
        if not joined or not _PERSON.match(quantity.noun):
            break
        parts.append(quantity)
    return parts


def _wrong_total(view: ParagraphView, total: Quantity, parts: Sequence[Quantity]) -> Iterator[Hit]:
    """A finding at ``total`` unless the parts, or the last of them, add up to it or are no parts of it."""
    if any(part.is_rough or not _is_part(part, total) for part in parts) or total.is_rough:
        return
    values = [part.number.value for part in parts]
    if total.number.value in {sum(values[at:]) for at in range(len(values) - 1)}:
        return
    span = view.span(total.number.start, total.end)
    related = tuple(Related(view.span(part.number.start, part.end)) for part in parts)
    right = sum(values)
    shown = int(right) if right == int(right) else float(right)
    yield Hit(TOTAL, span, args=(("sum", shown),), related=related)


def _is_part(part: Quantity, total: Quantity) -> bool:
    """Whether the two count what can be added: measures only their like."""
    measured = {part.noun, total.noun} & _MEASURES
    return not measured or part.noun == total.noun


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((WORDS,), words_and_digits),
    ParagraphCheck((SHARE,), shares),
    ParagraphCheck((TOTAL,), totals),
)
