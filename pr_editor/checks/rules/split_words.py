"""SPL003: one word in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.checks.splits import SPLIT_WORD, splits
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

SPLIT = Rule(
    code=SPLIT_WORD,
    name="split-word",
    summary=N_("«{text}» is one word, «{word}», torn apart by a space."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="Lilak and hazm word lists, and words and pairs of words counted in published news",
)


def split_words(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report neighbours that make one common word where they make no sense apart."""
    for split in splits(view, context):
        start, end = view.words[split.first].start, view.words[split.last].end
        joined = fix(N_("Write «{word}»"), [view.edit(start, end, split.word)], Applicability.ASK, word=split.word)
        yield Hit(SPLIT, view.span(start, end), args=(("word", split.word),), fixes=(joined,))


CHECKS: tuple[Check, ...] = (ParagraphCheck((SPLIT,), split_words),)
