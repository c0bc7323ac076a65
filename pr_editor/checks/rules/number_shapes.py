"""NUM006–NUM009: numbers with gaps, ordinals, ranges, and dates that begin with the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import PERSIAN_DIGIT, SPACES, UNIT, in_fact, rewritten
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, Touches
from pr_editor.profile.choices import Ordinal, Range
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import D, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi; house style"

BROKEN = Rule(
    code="NUM006",
    name="space-inside-number",
    summary=N_("A space breaks «{text}»."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority="ISO 8601, ISIRI 6219: marks inside numbers and times touch the digits",
    touches=Touches.DIGITS,
)
ORDINAL = Rule(
    code="NUM007",
    name="ordinal-after-digits",
    summary=N_("The ordinal «{text}» is not written as in the house style."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority=_ACADEMY,
)
RANGE = Rule(
    code="NUM008",
    name="range",
    summary=N_("The range «{text}» is not written as in the house style."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="House style; in text that runs from right to left the smaller figure comes first all the same",
    touches=Touches.DIGITS,
)
DAY_FIRST = Rule(
    code="NUM009",
    name="day-before-year",
    summary=N_("«{text}» begins with the day; figures of a date run from the year to the day: {date}"),
    severity=Severity.WARNING,
    applicability=None,
    authority="ISIRI 6219; the custom of Persian texts",
)

_P = PERSIAN_DIGIT
_GAP = rf"[{SPACES}]"
_CLOCK = rf"{D}{{1,2}}{_GAP}?:{_GAP}?{D}{{2}}"
_TIME = re.compile(rf"(?<=ساعت )(?P<first>{_CLOCK})(?!\d)(?: (?:تا|الی|و) (?P<last>{_CLOCK})(?!\d))?")
_LAST_HOUR, _LAST_MINUTE = 24, 59
_GAPPED = re.compile(rf"(?<![\w.,٫٬/:-]){_P}{{1,3}}(?:[.٫]{_GAP}{_P}+|(?:٬{_GAP}?{_P}{{3}})+)(?![\w/:]|[.,٫٬]{D})")
_SPACE = re.compile(_GAP)

_ORDINAL = re.compile(
    rf"(?<![\w.,٫٬/:-])(?P<number>{_P}{{1,3}})(?P<gap>[{SPACES}{ZWNJ}]?)(?P<end>ا?[\u064f]?م(?:ین)?)(?![\w{ZWNJ}])"
)
_JOINTS = {Ordinal.HALF_SPACE: f"{ZWNJ}ا", Ordinal.JOINED: "ا", Ordinal.SHORT: ""}

_RANGE = re.compile(
    rf"(?<![\w.,٫٬/:–—-])(?P<low>{_P}{{1,4}})(?P<mark>[-–])(?P<high>{_P}{{1,4}})(?![\w.,٫٬/:–—-]{D}|[-–—:/])"
)
_RANGE_MARKS = {Range.HYPHEN: "-", Range.DASH: "–", Range.WORD: " تا "}
_DOWNWARD = N_("The range «{text}» runs downward: the smaller figure comes first.")
_YEARS = ((1200, 1500), (1800, 2100))

_DAY_FIRST = re.compile(rf"({D}{{1,2}}) ?/ ?({D}{{1,2}}) ?/ ?({D}{{4}})")
_MONTHS, _DAYS = 12, 31


def broken(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report times, decimals and thousands with a space inside. Elsewhere a point and a space end a sentence."""
    for match in _TIME.finditer(view.text):
        for group in ("first", "last"):
            if match[group] and _SPACE.search(match[group]) and _is_time(match[group]):
                yield rewritten(view, BROKEN, match.span(group), _SPACE.sub("", match[group]), sure=True)
    for match in _GAPPED.finditer(view.text):
        is_thousands = "٬" in match.group()
        if _SPACE.search(match.group()) and match.start() and (is_thousands or UNIT.match(view.text, match.end())):
            yield rewritten(view, BROKEN, match.span(), _SPACE.sub("", match.group()))


def _is_time(text: str) -> bool:
    hour, minute = (int(part) for part in text.split(":"))
    return hour <= _LAST_HOUR and minute <= _LAST_MINUTE


def ordinals(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report ordinals in other form than the house's. «۲۵ م» may be metres and «۲۵ مین» mines: those stay."""
    house = context.profile.options.numbers.ordinal
    if house is Ordinal.KEEP:
        return
    for match in _ORDINAL.finditer(view.text):
        apart, short = match["gap"] not in {"", ZWNJ}, not match["end"].startswith("ا")
        ending = "مین" if match["end"].endswith("مین") else "م"
        text = match["number"] + _JOINTS[house] + ending
        if text == match.group() or (short and (apart or ending == "م")):
            continue
        hit = rewritten(view, ORDINAL, match.span(), text)
        yield Hit(ORDINAL, hit.span, fixes=hit.fixes, severity=Severity.WARNING if apart else None)


def ranges(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report ranges with another mark than the house's, or with the greater figure first."""
    house = context.profile.options.numbers.range
    for match in _RANGE.finditer(view.text):
        if in_fact(view, match.start("mark")):
            continue
        low, high = int(match["low"]), int(match["high"])
        if low > high and ((_is_year(low) and _is_year(high)) or UNIT.match(view.text, match.end())):
            yield Hit(RANGE, view.span(*match.span()), message=_DOWNWARD)
        elif house is not Range.KEEP and low < high and match["mark"] != _RANGE_MARKS[house]:
            yield rewritten(view, RANGE, match.span(), f"{match['low']}{_RANGE_MARKS[house]}{match['high']}")


def _is_year(number: int) -> bool:
    return any(first <= number < last for first, last in _YEARS)


def dates(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report dates that begin with the day. No fix is offered: the guard lets none change the order of figures."""
    for token in view.tokens:
        if token.kind is TokenKind.DATE and (match := _DAY_FIRST.fullmatch(token.text)):
            day, month, year = (int(part) for part in match.groups())
            if 1 <= day <= _DAYS and 1 <= month <= _MONTHS and _is_year(year):
                yield Hit(DAY_FIRST, view.span(token.start, token.end), args=(("date", _year_first(match)),))


def _year_first(match: re.Match[str]) -> str:
    return "/".join(reversed(match.groups()))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((BROKEN,), broken),
    ParagraphCheck((ORDINAL,), ordinals),
    ParagraphCheck((RANGE,), ranges),
    ParagraphCheck((DAY_FIRST,), dates),
)
