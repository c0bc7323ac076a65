"""What a check is given: paragraphs with everything several checks need, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pr_editor.checks.house import House
from pr_editor.text.fold import fold
from pr_editor.text.similarity import split_words
from pr_editor.text.span import Edit, Span
from pr_editor.text.tokens import Token, TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.checks.structure import Structure
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile
    from pr_editor.text.draft import Draft, Kind, Paragraph
    from pr_editor.text.similarity import Word


class ParagraphView:
    """One paragraph under review. Its derived parts are computed on first use and kept."""

    def __init__(self, paragraph: Paragraph) -> None:
        """Wrap ``paragraph``; cheap."""
        self.paragraph = paragraph
        self.key = paragraph.key
        self.text = paragraph.text
        self.kind: Kind = paragraph.kind
        self._made: dict[object, Any] = {}

    def once[T](self, make: Callable[[ParagraphView, Context], T], context: Context) -> T:
        """What ``make`` makes of this paragraph, worked out when the first check asks for it.

        A view lives as long as its engine remembers it, and that has one ``context``.
        """
        if make not in self._made:
            self._made[make] = make(self, context)
        made: T = self._made[make]
        return made

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens in reading order."""
        return tokenize(self.text)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The Persian words in reading order."""
        return tuple(token for token in self.tokens if token.kind is TokenKind.WORD)

    @cached_property
    def folded(self) -> str:
        """The text folded for comparing; offsets differ from the text's."""
        return fold(self.text)

    @cached_property
    def compared(self) -> tuple[Word, ...]:
        """Its words and numbers folded, for comparing with other texts."""
        return split_words(self.text)

    def span(self, start: int, end: int) -> Span:
        """A span of this paragraph."""
        return Span(self.key, start, end)

    def edit(self, start: int, end: int, text: str) -> Edit:
        """An edit of this paragraph."""
        return Edit(self.span(start, end), text)


class DraftView:
    """A draft under review."""

    def __init__(self, draft: Draft, paragraphs: tuple[ParagraphView, ...], structure: Structure) -> None:
        """Take the draft, a view of each of its paragraphs in order, and its parts."""
        self.draft = draft
        self.paragraphs = paragraphs
        self.structure = structure


@dataclass(frozen=True)
class Context:
    """What a check may consult besides the text."""

    profile: Profile
    language: Language

    @cached_property
    def house(self) -> House:
        """What the house has registered, as checks look it up."""
        return House(self.profile.lists)
