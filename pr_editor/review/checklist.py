"""What a supervisor should hold against the sources before signing: names, figures, dates, quotes of a text.

It is a list for the eye, gathered by shape alone. It misses names without a title or a post beside them, and it is no
finding: nothing depends on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pr_editor.text.fold import fold_map
from pr_editor.text.letters import ZWNJ
from pr_editor.text.tokens import LETTERS, D, TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.text.draft import Draft


class Claim(StrEnum):
    """What is to be checked."""

    NAME = "name"
    FIGURE = "figure"
    DATE = "date"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to check, ``[start, end)`` of a paragraph counted from 0. ``text`` is verbatim."""

    claim: Claim
    text: str
    paragraph: int
    start: int
    end: int


_MONTHS = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن|اسفند"
_DAYS = "شنبه|یکشنبه|یک شنبه|دوشنبه|دو شنبه|سه شنبه|چهارشنبه|چهار شنبه|پنجشنبه|پنج شنبه|جمعه"
_POSTS = (
    "مدیرعامل|مدیرکل|مدیر|رییس|معاون|وزیر|استاندار|فرماندار|بخشدار|شهردار|دهیار|سخنگو|سخنگوی|دبیر|نماینده|سرپرست|عضو|"
    "استاد|مشاور|فرمانده|مسول|کارشناس|سفیر|امام جمعه|نویسنده|پژوهشگر|بازرس|خزانه دار"
)
_TITLES = "اقای|اقا|خانم|دکتر|مهندس|سردار|سرهنگ|حجت الاسلام|ایت الله|استاد"
_WORD = rf"[{LETTERS}]{{2,}}"
_STOP = r"(?!(?:و|که|در|به|از|با|را|این|ان|گفت|افزود|است|برای|تا|نیز|هم|وی|او)\b)"

_DATE = re.compile(
    rf"(?<![{LETTERS}0-9])(?:(?:{_DAYS}) ?،? ?)?{D}{{1,2}} (?:{_MONTHS})(?: ?ماه)?(?: (?:سال )?{D}{{2,4}})?"
    rf"(?![{LETTERS}])|\b(?:{_DAYS})\b|\bسال {D}{{4}}\b"
)
_TITLED = re.compile(rf"\b(?:{_TITLES}) ({_STOP}{_WORD}(?: {_STOP}{_WORD})?)(?=$|[\s،؛.:)])")
_WITH_POST = re.compile(rf"(?<![{LETTERS}])({_STOP}{_WORD} {_STOP}{_WORD}(?: {_STOP}{_WORD})?) ?، (?:{_POSTS})\b")
_QUOTE = re.compile(r"[«“\"]([^«»“”\"]{3,})[»”\"]")
_UNIT = re.compile(rf"\s+(?:(?:هزار|میلیون|میلیارد|تریلیون)\s+)*(?:و\s+)?[{LETTERS}{ZWNJ}]+")
_FIGURES = frozenset({TokenKind.NUMBER, TokenKind.TIME, TokenKind.PHONE, TokenKind.IBAN, TokenKind.CODE})


def checklist(draft: Draft) -> tuple[Item, ...]:
    """Everything to check in reading order, each name, figure, date and quote once."""
    items: dict[tuple[Claim, str], Item] = {}
    for at, paragraph in enumerate(draft.paragraphs):
        for claim, start, end in sorted(_claims(paragraph.text), key=lambda found: found[1:]):
            text = paragraph.text[start:end]
            items.setdefault((claim, text), Item(claim, text, at, start, end))
    return tuple(items.values())


def _claims(text: str) -> Iterator[tuple[Claim, int, int]]:
    folded, origin = fold_map(text)
    places = [*origin, len(text)]

    def found(pattern: re.Pattern[str], group: int = 0) -> Iterator[tuple[int, int]]:
        for match in pattern.finditer(folded):
            start, end = match.span(group)
            yield origin[start], places[end - 1] + 1

    dates = list(found(_DATE))
    dates += [(t.start, t.end) for t in tokenize(text) if t.kind is TokenKind.DATE]
    yield from ((Claim.DATE, *place) for place in dates)
    yield from ((Claim.QUOTE, *place) for place in found(_QUOTE, 1))
    yield from ((Claim.NAME, *place) for place in {*found(_TITLED, 1), *found(_WITH_POST, 1)})
    for token in tokenize(text):
        if token.kind in _FIGURES and not any(start <= token.start < end for start, end in dates):
            unit = _UNIT.match(text, token.end) if token.kind is TokenKind.NUMBER else None
            yield Claim.FIGURE, token.start, unit.end() if unit else token.end
