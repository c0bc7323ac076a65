"""Paragraphs as those who look for repeats see them: words, sentences, and whether it is a title."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from pr_editor.text.alignment import without_figures
from pr_editor.text.draft import Kind
from pr_editor.text.sentences import ends_sentence, sentence_spans

if TYPE_CHECKING:
    from pr_editor.checks.view import ParagraphView
    from pr_editor.text.similarity import Word
    from pr_editor.text.span import Span

OPENING = frozenset({Kind.HEADLINE, Kind.LEAD})
LAYOUT = frozenset({Kind.LIST, Kind.SUBHEAD})

_TITLE = 20
"""Words of the longest title."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at ``[start, end)`` of its paragraph, and its folded words."""

    start: int
    end: int
    words: tuple[str, ...]


class Passage:
    """The paragraph at position ``at`` of a draft with its words, as the comparisons need it."""

    def __init__(self, at: int, view: ParagraphView) -> None:
        """Split the paragraph into words; all else is worked out when asked for."""
        self.at = at
        self.view = view
        self.kind = view.kind
        self.places: tuple[Word, ...] = view.compared
        self.words: tuple[str, ...] = tuple(word.text for word in self.places)

    @cached_property
    def is_title(self) -> bool:
        """Whether it is a short list item or a title, whose job is to say what the text says."""
        if self.kind in OPENING or len(self.words) > _TITLE:
            return False
        return self.kind in LAYOUT or not ends_sentence(self.view.text)

    @cached_property
    def without_figures(self) -> tuple[str, ...]:
        """The words, with one sign for every figure, be it in digits or in words."""
        return without_figures(self.view.text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in reading order."""
        starts = [word.start for word in self.places]
        found = []
        for start, end in sentence_spans(self.view.text):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            found.append(Sentence(start, end, self.words[first:last]))
        return found

    def sentence_at(self, word: int, run: int) -> Sentence:
        """The sentence that holds most of the ``run`` of words that begins at ``word``."""
        return self.sentences[self.number_of(self.places[word + run // 2].start if run else 0)]

    def number_of(self, offset: int) -> int:
        """Which sentence the character at ``offset`` belongs to, counted from 0."""
        return max(bisect_right(self.sentences, offset, key=attrgetter("start")) - 1, 0)

    @property
    def span(self) -> Span:
        """The whole paragraph."""
        return self.view.span(0, len(self.view.text))
