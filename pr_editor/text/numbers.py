"""The numbers of a paragraph, in digits and in words: «۲۵», «بیست و پنج», «۱۲ هزار و ۵۰۰», «سی و یکم».

A number is read as far as it grows downward: «بیست و پنج» is 25, «دو و سه» are two numbers. What may be
read in two ways («۱.۲۰۰») is no number here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.text.fold import fold, fold_word, to_ascii_digits
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pr_editor.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)`` of its paragraph, made of the tokens ``[first, after)``."""

    value: Decimal
    start: int
    end: int
    first: int
    after: int
    in_words: bool
    """Whether no digit is in it."""
    is_ordinal: bool
    is_percent: bool
    """Whether a percent sign belongs to it; the word «درصد» is a token of its own."""


@dataclass(frozen=True, slots=True)
class _Word:
    value: int
    place: int = 0
    """What comes after it in one number is smaller than this."""
    is_ordinal: bool = False


_ONES = "صفر یک دو سه چهار پنج شش هفت هشت نه"
_TEENS = "ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده"
_TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود"
_HUNDREDS = "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد"
_MULTIPLIERS: Mapping[str, int] = MappingProxyType(
    {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "تریلیون": 10**12, "بیلیون": 10**12}
)
_CARDINALS = {
    **{word: value for value, word in enumerate([*_ONES.split(), *_TEENS.split()])},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    **{word: value for value, word in zip(range(100, 1000, 100), _HUNDREDS.split(), strict=True)},
    "یکصد": 100, "هیجده": 18, "پونصد": 500,
}  # fmt: skip
_ODD_ORDINALS = {"اول": 1, "نخست": 1, "سوم": 3, "سیام": 30}
_NO_ORDINALS = frozenset(("سه", "سی"))
"""With «م» they are other words: «سهم» is a share, «سیم» a wire."""


def _place(value: int) -> int:
    """The smallest place of a word's value below a thousand; 0 where nothing may follow: «پنج», «دوازده»."""
    if value >= 100:
        return 100
    return 10 if value >= 20 else 0


def _words() -> dict[str, _Word]:
    """Folded words and what they count: «صد», «یک‌هزار»; «م» and «مین» make an ordinal."""
    known = {
        fold(word + name): _Word(value * by, by)
        for word, value in _CARDINALS.items()
        for name, by in _MULTIPLIERS.items()
        if value
    }
    known |= {fold(word): _Word(value, _place(value)) for word, value in _CARDINALS.items()}
    regular = {f"{word}م": value for word, value in _CARDINALS.items() if word not in _NO_ORDINALS}
    for stem, value in {**regular, **_ODD_ORDINALS}.items():
        known[fold(stem)] = known[fold(f"{stem}ین")] = _Word(value, is_ordinal=True)
    return known


_WORDS: Mapping[str, _Word] = MappingProxyType(_words())
_THOUSAND = 1000
_COUNTING = _WORDS.keys() | _MULTIPLIERS.keys()
_AND = "و"
_SIGN = re.compile(r"\s?[%٪]$")
_GROUPS = re.compile(r"\d{1,3}(?:[٬,]\d{3})+(?:[.٫]\d+)?")
_PLAIN = re.compile(r"\d+(?:[٫/.,]\d{1,2}|[٫/]\d+)?")
_POINT = re.compile("[٫/,]")


