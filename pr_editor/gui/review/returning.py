"""What is taken back is in hand again: its editor wants to decide anew, not about the finding after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.desk import Desk
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.review.taking_back import TakingBack


@dataclass(frozen=True, slots=True)
class _Expected:
    """A finding that is about to come back."""

    draft: OpenDraft | None
    known: frozenset[str]
    """Fingerprints of those that were open before."""
    at_caret: bool
    """Whether a change of the text is undone: others beside it come back under their old names, too."""


class Returning(QObject):
    """Waits for what undo, or the taking back of a decision, brings back."""

    def __init__(
        self,
        drafts: Drafts,
        desk: Desk,
        checking: Checking,
        reviewing: Reviewing,
        taking_back: TakingBack,
        parent: QObject,
    ) -> None:
        """Expect nothing yet."""
        super().__init__(parent)
        self._drafts = drafts
        self._reviewing = reviewing
        self._expected: _Expected | None = None
        desk.edited.connect(self._edited)
        taking_back.turning_back.connect(self._turning_back)
        reviewing.changed.connect(self._changed)
        checking.finished.connect(self._checked)
        checking.given_up.connect(self._given_up)

    @property
    def waits(self) -> bool:
        """Whether the finding to come is not there yet: what is in hand is not what its editor means."""
        expected = self._expected
        return expected is not None and expected.at_caret and expected.draft is self._drafts.current

    def _edited(self, draft: OpenDraft) -> None:
        if draft.editor is None or not draft.editor.stepping:
            self._expected = None
        elif self._expected is None:
            self._expect(draft, at_caret=True)

    def _turning_back(self, draft: OpenDraft | None) -> None:
        if draft is self._drafts.current:
            self._expect(draft, at_caret=False)

    def _expect(self, draft: OpenDraft | None, *, at_caret: bool) -> None:
        known = frozenset(one.fingerprint for one in self._reviewing.open)
        self._expected = _Expected(draft, known, at_caret)

    def _changed(self) -> None:
        """A decision that hid a finding shows it at once; a text, or a dictionary, has to be checked first."""
        if self._expected is not None and not self._expected.at_caret:
            self._look(self._expected)

    def _checked(self, draft: OpenDraft) -> None:
        if self._expected is not None and self._expected.draft is draft:
            self._look(self._expected)
            self._expected = None

    def _given_up(self, draft: OpenDraft) -> None:
        if self._expected is not None and self._expected.draft is draft:
            self._expected = None

    def _look(self, expected: _Expected) -> None:
        back = [one for one in self._reviewing.shown if one.fingerprint not in expected.known]
        if back and expected.draft is not None and expected.draft is self._drafts.current:
            self._expected = None
            self._reviewing.settle()
            for one in back:
                expected.draft.look_at(one.fingerprint)  # what its editor decided about once is not new
            self._reviewing.refresh()
            finding = _nearest(back, expected.draft) if expected.at_caret else back[0]
            self._reviewing.take(finding.fingerprint, reveal=not expected.at_caret)


def _nearest(findings: list[Finding], draft: OpenDraft) -> Finding:
    """The finding nearest to the caret, which stands where a change was undone."""
    key, offset = draft.editor.caret_place() if draft.editor is not None else (0, 0)
    return min(findings, key=lambda one: (one.span.key != key, _distance(one, offset)))


def _distance(finding: Finding, offset: int) -> int:
    return max(finding.span.start - offset, offset - finding.span.end, 0)
