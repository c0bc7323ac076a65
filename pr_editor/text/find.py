"""Finding words in a draft as a reader would: what looks the same to him may count as the same.

Which differences count is the seeker's choice, one by one; with all levelled it is the folding of ``fold``. Places are
in code points of the text as it is, so that what is replaced is exactly what was found.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum, Flag, auto
from functools import lru_cache
from itertools import pairwise

from pr_editor.text.fold import (
    ARABIC_DIGITS,
    COMPATIBILITY,
    DIGITS,
    HAMZA,
    OTHER_LETTERS,
    PERSIAN_DIGITS,
    SIGNS,
    SPACES,
)
from pr_editor.text.letters import INVISIBLE, TATWEEL, ZWNJ


class Same(Flag):
    """Differences that do not count."""

    HALF_SPACES = auto()
    """Half-space, space and nothing inside a word, as in «می‌رود», «می رود» and «میرود»; whatever shows nothing.

    What is sought without a half-space or a space is not found across a space, nor what is sought with a space in one
    word: «از محل» is not «ازمحل». No-break and other spaces are spaces.
    """
    LETTERS = auto()
    """Ye and kaf of other keyboards, letters that look alike, presentation forms."""
    HAMZA = auto()
    """Hamza and madda, alone and on their seats; «ة»."""
    SIGNS = auto()
    """Vowel signs and the stretching stroke."""
    DIGITS = auto()
    """Persian, Arabic and ASCII digits."""
    CASE = auto()
    """Capital and small letters of other scripts."""


ALL_SAME = ~Same(0)
_SPACES = f" {SPACES}"
_HAMZA_SIGNS = "\u0653\u0654\u0655"
_LEANING = frozenset(SIGNS + TATWEEL)
"""What belongs to the letter before it."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought, and how closely it must agree."""

    text: str
    same: Same = ALL_SAME
    whole_words: bool = False
    """Whether a hit may not be part of a longer word; «کتاب‌ها» is one word."""


class _Levels(dict[int, str]):
    """What each character counts as, worked out when it is first met; for ``str.translate``."""

    def __init__(self, same: Same) -> None:
        super().__init__()
        self._same = same
        self._table = _table(same)

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if Same.LETTERS in self._same and COMPATIBILITY.match(character):
            character = unicodedata.normalize("NFKC", character)
        level = character.translate(self._table)
        if Same.CASE in self._same:
            level = level.lower().translate(self._table)
        self[code] = level
        return level


def _table(same: Same) -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    if Same.LETTERS in same:
        table |= {ord(a): b for a, b in OTHER_LETTERS.items()}
    if Same.HAMZA in same:
        table |= {ord(a): b for a, b in HAMZA.items()} | dict.fromkeys(map(ord, _HAMZA_SIGNS + "ء"))
    if Same.SIGNS in same:
        table |= dict.fromkeys(ord(sign) for sign in SIGNS + TATWEEL if sign not in _HAMZA_SIGNS)
    if Same.DIGITS in same:
        table |= {ord(a): b for digits in (PERSIAN_DIGITS, ARABIC_DIGITS) for a, b in zip(digits, DIGITS, strict=True)}
    if Same.HALF_SPACES in same:
        table |= dict.fromkeys(map(ord, ZWNJ + INVISIBLE + _SPACES))
    return table


@lru_cache(maxsize=len(Same) ** 2)
def _levels(same: Same) -> _Levels:
    return _Levels(same)


