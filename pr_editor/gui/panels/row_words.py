"""What screen readers hear of a row: all that the card would show, and where the finding stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability
from pr_editor.gui.panels.findings_model import Head
from pr_editor.gui.review.draft_review import replacement
from pr_editor.gui.review.families import family_of
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pr_editor.checks.model import Finding
    from pr_editor.gui.panels.findings_model import Row
    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message

_CANDIDATES = 5
_WEIGHTS = {
    Severity.BLOCKER: N_("Blocker"),
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the review of a draft is."""

    remaining: int = 0
    """How many findings are open."""
    decided: Counter[str] = field(default_factory=Counter)
    """How many were fixed or left, by family."""
    fresh: Collection[str] = frozenset()
    """Fingerprints of what is new to the editor."""
    left: Mapping[str, Message] = field(default_factory=dict)
    """Fingerprints of what is listed though it was left, and why it was hidden."""


class RowWords:
    """Puts the rows of the panel into words."""

    def __init__(self, speech: Speech) -> None:
        """Speak the language of ``speech``."""
        self._speech = speech
        self._groups: Mapping[str, Sequence[Finding]] = {}
        self._places: dict[str, int] = {}
        self.standing = Standing()

    def use(self, groups: Mapping[str, Sequence[Finding]]) -> None:
        """Rows are from now on about these findings by family."""
        self._groups, self._places = groups, {}

    def say(self, row: Row) -> str:
        """A row in words."""
        tr = self._speech.tr
        if isinstance(row, Head):
            decided = self.standing.decided[row.family]
            said = f"{tr(family_of(row.family).title)}: {self._speech.digits(row.count)}"
            return f"{said}، {tr('{decided} decided', decided=decided)}" if decided else said
        finding, shown = row.finding, row.snippet
        marks = (tr("New"),) if finding.fingerprint in self.standing.fresh else ()
        if (why := self.standing.left.get(finding.fingerprint)) is not None:
            marks = (*marks, self._speech.render(why))
        weight, family = tr(_WEIGHTS[finding.severity]), tr(family_of(finding.code).title)
        parts = (*marks, weight, family, shown.text, self._speech.render(finding.message), self._ways(finding))
        place = tr("{place} of {total}", place=self._place(finding), total=sum(map(len, self._groups.values())))
        return " — ".join(part for part in (*parts, place) if part)

    def _ways(self, finding: Finding) -> str:
        fixes = [fix for fix in finding.fixes if fix.applicability >= Applicability.ASK][:_CANDIDATES]
        words = [replacement(finding, fix) or self._speech.render(fix.title) for fix in fixes]
        digits = self._speech.digits
        listed = "، ".join(f"{digits(at)} {word}" for at, word in enumerate(words, 1))
        return self._speech.tr("Candidates: {words}", words=listed) if listed else ""

    def _place(self, finding: Finding) -> int:
        """Where a finding stands among all that are listed, from 1; worked out when somebody asks."""
        if not self._places:
            every = (one for group in self._groups.values() for one in group)
            self._places = {one.fingerprint: at for at, one in enumerate(every, 1)}
        return self._places.get(finding.fingerprint, 0)
