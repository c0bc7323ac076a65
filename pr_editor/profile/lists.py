"""What a house registers beside its style: terms, people, organisations and standard paragraphs.

Each list is a table with one entry a line, kept as CSV beside the TOML file of the house style (see ``table``). Words
are plain text, compared after folding; a field of several entries holds them with a bar between.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Pack(StrEnum):
    """How much a term matters: an error of the language, the house's advice, or its taste."""

    ERROR = "error"
    ADVICE = "advice"
    TASTE = "taste"


@dataclass(frozen=True, slots=True)
class Term:
    """Words the house does not write, and what it writes instead."""

    avoid: str
    """A word or phrase; its inflected forms and half-space variants are meant too."""
    prefer: tuple[str, ...] = ()
    """What to write, best first; empty where the words are only to be thought over."""
    pack: Pack = Pack.ADVICE
    advice: str = ""
    """Why, for the person who wrote it."""
    unless: tuple[str, ...] = ()
    """Longer phrases in which the words are right."""

    @property
    def key(self) -> str:
        """What tells one term from another."""
        return self.avoid


@dataclass(frozen=True, slots=True)
class Person:
    """A person the house writes about, or who writes for it; one entry for each post held."""

    name: str
    """In full, as at first mention."""
    post: str = ""
    organisation: str = ""
    since: str = ""
    until: str = ""
    """When the post began and ended, Jalali, «۱۴۰۲/۰۷/۱۵» in any digits; empty where it is open."""
    variants: tuple[str, ...] = ()
    """Other ways to write the name that are wrong here."""
    byline: str = ""
    """The role to print when this person writes a release, such as «کارشناس روابط عمومی»; empty for others."""

    @property
    def key(self) -> tuple[str, str, str]:
        """One person may hold several posts, and the same post twice."""
        return self.name, self.post, self.since


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation by its registered name."""

    name: str
    """In full, as at first mention."""
    short: tuple[str, ...] = ()
    """What it is called after the first mention."""
    variants: tuple[str, ...] = ()
    """Former names and other ways to write it that are wrong here."""

    @property
    def key(self) -> str:
        """What tells one organisation from another."""
        return self.name


@dataclass(frozen=True, slots=True)
class StandardParagraph:
    """A paragraph the house puts under its releases, such as «درباره …»."""

    title: str
    text: str
    former: tuple[str, ...] = ()
    """Older wordings that are to be replaced."""

    @property
    def key(self) -> str:
        """What tells one paragraph from another."""
        return self.title


@dataclass(frozen=True, slots=True)
class Lists:
    """All that a house has registered."""

    terms: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    paragraphs: tuple[StandardParagraph, ...] = ()

    def extended(self, other: Lists) -> Lists:
        """These entries after those of the house style that is extended; an equal key replaces the other's entry."""
        return Lists(
            _over(self.terms, other.terms),
            _over(self.people, other.people),
            _over(self.organisations, other.organisations),
            _over(self.paragraphs, other.paragraphs),
        )


class Keyed(Protocol):
    """An entry of a list."""

    @property
    def key(self) -> object:
        """What tells it from the others."""


def _over[T: Keyed](own: tuple[T, ...], inherited: tuple[T, ...]) -> tuple[T, ...]:
    replaced = {entry.key for entry in own}
    return (*(entry for entry in inherited if entry.key not in replaced), *own)
