"""What the checks ask about words. The one object behind it all is built once in each process that checks."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pr_editor.language.context import Context
from pr_editor.language.judgement import LINE, evidence
from pr_editor.language.lexicon import Lexicon
from pr_editor.language.morphology import Morphology
from pr_editor.language.normal import normal
from pr_editor.language.suggestions import Suggestions
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST = 5
_REMEMBERED = 8192
_LEAST_LETTERS, _MOST_LETTERS = 2, 40
"""Outside these nothing is proposed: one letter may mean anything, and no Persian word is that long."""
_APART = 4
"""So many times as often apart as together is usage, not carelessness: the press forgets half of its half-spaces."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may have been meant. ``text`` may hold a space (words run together) or half-spaces.

    ``convincing`` says the candidate is good enough to call the word misspelled instead of unknown; only the best of
    several can be.
    """

    text: str
    score: float
    convincing: bool


class Language:
    """Words, verbs, frequencies and candidates of Persian. Not thread-safe: enchant is not."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build upon word lists; ``load`` reads them from a folder."""
        self._lexicon = lexicon
        self._morphology = Morphology(lexicon)
        self._suggestions = Suggestions(lexicon, self._morphology)
        self._context = Context(lexicon)
        self._known: OrderedDict[str, bool] = OrderedDict()
        self._ranked: OrderedDict[str, tuple[tuple[float, str], ...]] = OrderedDict()

    @classmethod
    def load(cls, dictionaries: Path, words: frozenset[str] = frozenset()) -> Self:
        """Read the shipped dictionaries and accept ``words`` besides. Raises ``KnownError`` for missing files."""
        language = cls(Lexicon.load(dictionaries))
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

    def frequency(self, word: str) -> int:
        """In how many news articles of the counted ones ``word`` stands; 0 when in fewer than three."""
        return self._lexicon.counts.get(normal(word), 0)

    def written_apart(self, first: str, second: str) -> bool:
        """Whether the press writes two words apart far more often than as one with a half-space between."""
        first, second = normal(first), normal(second)
        apart = self._lexicon.pairs.get(f"{first} {second}", 0)
        together = self._lexicon.counts.get(f"{first}{ZWNJ}{second}", 0)
        return apart > _APART * (together + 0.5)

    def candidates(self, word: str, before: str = "", after: str = "") -> tuple[Candidate, ...]:
        """At most five words that may have been meant, best first; ``before`` and ``after`` are the neighbours."""
        form = normal(word)
        if not _LEAST_LETTERS <= len(form) <= _MOST_LETTERS:
            return ()
        sides = normal(before), normal(after)
        scored = ((score + self._context.support(sides[0], text, sides[1]), text) for score, text in self._near(form))
        best = sorted(scored, key=lambda one: (-one[0], one[1]))[:MOST]
        convincing = bool(best) and evidence(form, best, self._lexicon).log_odds() >= LINE
        return tuple(Candidate(text, score, convincing and not at) for at, (score, text) in enumerate(best))

    def add_words(self, words: frozenset[str]) -> None:
        """Accept these words, the user's or the house's, and their inflected forms from now on."""
        self._lexicon.added.update(filter(None, map(normal, words)))
        self._known.clear()
        self._ranked.clear()

    def _near(self, form: str) -> tuple[tuple[float, str], ...]:
        return _remember(self._ranked, form, lambda form: tuple(self._suggestions.ranked(form)))


def _remember[T](cache: OrderedDict[str, T], key: str, answer: Callable[[str], T]) -> T:
    """Answer from the cache, else ask and keep the answer; the least recently used goes when the cache is full."""
    if key in cache:
        cache.move_to_end(key)
        return cache[key]
    value = cache[key] = answer(key)
    if len(cache) > _REMEMBERED:
        cache.popitem(last=False)
    return value
