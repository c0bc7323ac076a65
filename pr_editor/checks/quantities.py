"""Numbers with what they count, as the rules about figures compare them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_editor.text.fold import fold_word, folded_words
from pr_editor.text.numbers import read_numbers
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from pr_editor.text.numbers import Number

_PERCENT = "درصد"
_ROUGH = re.compile(
    r"(?<!\w)(?:(?:بیش|بیشتر|فراتر|کمتر)[\s\u200c]از|(?:بالغ|افزون)\sبر|بالای|زیر|حدود[اً]*|(?:نزدیک|قریب)(?:\sبه)?|از\sمرز|"
    r"دست[\s\u200c]?کم|حداقل|حداکثر|تقریباً?|تا|بین|چند|هر|از)\s$"
)
_REACH = 14
_NAMELESS = folded_words(
    "و یا تا از به در با بر را که هم نیز است بود شد کرد شده بوده دارد داشت داد خواهد می این آن برای ام ها هزار میلیون"
    " میلیارد بار دیگر برابر اما ولی کرده رسید یافت رسیده یافته امین عدد"
)
"""Words that end what a number counts."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and the two folded words after it: what it counts, and what of that. Empty where there is none."""

    number: Number
    noun: str
    next_word: str
    end: int
    """Where the noun ends."""
    is_rough: bool
    """Whether it says of itself that it is no exact figure: «بیش از ۱۲۰», «تا ۱۲۰»."""


@lru_cache(maxsize=512)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The cardinal numbers of a paragraph that count something named right after them."""
    return tuple(quantity for number in read_numbers(text) if (quantity := _quantity(text, number)) is not None)


def _quantity(text: str, number: Number) -> Quantity | None:
    if number.is_ordinal:
        return None
    tokens = tokenize(text)
    names: list[str] = [_PERCENT] if number.is_percent else []
    end = number.end
    at = number.after
    while at < len(tokens) and len(names) < 2 and tokens[at].kind is TokenKind.WORD:
        name = fold_word(tokens[at].text)
        if name in _NAMELESS or (text[tokens[at - 1].end : tokens[at].start]).strip():
            break
        end = end if names else tokens[at].end
        names.append(name)
        at += 1
    if not names:
        return None
    rough = _ROUGH.search(text, max(number.start - _REACH, 0), number.start) is not None
    return Quantity(number, names[0], names[1] if len(names) > 1 else "", end, rough)
