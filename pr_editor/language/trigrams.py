"""How much a string looks like Persian: the letters that follow each other in words, three at a time.

A name nobody listed is built like other words; many a slip is not.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_EDGE = "#"
_UNSEEN = 0.3
"""Words a trigram is given that is in none."""
_LETTERS = 40
"""About how many letters may follow two others."""


class Trigrams:
    """Judges strings by the sequences of three letters that words hold."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take in how many words each trigram stands, as ``trigram_counts`` gives them."""
        self._counts = counts
        self._starts: Counter[str] = Counter()
        for trigram, count in counts.items():
            self._starts[trigram[:-1]] += count

    def strange(self, form: str) -> int:
        """How many trigrams of ``form`` no word holds."""
        return sum(trigram not in self._counts for trigram in _trigrams(form))

    def surprise(self, form: str) -> float:
        """How unlikely ``form`` is among all strings, as a logarithm; grows with its length."""
        return sum(self._surprise(trigram) for trigram in _trigrams(form))

    def _surprise(self, trigram: str) -> float:
        seen, start = self._counts.get(trigram, 0), self._starts[trigram[:-1]]
        return math.log(start + _UNSEEN * _LETTERS) - math.log(seen + _UNSEEN)


def trigram_counts(words: Iterable[str]) -> Counter[str]:
    """How often each trigram stands in ``words``; «#» is the edge of a word."""
    return Counter(trigram for word in words for trigram in _trigrams(word))


def _trigrams(word: str) -> Iterator[str]:
    framed = f"{_EDGE}{_EDGE}{word}{_EDGE}"
    return (framed[at : at + 3] for at in range(len(framed) - 2))
