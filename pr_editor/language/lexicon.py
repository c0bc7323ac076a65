"""The word lists as they lie on disk, and the one question put to all of them: is this exact form listed?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from pr_editor.language.speller import Speller
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERBS = "verbs.txt"
WORDS = "words.tsv"
NEWS = "news.txt"
COUNTS = "counts.tsv"


@dataclass(slots=True)
class Lexicon:
    """Forms that are correct as they stand, all normalised, and how common they are."""

    verbs: frozenset[str]
    words: Mapping[str, int]
    """Dictionary words and their frequency in a large corpus of general Persian."""
    news: frozenset[str]
    counts: Mapping[str, int]
    """In how many news articles a form stands."""
    speller: Speller
    added: set[str] = field(default_factory=set)
    _checked: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def load(cls, dictionaries: Path) -> Self:
        """Read the lists of a folder. Raises ``KnownError`` when one is missing or can't be read."""
        verbs, news = (frozenset(_lines(dictionaries / name)) for name in (VERBS, NEWS))
        words, counts = (_table(dictionaries / name) for name in (WORDS, COUNTS))
        return cls(verbs, words, news, counts, Speller(dictionaries / "fa"))

    def lists(self, form: str) -> bool:
        """Whether any list holds this very form, or Lilak derives it."""
        if form in self.words or form in self.verbs or form in self.news or form in self.added:
            return True
        known = self._checked.get(form)
        if known is None:
            if len(self._checked) >= _REMEMBERED:
                self._checked.clear()
            known = self._checked[form] = self.speller.check(form)
        return known


_REMEMBERED = 1 << 16


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")[:-1]
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("The word list {path} can't be read: {reason}", path=str(path), reason=str(error)) from error


def _table(path: Path) -> dict[str, int]:
    pairs = (line.partition("\t") for line in _lines(path))
    return {word: int(count) for word, _, count in pairs}
