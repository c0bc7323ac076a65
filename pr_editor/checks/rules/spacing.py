"""SPC: spaces around marks, brackets and dashes, and too many of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, D, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.tokens import Token

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi, punctuation marks"

BEFORE_MARK = Rule(
    code="SPC001",
    name="space-before-mark",
    summary=N_("A punctuation mark is written right after the word, without a space."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
AFTER_MARK = Rule(
    code="SPC002",
    name="no-space-after-mark",
    summary=N_("A space is missing after «{text}»."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
INSIDE = Rule(
    code="SPC003",
    name="space-inside-brackets",
    summary=N_("Brackets and quotation marks touch the words inside them."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
OUTSIDE = Rule(
    code="SPC004",
    name="no-space-outside-brackets",
    summary=N_("A space is missing between «{text}» and the word beside it."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
SEVERAL = Rule(
    code="SPC005",
    name="several-spaces",
    summary=N_("One space is enough between words."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
LOPSIDED = Rule(
    code="SPC006",
    name="lopsided-dash",
    summary=N_("A dash between two parts has a space on both sides or on none."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=_ACADEMY,
)

_REMOVE_SPACE = N_("Remove the space")
_INSERT_SPACE = N_("Insert a space")

_SPACES = " \u00a0\u2002\u2003\u2009\u202f"
_WORDISH = rf"{LETTERS}{SIGNS}A-Za-z0-9۰-۹٠-٩"
_CLOSING = "»)\\]”"
_LETTER = f"[{LETTERS}]"
_END = rf"(?=[\s{_CLOSING}\"]|$)"

_SPACE_BEFORE = re.compile(rf"(?<=[{_WORDISH}{_CLOSING}%٪؟!])[{_SPACES}]+(?:[،؛؟]|[:!]{_END}|\.{_END})")
_RATIO = re.compile(rf"(?<={D})[{_SPACES}]+:[{_SPACES}]*{D}")
_MISSING_AFTER = re.compile(
    rf"(?<=[{_WORDISH}{_CLOSING}%٪؟!])(?:[،؛](?=[{LETTERS}A-Za-z«“(\[])|(?<!{D})[،؛](?={D})|[؟!:,;](?=[{LETTERS}«“])|:(?={D}))"
    rf"|(?<=[{LETTERS}{SIGNS}{D[1:-1]}{_CLOSING}])\.(?={_LETTER})"
)
_WORD_BEFORE = re.compile(rf"[{LETTERS}{SIGNS}]+$")
_WORD_AFTER = re.compile(rf"[{LETTERS}{SIGNS}]+")
_REACH = 24
_DOMAIN_ENDS = frozenset(("ایران", "کام", "نت", "اورگ"))

_INSIDE_OPENING = re.compile(rf"[«“][{_SPACES}]+(?=\S)")
_INSIDE_CLOSING = re.compile(rf"(?<=\S)[{_SPACES}]+[»”]")
_BRACKETS = {"(": ")", "[": "]"}
_BRACKET = re.compile(r"[()\[\]]")
_HONORIFIC = re.compile(r"(?:ص|س|ع|ره|عج|رض|قدس سره|علیه ?السلام|دامت?[^)]{,20})")
_ENDING = re.compile(r"(?:ها|های|هایی|هایش|هایشان|ی|یی|ای|ام|ات|اش|اند|ان|ات|ین|ه|م|ند|ست|یم)(?![\u0621-\u06d3])")
_LEAST_REMARK = 3
_LONG_REMARK = 100
"""Characters from which brackets hold a remark for sure; without a bound, nested ones cost their square."""
_SPACES_AFTER = re.compile(f"[{_SPACES}]*")

_SEVERAL_SPACES = re.compile(rf"(?<=[^\s])[{_SPACES}]{{2,}}(?=[^\s،؛؟:!.»)\]”])")
_LOPSIDED_DASH = re.compile(rf"(?<=[{LETTERS}])(?:[-–—](?= {_LETTER})| [-–—](?={_LETTER}))")

_PROTECTED = frozenset(
    {
        TokenKind.URL, TokenKind.EMAIL, TokenKind.HANDLE, TokenKind.HASHTAG, TokenKind.IBAN, TokenKind.PHONE,
        TokenKind.DATE, TokenKind.TIME, TokenKind.CODE, TokenKind.NUMBER,
    }
)  # fmt: skip


def marks(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report spaces before punctuation marks, and marks without a space after them."""
    text = view.text
    for match in _SPACE_BEFORE.finditer(text):
        if not _RATIO.match(text, match.start()):
            yield _without(view, BEFORE_MARK, match.start(), match.end() - 1, match.start(), match.end())
    protected = [token for token in view.tokens if token.kind in _PROTECTED]
    for match in _MISSING_AFTER.finditer(text):
        if not _is_in(protected, match.start()) and not _between_latin(text, match.start()):
            applicability = _after_stop(text, match.start()) if match.group() == "." else Applicability.SAFE
            if applicability is not None:
                yield _with_space(view, AFTER_MARK, match.end(), match.start(), match.end(), applicability)


