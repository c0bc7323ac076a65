"""Neighbouring words, for rules that ask whether two words are one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, Rule, fix
from pr_editor.language.affixes import plain
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Severity
    from pr_editor.text.tokens import Token

_SPACE = re.compile("[ \u00a0]+")


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two words with nothing but spaces between them, in plain Persian letters, and what may be asked about them."""

    view: ParagraphView
    language: Language
    at: int
    first: Token
    second: Token
    a: str
    b: str

    @property
    def joined(self) -> str:
        """Both words with a half-space between them."""
        return f"{self.a}{ZWNJ}{self.b}"

    @property
    def following(self) -> str:
        """The word after both, or nothing."""
        return "".join(word.text for word in self.view.words[self.at + 2 : self.at + 3])

    def hit(
        self, rule: Rule, applicability: Applicability, between: str = ZWNJ, severity: Severity | None = None
    ) -> Hit:
        """A finding over both words whose fix puts ``between`` in the place of the space."""
        edits = [self.view.edit(self.first.end, self.second.start, between)]
        word = f"{self.first.text}{between}{self.second.text}"
        joined = fix(N_("Write «{word}»"), edits, applicability, word=word)
        return Hit(rule, self.view.span(self.first.start, self.second.end), fixes=(joined,), severity=severity)


def word_pairs(view: ParagraphView, context: Context) -> Iterator[WordPair]:
    """Every two words of a paragraph between which nothing but spaces stands."""
    texts = [plain(word.text) for word in view.words]
    for at, (first, second) in enumerate(pairwise(view.words)):
        if _SPACE.fullmatch(view.text, first.end, second.start):
            yield WordPair(view, context.language, at, first, second, texts[at], texts[at + 1])
