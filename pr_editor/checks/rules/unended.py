"""STR: paragraphs whose last sentence nobody ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

UNENDED = Rule(
    "STR011",
    "paragraph-without-end",
    N_("The last sentence of the paragraph has no full stop."),
    Severity.NOTE,
    Applicability.ASK,
    "Academy of Persian Language: a full stop ends a sentence",
)

_LEAST_WORDS = 10
"""Shorter lines may be crossheads or items of a list that look like sentences."""
_QUOTES = '»"”'


def unended(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report prose that ends with a verb and no mark: Persian sentences end with their verb, other lines seldom do."""
    if view.kind not in {Kind.LEAD, Kind.BODY} or len(view.words) < _LEAST_WORDS:
        return
    last, end = view.words[-1], len(view.text)
    if view.text[last.end :].strip(_QUOTES) or not context.language.is_verb(last.text):
        return
    ended = fix(N_("Put a full stop"), [view.edit(end, end, ".")], Applicability.ASK)
    yield Hit(UNENDED, view.span(last.start, last.end), fixes=(ended,))


CHECKS: tuple[Check, ...] = (ParagraphCheck((UNENDED,), unended),)
