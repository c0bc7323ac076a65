"""Everything the window has to do with text that stands twice, made and connected in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.reuse.pairs import Pairs
from pr_editor.gui.reuse.published import RELEASE_PUBLISHED, PublishedNotice, release_of
from pr_editor.gui.reuse.reports import Reports, Tools

if TYPE_CHECKING:
    from pr_editor.gui.window.mainwindow import MainWindow


class Reuse(QObject):
    """The controller of the commands about reuse."""

    def __init__(self, window: MainWindow) -> None:
        """Use the window's other controllers; nothing is opened yet."""
        super().__init__(window)
        self._drafts, self._reviewing = window.drafts, window.reviewing
        look, speech, approval = window.look, window.speech, window.approval
        # The commands are made after this.
        self.pairs = Pairs(
            window, window.drafts, window.reviewing, window.fixing, look, speech, lambda: window.edit.undo()
        )
        tools = Tools(
            window.services,
            window.drafts,
            window.checking,
            window.autosave,
            approval.librarian,
            approval.people,
            look,
            speech,
            window,
        )
        self.reports = Reports(tools)
        self.reports.release_wanted.connect(approval.show_release)
        self.notice = PublishedNotice(window.drafts, window.reviewing, self.reports, window.notices.tell)
        look.dressed.connect(self.reports.dress)
        look.language_changed.connect(self.reports.retranslate)

    def report(self) -> None:
        """Show what of the draft in front was published before."""
        self.reports.open()

    def side_by_side(self) -> None:
        """Show the finding in hand beside the other place it is about, in the draft or in a release."""
        finding, draft = self._reviewing.current, self._drafts.current
        if finding is None or draft is None:
            return
        if not (release := release_of(finding)):
            self.pairs.open()
        elif finding.code == RELEASE_PUBLISHED:
            # It stands on the headline, whatever was taken.
            self.reports.open(release)
        else:
            self.reports.open(release, draft.draft().index().get(finding.span.key, -1) + 1)
