"""What the checks ask about words. The one object behind it all is built once in each process that checks."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from rapidfuzz.distance import LCSseq

from pr_editor.language.affixes import uninflected
from pr_editor.language.context import Context
from pr_editor.language.english import English
from pr_editor.language.hamza import HAMZA, Hamza
from pr_editor.language.joining import Joining
from pr_editor.language.judgement import LINE as CONVINCING
from pr_editor.language.judgement import evidence
from pr_editor.language.lexicon import NGRAMS, Lexicon
from pr_editor.language.morphology import Morphology
from pr_editor.language.ngrams import Ngrams
from pr_editor.language.normal import normal
from pr_editor.language.real_words import LINE as DOUBTFUL
from pr_editor.language.real_words import RealWords, place_of
from pr_editor.language.suggestions import Suggestions
from pr_editor.language.terms import TERMS, Terms
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MOST = 5
_REMEMBERED = 8192
_SLIPS = 2
"""A candidate is at most so many slips away from what was written."""
_LEAST_LETTERS, _MOST_LETTERS = 2, 40
"""Outside these nothing is proposed: one letter may mean anything, and no Persian word is that long."""
_APART = 4
"""So many times as often apart as together is usage, not carelessness: the press forgets half of its half-spaces."""
_UNCOUNTED = 2
"""In how many articles a form may stand that was not counted, because it is in fewer than three."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may have been meant. ``text`` may hold a space (words run together) or half-spaces.

    ``margin`` is how far the odds for the candidate lie above the line where it convinces, as a logarithm.
    """

    text: str
    score: float
    margin: float

    @property
    def convincing(self) -> bool:
        """Whether the candidate is good enough to call the word misspelled instead of unknown."""
        return self.margin >= 0


class Language:
    """Words, verbs, frequencies and candidates of Persian, and English words. Not thread-safe: enchant is not."""

    def __init__(
        self, lexicon: Lexicon, english: English, hamza: Hamza, terms: Terms, counts: Sequence[Ngrams] = ()
    ) -> None:
        """Build upon word lists and counts of words in a row; ``load`` reads them from a folder."""
        self._lexicon = lexicon
        self._hamza = hamza
        self.english = english
        self.terms = terms
        self._morphology = Morphology(lexicon)
        self._suggestions = Suggestions(lexicon, self._morphology)
        self._context = Context(lexicon)
        self._joining = Joining(lexicon, self._morphology, self._context)
        self._counts = tuple(counts)
        self._real_words = RealWords(lexicon, self._morphology, self._counts)
        self._known: OrderedDict[str, bool] = OrderedDict()
        self._ranked: OrderedDict[str, tuple[tuple[float, str], ...]] = OrderedDict()

    @classmethod
    def load(cls, dictionaries: Path, words: frozenset[str] = frozenset(), house: Ngrams | None = None) -> Self:
        """Read the shipped dictionaries, accept ``words`` besides, and add the counts of a ``house``.

        Raises ``KnownError`` for missing files.
        """
        language = cls(
            Lexicon.load(dictionaries),
            English(dictionaries),
            Hamza.load(dictionaries / HAMZA),
            Terms.load(dictionaries / TERMS),
            [Ngrams.load(dictionaries / NGRAMS)],
        )
        language.use_house(house)
        language.add_words(words)
        return language

    def knows(self, word: str) -> bool:
        """Whether ``word`` (as it stands in a draft, half-spaces included) is correct by any of the word lists."""
        return _remember(self._known, word, self._morphology.accepts)

    def lists(self, word: str) -> bool:
        """Whether a list holds ``word`` in this very form or Lilak derives it; unlike ``knows``, half-spaces count."""
        return self._lexicon.lists(normal(word))

    def is_verb(self, word: str) -> bool:
        """Whether ``word`` is a conjugated verb written as it should be, such as «می‌رود» or «نمی‌خواهند»."""
        return normal(word) in self._lexicon.verbs

    def is_added(self, word: str) -> bool:
        """Whether ``word`` is one the user or the house has added, in this very form."""
        return normal(word) in self._lexicon.added

    @property
    def added(self) -> frozenset[str]:
        """The words the user or the house has added, in normal form, each also without its ending."""
        return frozenset(self._lexicon.added)

    def frequency(self, word: str) -> int:
        """In how many news articles of the counted ones ``word`` stands; 0 when in fewer than three."""
        return self._lexicon.counts.get(normal(word), 0)

    def written_apart(self, first: str, second: str, between: str = ZWNJ) -> bool:
        """Whether the press writes two words apart far more often than as one with ``between`` between them."""
        first, second = normal(first), normal(second)
        apart = self._lexicon.pairs.get(f"{first} {second}", 0)
        together = self._lexicon.counts.get(f"{first}{between}{second}", 0)
        return apart > _APART * max(together, _UNCOUNTED)

    def with_hamza(self, word: str) -> str:
        """``word`` with the hamza or tanvin no accepted spelling leaves out; empty when it lacks none."""
        return self._hamza.right(normal(word))

    def may_be_split(self, parts: Sequence[str]) -> bool:
        """Whether ``split_word`` is worth asking about these neighbours: a quick question that rules out nearly all."""
        return self._joining.may_be("".join(map(normal, parts)))

    def split_word(self, parts: tuple[str, ...], before: str = "", after: str = "") -> str:
        """The one word these neighbours very likely are, torn apart by spaces; empty when they are words."""
        return self._joining.joined(tuple(map(normal, parts)), normal(before), normal(after))

    def candidates(self, word: str, before: str = "", after: str = "") -> tuple[Candidate, ...]:
        """At most five words that may have been meant, best first; ``before`` and ``after`` are the neighbours."""
        form = normal(word)
        if not _LEAST_LETTERS <= len(form) <= _MOST_LETTERS:
            return ()
        sides = normal(before), normal(after)
        scored = ((score + self._context.support(sides[0], text, sides[1]), text) for score, text in self._near(form))
        best = sorted(scored, key=lambda one: (-one[0], one[1]))[:MOST]
        return tuple(
            Candidate(text, score, evidence(form, text, score - rival, self._lexicon).log_odds() - CONVINCING)
            for (score, text), rival in zip(best, _rivals([score for score, _ in best]), strict=True)
        )

    def may_doubt(self, word: str) -> bool:
        """Whether ``meant`` could say anything about the correct ``word``, whatever its neighbours."""
        form = normal(word)
        return form not in self._lexicon.added and self._real_words.may_doubt(form)

    def meant(self, word: str, before: Sequence[str], after: Sequence[str]) -> tuple[Candidate, ...]:
        """At most five words of which one was probably meant instead of the correct ``word``; mostly none.

        ``before`` and ``after`` are the two words on either side, in reading order, fewer where a mark comes between.
        """
        if not self.may_doubt(word):
            return ()
        form = normal(word)
        found = self._real_words.likelier(form, place_of([*map(normal, before)], [*map(normal, after)]))
        if not found or found[0][0] < DOUBTFUL:
            return ()
        return tuple(Candidate(text, score, score - DOUBTFUL) for score, text in found[:MOST])

    def use_house(self, house: Ngrams | None) -> None:
        """Add the counts of a house to the shipped ones, in place of those of a house before."""
        added = () if house is None else (house,)
        self._real_words = RealWords(self._lexicon, self._morphology, (*self._counts, *added))

    def add_words(self, words: frozenset[str]) -> None:
        """Accept these words in any inflection from now on, whichever inflection they are given in."""
        forms = {form for word in words if (form := normal(word))}
        self._lexicon.added |= forms | {uninflected(form) for form in forms}
        self.english.add_words(words)
        self._known.clear()
        for form in [form for form in self._ranked if any(_may_mean(form, word) for word in forms)]:
            del self._ranked[form]

    def _near(self, form: str) -> tuple[tuple[float, str], ...]:
        return _remember(self._ranked, form, lambda form: tuple(self._suggestions.ranked(form)))


def _may_mean(form: str, word: str) -> bool:
    """Whether ``word`` could be in a candidate for ``form``: all of its letters but two slips are there, in order."""
    return LCSseq.similarity(form, word) >= len(word) - _SLIPS


def _rivals(scores: list[float]) -> list[float]:
    """For each of these scores, best first, the best of the others; what stands alone has none worth the name."""
    if len(scores) < 2:
        return [-math.inf] * len(scores)
    return [scores[1], *scores[:1] * (len(scores) - 1)]


def _remember[T](cache: OrderedDict[str, T], key: str, answer: Callable[[str], T]) -> T:
    """Answer from the cache, else ask and keep the answer; the least recently used goes when the cache is full."""
    if key in cache:
        cache.move_to_end(key)
        return cache[key]
    value = cache[key] = answer(key)
    if len(cache) > _REMEMBERED:
        cache.popitem(last=False)
    return value
