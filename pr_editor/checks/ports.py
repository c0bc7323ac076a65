"""What a review may ask of an archive of published releases.

The library offers it; the checks know nothing of files or of SQLite, and run without an archive as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

_ASKED = 50
"""Paragraphs asked about at a time: a twentieth of a second or so."""


class Fate(StrEnum):
    """What became of a text after it was published."""

    IN_FORCE = "in-force"
    CORRECTED = "corrected"
    """Another version took its place."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Source:
    """A release that was published, as a report on reuse names it."""

    release: str
    """Its id, such as ``1404-0173``."""
    number: int
    """Of the version that was approved."""
    headline: str
    day: date
    """The day it is dated."""
    approved_by: str
    """Empty where it came from an archive: nobody approved it here."""
    words: int
    """How many words the whole text has."""
    fate: Fate


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph of the draft that says what a paragraph of a published release said.

    Offsets are code points of the verbatim texts. Formulas that the house writes again and again count for nothing.
    """

    paragraph: int
    """Which of the paragraphs asked about, from 0."""
    start: int
    end: int
    """The part of it from the first to the last shared words."""
    source: Source
    there: int
    """The paragraph of the release, from 0."""
    there_start: int
    there_end: int
    text: str
    """That paragraph, verbatim."""
    share: float
    """How much of the shorter paragraph stands in the other, by word triples, 0–1."""
    sentence: float
    """The same for the sentence of ten words or more that is found best, 0–1; 0 when no sentence is that long."""
    words: int
    """How many words of the draft's paragraph are reused."""
    exact: bool
    """Whether both paragraphs are the same after folding."""
    figures_differ: bool
    """Whether the copy has other figures than the release."""


class Published(Protocol):
    """The releases that were published, as a draft is held against them."""

    def reuse(self, paragraphs: Sequence[str], own: str = "", without: Collection[str] = ()) -> tuple[Match, ...]:
        """What of these texts was published, best matches of each paragraph first.

        Versions of the release ``own`` are never counted, nor those of the releases ``without``. Raises ``KnownError``.
        """
        ...

    def standing(self, paragraphs: Sequence[str]) -> frozenset[int]:
        """Which of these texts stand word for word in so many releases that it says nothing. Raises ``KnownError``."""
        ...


@dataclass(frozen=True, slots=True)
class Against:
    """What one draft is held against."""

    published: Published
    own: str = ""
    """The release the draft is to become a version of."""
    without: frozenset[str] = frozenset()
    """Releases its editor has left out, with a reason."""

    go_on: Callable[[], bool] = lambda: True
    """Whether the answer is still wanted."""

    def reuse(self, paragraphs: Sequence[str]) -> tuple[Match, ...]:
        """What of these texts was published elsewhere. Raises ``KnownError``.

        A long draft is asked about in parts; what is known when ``go_on`` says no is all that comes back.
        """
        found: list[Match] = []
        for first in range(0, len(paragraphs), _ASKED):
            if not self.go_on():
                break
            part = self.published.reuse(paragraphs[first : first + _ASKED], self.own, self.without)
            found += (replace(match, paragraph=first + match.paragraph) for match in part)
        return tuple(found)

    def standing(self, paragraphs: Sequence[str]) -> frozenset[int]:
        """Which of these texts are what so many releases say that it proves nothing. Raises ``KnownError``."""
        return self.published.standing(paragraphs) if self.go_on() else frozenset()
