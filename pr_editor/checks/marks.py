"""What rules about marks, spaces and numbers share: classes of characters, places to leave alone, simple fixes."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, fix
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, TokenKind

if TYPE_CHECKING:
    from pr_editor.checks.model import Rule
    from pr_editor.checks.view import ParagraphView

ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi, punctuation marks"

SPACES = " \u00a0\u2002\u2003\u2009\u202f"
PERSIAN_DIGIT = "[۰-۹]"
LETTER = f"[{LETTERS}]"
WORDISH = rf"{LETTERS}{SIGNS}A-Za-z0-9۰-۹٠-٩"
"""For a class of characters: what words and figures are made of."""
CLOSING = "»)\\]”"
"""For a class of characters: brackets and quotation marks that close."""

UNIT = re.compile(
    rf"[{SPACES}]?(?:[%٪]|(?:درصد|هزار|میلیون|میلیارد|تریلیون|ریال|تومان|دلار|یورو|کیلومتر|سانتی‌?متر|متر|کیلوگرم|گرم|تن|"
    r"لیتر|هکتار|درجه|مگاوات|گیگابایت|نفر|برابر|ریشتر)ی?(?![\u0621-\u06d3]))"
)
"""What follows an amount and no code, version or heading."""

_PROTECTED = frozenset(
    {
        TokenKind.URL, TokenKind.EMAIL, TokenKind.HANDLE, TokenKind.HASHTAG, TokenKind.IBAN, TokenKind.PHONE,
        TokenKind.DATE, TokenKind.TIME, TokenKind.CODE, TokenKind.NUMBER,
    }
)  # fmt: skip
_TURNED_QUOTES = re.compile(r"(?:^|(?<=[\s(،؛:]))»(?P<said>[^\s«»][^«»]{0,300})(?<=\S)«(?=[\s.،؛:!؟)]|$)")
_ROUND = re.compile(r"[()]")
_TURNED_BRACKETS = re.compile(rf"\)(?P<said>[{SPACES}]+[^()]{{1,100}}(?<=[{SPACES}]))\(")
_LATIN_LETTER = re.compile("[A-Za-z]")
_LETTER = re.compile(LETTER)
_start = attrgetter("start")


def in_fact(view: ParagraphView, at: int) -> bool:
    """Whether an address, a date, a number or another fact covers the character at ``at``."""
    before = bisect_left(view.tokens, at + 1, key=_start) - 1
    return before >= 0 and at < view.tokens[before].end and view.tokens[before].kind in _PROTECTED


def cuts_fact(view: ParagraphView, at: int) -> bool:
    """Whether the place before the character at ``at`` lies inside a fact, so that a space there would cut it."""
    before = bisect_left(view.tokens, at, key=_start) - 1
    return before >= 0 and at < view.tokens[before].end and view.tokens[before].kind in _PROTECTED


def turned_quotes(text: str) -> list[re.Match[str]]:
    """Quotations with their marks the wrong way round, »…«; the group ``said`` is what they hold."""
    return list(_TURNED_QUOTES.finditer(text)) if "»" in text else []


def turned_brackets(text: str) -> list[re.Match[str]]:
    """Remarks with their brackets the wrong way round, «) … (», as converters leave them; never «(a) and (b)»."""
    if not _TURNED_BRACKETS.search(text):
        return []
    found: list[re.Match[str]] = []
    depth = 0
    for bracket in _ROUND.finditer(text):
        if found and bracket.start() < found[-1].end():
            continue
        if bracket.group() == "(":
            depth += 1
        elif depth:
            depth -= 1
        elif turned := _TURNED_BRACKETS.match(text, bracket.start()):
            found.append(turned)
    return found


@lru_cache(maxsize=1)
def is_latin_text(text: str) -> bool:
    """Whether a paragraph is written in Latin letters for the most part: it keeps the marks of its own language.

    It is asked for each of the figures of a paragraph, which may be thousands.
    """
    if not _LATIN_LETTER.search(text):
        return False
    return len(_LATIN_LETTER.findall(text)) > len(_LETTER.findall(text))


def without(
    view: ParagraphView,
    rule: Rule,
    spaces: tuple[int, int],
    span: tuple[int, int],
    applicability: Applicability = Applicability.SAFE,
) -> Hit:
    """A finding at ``span`` whose fix removes the ``spaces``."""
    removed = fix(N_("Remove the space"), [view.edit(*spaces, "")], applicability)
    return Hit(rule, view.span(*span), fixes=(removed,))


def with_space(
    view: ParagraphView,
    rule: Rule,
    at: int,
    span: tuple[int, int],
    applicability: Applicability = Applicability.SAFE,
) -> Hit:
    """A finding at ``span`` whose fix inserts a space at ``at``."""
    return Hit(rule, view.span(*span), fixes=(fix(N_("Insert a space"), [view.edit(at, at, " ")], applicability),))


def rewritten(view: ParagraphView, rule: Rule, span: tuple[int, int], *texts: str, sure: bool = False) -> Hit:
    """A finding at ``span`` with one fix for each of ``texts``, best first; all SAFE if ``sure``, else ASK."""
    applicability = Applicability.SAFE if sure else Applicability.ASK
    fixes = tuple(
        fix(N_("Write «{text}»"), [view.edit(*span, text)], applicability, text=text)
        if text
        else fix(N_("Remove it"), [view.edit(*span, "")], applicability)
        for text in texts
    )
    return Hit(rule, view.span(*span), fixes=fixes)
