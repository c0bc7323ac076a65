"""ZWN: text that was read from a PDF, where half-spaces are lost by the hundred and should be told of once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, OverviewCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.view import Context, DraftView
    from pr_editor.text.span import Edit

LOST = Rule(
    code="ZWN016",
    name="half-spaces-lost",
    summary=N_("The text comes from a PDF, where half-spaces are lost: {number} places, the first one «{text}»."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority="No PDF reader keeps the half-space of Persian text",
)
_NEAR = 8
"""Fixes come in reading order: only the last few edits can be met."""


def gather(draft: DraftView, hits: Sequence[Hit], context: Context) -> Sequence[Hit]:
    """In a draft that is marked as coming from a PDF, put one hit in the place of all about half-spaces."""
    lost = [hit for hit in hits if hit.rule.family == LOST.family]
    if not draft.draft.from_pdf or not lost or not context.profile.runs(LOST.code):
        return hits
    place = draft.draft.index()
    lost.sort(key=lambda hit: (place[hit.span.key], hit.span.start))
    return [*(hit for hit in hits if hit.rule.family != LOST.family), _one(lost)]


def _one(lost: Sequence[Hit]) -> Hit:
    every = [hit.fixes[0] for hit in lost if hit.fixes]
    safe = [first for first in every if first.applicability is Applicability.SAFE]
    fixes = []
    if safe:
        title = N_("Put right the {number} that are sure")
        fixes.append(fix(title, _apart(safe), Applicability.SAFE, number=len(safe)))
    if len(every) > len(safe):
        fixes.append(fix(N_("Put right all {number}"), _apart(every), Applicability.ASK, number=len(every)))
    weight = None if safe else Severity.NOTE
    return Hit(LOST, lost[0].span, args=(("number", len(lost)),), fixes=tuple(fixes), severity=weight)


def _apart(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits of these fixes, in order; a fix that meets an earlier one is left for the next time."""
    taken: list[Edit] = []
    for one in fixes:
        if not any(edit.span.overlaps(other.span) for edit in one.edits for other in taken[-_NEAR:]):
            taken += one.edits
    return taken


CHECKS: tuple[Check, ...] = (OverviewCheck((LOST,), gather),)
