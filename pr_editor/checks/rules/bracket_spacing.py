"""SPC003, SPC004, SPC009, SPC012: the space around brackets and quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, LETTER, SPACES, turned_brackets, turned_quotes, with_space, without
from pr_editor.checks.model import Applicability, ParagraphCheck, Rule
from pr_editor.profile.choices import Gap
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.view import Context, ParagraphView

INSIDE = Rule(
    code="SPC003",
    name="space-inside-brackets",
    summary=N_("Brackets and quotation marks touch the words inside them."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
OUTSIDE = Rule(
    code="SPC004",
    name="no-space-outside-brackets",
    summary=N_("A space is missing between «{text}» and the word beside it."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
HONORIFIC = Rule(
    code="SPC009",
    name="space-before-honorific",
    summary=N_("The house style spaces «{text}» in another way."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="House style; publishers differ",
)
FOOTNOTE = Rule(
    code="SPC012",
    name="space-before-footnote-mark",
    summary=N_("A footnote mark touches the word it belongs to."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Custom of Persian publishers",
)

_INSIDE_OPENING = re.compile(rf"[«“][{SPACES}]+(?=[^\s»”])")
_INSIDE_CLOSING = re.compile(rf"(?<=[^\s«“])[{SPACES}]+[»”]")
_BEFORE_QUOTE = re.compile(rf"(?<={LETTER})[«“](?=[^\s.،؛:!؟])")
_AFTER_QUOTE = re.compile(rf"[»”](?={LETTER})")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}]")
_HONORIFIC = re.compile(r"(?:ص|س|ع|ره|عج|رض|قدس سره|علیه ?السلام|دامت?[^)]{,20})")
_ENDING = re.compile(r"(?:ها|های|هایی|هایش|هایشان|ی|یی|ای|ام|ات|اش|اند|ان|ات|ین|ه|م|ند|ست|یم)(?![\u0621-\u06d3])")
_LEAST_REMARK = 3
_LONG_REMARK = 100
"""Characters from which brackets hold a remark for sure; without a bound, nested ones cost their square."""
_SPACES_AFTER = re.compile(f"[{SPACES}]*")

_HONORIFIC_BRACKET = re.compile(rf"(?<={LETTER})(?P<gap>[{SPACES}]?)\((?P<said>ص|س|ع|ره|عج|رض|ق|صلوات‌?الله علیه)\)")
_AMBIGUOUS_HONORIFIC = frozenset("سعق")
"""Also used as plain abbreviations, as in «پرسش (س)»."""
_FOOTNOTE = re.compile(rf"(?<=[{LETTERS}{SIGNS}»)])(?P<gap>[{SPACES}]+)\[{D}{{1,3}}\](?=[\s.،؛:!؟»)]|$)")
_IS_ABOUT_A_NUMBER = re.compile(r"(?:منبع|مرجع|جدول|شکل|بند|ردیف|شماره|شمارهٔ|پانوشت|پی‌نوشت|نک|ر\.ک)$")
_REACH = 12


def brackets(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report spaces inside « » “ ” ( ) [ ] { }, and missing ones outside them."""
    text = view.text
    turned = {at for match in turned_quotes(text) for at in (match.start(), match.end() - 1)}
    for match in _INSIDE_OPENING.finditer(text):
        if match.start() not in turned:
            yield without(view, INSIDE, (match.start() + 1, match.end()), match.span())
    for match in _INSIDE_CLOSING.finditer(text):
        if match.end() - 1 not in turned:
            yield without(view, INSIDE, (match.start(), match.end() - 1), match.span())
    for start, end in _bracket_pairs(text):
        yield from _inside_bracket(view, start, end)
        yield from _outside_bracket(view, start, end)
    for match in _BEFORE_QUOTE.finditer(text):
        yield with_space(view, OUTSIDE, match.start(), match.span())
    for match in _AFTER_QUOTE.finditer(text):
        if match.start() not in turned and not _ENDING.match(text, match.end()):
            yield with_space(view, OUTSIDE, match.end(), match.span())


def _bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Places of brackets that belong together; what is not paired, such as «۱)», is left alone."""
    open_brackets: list[int] = []
    turned = {at for match in turned_brackets(text) for at in (match.start(), match.end() - 1)}
    for match in _BRACKET.finditer(text):
        if match.start() in turned:
            continue
        if match.group() in _BRACKETS:
            open_brackets.append(match.start())
        elif open_brackets:
            start = open_brackets.pop()
            if _BRACKETS[text[start]] == match.group():
                yield start, match.start()
            else:
                open_brackets.clear()


def _inside_bracket(view: ParagraphView, start: int, end: int) -> Iterator[Hit]:
    text = view.text
    match = _SPACES_AFTER.match(text, start + 1, end)
    first = match.end() if match else start + 1
    if first == end:
        return
    last = end
    while text[last - 1] in SPACES:
        last -= 1
    if first > start + 1:
        yield without(view, INSIDE, (start + 1, first), (start, first))
    if last < end:
        yield without(view, INSIDE, (last, end), (last, end + 1))


def _outside_bracket(view: ParagraphView, start: int, end: int) -> Iterator[Hit]:
    text = view.text
    if text[start] != "(" or not _is_remark(text, start + 1, end):
        return
    if start and re.match(f"[{LETTERS}{SIGNS}]", text[start - 1]):
        yield with_space(view, OUTSIDE, start, (start, start + 1))
    if re.match(LETTER, text[end + 1 : end + 2]) and not _ENDING.match(text, end + 1):
        yield with_space(view, OUTSIDE, end + 1, (end, end + 1))


def _is_remark(text: str, start: int, end: int) -> bool:
    """Whether words stand in brackets; not «کتاب(ها)», which is read with the word or without it, nor «پیامبر(ص)»."""
    if end - start > _LONG_REMARK:
        return True
    inside = text[start:end].strip()
    is_short = len(inside) < _LEAST_REMARK or _ENDING.fullmatch(inside) or _HONORIFIC.fullmatch(inside)
    return not is_short and re.search(LETTER, inside) is not None


def honorifics(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «(ص)» and its like where the house wants a space before it and there is none, or the other way round."""
    house = context.profile.options.punctuation.honorific_space
    if house is Gap.KEEP:
        return
    for match in _HONORIFIC_BRACKET.finditer(view.text):
        sure = Applicability.ASK if match["said"] in _AMBIGUOUS_HONORIFIC else Applicability.SAFE
        if house is Gap.NONE and match["gap"]:
            yield without(view, HONORIFIC, match.span("gap"), match.span(), sure)
        elif house is Gap.SPACE and not match["gap"]:
            yield with_space(view, HONORIFIC, match.start(), match.span(), sure)


def footnotes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report footnote marks such as «[۱]» with a space before them."""
    for match in _FOOTNOTE.finditer(view.text):
        if not _IS_ABOUT_A_NUMBER.search(view.text, max(match.start() - _REACH, 0), match.start()):
            yield without(view, FOOTNOTE, match.span("gap"), match.span(), Applicability.ASK)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((INSIDE, OUTSIDE), brackets),
    ParagraphCheck((HONORIFIC,), honorifics),
    ParagraphCheck((FOOTNOTE,), footnotes),
)
