"""FIG003: rials and tomans. One toman is ten rials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.model import DraftCheck, Hit, Related, Rule
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.numbers import read_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.span import Span

CURRENCY = Rule(
    "FIG003",
    "rial-and-toman",
    N_("«{text}» is not the same amount as «{other}»: one toman is ten rials."),
    Severity.WARNING,
    None,
    "Monetary and Banking Law of Iran: the unit is the rial; custom: one toman is ten rials",
)
_MIXED = N_("«{text}» is in another unit than «{other}»: this draft counts now in rials, now in tomans.")

_UNIT = re.compile(rf"[\s{ZWNJ}]?(?P<unit>ریال|تومان)ی?(?!\w|{ZWNJ})")
_FOREIGN = re.compile(r"ریال\s(?:عمان|قطر|یمن|عربستان|سعودی|برزیل|کامبوج)")
_EQUALS = re.compile(r"\s?(?:\(|،?\s?(?:که\s)?(?:معادل|یعنی|برابر\sبا|به\sعبارتی|یا)\s)\s?(?:معادل\s|یعنی\s|حدود\s)?")
_RIALS: dict[str, int] = {"ریال": 1, "تومان": 10}
_LEAST = 100
"""Smaller amounts of either unit buy nothing: «یک ریال هم نداد» is a figure of speech."""
_ROUNDED = Decimal("0.06")
"""Equivalents are often rounded; a mistake of the unit is one of ten."""


@dataclass(frozen=True, slots=True)
class _Amount:
    span: Span
    unit: str
    rials: Decimal


def currencies(draft: DraftView, context: Context) -> Iterator[Hit]:
    """Report an amount whose equivalent is wrong; once in a draft, that it counts in both units."""
    texts = [view.text for view in draft.paragraphs]
    if not all(any(unit in text for text in texts) for unit in _RIALS) or any(map(_FOREIGN.search, texts)):
        return
    alone: list[tuple[_Amount, str]] = []
    says_so = False
    for view in draft.paragraphs:
        amounts = _amounts(view)
        paired: set[_Amount] = set()
        for first, second in pairwise(amounts):
            if first.unit != second.unit and _EQUALS.fullmatch(view.text, first.span.end, second.span.start):
                paired |= {first, second}
                says_so = True
                if abs(first.rials - second.rials) > _ROUNDED * first.rials:
                    yield _hit(second, first.span.of(view.text), first)
        alone += [(amount, view.text) for amount in amounts if amount not in paired]
    if not says_so:
        yield from _mixed(alone)


def _amounts(view: ParagraphView) -> list[_Amount]:
    """The amounts of a paragraph in one of the two units."""
    return [
        _Amount(view.span(number.start, match.end()), match["unit"], number.value * _RIALS[match["unit"]])
        for number in read_numbers(view.text)
        if number.value >= _LEAST and (match := _UNIT.match(view.text, number.end)) is not None
    ]


def _mixed(alone: list[tuple[_Amount, str]]) -> Iterator[Hit]:
    """One note, at the first amount in the other unit than the draft begins with."""
    if not alone:
        return
    model, text = alone[0]
    other = next((amount for amount, _ in alone if amount.unit != model.unit), None)
    if other is not None:
        hit = _hit(other, model.span.of(text), model)
        yield Hit(CURRENCY, hit.span, hit.args, hit.related, message=_MIXED, severity=Severity.NOTE)


def _hit(amount: _Amount, other: str, model: _Amount) -> Hit:
    return Hit(CURRENCY, amount.span, args=(("other", other),), related=(Related(model.span),))


CHECKS: tuple[Check, ...] = (DraftCheck((CURRENCY,), currencies),)
