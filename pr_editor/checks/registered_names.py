"""The names a house has registered, and places in a text that almost hold one.

A name is compared by its folded words, and by its letters without spaces: «محمد رضا» and «محمدرضا» are one name in two
spellings, «آریاساسل» is one letter from «آریاساسول».
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from pr_editor.checks.phrase_index import PhraseIndex, unbroken, words_of
from pr_editor.language.normal import normal
from pr_editor.text.letters import HAMZA_ABOVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.checks.view import ParagraphView
    from pr_editor.profile.lists import Lists, Organisation, Person
    from pr_editor.text.similarity import Word

_EDGE = 3
"""First letters by which names are looked up that may be written with other spaces."""
_LEAST_WORDS, _LEAST_LETTERS = 2, 7
"""Shorter names are too like other words."""
_LEAST_ODD = 4
"""Letters of the shortest word that may be a slip for another."""


@dataclass(frozen=True, slots=True)
class Name:
    """A registered name with what it is compared by."""

    text: str
    words: tuple[str, ...]
    letters: str
    entry: Person | Organisation


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Words that are almost a registered name. ``odd`` is the word with the slip; None where only spaces differ."""

    name: Name
    first: int
    last: int
    odd: int | None


class RegisteredNames:
    """People and organisations, found by their names and by what is almost one."""

    def __init__(self, lists: Lists) -> None:
        """Take the lists; each index is built when it is asked for."""
        self._lists = lists
        self._entries: tuple[Person | Organisation, ...] = (*lists.people, *lists.organisations)

    @cached_property
    def exact(self) -> PhraseIndex[Name]:
        """The names as they are registered."""
        return PhraseIndex((name.text, name) for name in self._names)

    @cached_property
    def people(self) -> PhraseIndex[tuple[Person, ...]]:
        """Everybody's entries, one for each post, by the name."""
        entries: dict[str, tuple[Person, ...]] = {}
        for person in self._lists.people:
            entries[person.name] = (*entries.get(person.name, ()), person)
        return PhraseIndex(entries.items())

    @cached_property
    def wrong(self) -> PhraseIndex[Person | Organisation]:
        """What the house has registered as a wrong way to write a name."""
        return PhraseIndex((variant, entry) for entry in self._entries for variant in entry.variants)

    def near(self, view: ParagraphView) -> Iterator[NearMiss]:
        """Places of a paragraph that are a registered name but for the spaces in it, or for one letter."""
        starts, edges = self._by_start, self._by_edge
        if not starts:
            return
        words = view.compared
        after = 0
        for at, word in enumerate(words):
            text = word.text
            if at < after or not (text in edges or text[:_EDGE] in starts):
                continue
            miss = self._here(words, at)
            if miss and miss.first >= after and unbroken(view.text, words[miss.first : miss.last + 1]):
                after = miss.last + 1
                if not _is_written(miss.name, view.text[words[miss.first].start : words[miss.last].end]):
                    yield miss

    @cached_property
    def _names(self) -> tuple[Name, ...]:
        return tuple(
            Name(entry.name, words, "".join(words), entry) for entry in self._entries if (words := words_of(entry.name))
        )

    @cached_property
    def _comparable(self) -> tuple[Name, ...]:
        long = (name for name in self._names if len(name.letters) >= _LEAST_LETTERS)
        return tuple({name.words: name for name in long if len(name.words) >= _LEAST_WORDS}.values())

    @cached_property
    def _written(self) -> frozenset[tuple[str, ...]]:
        return frozenset(name.words for name in self._names)

    @cached_property
    def _by_start(self) -> dict[str, list[Name]]:
        return _grouped((name.letters[:_EDGE], name) for name in self._comparable)

    @cached_property
    def _by_edge(self) -> dict[str, list[Name]]:
        """By first and last word: a slip leaves one of the two alone."""
        return _grouped((word, name) for name in self._comparable for word in {name.words[0], name.words[-1]})

    def _here(self, words: Sequence[Word], at: int) -> NearMiss | None:
        """A name that begins, or with a slip in its beginning ends, at the word ``at``."""
        text = words[at].text
        for name in self._by_start.get(text[:_EDGE], ()):
            if name.letters.startswith(text) and (miss := self._spaced(name, words, at)):
                return miss
        for name in self._by_edge.get(text, ()):
            first = at if name.words[0] == text else at - len(name.words) + 1
            if first >= 0 and (miss := self._slip(name, words, first)):
                return miss
        return None

    @staticmethod
    def _spaced(name: Name, words: Sequence[Word], at: int) -> NearMiss | None:
        """The letters of the name in so many words or one more or less, but not in one: that is sooner a surname."""
        letters = ""
        for last in range(at, min(at + len(name.words) + 1, len(words))):
            letters += words[last].text
            if not name.letters.startswith(letters):
                return None
            if len(letters) == len(name.letters):
                return NearMiss(name, at, last, None) if last > at else None
        return None

    def _slip(self, name: Name, words: Sequence[Word], first: int) -> NearMiss | None:
        """As many words as the name has, all the same but for one letter in one of them."""
        last = first + len(name.words) - 1
        if last >= len(words):
            return None
        written = tuple(word.text for word in words[first : last + 1])
        odd = [at for at, (a, b) in enumerate(zip(written, name.words, strict=True)) if a != b]
        if len(odd) != 1 or written in self._written:
            return None
        wrong, right = written[odd[0]], name.words[odd[0]]
        if min(len(wrong), len(right)) < _LEAST_ODD or wrong in {right + "ی", "و" + right}:
            return None
        if Levenshtein.distance(wrong, right, score_cutoff=1) != 1:
            return None
        return NearMiss(name, first, last, first + odd[0])


def _is_written(name: Name, text: str) -> bool:
    """Whether ``text`` is the name letter by letter, whatever the keyboard; the hamza of an ezafe may be left out."""
    return _plain(text) == _plain(name.text)


def _plain(text: str) -> str:
    return " ".join(normal(word).replace(HAMZA_ABOVE, "") for word in text.split())


def _grouped(pairs: Iterable[tuple[str, Name]]) -> dict[str, list[Name]]:
    groups: dict[str, list[Name]] = {}
    for key, name in pairs:
        groups.setdefault(key, []).append(name)
    return groups
