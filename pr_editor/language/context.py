"""Does a word belong beside these neighbours? Pairs of words counted over news articles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pr_editor.language.lexicon import Lexicon

_SHARE = 0.5
"""How far neighbours are believed: pairs come from far less text than good Persian holds."""
_SMOOTHING = 5.0
"""Articles added to those counted, spread as if neighbours made no difference."""


@dataclass(frozen=True, slots=True)
class Context:
    """Judges words by their neighbours. All forms are normal; an empty neighbour says nothing."""

    lexicon: Lexicon

    def support(self, before: str, candidate: str, after: str) -> float:
        """Logarithm of how much likelier ``candidate`` is here than anywhere; negative when less likely."""
        chain = [word for word in (before, *candidate.split(" "), after) if word]
        return _SHARE * sum(self._lift(first, second) for first, second in pairwise(chain))

    def _lift(self, first: str, second: str) -> float:
        expected = math.exp(self.lexicon.weight(second)) / self.lexicon.articles
        seen = self.lexicon.pairs.get(f"{first} {second}", 0) + _SMOOTHING * expected
        return math.log(seen / (self.lexicon.counts.get(first, 0) + _SMOOTHING)) - math.log(expected)
