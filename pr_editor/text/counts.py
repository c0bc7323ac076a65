"""How long a text is, in the units editors are asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_editor.text.draft import count_words
from pr_editor.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS_A_MINUTE = 180
"""A calm pace for Persian prose read silently is 150–200 words a minute."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures of a text or a part of it.

    A word is what stands between white space and holds a letter or a digit: «می‌رود» and «کتاب‌ها» are one each.
    Characters are what a reader sees: half-spaces, direction marks and signs above letters are none of their own.
    """

    words: int = 0
    characters: int = 0
    """Spaces among them."""
    letters: int = 0
    """Characters but spaces."""
    sentences: int = 0
    paragraphs: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The counts of two texts one after the other."""
        return Counts(
            self.words + other.words,
            self.characters + other.characters,
            self.letters + other.letters,
            self.sentences + other.sentences,
            self.paragraphs + other.paragraphs,
        )

    @property
    def seconds(self) -> int:
        """How long reading it silently takes."""
        return reading_seconds(self.words)


class _Seen(dict[int, str]):
    """Each character as it counts: itself, a space, or nothing. Worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        seen = character
        if character.isspace():
            seen = " "
        elif unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
            seen = ""
        self[code] = seen
        return seen


@lru_cache(maxsize=1)
def _seen() -> _Seen:
    return _Seen()


def count(texts: Iterable[str]) -> Counts:
    """Count paragraphs; those without a word or a mark count for nothing."""
    return sum(map(_count, texts), Counts())


def _count(text: str) -> Counts:
    seen = text.translate(_seen())
    if not seen.strip():
        return Counts()
    sentences = sum(count_words(text[start:end]) > 0 for start, end in sentence_spans(text))
    return Counts(count_words(text), len(seen), len(seen) - seen.count(" "), sentences, 1)


def reading_seconds(words: int) -> int:
    """How long reading so many words silently takes."""
    return round(words * 60 / _WORDS_A_MINUTE)
