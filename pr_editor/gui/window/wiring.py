"""What happens in the text and in the panels, and which controllers hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from pr_editor.gui.drafts.drafts import recent_with
from pr_editor.gui.notices import Notice
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.window.mainwindow import MainWindow


class Wiring(QObject):
    """Passes on; what is to be done is decided by the controllers."""

    def __init__(self, window: MainWindow) -> None:
        """Connect the parts of ``window``, which are all there."""
        super().__init__(window)
        self._window = window
        self._from_list = False
        """Whether a draft comes to the front from the list, where the focus is to stay."""
        self._connect_drafts()
        self._connect_text()
        self._connect_findings()
        self._connect_library()

    def _connect_drafts(self) -> None:
        window = self._window
        window.drafts.shown.connect(self._show_draft)
        window.drafts.removed.connect(window.desk.remove)
        # Writing the settings down waits for the disk: first the draft is shown.
        window.drafts.opened_file.connect(self._opened, Qt.ConnectionType.QueuedConnection)
        window.checking.recovered.connect(window.notices.withdraw)
        window.notices.left.connect(window.edit.focus_text)
        panel = window.drafts_panel
        panel.chosen.connect(self._draft_chosen)
        panel.list.clicked.connect(window.edit.focus_text)
        panel.list.activated.connect(window.edit.focus_text)
        panel.left.connect(window.edit.focus_text)
        welcome = window.welcome
        welcome.begin.clicked.connect(window.drafts.choose)
        welcome.paste.clicked.connect(window.pasting.paste)
        welcome.sample.clicked.connect(lambda: window.drafts.open_sample(window.offers.samples()[0]))

    def _connect_text(self) -> None:
        window = self._window
        desk, look = window.desk, window.look
        desk.edited.connect(self._edited)
        desk.files_dropped.connect(window.drafts.open_files)
        desk.cleaned.connect(self._pasted)
        desk.finding_activated.connect(self._finding_activated)
        # Who clicks into words wants to type there: letters would be decisions in the list.
        desk.finding_clicked.connect(lambda fingerprint: window.reviewing.take(fingerprint, reveal=False))
        desk.finding_reached.connect(self._finding_reached)
        desk.candidate_requested.connect(self._candidate_requested)
        desk.kind_menu_requested.connect(window.kinds.ask)
        desk.zoom_requested.connect(lambda steps: look.larger() if steps > 0 else look.smaller())
        desk.finding_menu_requested.connect(window.display.card.menu)
        desk.edit_menu_requested.connect(window.display.card.edit_menu)
        # Who goes to a place in the text wants to see the text.
        window.changes.panel.go_wanted.connect(lambda _: window.comparing.leave())
        window.reviewing.moved.connect(lambda _, reveal: window.comparing.leave() if reveal else None)

    def _connect_findings(self) -> None:
        window = self._window
        panel, side = window.findings_panel, window.arrangement.side
        window.reviewing.moved.connect(lambda _, reveal: side.bring(panel) if reveal else None)
        window.bar.filtered.connect(window.reviewing.filter)
        panel.view.candidate.connect(self._candidate_chosen)
        panel.view.line_clicked.connect(window.reviewing.take)
        panel.view.told.connect(self._told)
        panel.card.candidate.connect(window.fixing.fix_with)
        panel.card.decided.connect(window.display.card.do)
        panel.sieve.left_toggled.connect(window.leaving.show_left)

    def _connect_library(self) -> None:
        window = self._window
        window.drafts_panel.search_wanted.connect(window.approval.search_for)
        window.approval.learning.learnt.connect(self._use_house)
        window.approval.librarian.changed.connect(window.checking.check_all)

    def _show_draft(self, draft: OpenDraft | None) -> None:
        window = self._window
        if draft is None:
            window.desk.setCurrentWidget(window.welcome)
        else:
            fresh = draft.editor is None
            editor = window.desk.show_draft(draft)
            window.kinds.show_kinds(draft)
            if fresh:
                window.checking.check_soon()
            if not self._from_list:
                editor.setFocus()
        window.display.everything()

    def _draft_chosen(self, name: str) -> None:
        """From the list of drafts, where arrow keys go from one to the next: the focus stays there."""
        drafts = self._window.drafts
        self._from_list = True
        drafts.show_draft(next((draft for draft in drafts.all if draft.id == name), None))
        self._from_list = False

    def _opened(self, path: str) -> None:
        look = self._window.look
        look.keep(recent=recent_with(look.settings.recent, path))

    def _edited(self, draft: OpenDraft) -> None:
        window = self._window
        window.approval.submitting.edited(draft)
        window.ledger.text_changed(draft)
        window.autosave.touch(draft)
        window.notices.text_changed()
        window.seeking.text_changed(draft)
        if draft is window.drafts.current:
            window.reviewing.text_changed()
            window.fixing.text_changed()
            window.checking.text_changed()
        window.display.text_changed()

    def _pasted(self, removed: int, as_it_was: Callable[[], None]) -> None:
        what = (
            message("{number} invisible characters were left out of what was pasted.", number=removed)
            if removed > 1
            else message("An invisible character was left out of what was pasted.")
        )
        self._window.notices.tell(Notice(what, action=message("Paste as it was"), do=as_it_was, until_edit=True))

    def _finding_reached(self, fingerprint: str) -> None:
        """Take it in hand, unless only others are asked for: going through the text lifts no filter."""
        reviewing = self._window.reviewing
        if any(finding.fingerprint == fingerprint for finding in reviewing.shown):
            reviewing.take(fingerprint, reveal=False)

    def _finding_activated(self, fingerprint: str) -> None:
        self._window.reviewing.take(fingerprint, reveal=False)
        self._window.edit.focus_findings()

    def _candidate_chosen(self, number: int) -> None:
        """A number key in the list, counted from 0. Right after undo it is meant for what comes back."""
        if not self._window.returning.waits:
            self._window.fixing.fix_with(number)

    def _told(self, name: str) -> None:
        """Another key in the list, of which the same holds."""
        if name == "to-text" or not self._window.returning.waits:
            self._window.display.card.do(name)

    def _candidate_requested(self, number: int) -> None:
        """A candidate, counted from 1, for the finding at the caret; elsewhere for the one in hand."""
        window = self._window
        editor = window.drafts.current.editor if window.drafts.current else None
        finding = editor.finding_at(editor.textCursor().position()) if editor else None
        if finding is not None:
            window.reviewing.take(finding.fingerprint, reveal=False)
        window.fixing.fix_with(number - 1)

    def _use_house(self) -> None:
        self._window.client.use_house()
        self._window.checking.check_all()
