"""Spell checkers under one question: which places of these texts do you mark, and what do you propose there?

pr-editor reads whole sentences. The others know single words; each of them is asked about every Persian word of a
text, cut out by pr-editor's tokenizer and in normal form, so that they differ in what they know of words alone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING

from benchmarks.slips import overlaps
from pr_editor.app.review import Reviewer, Style
from pr_editor.language.normal import normal
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Draft, Paragraph
from pr_editor.text.edits import edit_text
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.slips import Place
    from pr_editor.app.services import Services

_LINES = 40
"""Sentences given to pr-editor as the paragraphs of one draft."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place ``[start, end)``; ``loud`` if as a warning or worse; the whole sentence by each proposal."""

    start: int
    end: int
    loud: bool
    proposals: tuple[str, ...] = ()


class Speller(ABC):
    """A spell checker. ``name`` stands in the table."""

    name: str

    @abstractmethod
    def known(self, forms: Sequence[str]) -> list[bool]:
        """Whether each word is one."""

    @abstractmethod
    def propose(self, form: str) -> list[str]:
        """At most five words that may have been meant, best first."""

    def marks(self, texts: Sequence[str], wanted: Sequence[Sequence[Place]]) -> list[list[Mark]]:
        """What is marked in each text; proposals only at the places wanted, for some spellers take a second each."""
        marked = []
        for text, places in zip(texts, wanted, strict=True):
            tokens = words(text)
            known = self.known([normal(token.text) for token in tokens])
            marked.append(
                [
                    Mark(
                        token.start,
                        token.end,
                        loud=True,
                        proposals=self._rewritten(text, (token.start, token.end), places),
                    )
                    for token, is_known in zip(tokens, known, strict=True)
                    if not is_known
                ]
            )
        return marked

    def _rewritten(self, text: str, place: Place, wanted: Sequence[Place]) -> tuple[str, ...]:
        if not any(overlaps(place, other) for other in wanted):
            return ()
        start, end = place
        return tuple(text[:start] + form + text[end:] for form in self.propose(normal(text[start:end])))


class PrEditor(Speller):
    """The program: its engine with the spelling rules of the house style ``pr``."""

    name = "pr-editor"

    def __init__(self, services: Services) -> None:
        """Load the dictionaries."""
        self._engine = Reviewer(services, Style("pr", select=("SPL",))).engine
        self._language = services.language()

    def known(self, forms: Sequence[str]) -> list[bool]:
        """By every list and rule of acceptance."""
        return [self._language.knows(form) for form in forms]

    def propose(self, form: str) -> list[str]:
        """Without neighbours."""
        return [candidate.text for candidate in self._language.candidates(form)]

    def marks(self, texts: Sequence[str], wanted: Sequence[Sequence[Place]]) -> list[list[Mark]]:
        """What the review of these texts finds."""
        del wanted
        return [marks for lines in batched(texts, _LINES) for marks in self._review(lines)]

    def _review(self, lines: Sequence[str]) -> list[list[Mark]]:
        draft = Draft(tuple(Paragraph(key, line) for key, line in enumerate(lines)))
        marks: list[list[Mark]] = [[] for _ in lines]
        for finding in self._engine.review(draft).findings:
            span, line = finding.span, lines[finding.span.key]
            rewritten = tuple(edit_text(line, fix.edits) for fix in finding.fixes)
            marks[span.key].append(Mark(span.start, span.end, finding.severity >= Severity.WARNING, rewritten))
        return marks
