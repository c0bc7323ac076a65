"""STR: the parts of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import DraftCheck, Hit, Rule
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView
    from pr_editor.text.span import Span

_INVERTED_PYRAMID = "Newsroom practice: the inverted pyramid, headline and lead before the body"

NO_HEADLINE = Rule(
    "STR001", "headline-missing", N_("The draft has no headline."), Severity.WARNING, None, _INVERTED_PYRAMID
)
NO_LEAD = Rule("STR002", "lead-missing", N_("The draft has no lead."), Severity.WARNING, None, _INVERTED_PYRAMID)


def _parts(draft: DraftView, _: Context) -> Iterator[Hit]:
    if not draft.paragraphs:
        return
    kinds = [view.kind for view in draft.paragraphs]
    if Kind.HEADLINE not in kinds:
        yield Hit(NO_HEADLINE, draft.paragraphs[0].span(0, 0))
    if Kind.LEAD not in kinds:
        yield Hit(NO_LEAD, _where_the_lead_belongs(draft, kinds))


def _where_the_lead_belongs(draft: DraftView, kinds: list[Kind]) -> Span:
    """Before the paragraph under the headline; after the headline when nothing follows."""
    under = kinds.index(Kind.HEADLINE) + 1 if Kind.HEADLINE in kinds else 0
    if under < len(kinds):
        return draft.paragraphs[under].span(0, 0)
    last = draft.paragraphs[-1]
    return last.span(len(last.text), len(last.text))


CHECKS: tuple[Check, ...] = (DraftCheck((NO_HEADLINE, NO_LEAD), _parts),)
