"""How likely one spelling is a slip for another: an edit distance whose steps cost what they are worth.

Optimal string alignment (Damerau's four errors, no place edited twice) with cheap steps where Persian typists really
slip: neighbouring keys of the standard Persian keyboard (ISIRI 9147), letters of one sound, letters that differ by dots
alone, a letter doubled or dropped, a half-space too many or too few.
"""

from __future__ import annotations

import math
from itertools import accumulate, permutations

from pr_editor.text.letters import ZWNJ

_ROWS = (("ضصثقفغعهخحجچ", 0.0), ("شسیبلاتنمکگ", 0.3), ("ظطزرذدپو", 0.7))
_MOVED = {"ئ": "د", "آ": "ا", "ژ": "ز", "أ": "ا", "ؤ": "و"}
_REACH = 1.6
"""Square of the distance, in keys, up to which two keys are neighbours."""

_SOUNDS = ("سصث", "زذضظ", "تط", "هح", "قغ", "اعآأ", "ئیء", "ؤوئ", "هة", "تة")
_SHAPES = ("بپتثنی", "جچحخ", "دذر", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ", "اآأ", "وؤ", "یئ")
_SEATS = ("اآأ", "یئء", "وؤ")

# Fitted to sentences with known slips: the logarithm of how seldom each kind is, on a scale on which 1 is a slip that
# nothing explains. Kinds that meet (a neighbouring key that also differs by dots alone) cost what the cheapest does.
_REPLACE = 0.96
_KEY = 0.66
_KEY_AND_SHAPE = 0.5
_SHAPE = 0.8
_SOUND = 0.35
_SEAT = 0.3
_FIRST = 0.05
"""Added to a replaced first letter: typists see the beginning of a word."""
_SWAP = 0.42
_EXTRA = 0.9
_EXTRA_DOUBLE = 0.44
_EXTRA_KEY = 0.74
_MISSING = 0.57
_MISSING_VOWEL = 0.49
_MISSING_DOUBLE = 0.33
_HALF_SPACE = 0.17
_DRIFT = 2
"""Letters lost and added again before the strings are side by side once more."""


def _keys() -> dict[str, tuple[float, int]]:
    places = {key: (at + shift, row) for row, (keys, shift) in enumerate(_ROWS) for at, key in enumerate(keys)}
    return places | {letter: places[key] for letter, key in _MOVED.items()}


_PLACES = _keys()


def adjacent(a: str, b: str) -> bool:
    """Whether two letters lie side by side on the Persian keyboard."""
    if a not in _PLACES or b not in _PLACES:
        return False
    (x, row_a), (y, row_b) = _PLACES[a], _PLACES[b]
    return (x - y) ** 2 + (row_a - row_b) ** 2 <= _REACH


def _replacements() -> dict[tuple[str, str], float]:
    letters = {*_PLACES, *"".join(_SOUNDS)}
    costs = {pair: _KEY for pair in permutations(letters, 2) if adjacent(*pair)}
    shapes = [pair for group in _SHAPES for pair in permutations(group, 2)]
    costs |= {pair: _KEY_AND_SHAPE if pair in costs else _SHAPE for pair in shapes}
    for groups, cost in ((_SOUNDS, _SOUND), (_SEATS, _SEAT)):
        for group in groups:
            costs |= {pair: min(cost, costs.get(pair, cost)) for pair in permutations(group, 2)}
    return costs


_REPLACEMENTS = _replacements()


def distance(typed: str, meant: str) -> float:
    """What it costs to have written ``typed`` for ``meant``; 0 for equal strings, about 1 for an ordinary slip.

    Letters are compared only with those standing about as far in the other string: more slips than that cost so much
    that it makes no difference which they are.
    """
    missing = [_missing(meant, at) for at in range(len(meant))]
    reach = abs(len(typed) - len(meant)) + _DRIFT
    older: list[float] = []
    above = list(accumulate(missing, initial=0.0))
    for i, letter in enumerate(typed):
        extra = _extra(typed, i)
        row = [math.inf] * len(above)
        row[0] = above[0] + extra
        for j in range(max(0, i - reach), min(len(meant), i + reach + 1)):
            other = meant[j]
            cost = 0.0 if letter == other else _REPLACEMENTS.get((letter, other), _REPLACE) + _FIRST * (i == 0)
            best = min(above[j] + cost, above[j + 1] + extra, row[j] + missing[j])
            if i and j and letter == meant[j - 1] and typed[i - 1] == other:
                best = min(best, older[j - 1] + _SWAP)
            row[j + 1] = best
        older, above = above, row
    return above[-1]


def _extra(typed: str, at: int) -> float:
    letter = typed[at]
    if letter == ZWNJ:
        return _HALF_SPACE
    around = typed[max(0, at - 1) : at] + typed[at + 1 : at + 2]
    if letter in around:
        return _EXTRA_DOUBLE
    return _EXTRA_KEY if any(adjacent(letter, other) for other in around) else _EXTRA


def _missing(meant: str, at: int) -> float:
    letter = meant[at]
    if letter == ZWNJ:
        return _HALF_SPACE
    if at and meant[at - 1] == letter:
        return _MISSING_DOUBLE
    return _MISSING_VOWEL if letter in "اویه" else _MISSING
