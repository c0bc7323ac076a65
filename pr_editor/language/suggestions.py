"""Which word was meant? Candidates of our own, ranked by how easily one slips and how common the words are.

Method after Kernighan, Church and Gale, «A spelling correction program based on a noisy channel model» (1990): the best
candidate is the likeliest word times the likeliest slip. Both are logarithms here.
"""

from __future__ import annotations

import math
import re
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pr_editor.language.edits import neighbours
from pr_editor.language.frequency import ENDINGS, LEAST_STEM, stems, weight
from pr_editor.language.normal import table
from pr_editor.language.splits import Splits
from pr_editor.language.weights import distance
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.language.lexicon import Lexicon
    from pr_editor.language.morphology import Morphology

MOST = 20
"""Candidates kept for the neighbours to choose from."""
_SLIP = 8.0
"""Weight of a slip that nothing explains against the logarithm of frequency."""
_AGAIN = 1.1
"""What each slip after the first weighs besides: few words are mistyped twice."""
_COMMON = math.log(0.3)
"""Weight of the words that are worth comparing letter by letter."""
_FUZZY_LIMIT = 60
_LEAST_FUZZY = 4
"""Shorter words have too many neighbours two letters away."""

_OBSCENE_WORDS = table(
    "کیر کون کونی جنده گوز گوزو شاش شاشو ریدن رید گوه کص کصکش کسکش کسخل کصخل کسشعر کصشعر کسشر کسلیس گایید گاییدن",
    "گاییده دیوث جاکش لاشی حرومزاده حروم‌زاده حرامزاده حرام‌زاده پدرسگ پدرسوخته زنازاده ولدزنا سکس سکسی",
)
OBSCENE = re.compile(
    rf"\b(?:{'|'.join(_OBSCENE_WORDS)})"
    rf"(?:{ZWNJ}?(?:ها|های|هایی|هایش|ترین|تر|ای|اش|ام|ات|اند|ایم|مان|تان|شان)|ی|م|ت|ش|ند|ید|یم|یت|یش)?\b"
)
"""Words that are never proposed, inflected or within a compound."""


class Suggestions:
    """Finds and ranks candidates over one lexicon."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        """Keep what candidates are made from; the search tables are built on first use."""
        self._lexicon = lexicon
        self._morphology = morphology
        self._splits = Splits(lexicon, morphology)
        self._pools: dict[int, list[str]] = {}

    def ranked(self, form: str) -> list[tuple[float, str]]:
        """At most ``MOST`` candidates for the normal ``form`` with their scores, best first."""
        words = self._near(form) | self._repaired(form)
        scores = {word: self._score(form, word) for word in words - {form}} | dict(self._splits.scored(form))
        best: list[tuple[float, str]] = []
        for candidate, score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
            if len(best) == MOST:
                break
            if not OBSCENE.search(candidate) and (" " in candidate or self._morphology.accepts(candidate)):
                best.append((score, candidate))
        return best

    def _score(self, form: str, word: str) -> float:
        again = _AGAIN * max(0, OSA.distance(form, word) - 1)
        return weight(word, self._lexicon) - _SLIP * distance(form, word) - again

    def _near(self, form: str) -> set[str]:
        """Words one slip away, and common words two slips away. Not all are correct."""
        near = {other for other in neighbours(form) if self._may_be_word(other)}
        if len(form) >= _LEAST_FUZZY:
            pool = self._pool(len(form))
            found = process.extract(form, pool, scorer=OSA.distance, score_cutoff=2, limit=_FUZZY_LIMIT)
            near |= {match for match, _, _ in found}
        return near

    def _may_be_word(self, form: str) -> bool:
        """Whether the form is worth judging: met, or built upon a stem that was. Spares slow look-ups."""
        return self._is_met(form) or any(self._lexicon.met(stem) for stem, _ in stems(form))

    def _is_met(self, form: str) -> bool:
        return self._lexicon.met(form) or self._lexicon.counts_any(form)

    def _repaired(self, form: str) -> set[str]:
        """The form with one of its parts put right: the stem before an ending, or a part between half-spaces."""
        return {
            head + other + tail
            for head, part, tail in _parts(form)
            for other in neighbours(part)
            if self._is_met(other)
        }

    def _pool(self, length: int) -> list[str]:
        """The words two letters longer or shorter at most."""
        if length not in self._pools:
            lengths = range(length - 2, length + 3)
            self._pools[length] = [word for near in lengths for word in self._by_length.get(near, ())]
        return self._pools[length]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        """Words worth comparing, the commonest of each length first: it is kept when there are too many alike."""
        pools: dict[int, list[str]] = {}
        for word in self._lexicon.common(_COMMON):
            pools.setdefault(len(word), []).append(word)
        return pools


def _parts(form: str) -> Iterator[tuple[str, str, str]]:
    """Ways to see a form as something before, a part that may be misspelled, and something after."""
    for ending in ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= LEAST_STEM:
            yield "", form.removesuffix(ending), ending
    pieces = form.split(ZWNJ)
    if len(pieces) > 1:
        for at, piece in enumerate(pieces):
            if len(piece) >= LEAST_STEM:
                head, tail = ZWNJ.join([*pieces[:at], ""]), ZWNJ.join(["", *pieces[at + 1 :]])
                yield head, piece, tail
