"""Applying many fixes at once: only those that are sure, never two in one place, until nothing is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Finding, Fix
from pr_editor.text.edits import apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pr_editor.checks.engine import Engine
    from pr_editor.text.draft import Draft, Kind
    from pr_editor.text.span import Edit

ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Applied:
    """A fix that was applied, and what for."""

    finding: Finding
    fix: Fix


def first_fix(finding: Finding, least: Applicability) -> Fix | None:
    """The best fix of a finding if it may be trusted at least this far."""
    if finding.fixes and finding.fixes[0].applicability >= least:
        return finding.fixes[0]
    return None


def choose(findings: Iterable[Finding], least: Applicability = Applicability.SAFE) -> list[Applied]:
    """The fixes that can be applied together: first come, first served, overlaps left out."""
    chosen: list[Applied] = []
    taken: dict[int, list[Edit]] = {}
    for finding in findings:
        fix = first_fix(finding, least)
        if fix is None:
            continue
        if any(edit.span.overlaps(other.span) for edit in fix.edits for other in taken.get(edit.span.key, ())):
            continue
        for edit in fix.edits:
            taken.setdefault(edit.span.key, []).append(edit)
        chosen.append(Applied(finding, fix))
    return chosen


def fix_all(
    engine: Engine,
    draft: Draft,
    least: Applicability = Applicability.SAFE,
    overrides: Mapping[int, Kind] | None = None,
) -> tuple[Draft, list[Applied]]:
    """Fix, check again, and repeat at most ``ROUNDS`` times until no fix is left. Gives the draft and what was done."""
    done: list[Applied] = []
    for _ in range(ROUNDS):
        chosen = choose(engine.review(draft, overrides).findings, least)
        if not chosen:
            break
        draft = apply(draft, (edit for one in chosen for edit in one.fix.edits))
        done += chosen
    return draft, done
