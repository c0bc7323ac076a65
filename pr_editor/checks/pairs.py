"""Words and neighbouring words as the half-space rules look at them: in plain letters, without what must stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, Rule, fix
from pr_editor.language.affixes import plain
from pr_editor.profile.choices import NonJoining
from pr_editor.text.letters import NON_JOINING, ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from pr_editor.checks.model import Fix
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
    seen: str
    """What the house writes where a half-space would stand after a letter that joins to none: itself, or nothing."""

    @property
    def joined(self) -> str:
        """Both words with a half-space between them."""
        return f"{self.a}{ZWNJ}{self.b}"

    @property
    def following(self) -> str:
        """The word after both, or nothing."""
        return "".join(word.text for word in self.view.words[self.at + 2 : self.at + 3])

    @property
    def preceding(self) -> str:
        """The word before both, or nothing."""
        return self.view.words[self.at - 1].text if self.at else ""

    def hit(
        self,
        rule: Rule,
        applicability: Applicability,
        between: str | None = None,
        severity: Severity | None = None,
        others: tuple[Fix, ...] = (),
    ) -> Hit:
        """A finding over both words whose fix puts a half-space, or ``between``, in the place of the space."""
        if between is None:
            between = self.seen if self.a[-1] in NON_JOINING else ZWNJ
        edits = [self.view.edit(self.first.end, self.second.start, between)]
        word = f"{self.first.text}{between}{self.second.text}"
        joined = fix(N_("Write «{word}»"), edits, applicability, word=word)
        span = self.view.span(self.first.start, self.second.end)
        return Hit(rule, span, fixes=(joined, *others), severity=severity)


def word_pairs(view: ParagraphView, context: Context) -> tuple[WordPair, ...]:
    """Every two words of a paragraph between which nothing but spaces stands, and which may be changed."""
    return view.once(_word_pairs, context)


def single_words(view: ParagraphView, context: Context) -> tuple[tuple[Token, str], ...]:
    """Every word of a paragraph that may be changed, with its plain letters."""
    return view.once(_single_words, context)


def _word_pairs(view: ParagraphView, context: Context) -> tuple[WordPair, ...]:
    options = context.profile.options.orthography
    seen = "" if options.half_space_after_non_joining is NonJoining.REMOVE else ZWNJ
    fixed = untouchable(options.untouchable)
    text, words = view.text, view.words
    letters = [plain(word.text) for word in words]
    return tuple(
        WordPair(view, context.language, at, first, second, a, b, seen)
        for at, (first, second, a, b) in enumerate(zip(words, words[1:], letters, letters[1:], strict=False))
        if _SPACE.fullmatch(text, first.end, second.start)
        and not (fixed and (a in fixed or b in fixed or f"{a} {b}" in fixed))
    )


def _single_words(view: ParagraphView, context: Context) -> tuple[tuple[Token, str], ...]:
    fixed = untouchable(context.profile.options.orthography.untouchable)
    added = context.language.is_added
    letters = ((token, plain(token.text)) for token in view.words)
    return tuple((token, word) for token, word in letters if word not in fixed and not added(word))


@lru_cache(maxsize=16)
def untouchable(words: tuple[str, ...]) -> frozenset[str]:
    """The house's list of words, or pairs of words, that stay as they are, in plain letters."""
    return frozenset(map(plain, words))


def parted(
    view: ParagraphView, token: Token, rule: Rule, at: int, between: str, applicability: Applicability
) -> Hit | None:
    """A finding over a word whose fix puts ``between`` ``at`` characters into it; none in a word full of signs."""
    if len(plain(token.text)) != len(token.text):
        return None
    place = token.start + at
    word = f"{token.text[:at]}{between}{token.text[at:]}"
    apart = fix(N_("Write «{word}»"), [view.edit(place, place, between)], applicability, word=word)
    return Hit(rule, view.span(token.start, token.end), fixes=(apart,))
