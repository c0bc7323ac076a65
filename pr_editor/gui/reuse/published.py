"""Says, as soon as it is known, that a draft was published before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.notices import Notice, Tell
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.reuse.reports import Reports
    from pr_editor.gui.review.reviewing import Reviewing

RELEASE_PUBLISHED = "DUP102"


class PublishedNotice(QObject):
    """Told once for each draft and release, below the text; the finding stays in the list."""

    def __init__(self, drafts: Drafts, reviewing: Reviewing, reports: Reports, tell: Tell) -> None:
        """Nothing was told yet."""
        super().__init__(reports)
        self._drafts = drafts
        self._reviewing = reviewing
        self._reports = reports
        self._tell = tell
        self._told: set[tuple[str, str]] = set()
        reviewing.changed.connect(self._look)

    def _look(self) -> None:
        draft = self._drafts.current
        finding = next((one for one in self._reviewing.open if one.code == RELEASE_PUBLISHED), None)
        if draft is None or finding is None:
            return
        release = release_of(finding)
        if (draft.id, release) not in self._told:
            self._told.add((draft.id, release))
            see = message("See both side by side")
            self._tell(Notice(finding.message, action=see, do=lambda: self._reports.open(release)))


def release_of(finding: Finding) -> str:
    """The release (id) a finding is about; empty when it is about the draft alone."""
    return next((one.release for one in finding.related if one.release), "")
