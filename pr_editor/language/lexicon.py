"""The word lists as they lie on disk, and the one question put to all of them: is this exact form listed?"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from pr_editor.language.lists import read_counts, read_lines
from pr_editor.language.speller import Speller
from pr_editor.language.trigrams import Trigrams

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERBS = "verbs.txt"
WORDS = "words.tsv"
NEWS = "news.txt"
COMMON = "common.txt"
NAMES = "names.txt"
MODERN = "modern.txt"
WORLD = "world.txt"
IRAN = "iran.txt"
BY_HAND = (MODERN, WORLD, IRAN)
GENERAL = "general.tsv"
COUNTS = "counts.tsv"
PAIRS = "pairs.tsv"
NGRAMS = "ngrams.bin"
TRIGRAMS = "trigrams.tsv"

_REMEMBERED = 1 << 16
_GENERAL = 800
"""Thousands of occurrences in general Persian that say as much about press Persian as one news article."""
_UNSEEN = 0.1
"""Articles a word is given that is in none: what is possible has some weight."""


@dataclass(slots=True)
class Lexicon:
    """Forms that are correct as they stand, all normalised, and how common they are."""

    verbs: frozenset[str]
    words: Mapping[str, int]
    """Dictionary words and their frequency in hazm's corpus."""
    accepted: frozenset[str]
    """Words no dictionary has: of the news, of general Persian, names, and those gathered by hand."""
    counts: Mapping[str, int]
    """In how many news articles a form stands."""
    speller: Speller
    general: Mapping[str, int] = field(default_factory=dict)
    """How many thousand times a large corpus of general Persian has a form; not all of them are correct."""
    pairs: Mapping[str, int] = field(default_factory=dict)
    """In how many articles two forms stand side by side: «first second» → articles."""
    trigrams: Trigrams = field(default_factory=lambda: Trigrams({}))
    added: set[str] = field(default_factory=set)
    articles: int = field(init=False)
    """About how many articles were counted: the commonest word stands in nearly all."""
    _checked: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Work out what the lists imply."""
        self.articles = max(self.counts.values(), default=1)

    @classmethod
    def load(cls, dictionaries: Path) -> Self:
        """Read the lists of a folder. Raises ``KnownError`` when one is missing or can't be read."""
        verbs = frozenset(read_lines(dictionaries / VERBS))
        accepted = frozenset(
            word for name in (NEWS, COMMON, NAMES, *BY_HAND) for word in read_lines(dictionaries / name)
        )
        words, counts, general, pairs, trigrams = (
            read_counts(dictionaries / name) for name in (WORDS, COUNTS, GENERAL, PAIRS, TRIGRAMS)
        )
        return cls(verbs, words, accepted, counts, Speller(dictionaries / "fa"), general, pairs, Trigrams(trigrams))

    def weight(self, form: str) -> float:
        """The logarithm of how common a form is: articles it stands in, news and general Persian added up."""
        return math.log(self.counts.get(form, 0) + self.general.get(form, 0) / _GENERAL + _UNSEEN)

    def common(self, least: float) -> list[str]:
        """The forms of at least this weight that were counted anywhere, the commonest first and then by letters."""
        # As ``weight``, but for all of a hundred thousand forms at once.
        articles: dict[str, float] = dict(self.counts)
        for form, thousands in self.general.items():
            articles[form] = articles.get(form, 0) + thousands / _GENERAL
        weights = {form: at for form, number in articles.items() if (at := math.log(number + _UNSEEN)) >= least}
        return sorted(sorted(weights), key=weights.__getitem__, reverse=True)

    def met(self, form: str) -> bool:
        """Whether the form was counted anywhere."""
        return form in self.counts or form in self.general

    def counts_any(self, form: str) -> bool:
        """Whether the form is common enough to have been counted, conjugated or added by a user."""
        return form in self.counts or form in self.words or form in self.verbs or form in self.added

    def lists(self, form: str) -> bool:
        """Whether any list holds this very form, or Lilak derives it."""
        if form in self.words or form in self.verbs or form in self.accepted or form in self.added:
            return True
        known = self._checked.get(form)
        if known is None:
            if len(self._checked) >= _REMEMBERED:
                self._checked.clear()
            known = self._checked[form] = self.speller.check(form)
        return known
