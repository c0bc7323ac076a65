"""Recognising the standard paragraphs of a house, whatever has been changed in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.checks.phrase_index import words_of
from pr_editor.text.similarity import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pr_editor.profile.lists import StandardParagraph

_LEAST_WORDS = 6
"""A shorter paragraph is recognised only word by word: too much is like it by chance."""
_ALIKE = 0.7
"""Share of equal words from which a paragraph is an altered wording of a registered one."""
_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class Standing:
    """What a paragraph of a draft is: a standard paragraph as registered, in a former wording, or altered."""

    paragraph: StandardParagraph
    exact: bool
    former: bool
    score: float


@dataclass(frozen=True, slots=True)
class _Wording:
    paragraph: StandardParagraph
    words: tuple[str, ...]
    bag: frozenset[str]
    former: bool


class StandingTexts:
    """The standard paragraphs by their words."""

    def __init__(self, paragraphs: Iterable[StandardParagraph]) -> None:
        """Fold every wording."""
        self._wordings = [
            _Wording(paragraph, words, frozenset(words), former)
            for registered in paragraphs
            for paragraph in _by_line(registered)
            for text, former in ((paragraph.text, False), *((text, True) for text in paragraph.former))
            if (words := words_of(text))
        ]
        self._known: dict[tuple[str, ...], Standing | None] = {}

    def __bool__(self) -> bool:
        """Whether the house has registered any."""
        return bool(self._wordings)

    def recognise(self, words: tuple[str, ...]) -> Standing | None:
        """The standard paragraph that the folded ``words`` are, or None."""
        if not self._wordings or not words:
            return None
        if words not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[words] = self._best(words)
        return self._known[words]

    def _best(self, words: tuple[str, ...]) -> Standing | None:
        bag = frozenset(words)
        near = [(self._score(words, bag, wording), wording) for wording in self._wordings]
        score, best = max(near, key=lambda one: (one[0], not one[1].former))
        if score < _ALIKE:
            return None
        return Standing(best.paragraph, exact=words == best.words, former=best.former, score=score)

    @staticmethod
    def _score(words: tuple[str, ...], bag: frozenset[str], wording: _Wording) -> float:
        """How alike, 0–1; 0 at once where too few words are shared."""
        if words == wording.words:
            return 1.0
        if min(len(words), len(wording.words)) < _LEAST_WORDS:
            return 0.0
        shared = len(bag & wording.bag)
        if shared < _ALIKE * (len(bag) + len(wording.bag)) / 2 - 1:
            return 0.0
        return likeness(words, wording.words)


def _by_line(registered: StandardParagraph) -> Iterator[StandardParagraph]:
    """A standard text line by line, as a draft has it: each line is a paragraph. Former wordings are parted alike."""
    former = [_lines(text) for text in registered.former]
    for at, line in enumerate(_lines(registered.text)):
        yield replace(registered, text=line, former=tuple(lines[at] for lines in former if at < len(lines)))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