class Finder:
    """Finds one query in paragraph after paragraph."""

    def __init__(self, query: Query) -> None:
        """Seek ``query``. Where nothing of it counts, as in a half-space alone, it is sought as it is written."""
        same = query.same if query.text.translate(_levels(query.same)) else Same(0)
        self._levels = _levels(same)
        self._wanted = query.text.translate(self._levels)
        self._whole_words = query.whole_words
        counts = [at for at, ch in enumerate(query.text) for _ in self._levels[ord(ch)]]
        self._head = query.text[: counts[0]] if counts else ""
        self._tail = query.text[counts[-1] + 1 :] if counts else ""
        self._spaces = _spaces(self._head), _spaces(self._tail)
        self._gaps = [_gap(query.text[a + 1 : b]) for a, b in pairwise(counts)] if Same.HALF_SPACES in same else []

    def spans(self, text: str) -> list[tuple[int, int]]:
        """``[start, end)`` of each hit in a paragraph, in order and apart from one another.

        Vowel signs that do not count belong to a hit's last letter, so that none is left alone when it is replaced.
        """
        if not self._wanted or self._wanted not in (levelled := text.translate(self._levels)):
            return []
        origin = [at for at, ch in enumerate(text) for _ in self._levels[ord(ch)]]
        hits: list[tuple[int, int]] = []
        free, at = 0, levelled.find(self._wanted)
        while at >= 0:
            last = at + len(self._wanted) - 1
            hit = self._hit(text, origin, at, last, free)
            if hit is None:
                at = levelled.find(self._wanted, at + 1)
            else:
                hits.append(hit)
                free, at = hit[1], levelled.find(self._wanted, last + 1)
        return hits

    def holds(self, text: str) -> bool:
        """Whether there is a hit in a paragraph."""
        return bool(self.spans(text))

    def _hit(self, text: str, origin: list[int], first: int, last: int, free: int) -> tuple[int, int] | None:
        """The place of the levelled characters ``first`` to ``last``; None where they are no hit.

        Of a ligature they must take in all letters. What is before ``free`` is part of another hit.
        """
        if first and origin[first - 1] == origin[first]:
            return None
        if last + 1 < len(origin) and origin[last + 1] == origin[last]:
            return None
        if not self._parted_alike(text, origin[first : last + 1]):
            return None
        start = self._start(text, origin[first], free)
        end = self._end(text, origin[last] + 1)
        if start is None or end is None:
            return None
        if self._whole_words and (_goes_on(text[start], text[:start][::-1]) or _goes_on(text[end - 1], text[end:])):
            return None
        return start, end

    def _parted_alike(self, text: str, places: list[int]) -> bool:
        """Whether what stands between the characters at ``places`` goes with what stands between those sought."""
        if not self._gaps:
            return True
        gaps = (_gap(text[a + 1 : b]) for a, b in pairwise(places))
        return all(gap in _AS_WELL[wanted] for gap, wanted in zip(gaps, self._gaps, strict=True))

    def _start(self, text: str, at: int, free: int) -> int | None:
        """Where a hit begins whose first character stands ``at``; None where the spaces sought before it are missing.

        What is before ``free`` is part of another hit.
        """
        if self._spaces[0]:
            back = self._over(text[free:at][::-1], self._spaces[0])
            return None if back is None else at - back
        return at - len(self._head) if text.endswith(self._head, free, at) else at

    def _end(self, text: str, at: int) -> int | None:
        """Where a hit ends whose last character ends ``at``; None where the spaces sought behind it are missing."""
        if not self._spaces[1] and text.startswith(self._tail, at):
            at += len(self._tail)
        while at < len(text) and text[at] in _LEANING and not self._levels[ord(text[at])]:
            at += 1
        if self._spaces[1]:
            on = self._over(text[at:], self._spaces[1])
            return None if on is None else at + on
        return at

    def _over(self, text: str, spaces: int) -> int | None:
        """How many characters that do not count hold so many spaces; None where others come sooner."""
        at = 0
        while spaces:
            if at == len(text) or self._levels[ord(text[at])]:
                return None
            spaces -= text[at] in _SPACES
            at += 1
        return at


class _Gap(Enum):
    """What stands between two characters that count."""

    NOTHING = auto()
    HALF_SPACE = auto()
    SPACE = auto()


_AS_WELL = {
    _Gap.NOTHING: frozenset({_Gap.NOTHING, _Gap.HALF_SPACE}),
    _Gap.HALF_SPACE: frozenset(_Gap),
    _Gap.SPACE: frozenset({_Gap.HALF_SPACE, _Gap.SPACE}),
}
"""What else a hit may have where this is sought."""


def _gap(between: str) -> _Gap:
    if _spaces(between):
        return _Gap.SPACE
    return _Gap.HALF_SPACE if ZWNJ in between else _Gap.NOTHING


def _spaces(text: str) -> int:
    return sum(character in _SPACES for character in text)


def _goes_on(edge: str, beyond: str) -> bool:
    """Whether the word that ``edge`` is the outermost character of a hit in goes on ``beyond`` it."""
    outside = beyond[:8].lstrip(ZWNJ)[:1]
    return _in_word(edge) and _in_word(outside)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == ZWNJ or character in _LEANING
