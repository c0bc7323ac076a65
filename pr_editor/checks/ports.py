"""What a review may ask of an archive of published releases.

The library offers it; the checks know nothing of files or of SQLite, and run without an archive as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date


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
    words: int
    """How many words the whole text has."""


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


@dataclass(frozen=True, slots=True)
class Against:
    """What one draft is held against."""

    published: Published
    own: str = ""
    """The release the draft is to become a version of."""
    without: frozenset[str] = frozenset()
    """Releases its editor has left out, with a reason."""

    def reuse(self, paragraphs: Sequence[str]) -> tuple[Match, ...]:
        """What of these texts was published elsewhere. Raises ``KnownError``."""
        return self.published.reuse(paragraphs, self.own, self.without)
