"""Which word was meant? Candidates of our own, ranked by how easily one slips from the word to them and how common they are.

Method after Kernighan, Church and Gale, «A spelling correction program based on a noisy channel model» (1990): the best
candidate is the likeliest word times the likeliest slip. Both are logarithms here.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pr_editor.language.edits import neighbours
from pr_editor.language.weights import distance
from pr_editor.text.fold import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.language.lexicon import Lexicon
    from pr_editor.language.morphology import Morphology

MOST = 5
_SLIP = 5.0
"""Weight of one ordinary slip against the natural logarithm of frequency."""
_FUZZY_LIMIT = 40
_LEAST_FUZZY = 4
"""Shorter words have too many neighbours two letters away."""
_SPLIT = 3.6
"""Weight of a lost space."""
_BLOCKED = ("کیر", "کون", "کس‌", "جنده", "گوز", "ریده", "شاش")


class Suggestions:
    """Finds and ranks candidates over one lexicon."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        """Keep what candidates are made from; the search tables are built on first use."""
        self._lexicon = lexicon
        self._morphology = morphology

    def ranked(self, form: str) -> list[tuple[float, str]]:
        """At most five candidates for the normal ``form`` with their scores, best first."""
        scored = {candidate: self._score(form, candidate) for candidate in self._close(form)}
        scored |= dict(self.splits(form))
        best: list[tuple[float, str]] = []
        for candidate, score in sorted(scored.items(), key=lambda item: (-item[1], item[0])):
            if len(best) == MOST:
                break
            if " " in candidate or self._morphology.accepts(candidate):
                best.append((score, candidate))
        return best

    def splits(self, form: str) -> Iterator[tuple[str, float]]:
        """The form as two words, each common, with scores."""
        for at in range(1, len(form)):
            left, right = form[:at].rstrip(ZWNJ), form[at:].lstrip(ZWNJ)
            if (len(left) > 1 or left == "و") and len(right) > 1:
                weight = min(self.weight(left), self.weight(right))
                if (
                    weight > _COMMON
                    and self._morphology.accepts_plainly(left)
                    and self._morphology.accepts_plainly(right)
                ):
                    yield f"{left} {right}", (self.weight(left) + self.weight(right)) / 2 - _SPLIT

    def weight(self, form: str) -> float:
        """The logarithm of how common a form is, news and general Persian together; 0 for what nobody counted."""
        return max(
            math.log1p(2 * self._lexicon.counts.get(form, 0)), math.log1p(self._lexicon.words.get(form, 0) / 30_000)
        )

    def _score(self, form: str, candidate: str) -> float:
        return self.weight(candidate) - _SLIP * distance(form, candidate)

    def _close(self, form: str) -> set[str]:
        close = {other for other in neighbours(form) if self._is_counted(other)}
        if len(form) >= _LEAST_FUZZY:
            for length in range(len(form) - 2, len(form) + 3):
                pool = self._by_length.get(length, [])
                found = process.extract(form, pool, scorer=OSA.distance, score_cutoff=2, limit=_FUZZY_LIMIT)
                close |= {match for match, _, _ in found}
        close.discard(form)
        return {other for other in close if not other.startswith(_BLOCKED)}

    def _is_counted(self, form: str) -> bool:
        lexicon = self._lexicon
        return form in lexicon.counts or form in lexicon.words or form in lexicon.verbs or form in lexicon.added

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        pools: dict[int, list[str]] = defaultdict(list)
        for form in dict.fromkeys((*self._lexicon.counts, *self._lexicon.words)):
            if self.weight(form) >= _COMMON:
                pools[len(form)].append(form)
        return pools


_COMMON = math.log1p(2 * 3)
