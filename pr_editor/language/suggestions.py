"""Which word was meant? Candidates of our own, ranked by how easily one slips and how common the words are.

Method after Kernighan, Church and Gale, «A spelling correction program based on a noisy channel model» (1990): the best
candidate is the likeliest word times the likeliest slip. Both are logarithms here.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pr_editor.language.edits import neighbours
from pr_editor.language.normal import table
from pr_editor.language.weights import distance
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.language.lexicon import Lexicon
    from pr_editor.language.morphology import Morphology

MOST = 12
"""Candidates kept for the neighbours to choose from."""
_SLIP = 8.0
"""Weight of one ordinary slip against the logarithm of frequency."""
_LOST_SPACE = 5.0
"""Weight of a space left out …"""
_SHORT_WORD = 3.0
"""… and of a part of two letters that is none of the little words which do get stuck to others."""
_LITTLE_WORDS = frozenset(table("و به در از که یا تا را با هر هم بر این آن"))
_INFLECTED = 2.5
"""What an inflected form that nobody counted is rarer than its stem, as a logarithm."""
_COMMON = math.log(3)
"""Weight of the words that are worth comparing letter by letter."""
_FUZZY_LIMIT = 40
_LEAST_FUZZY = 4
"""Shorter words have too many neighbours two letters away."""
_LEAST_STEM = 3

_ENDINGS = tuple(
    ending
    for written in table(
        "هایشان هایمان هایتان هایی هایم هایش هایت های ها ترین‌ها ترین تری تر شان مان تان ام ات اش ای ایم اند اید ان",
        "ی م ت ش ند یم ید ه",
    )
    for ending in (ZWNJ + written, written)
)
"""Longest first of each kind; what follows a stem, with a half-space or joined."""
OBSCENE = re.compile(r"\b(?:کیر|کون|جنده|گوز|شاش|ریدن?)(?:ی|م|ت|ش|ها|های|ند|ید)?\b")
"""Words that are never proposed."""


class Suggestions:
    """Finds and ranks candidates over one lexicon."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        """Keep what candidates are made from; the search tables are built on first use."""
        self._lexicon = lexicon
        self._morphology = morphology

    def ranked(self, form: str) -> list[tuple[float, str]]:
        """At most ``MOST`` candidates for the normal ``form`` with their scores, best first."""
        scores: dict[str, float] = {}
        for candidate, score in (*self._words(form), *self._repairs(form), *self._splits(form)):
            scores[candidate] = max(score, scores.get(candidate, score))
        scores.pop(form, None)
        best: list[tuple[float, str]] = []
        for candidate, score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
            if len(best) == MOST:
                break
            if not OBSCENE.search(candidate) and (" " in candidate or self._morphology.accepts(candidate)):
                best.append((score, candidate))
        return best

    def _words(self, form: str) -> Iterator[tuple[str, float]]:
        """Words near the form, as they stand."""
        for candidate in self._near(form):
            yield candidate, self._weight(candidate) - _SLIP * distance(form, candidate)

    def _repairs(self, form: str) -> Iterator[tuple[str, float]]:
        """The form with one of its parts put right: the stem before an ending, or a part between half-spaces."""
        for head, part, tail in _parts(form):
            for other in self._counted_neighbours(part):
                weight = self._lexicon.weight(other) - _INFLECTED
                yield head + other + tail, weight - _SLIP * distance(part, other)

    def _splits(self, form: str) -> Iterator[tuple[str, float]]:
        """The form as two words."""
        for at in range(1, len(form)):
            left, right = form[:at].rstrip(ZWNJ), form[at:].lstrip(ZWNJ)
            if (len(left) > 1 or left == "و") and len(right) > 1 and self._is_word(left) and self._is_word(right):
                weight = self._weight(left) + self._weight(right) - math.log(self._lexicon.articles)
                odd = any(len(part) == 2 and part not in _LITTLE_WORDS for part in (left, right))
                yield f"{left} {right}", weight - _LOST_SPACE - _SHORT_WORD * odd

    def _is_word(self, form: str) -> bool:
        return self._morphology.accepts_plainly(form)

    def _weight(self, form: str) -> float:
        """How common a form is, judged by its stem where the form itself was never met."""
        weight = self._lexicon.weight(form)
        if form not in self._lexicon.counts and (stem := _stem(form)):
            weight = max(weight, self._lexicon.weight(stem) - _INFLECTED)
        return weight

    def _near(self, form: str) -> set[str]:
        """Accepted words one slip away, and common words two slips away."""
        near = {other for other in neighbours(form) if self._lexicon.counts_any(other) or self._lexicon.derives(other)}
        if len(form) >= _LEAST_FUZZY:
            for length in range(len(form) - 2, len(form) + 3):
                pool = self._by_length.get(length, [])
                found = process.extract(form, pool, scorer=OSA.distance, score_cutoff=2, limit=_FUZZY_LIMIT)
                near |= {match for match, _, _ in found}
        return near

    def _counted_neighbours(self, part: str) -> set[str]:
        return {other for other in neighbours(part) if self._lexicon.counts_any(other)} - {part}

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        pools: dict[int, list[str]] = defaultdict(list)
        for form in dict.fromkeys((*self._lexicon.counts, *self._lexicon.words)):
            if self._lexicon.weight(form) >= _COMMON:
                pools[len(form)].append(form)
        return pools


def _stem(form: str) -> str:
    """The form without its ending; empty when it has none. A silent ه comes back before گ: «گستردگی», «گسترده»."""
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST_STEM:
            stem = form.removesuffix(ending)
            return stem[:-1] + "ه" if ending == "ی" and stem.endswith("گ") else stem
    return ""


def _parts(form: str) -> Iterator[tuple[str, str, str]]:
    """Ways to see a form as something before, a part that may be misspelled, and something after."""
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST_STEM:
            yield "", form.removesuffix(ending), ending
    pieces = form.split(ZWNJ)
    if len(pieces) > 1:
        for at, piece in enumerate(pieces):
            if len(piece) >= _LEAST_STEM:
                head, tail = ZWNJ.join([*pieces[:at], ""]), ZWNJ.join(["", *pieces[at + 1 :]])
                yield head, piece, tail
