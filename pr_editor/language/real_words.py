"""Was another word meant? Rare words, or words never met beside these neighbours, one slip from a likelier one.

A slip often gives a word: «گزراش» is none, but «رد» for «در» is. Whether one happened is judged by a logistic
regression over a dozen facts about the word, the best word one slip away, and both among their neighbours: a noisy
channel with context, after Mays, Damerau and Mercer, «Context based spelling correction» (1991). The weights were
fitted on slips planted into news and on real ones; decision 0010 tells how.
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
    from collections.abc import Sequence

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
"""The score from which another word was probably meant: about one in 2,500 correct words reaches it."""
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
_SLIP = 5.0
_BESIDE = 0.8
"""Weights of slip and neighbours when the candidates of one word are ordered."""


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
        self._near: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def likelier(self, form: str, place: Place) -> list[tuple[float, str]]:
        """Words that fit better than the normal ``form``, best first, with the score of the regression.

        Empty where the form can't be judged or its neighbours speak for it.
        """
        if not self._tables or not _LEAST_LETTERS <= len(form) <= _MOST_LETTERS or ZWNJ in form:
            return []
        own = self._fit(form, place)
        if own.left and own.right and EDGE not in (place.before[1], place.after[0]):
            return []
        scored = [(self._order(form, own, other, place), other) for other in self._candidates(form)]
        return [(self._score(form, own, other, place), other) for _, other in sorted(scored, key=_best_first)]

    def _score(self, form: str, own: _Fit, other: str, place: Place) -> float:
        facts = self._facts(form, own, other, place)
        return _INTERCEPT + sum(_WEIGHTS[name] * fact for name, fact in facts.items())

    def _facts(self, form: str, own: _Fit, other: str, place: Place) -> dict[str, float]:
        """What the regression sees; «seen» are the sides on which a form was ever met beside its neighbour."""
        fit = self._fit(other, place)
        return {
            "letters": min(len(form), _LONG),
            "two letters": len(form) <= 2,
            "three letters": len(form) == 3,
            "its frequency": self._weight(form),
            "the other's frequency": self._weight(other),
            "slip": distance(form, other),
            "lift": fit.lift - own.lift,
            "rows of three": fit.rows - own.rows,
            "seen": (own.left and place.before[1] != EDGE) + (own.right and place.after[0] != EDGE),
            "the other seen": fit.left + fit.right,
            "letters missing": len(other) - len(form),
            "letters swapped": sorted(other) == sorted(form),
        }

    def _order(self, form: str, own: _Fit, other: str, place: Place) -> float:
        fit = self._fit(other, place)
        context = _BESIDE * (fit.lift - own.lift) + fit.rows - own.rows
        return self._weight(other) - self._weight(form) + context - _SLIP * distance(form, other)

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

    def _candidates(self, form: str) -> tuple[str, ...]:
        known = self._near.get(form)
        if known is None:
            near = self._common.intersection(neighbours(form))
            known = tuple(sorted(other for other in near if self._may_be_meant(other, form)))
            self._near[form] = known
            if len(self._near) > _REMEMBERED:
                self._near.popitem(last=False)
        return known

    def _may_be_meant(self, other: str, form: str) -> bool:
        return _piece(other) != _piece(form) and not OBSCENE.search(other) and self._morphology.accepts(other)

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that are common enough to have been meant; half-spaces are the business of other rules."""
        lexicon = self._lexicon
        seen = {
            *lexicon.counts,
            *(form for form in {*lexicon.general, *lexicon.words} if self._general(form) >= _COMMON),
        }
        return frozenset(form for form in seen if len(form) > 1 and ZWNJ not in form)


def place_of(before: Sequence[str], after: Sequence[str]) -> Place:
    """The place between these words in normal form, the nearest ones nearest; a side that ends is an edge."""
    left = ["", EDGE, *(piece for word in before[-2:] for piece in pieces(word))][-2:]
    right = [*(piece for word in after[:2] for piece in pieces(word)), EDGE, ""][:2]
    return Place((left[0], left[1]), (right[0], right[1]))


def _piece(form: str) -> str:
    """The form as a piece; it has no half-space."""
    return "".join(pieces(form))


def _best_first(scored: tuple[float, str]) -> tuple[float, str]:
    return -scored[0], scored[1]
