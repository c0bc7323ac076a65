"""Packs of words to be replaced: misspellings that word lists accept, and whatever else a house collects.

A pack is a TOML file: its name, and tables «wrong = right» by the reason why; a list of texts is best first. Words are
found in every inflected form, joined or with half-spaces. What a pack weighs is the business of the rule that reports
it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.language.affixes import COMPARATIVES, PLURALS, POSSESSIVES
from pr_editor.language.endings import moved
from pr_editor.language.lists import unreadable
from pr_editor.language.normal import normal
from pr_editor.text.letters import HAMZA_ABOVE, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

TERMS = "terms"
_START = 3
"""First letters that tell most words apart, so that nearly all are passed by at once."""
_WRITTEN = (*PLURALS, *COMPARATIVES, *POSSESSIVES, "ان", "ام", "ات", "اش", "ای", "ایم", "اید", "اند")
_NOUNS = tuple(f"ی{ZWNJ}{ending}" for ending in PLURALS)
"""«سرمایه‌گذاری‌های»: the ending of an abstract noun, and its plural."""
_JOINED = (*_WRITTEN, *_NOUNS, "م", "ت", "ش", "ند", "یم", "ید", "ی", "یان", HAMZA_ABOVE)
_ENDINGS = frozenset({*_JOINED, *(ZWNJ + ending for ending in (*_WRITTEN, "ی"))})
_LONGEST_ENDING = max(map(len, _ENDINGS))
_FIRST_PACK = "errors"
"""What is wrong in any house goes before what is only advised."""


@dataclass(frozen=True, slots=True)
class Term:
    """What is wrong, what is right instead (best first), the pack it belongs to, and the name of the reason.

    ``unless`` are longer phrases in which the words are right.
    """

    wrong: str
    right: tuple[str, ...]
    pack: str
    reason: str = ""
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A term met in a text: ``words`` words from ``start`` on.

    ``right`` is what may be written, best first, with the ending of the last word.
    """

    term: Term
    start: int
    words: int
    right: tuple[str, ...]


class Terms:
    """Finds terms among neighbouring words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms of all packs; of two for the same words the first one counts."""
        self._by_words: dict[tuple[str, ...], Term] = {}
        for term in terms:
            for words in _spellings(term.wrong):
                self._by_words.setdefault(words, term)
        self._most = max(map(len, self._by_words), default=1)
        self._starts = frozenset(words[0][:_START] for words in self._by_words if words)
        self._heads = frozenset(words[0] for words in self._by_words if len(words) > 1)
        self._unless = {
            phrase: tuple(map(_key, normal(phrase).split()))
            for term in self._by_words.values()
            for phrase in term.unless
        }

    @classmethod
    def load(cls, folder: Path) -> Terms:
        """Read all packs of a folder. Raises ``KnownError`` for a file that is no pack."""
        paths = sorted(folder.glob("*.toml"), key=lambda path: (path.stem != _FIRST_PACK, path.stem))
        return cls(term for path in paths for term in _read(path))

    @property
    def entries(self) -> tuple[Term, ...]:
        """Every term once, in the order they count."""
        return tuple(dict.fromkeys(self._by_words.values()))

    def holds(self, words: str) -> bool:
        """Whether ``words`` are a term themselves, in this very form but for half-spaces."""
        return tuple(map(_key, normal(words).split())) in self._by_words

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """The terms among ``words``, which follow each other with but spaces between: the longest at each place."""
        after = 0
        for at, word in enumerate(words):
            if at >= after and _key(normal(word))[:_START] in self._starts and (match := self.at(words, at)):
                after = at + match.words
                yield match

    def at(self, words: Sequence[str], start: int) -> Match | None:
        """The longest term that begins with the word ``start``, or None."""
        most = self._most if _key(normal(words[start])) in self._heads else 1
        forms = tuple(map(normal, words[start : start + most]))
        sizes = range(len(forms), 0, -1)
        match = next((match for size in sizes if (match := self._match(forms[:size], start))), None)
        return None if match is None or self._is_excepted(match, words) else match

    def _match(self, forms: tuple[str, ...], start: int) -> Match | None:
        """The term these words are, with the shortest ending that explains the last of them."""
        *heads, last = forms
        least = max(len(last) - _LONGEST_ENDING, 1 if heads else _START)
        for end in range(len(last), least - 1, -1):
            stem, ending = last[:end], last[end:]
            if (ending and ending not in _ENDINGS) or stem.endswith(ZWNJ):
                continue
            term = self._by_words.get(tuple(map(_key, (*heads, stem)))) or self._apart((*heads, stem))
            if term is not None:
                right = tuple(moved(ending, term.wrong, entry) for entry in term.right)
                return None if " ".join(forms) in right else Match(term, start, len(forms), right)
        return None

    def _apart(self, forms: tuple[str, ...]) -> Term | None:
        """The term that has a space where these words have a half-space."""
        parts = [part for form in forms for part in form.split(ZWNJ)]
        return self._by_words.get(tuple(parts)) if len(parts) > len(forms) else None

    def _is_excepted(self, match: Match, words: Sequence[str]) -> bool:
        """Whether the words stand in a phrase in which they are right."""
        if not match.term.unless:
            return False
        phrases = [self._unless[text] for text in match.term.unless]
        reach, end = max(map(len, phrases)), match.start + match.words
        begin = max(match.start - reach, 0)
        keys = tuple(_key(normal(word)) for word in words[begin : end + reach])
        return any(
            keys[first : first + len(phrase)] == phrase
            for phrase in phrases
            for first in range(max(end - len(phrase) - begin, 0), match.start - begin + 1)
        )


def _spellings(wrong: str) -> set[tuple[str, ...]]:
    """The words of a term as they are looked up; what a half-space joins is also met with a space."""
    form = normal(wrong)
    apart = {form, form.replace(ZWNJ, " ")}
    return {tuple(map(_key, words.split())) for words in apart if words.strip()}


def _key(form: str) -> str:
    return form.replace(ZWNJ, "")


def _read(path: Path) -> list[Term]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        return [
            Term(normal(wrong), (right,) if isinstance(right, str) else tuple(right), path.stem, reason)
            for reason, entries in content.items()
            for wrong, right in _pairs(entries).items()
        ]
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _pairs(entries: object) -> Mapping[str, str | list[str]]:
    if isinstance(entries, dict) and all(map(_is_right, entries.values())):
        return entries
    raise ValueError("a pack holds nothing but tables of «wrong = right»")


def _is_right(entry: object) -> bool:
    texts = [entry] if isinstance(entry, str) else entry
    return isinstance(texts, list) and bool(texts) and all(isinstance(text, str) and text for text in texts)
