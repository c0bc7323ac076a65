"""What rules about single words share: where a word stands among others, and fixes that put another in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Fix, fix
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.view import ParagraphView
    from pr_editor.language.language import Candidate, Language
    from pr_editor.text.tokens import Token

_OPENING = tuple('(«“"[')
_CLOSING = tuple(')»”"]')


def beside(view: ParagraphView, at: int, other: int) -> str:
    """The neighbour ``other`` of a word, when nothing but white space parts them."""
    if not 0 <= other < len(view.words):
        return ""
    left, right = view.words[min(at, other)], view.words[max(at, other)]
    return view.words[other].text if view.text[left.end : right.start].isspace() else ""


def is_part(language: Language, before: str, word: str, after: str) -> bool:
    """Whether the word only lacks its half-space to a neighbour, as in «بهره وری»: the half-space rules say so."""
    return bool(before and language.lists(f"{before}{ZWNJ}{word}")) or bool(
        after and language.lists(f"{word}{ZWNJ}{after}")
    )


def alone_in_marks(view: ParagraphView, token: Token) -> bool:
    """Whether brackets or quotation marks hold this one word: «… (ایسا)» gives a name or a short form."""
    return view.text[token.start - 1 : token.start] in _OPENING and view.text[token.end : token.end + 1] in _CLOSING


def replacements(view: ParagraphView, token: Token, candidates: Iterable[Candidate]) -> tuple[Fix, ...]:
    """A fix for each candidate, in their order; which one was meant only the editor knows."""
    return tuple(
        fix(
            N_("Replace with «{word}»"),
            [view.edit(token.start, token.end, candidate.text)],
            Applicability.ASK,
            word=candidate.text,
        )
        for candidate in candidates
    )
