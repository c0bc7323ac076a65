"""Finds registered phrases in a paragraph: whole words under folding, with nothing but spaces between."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.text.similarity import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.checks.view import ParagraphView
    from pr_editor.text.similarity import Word


@dataclass(frozen=True, slots=True)
class Found[T]:
    """A phrase met in a paragraph: the words ``[first, last]`` of ``compared``, and what it stands for."""

    first: int
    last: int
    start: int
    end: int
    value: T

    def holds(self, other: Found[object]) -> bool:
        """Whether ``other`` is part of it."""
        return self.first <= other.first and other.last <= self.last


class PhraseIndex[T]:
    """Phrases by their first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take phrases as they are written and what each stands for; of two equal ones the first counts."""
        self._by_first: dict[str, dict[tuple[str, ...], T]] = {}
        for text, value in entries:
            words = words_of(text)
            if words:
                self._by_first.setdefault(words[0], {}).setdefault(words, value)

    def find(self, view: ParagraphView) -> Iterator[Found[T]]:
        """Every phrase in a paragraph, in reading order, the longest first where several begin."""
        if not self._by_first:
            return
        words, by_first = view.compared, self._by_first
        for at, word in enumerate(words):
            known = by_first.get(word.text)
            if known is not None:
                yield from self._here(known, view, at)

    def _here(self, known: dict[tuple[str, ...], T], view: ParagraphView, at: int) -> Iterator[Found[T]]:
        """The phrases of ``known`` that begin at a word, the longest first."""
        words = view.compared
        following = tuple(word.text for word in words[at : at + max(map(len, known))])
        for phrase in sorted((one for one in known if following[: len(one)] == one), key=len, reverse=True):
            last = at + len(phrase) - 1
            if unbroken(view.text, words[at : last + 1]):
                yield Found(at, last, words[at].start, words[last].end, known[phrase])


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(word.text for word in split_words(text))


def unbroken(text: str, words: Sequence[Word]) -> bool:
    """Whether nothing but spaces stands between these words of ``text``."""
    return all(not text[a.end : b.start].strip() for a, b in pairwise(words))
