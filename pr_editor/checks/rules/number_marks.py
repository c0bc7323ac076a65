"""NUM002–NUM005: percent signs, decimal marks and marks between thousands.

They look at figures in Persian digits: those in Latin digits keep the marks of their own script until NUM001 has
turned them. A version, a date or a code is told from a number by its shape, and by the words around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import PERSIAN_DIGIT, SPACES, UNIT, in_fact, rewritten
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, Touches, fix
from pr_editor.profile.choices import DecimalMark, Percent, ThousandsMark
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

_STANDARD = "ISIRI 6219, Persian Information Interchange and Display Mechanism; house style"

PERCENT = Rule(
    code="NUM002",
    name="percent-sign",
    summary=N_("«{text}» is not written as the house style writes percentages."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
    touches=Touches.DIGITS,
)
DECIMAL = Rule(
    code="NUM003",
    name="decimal-mark",
    summary=N_("The decimal mark of «{text}» is not that of the house style."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
    touches=Touches.DIGITS,
)
THOUSANDS = Rule(
    code="NUM004",
    name="thousands-mark",
    summary=N_("The mark between thousands in «{text}» is not that of the house style."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
    touches=Touches.DIGITS,
)
DANGLING = Rule(
    code="NUM005",
    name="dangling-number-mark",
    summary=N_("A mark that belongs inside numbers hangs on «{text}»."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=_STANDARD,
    touches=Touches.DIGITS,
)

_P = PERSIAN_DIGIT
_NUMBER = rf"(?<![۰-۹.,٫٬/]){_P}++(?:[.,٫٬/]{_P}++)*+"
_PERCENT = re.compile(
    rf"(?P<number>{_NUMBER})(?P<after>[{SPACES}]?[%٪])(?![\w%٪])|(?<![\w%٪.,٫٬/])(?P<before>[%٪][{SPACES}]?)(?P<late>{_NUMBER})(?![\w%٪])"
)
_SIGNS = {Percent.PERSIAN: "٪", Percent.LATIN: "%"}

_DECIMAL = re.compile(
    rf"(?<![\w.,٫٬/:-])(?:{_P}{{1,3}}(?:[٬,]{_P}{{3}})+|{_P}+)(?P<mark>[.٫/]){_P}+(?![\w/:-]|[.,٫٬]{D})"
)
_DECIMAL_MARKS = {DecimalMark.PERSIAN: "٫", DecimalMark.POINT: ".", DecimalMark.SLASH: "/"}
_NO_DECIMAL_AFTER = re.compile(
    r"(?:نسخهٔ?|ویرایش|ورژن|بند|مادهٔ?|فصل|بخش|شکل|جدول|نمودار|تبصرهٔ?|ساعت|اصل|صفحهٔ?|پیوست|گام|تاریخ|شمارهٔ?|"
    r"[A-Za-z0-9]) ?$"
)
_REACH = 20

_THOUSANDS = re.compile(
    rf"(?<![\w.,٫٬،/:-])(?P<whole>{_P}{{1,3}}(?P<mark>[,٬،/]){_P}{{3}}(?:(?P=mark){_P}{{3}})*)"
    rf"(?P<rest>(?:[.٫]{_P}+)?)(?![\w/:-]|[.,٫٬،]{D})"
)
_POINTED = re.compile(rf"(?<![\w.,٫٬،/:-]){D}{{1,3}}(?:\.{D}{{3}}){{2,}}(?![\w/:-]|[.,٫٬،]{D})")
_THOUSANDS_MARKS = {ThousandsMark.PERSIAN: "٬", ThousandsMark.COMMA: ","}
_POINTS = N_("Points part the figures of «{text}» as in a code; thousands are parted by {mark}")

_DANGLING = re.compile(rf"{_P}[٫٬](?![{SPACES}]?{D})")


def percent(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report percentages with another sign than the house's, a space before it, or the sign in front."""
    house = context.profile.options.numbers.percent
    if house is Percent.KEEP:
        return
    for match in _PERCENT.finditer(view.text):
        number = match["number"] or match["late"]
        text = f"{number} درصد" if house is Percent.WORD else number + _SIGNS[house]
        if text != match.group():
            yield rewritten(view, PERCENT, match.span(), text, sure=house is not Percent.WORD)


def decimals(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report fractions after another mark than the house's. A slash is taken for one only before a unit."""
    house = context.profile.options.numbers.decimal
    if house is DecimalMark.KEEP:
        return
    right = _DECIMAL_MARKS[house]
    for match in _DECIMAL.finditer(view.text):
        has_unit = UNIT.match(view.text, match.end()) is not None
        if match["mark"] == right or not _is_decimal(view.text, match, has_unit):
            continue
        sure = Applicability.SAFE if has_unit and match["mark"] != "/" else Applicability.ASK
        edits = [view.edit(*match.span("mark"), right)]
        text = (
            f"{match.group()[: match.start('mark') - match.start()]}{right}{view.text[match.end('mark') : match.end()]}"
        )
        written = fix(N_("Write «{number}»"), edits, sure, number=text)
        yield Hit(DECIMAL, view.span(*match.span()), fixes=(written,))


def _is_decimal(text: str, match: re.Match[str], has_unit: bool) -> bool:
    """Whether two figures make one number: no version, heading, time or part of a law."""
    if has_unit:
        return True
    if match["mark"] == "/" or match.start() == 0:
        return False
    return not _NO_DECIMAL_AFTER.search(text, max(match.start() - _REACH, 0), match.start())


def thousands(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report thousands parted by another mark than the house's. Points make a code of a number: no fix may touch it."""
    house = context.profile.options.numbers.thousands
    if house is ThousandsMark.KEEP:
        return
    right = _THOUSANDS_MARKS[house]
    for match in _THOUSANDS.finditer(view.text):
        mark, whole = match["mark"], match["whole"]
        if mark == right or not _is_amount(view.text, match):
            continue
        span = view.span(*match.span())
        edits = [view.edit(at, at + 1, right) for at in range(*match.span("whole")) if view.text[at] == mark]
        sure = Applicability.SAFE if mark in ",٬" else Applicability.ASK
        number = whole.replace(mark, right) + match["rest"]
        yield Hit(THOUSANDS, span, fixes=(fix(N_("Write «{number}»"), edits, sure, number=number),))

    for match in _POINTED.finditer(view.text):
        if UNIT.match(view.text, match.end()):
            yield Hit(THOUSANDS, view.span(*match.span()), args=(("mark", right),), message=_POINTS)


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether figures in threes are one amount: not a fraction, a code or an enumeration without spaces."""
    has_unit = UNIT.match(text, match.end()) is not None
    is_long = match["whole"].count(match["mark"]) > 1
    match match["mark"]:
        case "," | "٬":
            return True
        case "،":
            return is_long or has_unit
        case _:
            return is_long


def dangling(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report ٫ and ٬ after a number that ends there. Often a comma was meant."""
    for match in _DANGLING.finditer(view.text):
        at = match.end() - 1
        if not in_fact(view, at):
            follows = view.text[match.end() : match.end() + 1]
            comma = "، " if re.match(f"[{LETTERS}]", follows) else "،"
            texts = ("", comma) if follows in {"", ".", "،", "»", ")"} else (comma, "")
            yield rewritten(view, DANGLING, (at, match.end()), *texts)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((PERCENT,), percent),
    ParagraphCheck((DECIMAL,), decimals),
    ParagraphCheck((THOUSANDS,), thousands),
    ParagraphCheck((DANGLING,), dangling),
)
