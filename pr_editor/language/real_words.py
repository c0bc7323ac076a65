"""Was another word meant? Rare words, or words never met beside these neighbours, one slip from a likelier one.

A slip often gives a word: «گزراش» is none, but «رد» for «در» is. Whether one happened is judged by a logistic
regression over a dozen facts about the word, the best word one slip away, and both among their neighbours: a noisy
channel with context, after Mays, Damerau and Mercer, «Context based spelling correction» (1991). The weights were
fitted on slips planted into news and on real ones; decision 0011 tells how.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pr_editor.language.edits import neighbours
from pr_editor.language.ngrams import EDGE, pieces
from pr_editor.language.suggestions import OBSCENE
from pr_editor.language.weights import distance
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.language.lexicon import Lexicon
    from pr_editor.language.morphology import Morphology
    from pr_editor.language.ngrams import Ngrams

_GENERAL = 600
"""Thousands of occurrences in general Persian that weigh as much as one in the counted texts …"""
_LISTED = 400_000
"""… and so many in hazm's corpus."""
_UNSEEN = 0.05
_COMMON = 3
"""Occurrences from which a word may be what was meant."""
_SMOOTHING = 3.0
_LEAST_LETTERS, _MOST_LETTERS = 2, 20
_REMEMBERED = 8192
_LONG = 7
"""Letters from which a word is simply long."""
LINE = 1.5
"""The score from which another word was probably meant: of 2,500 correct words about one reaches it."""
_INTERCEPT = 0.77
_WEIGHTS = {
    "letters": -0.49,
    "two letters": -0.37,
    "three letters": -0.84,
    "its frequency": -0.56,
    "the other's frequency": 0.57,
    "slip": -3.50,
    "lift": 0.16,
    "rows of three": 0.33,
    "seen": -0.45,
    "the other seen": -0.56,
    "letters missing": 1.03,
    "letters swapped": 0.97,
}
"""Of the regression. «The other seen» takes back what a mere sight adds to the lift; short words, which have many
neighbours by chance, are held to one point more than was fitted."""
_SIDES = 2
_TOO_COMMON = 7.0
"""Logarithm of the uses from which a word is never doubted."""
_MOST_SUPPORT = 3.0
"""More than neighbours add to the score of any but one word in a thousand."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands: two pieces before it and two after it, the nearer one inside; EDGE, or empty beyond it."""

    before: tuple[str, str]
    after: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a form suits a place."""

    lift: float
    """Logarithm of how much likelier it is here than anywhere, both sides together."""
    left: bool
    right: bool
    """Whether it was ever seen beside these neighbours."""
    rows: float
    """Logarithm of how often rows of three with it were seen."""


class RealWords:
    """Judges correct words by one lexicon and by counts that are added up. Not thread-safe: enchant is not."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology, counts: Sequence[Ngrams]) -> None:
        """Keep the parts; cheap."""
        self._lexicon = lexicon
        self._morphology = morphology
        self._tables = tuple(counts)
        self._total = max(1, sum(table.total for table in counts))
        self._known: OrderedDict[str, tuple[tuple[float, str], ...]] = OrderedDict()

    def may_doubt(self, form: str) -> bool:
        """Whether there is any place in which another word might be likelier; cheap for a form met before."""
        return bool(self._near(form))

    def likelier(self, form: str, place: Place) -> list[tuple[float, str]]:
        """Words that may fit better than the normal ``form``, best first, with the score of the regression.

        Empty where both neighbours know the form, or no word is near and common enough for any to speak for it.
        """
        near = self._near(form)
        if not near:
            return []
        own = self._fit(form, place)
        seen = (own.left and place.before[1] != EDGE) + (own.right and place.after[0] != EDGE)
        if seen == _SIDES:
            return []
        doubt = _WEIGHTS["seen"] * seen
        scored = [(alone + doubt + self._support(own, self._fit(other, place)), other) for alone, other in near]
        return sorted(scored, key=lambda one: (-one[0], one[1]))

    def _near(self, form: str) -> tuple[tuple[float, str], ...]:
        """Words one slip away that might outdo the form somewhere, each with its score without neighbours."""
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = tuple(self._find(form))
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return known

    def _find(self, form: str) -> Iterator[tuple[float, str]]:
        odd = not _LEAST_LETTERS <= len(form) <= _MOST_LETTERS or ZWNJ in form
        # Words no dictionary has were vetted for better explanations when they were accepted.
        if odd or not self._tables or form in self._lexicon.accepted or self._weight(form) > _TOO_COMMON:
            return
        for other in sorted(self._common.intersection(neighbours(form))):
            alone = self._alone(form, other)
            if alone + _MOST_SUPPORT >= LINE and self._may_be_meant(other, form):
                yield alone, other

    def _alone(self, form: str, other: str) -> float:
        """What the regression says of two words wherever they stand."""
        facts = {
            "letters": min(len(form), _LONG),
            "two letters": len(form) <= 2,
            "three letters": len(form) == 3,
            "its frequency": self._weight(form),
            "the other's frequency": self._weight(other),
            "slip": distance(form, other),
            "letters missing": len(other) - len(form),
            "letters swapped": sorted(other) == sorted(form),
        }
        return _INTERCEPT + sum(_WEIGHTS[name] * fact for name, fact in facts.items())

    @staticmethod
    def _support(own: _Fit, fit: _Fit) -> float:
        """How much the neighbours add to that."""
        return (
            _WEIGHTS["lift"] * (fit.lift - own.lift)
            + _WEIGHTS["rows of three"] * (fit.rows - own.rows)
            + _WEIGHTS["the other seen"] * (fit.left + fit.right)
        )

    def _fit(self, form: str, place: Place) -> _Fit:
        piece = _piece(form)
        (far_left, left), (right, far_right) = place.before, place.after
        lift_left, seen_left = self._lift(left, piece)
        lift_right, seen_right = self._lift(piece, right)
        rows = 0
        if seen_left:
            rows += self._count(far_left, left, piece) if far_left else 0
            rows += self._count(left, piece, right) if seen_right else 0
        if seen_right and far_right:
            rows += self._count(piece, right, far_right)
        return _Fit(lift_left + lift_right, seen_left > 0, seen_right > 0, math.log1p(rows))

    def _lift(self, first: str, second: str) -> tuple[float, int]:
        expected = (self._uses(second) + 2 * _UNSEEN) / self._total
        seen = self._count(first, second)
        return math.log((seen + _SMOOTHING * expected) / (self._count(first) + _SMOOTHING) / expected), seen

    def _uses(self, form: str) -> float:
        """How common a word is: occurrences in the counted texts, general Persian scaled down and added."""
        return self._count(_piece(form)) + self._general(form)

    def _general(self, form: str) -> float:
        return max(self._lexicon.general.get(form, 0) / _GENERAL, self._lexicon.words.get(form, 0) / _LISTED)

    def _weight(self, form: str) -> float:
        return math.log(self._uses(form) + _UNSEEN)

    def _count(self, *row: str) -> int:
        return sum(table.count(*row) for table in self._tables)

    def _may_be_meant(self, other: str, form: str) -> bool:
        return _piece(other) != _piece(form) and not OBSCENE.search(other) and self._morphology.accepts(other)

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that are common enough to have been meant; half-spaces are the business of other rules."""
        seen = set(self._lexicon.counts)
        seen.update(form for form, count in self._lexicon.general.items() if count >= _COMMON * _GENERAL)
        seen.update(form for form, count in self._lexicon.words.items() if count >= _COMMON * _LISTED)
        return frozenset(form for form in seen if len(form) > 1 and ZWNJ not in form)


def place_of(before: Sequence[str], after: Sequence[str]) -> Place:
    """The place between these words in normal form, the nearest ones nearest; a side that ends is an edge."""
    left = ["", EDGE, *(piece for word in before[-2:] for piece in pieces(word))][-2:]
    right = [*(piece for word in after[:2] for piece in pieces(word)), EDGE, ""][:2]
    return Place((left[0], left[1]), (right[0], right[1]))


def _piece(form: str) -> str:
    """The form as a piece; it has no half-space."""
    return "".join(pieces(form))
