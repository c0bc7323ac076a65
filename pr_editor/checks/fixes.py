"""Applying many fixes at once: only those that are sure, never two in one place, until nothing is left to do."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Finding, Fix
from pr_editor.checks.protect import same_facts
from pr_editor.text.edits import apply, edit_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pr_editor.checks.engine import Engine
    from pr_editor.text.draft import Draft, Kind
    from pr_editor.text.span import Span

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
    """The fixes that can be applied together: first come, first served; overlapping an earlier one means out."""
    chosen: list[Applied] = []
    taken: defaultdict[int, list[Span]] = defaultdict(list)
    for finding in findings:
        # Of a long draft this is asked with every keystroke: nothing is built for the many that have no such fix.
        if not finding.fixes or finding.fixes[0].applicability < least:
            continue
        fix = finding.fixes[0]
        if any([_is_taken(edit.span, taken[edit.span.key]) for edit in fix.edits]):  # noqa: C419 - a generator takes half as long again
            continue
        for edit in fix.edits:
            _take(edit.span, taken[edit.span.key])
        chosen.append(Applied(finding, fix))
    return chosen


def _take(span: Span, taken: list[Span]) -> None:
    """Sort ``span`` in; mostly it comes last."""
    if not taken or taken[-1].end < span.start:
        taken.append(span)
    else:
        insort(taken, span)


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Whether ``span`` overlaps one of ``taken``, all of its paragraph.

    Those are sorted and apart, so only its two neighbours can.
    """
    if not taken or taken[-1].end < span.start:
        return False
    at = bisect_left(taken, span)
    return any(span.overlaps(other) for other in taken[max(at - 1, 0) : at + 1])


def keep_facts(draft: Draft, chosen: Iterable[Applied]) -> list[Applied]:
    """Leave out what the guard passed alone but not in company, such as two fixes that meet beside one figure.

    Where the fixes of a paragraph harm its facts together, only so many are taken that the facts hold; the others
    have their turn when the draft is checked again.
    """
    texts = {paragraph.key: paragraph.text for paragraph in draft.paragraphs}
    kept: list[Applied] = []
    for key, group in groupby(sorted(chosen, key=_paragraph), key=_paragraph):
        together = list(group)
        kept += together if key == _SEVERAL else _as_many_as_hold(texts[key], [], together)
    return kept


def _as_many_as_hold(text: str, some: list[Applied], more: list[Applied]) -> list[Applied]:
    """Those of ``more`` that keep the facts of ``text`` beside ``some``: all, or what is found by halving."""
    if not more or _harmless(text, [*some, *more]):
        return more
    if len(more) == 1:
        return []
    half = len(more) // 2
    first = _as_many_as_hold(text, some, more[:half])
    return first + _as_many_as_hold(text, some + first, more[half:])


_SEVERAL = -1


def _paragraph(applied: Applied) -> int:
    """The key of the one paragraph a fix changes. Fixes across paragraphs or without edits are judged alone."""
    keys = {edit.span.key for edit in applied.fix.edits}
    return keys.pop() if len(keys) == 1 else _SEVERAL


def _harmless(text: str, together: Sequence[Applied]) -> bool:
    after = edit_text(text, (edit for one in together for edit in one.fix.edits))
    return same_facts(text, after, (one.finding.rule.touches for one in together))


def fix_all(
    engine: Engine,
    draft: Draft,
    least: Applicability = Applicability.SAFE,
    overrides: Mapping[int, Kind] | None = None,
    wanted: Callable[[Finding], bool] = lambda _: True,
) -> tuple[Draft, list[Applied]]:
    """Fix, check again, and repeat at most ``ROUNDS`` times until no fix is left. Gives the draft and what was done.

    Only findings that are ``wanted`` are fixed.
    """
    done: list[Applied] = []
    for _ in range(ROUNDS):
        chosen = keep_facts(draft, choose(filter(wanted, engine.review(draft, overrides).findings), least))
        if not chosen:
            break
        draft = apply(draft, (edit for one in chosen for edit in one.fix.edits))
        done += chosen
    return draft, done
