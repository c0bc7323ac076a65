"""English words in Persian copy: is this one spelled right, and which one was meant?

The dictionary is American. British endings are accepted where their American counterpart is known. Nothing is loaded
before the first Latin word is met: most releases have none.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from pr_editor.language.lists import read_lines
from pr_editor.language.speller import ENGLISH, Speller

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODERN_ENGLISH = "modern-en.txt"
MOST = 5
_FAR = 2
"""Slips a candidate may be away."""
_LONG = 6
"""Letters from which a word may hold two slips."""
_BRITISH = (
    (re.compile("our"), "or"),
    (re.compile("is(?=e|ing|ation|able)"), "iz"),
    (re.compile("ys(?=e|ing)"), "yz"),
    (re.compile("(cent|theat|met|lit|fib|calib|spect|lust|somb|meag)re(?=s?$|d$)"), r"\1er"),
    (re.compile("ogue"), "og"),
    (re.compile("ll(?=ed|ing|er|or)"), "l"),
    (re.compile("l(?=ment|ful)"), "ll"),
    (re.compile("^(enro|insta|fulfi|disti|insti)l(?=s?$)"), r"\1ll"),
    (re.compile("mme(?=s?$)"), "m"),
    (re.compile("[ao]e"), "e"),
    (re.compile("(def|off|lic|pret)ence(?=s?$)"), r"\1ense"),
    (re.compile("grey"), "gray"),
)
"""British spellings and what stands for them in American ones."""
_JOINTS = re.compile("[-&]")


class English:
    """English over one folder of dictionaries. Not thread-safe: enchant is not."""

    def __init__(self, dictionaries: Path) -> None:
        """Take note of the folder; nothing is read yet."""
        self._folder = dictionaries
        self._added: set[str] = set()

    def add_words(self, words: frozenset[str]) -> None:
        """Accept these words in small and capital letters from now on."""
        self._added.update(word.casefold() for word in words)

    def knows(self, word: str) -> bool:
        """Whether ``word`` is English as written, American or British. Raises ``KnownError`` at a broken dictionary."""
        word = word.replace("’", "'")
        return self._accepts(word) or all(map(self._accepts, _JOINTS.split(word.removesuffix("'s"))))

    def is_name(self, word: str) -> bool:
        """Whether the dictionary has ``word`` in capitals alone, as a proper name."""
        return self._speller.check(word) and not self._speller.check(word.lower())

    def candidates(self, word: str) -> tuple[str, ...]:
        """At most five words that may have been meant, nearest first; written in capitals where ``word`` is."""
        form = word.replace("’", "'")
        reach = _FAR if len(form) >= _LONG else 1
        proposed = filter(str.isalpha, self._speller.suggest(form))  # «live stream» is no slip of «livestream»
        near = ((self.slips(form, other), at, other) for at, other in enumerate(proposed))
        found = [_like(form, other) for slips, _, other in sorted(near) if slips <= reach]
        return tuple(dict.fromkeys(found))[:MOST]

    @staticmethod
    def slips(word: str, other: str) -> int:
        """How many letters were left out, added, replaced or swapped, capitals aside."""
        return OSA.distance(word.lower(), other.lower())

    def _accepts(self, word: str) -> bool:
        small = word.casefold()
        return (
            small in self._added
            or small in self._modern
            or any(self._speller.check(form) for form in (word, small, *_american(small)))
        )

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self._folder / "en", ENGLISH)

    @cached_property
    def _modern(self) -> frozenset[str]:
        return frozenset(read_lines(self._folder / MODERN_ENGLISH))


def _american(word: str) -> Iterator[str]:
    for british, american in _BRITISH:
        if british.search(word):
            yield british.sub(american, word)


def _like(word: str, other: str) -> str:
    """``other`` with the capital ``word`` begins with."""
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
