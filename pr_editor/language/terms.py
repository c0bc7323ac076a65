"""Packs of words to be replaced: misspellings that word lists accept, and whatever else a house collects.

A pack is a TOML file: its name, and tables «wrong = right» by the reason why. Words are found in every inflected form,
joined or with half-spaces. What a pack weighs is the business of the rule that reports it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.language.affixes import COMPARATIVES, PLURALS, POSSESSIVES
from pr_editor.language.lists import unreadable
from pr_editor.language.normal import normal
from pr_editor.text.letters import HAMZA_ABOVE, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

TERMS = "terms"
_START = 3
"""First letters that tell most words apart, so that nearly all are passed by at once."""
_WRITTEN = (*PLURALS, *COMPARATIVES, *POSSESSIVES, "ان", "ام", "ات", "اش", "ای", "ایم", "اید", "اند")
_NOUNS = tuple(f"ی{ZWNJ}{ending}" for ending in PLURALS)
"""«سرمایه‌گذاری‌های»: the ending of an abstract noun, and its plural."""
_JOINED = (*_WRITTEN, *_NOUNS, "م", "ت", "ش", "ند", "یم", "ید", "ی", "یان", HAMZA_ABOVE)
_ENDINGS = sorted({*_JOINED, *(ZWNJ + ending for ending in (*_WRITTEN, "ی"))}, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Term:
    """What is wrong, what is right instead, the pack it belongs to, and the name of the reason."""

    wrong: str
    right: str
    pack: str
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """A term met in a text: so many words of it, and what is to be written, with the ending of the last one."""

    term: Term
    words: int
    right: str


class Terms:
    """Finds terms among neighbouring words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms of all packs; of two for the same words the first one counts."""
        self._by_words: dict[tuple[str, ...], Term] = {}
        for term in terms:
            self._by_words.setdefault(tuple(map(_key, term.wrong.split())), term)
        self._most = max(map(len, self._by_words), default=1)
        self._starts = frozenset(words[0][:_START] for words in self._by_words)

    @classmethod
    def load(cls, folder: Path) -> Terms:
        """Read all packs of a folder. Raises ``KnownError`` for a file that is no pack."""
        return cls(term for path in sorted(folder.glob("*.toml")) for term in _read(path))

    @property
    def entries(self) -> tuple[tuple[str, ...], ...]:
        """The words of every term, without half-spaces."""
        return tuple(self._by_words)

    def may_begin(self, word: str) -> bool:
        """Whether a term may begin with ``word``: a quick look that rules out nearly all."""
        return _key(normal(word))[:_START] in self._starts

    def find(self, words: tuple[str, ...]) -> Match | None:
        """The longest term that ``words`` begin with, or None."""
        if not words or not self.may_begin(words[0]):
            return None
        forms = tuple(map(normal, words[: self._most]))
        sizes = range(len(forms), 0, -1)
        return next((match for size in sizes if (match := self._match(forms[:size]))), None)

    def _match(self, forms: tuple[str, ...]) -> Match | None:
        *heads, last = forms
        start = tuple(map(_key, heads))
        for ending in ("", *_ENDINGS):
            if last.endswith(ending) and (term := self._by_words.get((*start, _key(last.removesuffix(ending))))):
                right = term.right + ending
                return Match(term, len(forms), right) if right != " ".join(forms) else None
        return None


def _key(form: str) -> str:
    return form.replace(ZWNJ, "")


def _read(path: Path) -> list[Term]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        return [
            Term(normal(wrong), right, path.stem, reason)
            for reason, entries in content.items()
            for wrong, right in _pairs(entries).items()
        ]
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _pairs(entries: object) -> Mapping[str, str]:
    if isinstance(entries, dict) and all(isinstance(right, str) and right for right in entries.values()):
        return entries
    raise ValueError("a pack holds nothing but tables of «wrong = right»")
