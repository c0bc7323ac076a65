"""What a house has registered, indexed as checks look it up: terms, names, standard paragraphs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pr_editor.checks.phrase_index import PhraseIndex, words_of
from pr_editor.checks.registered_names import RegisteredNames
from pr_editor.checks.standing import StandingTexts
from pr_editor.language.normal import normal
from pr_editor.language.terms import Term, Terms

if TYPE_CHECKING:
    from pr_editor.profile.lists import Lists, Organisation


class House:
    """Each index is built when a check first asks for it: most houses register little."""

    def __init__(self, lists: Lists) -> None:
        """Take the lists of the house style; cheap."""
        self.lists = lists

    @cached_property
    def terms(self) -> Terms:
        """The house's own terms; the reason of each is its advice."""
        return Terms(
            Term(term.avoid, term.prefer, term.pack.value, term.advice, term.unless) for term in self.lists.terms
        )

    @cached_property
    def preferred(self) -> frozenset[str]:
        """What the terms say is to be written, in normal form."""
        return frozenset(normal(word) for term in self.lists.terms for word in term.prefer)

    @cached_property
    def names(self) -> RegisteredNames:
        """People and organisations by their names."""
        return RegisteredNames(self.lists)

    @cached_property
    def short_names(self) -> PhraseIndex[Organisation]:
        """Organisations by what they are called after the first mention."""
        entries = self.lists.organisations
        return PhraseIndex((short, organisation) for organisation in entries for short in organisation.short)

    @cached_property
    def standing(self) -> StandingTexts:
        """The standard paragraphs, by their present and former wordings."""
        return StandingTexts(self.lists.paragraphs)

    def is_standing(self, text: str) -> bool:
        """Whether a text is one of the standard paragraphs, in whichever wording."""
        return self.standing.recognise(words_of(text)) is not None