@lru_cache(maxsize=2048)
def read_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a paragraph in reading order; dates, times, telephone numbers and codes are none."""
    tokens = tokenize(text)
    numbers: list[Number] = []
    for at, token in enumerate(tokens):
        behind = not numbers or at >= numbers[-1].after
        begins = token.kind is TokenKind.NUMBER or fold_word(token.text) in _COUNTING
        if behind and begins and (number := _read(tokens, at)):
            numbers.append(number)
    return tuple(numbers)


def figure(text: str) -> Decimal | None:
    """The value of a figure in digits of any script, or None where it can be read in two ways."""
    digits = _SIGN.sub("", text).translate(to_ascii_digits)
    if _GROUPS.fullmatch(digits):
        return Decimal(re.sub("[٬,]", "", digits).replace("٫", "."))
    return Decimal(_POINT.sub(".", digits)) if _PLAIN.fullmatch(digits) else None


class _Sum:
    """A number while it is read: ``total`` of what is closed by a multiplier, ``part`` of what is still open."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.part: Decimal | None = None
        self.room = Decimal(10**15)
        """What comes next must be smaller than this."""
        self.closed_by = 0
        """The last multiplier."""
        self.is_ordinal = False

    def add(self, value: Decimal, place: Decimal) -> bool:
        """Add a value whose smallest place is ``place``; False where it does not fit."""
        if value >= self.room:
            return False
        self.part = (self.part or Decimal(0)) + value
        self.room = place
        return True

    def multiply(self, by: int) -> bool:
        """Close the open part with a multiplier, or raise the whole: «هزار میلیارد», «هزار و ۵۰۰ میلیارد»."""
        if self.total and self.value < by and (self.part is None or self.closed_by == _THOUSAND):
            self.total = self.value * by
        elif self.total and (self.part is None or by >= self.closed_by):
            return False
        else:
            self.total += (Decimal(1) if self.part is None else self.part) * by
        self.part, self.room, self.closed_by = None, Decimal(by), by
        return True

    @property
    def may_grow(self) -> bool:
        """Whether a multiplier without «و» belongs to what is read."""
        return self.part is not None or self.total > 0

    @property
    def value(self) -> Decimal:
        return self.total + (self.part or Decimal(0))


def _read(tokens: Sequence[Token], first: int) -> Number | None:
    """The number that begins with the token at ``first``."""
    reading = _Sum()
    at = first
    closed: tuple[Decimal, int] | None = None
    while not reading.is_ordinal and not (at > first and _has_sign(tokens[at - 1])):
        joined = at > first and _is_and(tokens, at)
        token = tokens[at + joined] if at + joined < len(tokens) else None
        before = reading.value, at
        if token is None or not _fits(reading, token, is_first=at == first, joined=joined):
            break
        at += 1 + joined
        closed = None if reading.part is None or not before[0] else closed or before
    if closed is not None and at < len(tokens) and fold_word(tokens[at].text) in _MULTIPLIERS:
        # What came last belongs to the next number: «۵ میلیون و ۲ میلیون».
        return _number(tokens, first, closed[1], closed[0], is_ordinal=False)
    return _number(tokens, first, at, reading.value, is_ordinal=reading.is_ordinal) if at > first else None


def _number(tokens: Sequence[Token], first: int, after: int, value: Decimal, *, is_ordinal: bool) -> Number:
    """The number that the tokens ``[first, after)`` make."""
    last = tokens[after - 1]
    in_words = all(token.kind is TokenKind.WORD for token in tokens[first:after])
    return Number(value, tokens[first].start, last.end, first, after, in_words, is_ordinal, _has_sign(last))


def _has_sign(token: Token) -> bool:
    return token.text.endswith(("%", "٪"))


def _is_and(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text == _AND


def _fits(reading: _Sum, token: Token, *, is_first: bool, joined: bool) -> bool:
    """Take a token into the number that is being read, if it goes on with it."""
    if token.kind is TokenKind.NUMBER:
        value = figure(token.text)
        fits = is_first or (joined and reading.room >= _THOUSAND)
        return fits and value is not None and reading.add(value, Decimal(0))
    folded = fold_word(token.text)
    if multiplier := _MULTIPLIERS.get(folded):
        return (is_first or joined or reading.may_grow) and reading.multiply(multiplier)
    word = _WORDS.get(folded)
    if word is None or not (is_first or joined) or not reading.add(Decimal(word.value), Decimal(word.place)):
        return False
    reading.is_ordinal = word.is_ordinal
    return True
