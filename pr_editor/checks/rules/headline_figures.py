"""FIG001: one quantity with two values in headline, lead and body.

Releases give many figures of one unit. Two are held against each other only where all else agrees: what is counted, the
words around it, and that neither value stands on the other side as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_editor.checks.model import DraftCheck, Hit, Related, Rule
from pr_editor.checks.quantities import quantities
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.fold import fold_word, folded_words
from pr_editor.text.message import N_
from pr_editor.text.numbers import read_numbers
from pr_editor.text.sentences import sentence_spans
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.quantities import Quantity
    from pr_editor.checks.view import Context, DraftView, ParagraphView

FIGURES = Rule(
    "FIG001",
    "figures-disagree",
    N_("«{text}» here, «{other}» in the headline or lead: the same quantity with two values."),
    Severity.WARNING,
    None,
    "Newsroom practice: figures of headline, lead and body are compared before a release goes out",
)

_FIRST = (Kind.HEADLINE, Kind.LEAD)
_LATER = frozenset({Kind.LEAD, Kind.BODY})
_LEAST_SHARED = 2
_LEAST_SHARE = 0.4
_MOST = 20
"""Figures of a headline or lead that are compared: more make a table."""
_ROUNDED_FROM = 1000
"""Headlines round figures of four digits and more."""
_NEAR = Decimal("1.5")
_NOUGHTS = frozenset((Decimal(10), Decimal(100), Decimal(1000)))
_SHORTEST = 3
_BEFORE = re.compile(r"[\s«(:،؛]")
_OTHER_TIME = folded_words(
    "گذشته قبل پیش پارسال پیشین آینده تاکنون مقایسه قبلا سابق روزانه ماهانه مرحله فاز جمله میان هرکدام هریک"
)
"""Where one sentence has these and the other not, they speak of two times or of a part."""
_SMALL_WORDS = folded_words(
    "برای این است کرد شده شدند بود که بودند شود شد های گفت افزود اظهار بیان داشت خود نیز همچنین باید آنها وی اینکه"
    " کرده می‌شود خواهد گزارش خبرنگار خبرگزاری نقل عمومی روابط امروز هزار میلیون میلیارد"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A quantity and the words of its sentence."""

    view: ParagraphView
    quantity: Quantity
    words: frozenset[str]

    @property
    def value(self) -> Decimal:
        return self.quantity.number.value


def figures(draft: DraftView, context: Context) -> Iterator[Hit]:
    """Report quantities of lead and body that contradict the headline, and of the body that contradict the lead."""
    for kind in _FIRST:
        first = next((view for view in draft.paragraphs if view.kind is kind), None)
        if first is None or not quantities(first.text):
            continue
        at = draft.paragraphs.index(first)
        later = [view for view in draft.paragraphs[at + 1 :] if view.kind in _LATER]
        own, others = _values([first]), _values(later)
        said = [other for view in later for other in _said(view)]
        for earlier in _said(first)[:_MOST]:
            if earlier.value in others:
                continue
            hit = next(filter(None, (_against(earlier, other, own) for other in said)), None)
            if hit is not None:
                yield hit


def _values(views: Iterable[ParagraphView]) -> set[Decimal]:
    return {number.value for view in views for number in read_numbers(view.text)}


def _said(view: ParagraphView) -> Sequence[_Said]:
    """The exact quantities of a paragraph that are the only ones of their kind in their sentence."""
    counted = quantities(view.text)
    said: list[_Said] = []
    for start, end in sentence_spans(view.text) if counted else ():
        inside = counted[bisect_left(counted, start, key=_start) : bisect_left(counted, end, key=_start)]
        nouns = Counter(quantity.noun for quantity in inside)
        said += [
            _Said(view, quantity, _content(view.text[start:end]))
            for quantity in inside
            if nouns[quantity.noun] == 1 and _is_exact(view.text, quantity)
        ]
    return said


def _start(quantity: Quantity) -> int:
    return quantity.number.start


def _is_exact(text: str, quantity: Quantity) -> bool:
    """Whether a figure can be held to its value: no «حدود ۱۲۰», no rest of a number that marks cut in two.

    «5/1» is 5.1 in one text and 1.5 in another.
    """
    number = quantity.number
    begins = number.start == 0 or _BEFORE.match(text[number.start - 1])
    return not quantity.is_rough and bool(begins) and number.value > 1 and "/" not in text[number.start : number.end]


@lru_cache(maxsize=1024)
def _content(text: str) -> frozenset[str]:
    """The folded words of a sentence that say what it is about."""
    words = (fold_word(token.text) for token in tokenize(text) if token.kind in {TokenKind.WORD, TokenKind.LATIN})
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _SMALL_WORDS)


def _against(earlier: _Said, later: _Said, own: set[Decimal]) -> Hit | None:
    """A finding at the later of two that count the same differently."""
    one, other = earlier.quantity, later.quantity
    if one.noun != other.noun or later.value in own or not _is_slip(earlier.value, later.value):
        return None
    if one.next_word and one.next_word not in later.words and one.next_word not in _SMALL_WORDS:
        return None
    if (earlier.words & _OTHER_TIME) != (later.words & _OTHER_TIME):
        return None
    counted = {one.noun, one.next_word, other.next_word}
    mine, theirs = earlier.words - counted, later.words - counted
    shared = len(mine & theirs)
    if shared < _LEAST_SHARED or shared < _LEAST_SHARE * min(len(mine), len(theirs)):
        return None
    span = earlier.view.span(one.number.start, one.end)
    return Hit(
        FIGURES,
        later.view.span(other.number.start, other.end),
        args=(("other", span.of(earlier.view.text)),),
        related=(Related(span),),
    )


def _is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one value may stand for the other by mistake: near it, or a nought more; but no rounder form of it."""
    small, great = sorted((one, other))
    if small >= _ROUNDED_FROM and great - small < max(_last_place(small), _last_place(great)):
        return False
    return great / small <= _NEAR or great / small in _NOUGHTS


def _last_place(value: Decimal) -> Decimal:
    """The worth of the last digit that is no nought: 1000 for 12000."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


CHECKS: tuple[Check, ...] = (DraftCheck((FIGURES,), figures),)
