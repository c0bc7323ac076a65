"""Published releases in memory: every paragraph is held against every other, by the definitions of the interface."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pr_editor.checks.ports import Match, Source
from pr_editor.text.message import KnownError
from pr_editor.text.sentences import sentence_spans
from pr_editor.text.similarity import containment, grams, split_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pr_editor.text.similarity import Word

DAY = date(2024, 10, 3)
APPROVER = "مریم کاظمی"
_LONG = 10
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Release:
    """A release and its paragraphs, the headline first."""

    source: Source
    texts: tuple[str, ...]


def release(texts: Iterable[str], number: int = 1, day: date = DAY) -> Release:
    """A release of these paragraphs, called ``1403-0001`` and so on."""
    kept = tuple(texts)
    words = sum(len(split_words(text)) for text in kept)
    return Release(Source(f"1403-{number:04}", 1, kept[0], day, APPROVER, words), kept)


class Archive:
    """What was published."""

    def __init__(self, *releases: Release) -> None:
        """Take the releases."""
        self._releases = releases

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        """What of these texts was published."""
        out = {own, *without}
        kept = [one for one in self._releases if one.source.release not in out]
        found: list[Match] = []
        for at, text in enumerate(paragraphs):
            mine = [
                match
                for one in kept
                for there, other in enumerate(one.texts)
                if (match := _match(at, text, one.source, there, other))
            ]
            found += sorted(mine, key=lambda match: -match.share)
        return tuple(found)


class Unreadable:
    """A library nobody can read."""

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        """Say so."""
        raise KnownError("The library is damaged; verify it, or restore a backup: {path}", path="library.db")


def _match(at: int, text: str, source: Source, there: int, other: str) -> Match | None:
    here, theirs = split_words(text), split_words(other)
    a, b = [word.text for word in here], [word.text for word in theirs]
    shared = grams(a) & grams(b)
    places = sorted({at + step for at, gram in enumerate(_runs(a)) if gram in shared for step in range(3)})
    others = sorted({at + step for at, gram in enumerate(_runs(b)) if gram in shared for step in range(3)})
    if not places or not others:
        return None
    return Match(
        paragraph=at,
        start=here[places[0]].start,
        end=here[places[-1]].end,
        source=source,
        there=there,
        there_start=theirs[others[0]].start,
        there_end=theirs[others[-1]].end,
        text=other,
        share=containment(a, b),
        sentence=max((containment(words, b) for words in _sentences(text, here)), default=0.0),
        words=len(places),
        exact=a == b,
        figures_differ=_figures(a) != _figures(b),
    )


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)


def _sentences(text: str, words: Sequence[Word]) -> Iterator[list[str]]:
    for start, end in sentence_spans(text):
        said = [word.text for word in words if start <= word.start < end]
        if len(said) >= _LONG:
            yield said


def _figures(words: Iterable[str]) -> list[str]:
    return sorted(figure for word in words for figure in _DIGITS.findall(word))
