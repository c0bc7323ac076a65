"""Words torn apart by spaces, for the rule that reports them and for those that must not report their pieces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Language

SPLIT_WORD = "SPL003"
_GAP = re.compile("[ \u00a0]+")
_MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Split:
    """The words ``first`` to ``last`` of a paragraph, counted from 0, are the pieces of ``word``."""

    first: int
    last: int
    word: str


def splits(view: ParagraphView, context: Context) -> tuple[Split, ...]:
    """Every word of a paragraph that stands in pieces."""
    return view.once(_splits, context)


def _splits(view: ParagraphView, context: Context) -> tuple[Split, ...]:
    return tuple(_found(view, context.language))


def _found(view: ParagraphView, language: Language) -> Iterator[Split]:
    texts = [word.text for word in view.words]
    tied = [bool(_GAP.fullmatch(view.text, a.end, b.start)) for a, b in pairwise(view.words)]
    at = 0
    while at < len(tied):
        found = _at(texts, tied, at, language) if tied[at] else None
        if found is not None:
            yield found
        at = found.last + 1 if found is not None else at + 1


def _at(texts: list[str], tied: list[bool], at: int, language: Language) -> Split | None:
    """The longest split that begins with the word ``at``, or None."""
    for size in range(_MOST_PARTS, 1, -1):
        end = at + size
        if end > len(texts) or not all(tied[at : end - 1]) or not language.may_be_split(texts[at:end]):
            continue
        before = texts[at - 1] if at and tied[at - 1] else ""
        after = texts[end] if end < len(texts) and tied[end - 1] else ""
        if word := language.split_word(tuple(texts[at:end]), before, after):
            return Split(at, end - 1, word)
    return None
