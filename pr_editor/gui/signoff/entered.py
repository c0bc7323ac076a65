"""What is known about a draft that is to be handed in, and what was entered about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding
    from pr_editor.review.model import Exclusion, Metadata, Waiver


@dataclass(frozen=True, slots=True)
class Standing:
    """How the draft stands just now. ``problem`` is why it can't be handed in whatever is entered, as a sentence."""

    findings: tuple[Finding, ...] = ()
    problem: str = ""
    exclusions: tuple[Exclusion, ...] = ()
    """Earlier releases it was not held against."""
    unanswered: int = 0
    """Comments on it that were neither answered nor settled."""


@dataclass(slots=True)
class Entered:
    """What was entered and is kept when the sheet is left for the text: fields by name, reasons by fingerprint."""

    metadata: Metadata
    waived: tuple[Waiver, ...] = ()
    """Given with the version before."""
    embargo: str = ""
    date: str = ""
    reasons: dict[str, str] = field(default_factory=dict)