def _after_stop(text: str, at: int) -> Applicability | None:
    """How sure a full stop between letters ends a sentence: never in abbreviations, hardly in web addresses."""
    before = _WORD_BEFORE.search(text, max(at - _REACH, 0), at)
    after = _WORD_AFTER.match(text, at + 1)
    if after is None or len(after.group()) == 1 or text[after.end() : after.end() + 1] == ".":
        return None
    if before is None:
        return Applicability.SAFE if text[:at].isdigit() or text[at - 1] in _CLOSING else Applicability.ASK
    if len(before.group()) == 1 or text[before.start() - 1 : before.start()] == ".":
        return None
    return Applicability.ASK if after.group() in _DOMAIN_ENDS else Applicability.SAFE


def _between_latin(text: str, at: int) -> bool:
    return text[at - 1].isascii() and text[at + 1].isascii()


def _is_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether one of the ``tokens``, which are in reading order, covers ``at``."""
    before = bisect_right(tokens, at, key=attrgetter("start"))
    return before > 0 and at < tokens[before - 1].end


def brackets(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report spaces inside « » “ ” ( ) [ ], and missing ones outside them."""
    text = view.text
    for match in _INSIDE_OPENING.finditer(text):
        yield _without(view, INSIDE, match.start() + 1, match.end(), match.start(), match.end())
    for match in _INSIDE_CLOSING.finditer(text):
        yield _without(view, INSIDE, match.start(), match.end() - 1, match.start(), match.end())
    for start, end in _bracket_pairs(text):
        yield from _inside_bracket(view, start, end)
        yield from _outside_bracket(view, start, end)
    for match in re.finditer(rf"(?<={_LETTER})[«“]", text):
        yield _with_space(view, OUTSIDE, match.start(), match.start(), match.end())
    for match in re.finditer(rf"[»”](?={_LETTER})", text):
        if not _ENDING.match(text, match.end()):
            yield _with_space(view, OUTSIDE, match.end(), match.start(), match.end())


def _bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Places of brackets that belong together; what is not paired, such as «۱)», is left alone."""
    open_brackets: list[int] = []
    for match in _BRACKET.finditer(text):
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
    while text[last - 1] in _SPACES:
        last -= 1
    if first > start + 1:
        yield _without(view, INSIDE, start + 1, first, start, first)
    if last < end:
        yield _without(view, INSIDE, last, end, last, end + 1)


def _outside_bracket(view: ParagraphView, start: int, end: int) -> Iterator[Hit]:
    text = view.text
    if text[start] == "[" or not _is_remark(text, start + 1, end):
        return
    if start and re.match(f"[{LETTERS}{SIGNS}]", text[start - 1]):
        yield _with_space(view, OUTSIDE, start, start, start + 1)
    if re.match(_LETTER, text[end + 1 : end + 2]) and not _ENDING.match(text, end + 1):
        yield _with_space(view, OUTSIDE, end + 1, end, end + 1)


def _is_remark(text: str, start: int, end: int) -> bool:
    """Whether words stand in brackets; not «کتاب(ها)», which is read with the word or without it, nor «پیامبر(ص)»."""
    if end - start > _LONG_REMARK:
        return True
    inside = text[start:end].strip()
    is_short = len(inside) < _LEAST_REMARK or _ENDING.fullmatch(inside) or _HONORIFIC.fullmatch(inside)
    return not is_short and re.search(_LETTER, inside) is not None


def several(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report two spaces or more where one is meant. Those beside marks are the business of the other rules."""
    for match in _SEVERAL_SPACES.finditer(view.text):
        if view.text[match.start() - 1] not in "«“([":
            edits = [view.edit(match.start(), match.end(), " ")]
            one = fix(N_("Leave one space"), edits, Applicability.SAFE)
            yield Hit(SEVERAL, view.span(match.start(), match.end()), fixes=(one,))


def dashes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report dashes between words with a space on one side only."""
    for match in _LOPSIDED_DASH.finditer(view.text):
        before = match.group()[0] == " "
        yield _with_space(
            view, LOPSIDED, match.end() if before else match.start(), match.start(), match.end(), Applicability.ASK
        )


def _without(view: ParagraphView, rule: Rule, first: int, last: int, start: int, end: int) -> Hit:
    """A finding at ``[start, end)`` whose fix removes the spaces ``[first, last)``."""
    removed = fix(_REMOVE_SPACE, [view.edit(first, last, "")], Applicability.SAFE)
    return Hit(rule, view.span(start, end), fixes=(removed,))


def _with_space(
    view: ParagraphView, rule: Rule, at: int, start: int, end: int, applicability: Applicability = Applicability.SAFE
) -> Hit:
    """A finding at ``[start, end)`` whose fix inserts a space at ``at``."""
    return Hit(rule, view.span(start, end), fixes=(fix(_INSERT_SPACE, [view.edit(at, at, " ")], applicability),))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((BEFORE_MARK, AFTER_MARK), marks),
    ParagraphCheck((INSIDE, OUTSIDE), brackets),
    ParagraphCheck((SEVERAL,), several),
    ParagraphCheck((LOPSIDED,), dashes),
)
