"""What a house registers beside its style: terms, people, organisations, standard paragraphs, and what is always left.

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
    """How much it matters; advice where nothing is said."""
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
    """The post held, as it is written after the name."""
    organisation: str = ""
    """Where it is held; empty where the post says so itself."""
    since: str = ""
    """When the post began, Jalali, «۱۴۰۲/۰۷/۱۵» in any digits; empty where nobody knows."""
    until: str = ""
    """When it ended, in the same form; empty where it is held now."""
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
    """What the paragraph is called in the list; it is not printed."""
    text: str
    """Word for word as it is printed."""
    former: tuple[str, ...] = ()
    """Older wordings that are to be replaced."""

    @property
    def key(self) -> str:
        """What tells one paragraph from another."""
        return self.title


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Words a rule is to say nothing about, ever again."""

    rule: str
    """The code of the rule."""
    words: str
    """As they stand in a draft."""
    reason: str = ""
    """Why they are right, if anybody said so."""
    by: str = ""
    """Who decided it, where that is known."""
    since: str = ""
    """The day it was decided, Jalali, «۱۴۰۲/۰۷/۱۵»."""

    @property
    def key(self) -> tuple[str, str]:
        """A rule is kept from some words once."""
        return self.rule, self.words


@dataclass(frozen=True, slots=True)
class Lists:
    """All that a house has registered."""

    terms: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    paragraphs: tuple[StandardParagraph, ...] = ()
    left: tuple[LeftAlone, ...] = ()

    def extended(self, other: Lists) -> Lists:
        """These entries after those of the house style that is extended; an equal key replaces the other's entry."""
        return Lists(
            _over(self.terms, other.terms),
            _over(self.people, other.people),
            _over(self.organisations, other.organisations),
            _over(self.paragraphs, other.paragraphs),
            _over(self.left, other.left),
        )


class Keyed(Protocol):
    """An entry of a list."""

    @property
    def key(self) -> object:
        """What tells it from the others."""


def _over[T: Keyed](own: tuple[T, ...], inherited: tuple[T, ...]) -> tuple[T, ...]:
    replaced = {entry.key for entry in own}
    return (*(entry for entry in inherited if entry.key not in replaced), *own)
