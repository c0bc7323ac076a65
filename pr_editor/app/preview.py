"""What reviewing a draft by another house style would change, rule by rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.model import Finding

EXAMPLES = 3
"""How many of the words concerned are shown for a rule, at most."""


@dataclass(slots=True)
class RuleChange:
    """What becomes of the findings of one rule."""

    code: str
    appearing: int = 0
    going: int = 0
    weighed: int = 0
    """How many stay but weigh more or less."""
    examples: list[str] = field(default_factory=list)
    """Words of some of them, each once; empty texts, of what is missing, are left out."""


def rule_changes(now: Iterable[Finding], then: Iterable[Finding]) -> tuple[RuleChange, ...]:
    """Compare the findings by the house style in use with those by another one. Rules with no change are left out."""
    before = {finding.fingerprint: finding for finding in now}
    after = {finding.fingerprint: finding for finding in then}
    changes: dict[str, RuleChange] = {}
    for name, finding in (before | after).items():
        change = changes.setdefault(finding.code, RuleChange(finding.code))
        if name not in before:
            change.appearing += 1
        elif name not in after:
            change.going += 1
        elif before[name].severity is not after[name].severity:
            change.weighed += 1
        else:
            continue
        if finding.text and finding.text not in change.examples and len(change.examples) < EXAMPLES:
            change.examples.append(finding.text)
    return tuple(change for _, change in sorted(changes.items()) if change.appearing or change.going or change.weighed)
