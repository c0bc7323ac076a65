"""The review window: makes its parts, puts them in place and connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from pr_editor.gui.actions import BAR
from pr_editor.gui.autosave import Autosave
from pr_editor.gui.backlog import Backlog
from pr_editor.gui.changes.change_list import ChangeList
from pr_editor.gui.changes.ledger import Ledger
from pr_editor.gui.checking import Checking
from pr_editor.gui.commands import EditCommands
from pr_editor.gui.compare.comparing import Comparing
from pr_editor.gui.counting import Counting
from pr_editor.gui.desk import Desk
from pr_editor.gui.dialogs.ask import Ask
from pr_editor.gui.dialogs.pages import Pages
from pr_editor.gui.display import Display
from pr_editor.gui.drafts import Drafts, recent_with
from pr_editor.gui.filters import Filters
from pr_editor.gui.find.find import Find
from pr_editor.gui.fixing import Fixing
from pr_editor.gui.house.house import House
from pr_editor.gui.house_styles import HouseStyles
from pr_editor.gui.kinds import Kinds
from pr_editor.gui.leaving import Leaving
from pr_editor.gui.library.approval import Approval
from pr_editor.gui.long_work import LongWork
from pr_editor.gui.look import Look
from pr_editor.gui.menus import Menus
from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.offers import Offers
from pr_editor.gui.origin import Origin
from pr_editor.gui.panels.bar import TopBar
from pr_editor.gui.panels.drafts import DraftsPanel
from pr_editor.gui.panels.findings import FindingsPanel
from pr_editor.gui.panels.notice_bar import NoticeBar
from pr_editor.gui.panels.progress import ProgressLine
from pr_editor.gui.panels.status import StatusLine
from pr_editor.gui.panels.welcome import Welcome
from pr_editor.gui.reasons import reason
from pr_editor.gui.release_kinds import ReleaseKinds
from pr_editor.gui.reuse.reuse import Reuse
from pr_editor.gui.reviewing import Reviewing
from pr_editor.gui.settings.preferences import Preferences
from pr_editor.gui.speech import Speech
from pr_editor.gui.teaching import Teaching
from pr_editor.gui.theme import scaled
from pr_editor.gui.tour.tour import Tour
from pr_editor.gui.windows import Windows
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from pr_editor.app.services import Services
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.open_draft import OpenDraft
    from pr_editor.gui.work import CheckerClient

_SIZE = (1360, 860)
_NOT_SAVED = message("What you typed could not be saved.")
_SIDES = (230, 800, 330)
"""Widths of drafts, text and findings at first, in pixels."""
_WIDEST = (240, 420)
"""Pixels beyond which drafts and findings leave the room to the text, however large everything is."""


class MainWindow(QMainWindow):
    """One window with its controllers. Its parts may be used by tests and benchmarks; nobody else should need them."""

    painted = Signal()
    """The user sees the window for the first time."""

    def __init__(self, services: Services, client: CheckerClient) -> None:
        """Build the window; it speaks and dresses by the settings. ``client`` need not be ready."""
        super().__init__()
        self.services = services
        self.client = client
        self._seen = self._closed = self._gives_up = self._from_list = False
        self.speech = Speech(services.translator(services.settings.load().language))
        self.notices = NoticeBar(self.speech, self)
        self._make_controllers()
        self._make_panels()
        self._make_menus()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.look.apply()
        self._place_window()
        self.display.everything()

    def _make_controllers(self) -> None:
        services, tell = self.services, self.notices.tell
        self.look = Look(services, self.speech, tell, self)
        self.autosave = Autosave(services.sessions, self.look.settings.autosave_seconds, self)
        ask = Ask(self, self.speech)
        self.work = LongWork(self)
        self.drafts = Drafts(services, self.autosave, ask, self.work, tell, self)
        self.checking = Checking(self.client, self.drafts, tell, self)
        Backlog(self.drafts, self.checking, self)
        self.approval = Approval(self)
        self.reviewing = Reviewing(self.drafts, self.checking, self.autosave, self.speech, tell, self)
        words = self.approval.dictionary
        self.teaching = Teaching(self.drafts, self.checking, self.client, self.reviewing, words, tell, self)
        self.leaving = Leaving(services, self.drafts, self.reviewing, self.look, self.speech, tell, self)
        self.leaving.author = lambda: self.approval.people.name
        self.ledger = Ledger(self.drafts, lambda: self.approval.people.signed_in, self)
        self.fixing = Fixing(self.drafts, self.ledger, self.checking, self.reviewing, self.speech, tell, self)
        self.kinds = Kinds(self.drafts, self.checking, self.autosave, self.speech, self)
        self.release_kinds = ReleaseKinds(self.drafts, self.checking, self.autosave, self.speech, self)
        self.origin = Origin(self.drafts, self.checking, self.autosave, tell, self)
        self.seeking = Find(self.drafts, self.speech, tell, self)
        self.pages = Pages(self, self.speech, services, self.reviewing, lambda name: self.menus.keymap.keys(name))
        self.changes = ChangeList(
            services, self.drafts, self.ledger, self.approval.librarian, self.speech, ask, tell, self
        )
        self.styles = HouseStyles(services, self.client, self.drafts, self.look, self.speech, ask, tell, self)
        self.reuse = Reuse(self)
        self.preferences = Preferences(self)
        self.tour = Tour(self)
        self.windows = Windows(self)
        self.house = House(services, self.look, self.styles, self.speech, tell, self)

    def _make_panels(self) -> None:
        self.desk = Desk(self.speech, self)
        self.comparing = Comparing(self.drafts, self.ledger, self.desk, self.look, self.speech, self)
        self.drafts_panel = DraftsPanel(self.speech, self)
        self.findings_panel = FindingsPanel(self.speech, self)
        self.filters = Filters(self.reviewing, self.look, self.findings_panel.sieve, self)
        self.status = StatusLine(self.speech, self)
        self.counting = Counting(self.drafts, self.desk, self.status, self.speech, self)
        self.progress = ProgressLine(self.work, self.speech, self)

    def _make_menus(self) -> None:
        self.offers = Offers(self.services, self.speech, self.drafts, self.look, self.styles)
        self.edit = EditCommands(self, self.drafts, self.drafts_panel.list, self.findings_panel.view)
        controllers = {
            "drafts": self.drafts,
            "work": self.work,
            "window": self.edit,
            "review": self.reviewing,
            "teaching": self.teaching,
            "leaving": self.leaving,
            "filters": self.filters,
            "fixes": self.fixing,
            "find": self.seeking,
            "replacing": self.seeking.replacing,
            "counting": self.counting,
            "checking": self.checking,
            "kinds": self.kinds,
            "origin": self.origin,
            "look": self.look,
            "pages": self.pages,
            "house": self.house,
            "settings": self.preferences,
            "tour": self.tour,
            "windows": self.windows,
            "changes": self.changes,
            "compare": self.comparing,
            "reuse": self.reuse,
            **self.approval.connect_to_window(),
        }
        lists = {**self.offers.lists(), "release-kinds": self.release_kinds.entries}
        self.menus = Menus(self, self.speech, controllers, lists)
        self.menus.use_keys(self.look.settings.keys)
        self.bar = TopBar([self.menus.actions[name] for name in BAR], self.menus.actions["submit"], self.speech, self)
        self.welcome = Welcome(self.speech, self)
        self.welcome.begin.clicked.connect(self.drafts.choose)
        self.welcome.paste.clicked.connect(self.drafts.paste)
        self.welcome.sample.clicked.connect(lambda: self.drafts.open_sample(self.offers.samples()[0]))
        self.desk.addWidget(self.welcome)
        self.desk.setCurrentWidget(self.welcome)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.approval.reasons)
        column.addWidget(self.desk, 1)
        column.addWidget(self.changes.panel)
        column.addWidget(self.seeking.bar)
        column.addWidget(self.progress)
        column.addWidget(self.notices)
        self.sides = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.drafts_panel, middle, self.findings_panel):
            self.sides.addWidget(part)
        self.sides.setChildrenCollapsible(False)
        self.sides.setStretchFactor(1, 1)
        self.sides.setSizes(_SIDES)
        self.sides.setHandleWidth(1)
        middle.setMinimumWidth(360)
        self._widen()
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self.sides, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.display = Display(self)
        self.look.dressed.connect(self._dress)
        self.look.language_changed.connect(self._retranslate)
        self.look.changed.connect(self._use_look)
        self.look.resized.connect(self._resize)
        self.look.keys_changed.connect(lambda: self.menus.use_keys(self.look.settings.keys))
        self.look.profile_changed.connect(self._use_profile)
        self.drafts.shown.connect(self._show_draft)
        self.drafts.removed.connect(self.desk.remove)
        self.drafts.opened_file.connect(self._opened)
        self.desk.edited.connect(self._edited)
        # Who goes to a place in the text wants to see the text.
        self.changes.panel.go_wanted.connect(lambda _: self.comparing.leave())
        self.reviewing.moved.connect(lambda _, reveal: self.comparing.leave() if reveal else None)
        self.desk.files_dropped.connect(self.drafts.open_files)
        self.desk.cleaned.connect(self._pasted)
        self.desk.finding_activated.connect(self._finding_activated)
        self.desk.candidate_requested.connect(self._candidate_requested)
        self.desk.kind_menu_requested.connect(self.kinds.ask)
        self.desk.zoom_requested.connect(lambda steps: self.look.larger() if steps > 0 else self.look.smaller())
        self.desk.finding_menu_requested.connect(self.display.finding_menu)
        self.bar.filtered.connect(self.reviewing.filter)
        self.drafts_panel.chosen.connect(self._draft_chosen)
        self.drafts_panel.list.clicked.connect(self.edit.focus_text)
        self.drafts_panel.list.activated.connect(self.edit.focus_text)
        self.autosave.stuck.connect(self._not_saved)
        self.autosave.recovered.connect(lambda: self.notices.withdraw(_NOT_SAVED))
        self.checking.recovered.connect(self.notices.withdraw)
        self.drafts_panel.search_wanted.connect(self.approval.search_for)
        self.approval.learning.learnt.connect(self._use_house)
        self.approval.librarian.changed.connect(self._check_all)
        self._connect_findings()

    def _connect_findings(self) -> None:
        view, card = self.findings_panel.view, self.findings_panel.card
        view.candidate.connect(self.fixing.fix_with)
        view.line_clicked.connect(self.reviewing.take)
        view.told.connect(self.display.do)
        card.candidate.connect(self.fixing.fix_with)
        card.decided.connect(self.display.do)
        self.findings_panel.sieve.left_toggled.connect(self.leaving.show_left)

    def open(self, files: Sequence[str]) -> None:
        """Bring back the drafts of last time, then open these files."""
        self.offers.learn()
        self.display.status()
        moved, files = self.windows.take_moved(files)
        if not moved and self.look.settings.at_start == "drafts":
            self.drafts.restore()
        self.leaving.learn()
        self.approval.dictionary.learn()
        self.approval.learning.learn()
        if files:
            self.drafts.open_files(files)
        if (problem := self.services.settings.problem) is not None:
            self.notices.tell(Notice(problem, tone=Tone.ERROR))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell once that there is something to see."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Everything that is open is kept; nothing is asked, unless what was typed can't be kept."""
        if self._closed:
            return
        if not self.house.may_leave():
            event.ignore()
            return
        unsaved = self.autosave.unsaved
        for draft in self.drafts.all:
            self.autosave.touch(draft)
        lost = [error for name, error in self.autosave.save_all().items() if name in unsaved]
        if lost and not self._gives_up:
            event.ignore()
            self._cannot_leave(lost[0])
            return
        self._closed = True
        self.drafts.finish()
        self.autosave.finish()
        self.windows.finish()
        self.comparing.finish()
        self.approval.finish()
        self.client.stop()
        for draft in self.drafts.all:
            self.services.sessions.release(draft.session)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open what was dropped."""
        self.drafts.open_files([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _place_window(self) -> None:
        self.windows.place(*_SIZE)

    def _show_draft(self, draft: OpenDraft | None) -> None:
        if draft is None:
            self.desk.setCurrentWidget(self.welcome)
        else:
            fresh = draft.editor is None
            editor = self.desk.show_draft(draft)
            self.kinds.show_kinds(draft)
            if fresh:
                self.checking.check_soon()
            if not self._from_list:
                editor.setFocus()
        self.display.everything()

    def _edited(self, draft: OpenDraft) -> None:
        self.approval.submitting.edited(draft)
        self.ledger.text_changed(draft)
        self.autosave.touch(draft)
        self.notices.text_changed()
        self.seeking.text_changed(draft)
        if draft is self.drafts.current:
            self.fixing.text_changed()
            self.checking.text_changed()
        self.display.text_changed()

    def _pasted(self, removed: int, as_it_was: Callable[[], None]) -> None:
        what = (
            message("{number} invisible characters were left out of what was pasted.", number=removed)
            if removed > 1
            else message("An invisible character was left out of what was pasted.")
        )
        self.notices.tell(Notice(what, action=message("Paste as it was"), do=as_it_was, until_edit=True))

    def _finding_activated(self, fingerprint: str) -> None:
        self.reviewing.take(fingerprint, reveal=False)
        self.edit.focus_findings()

    def _candidate_requested(self, number: int) -> None:
        """A candidate, counted from 1, for the finding at the caret; elsewhere for the one in hand."""
        editor = self.drafts.current.editor if self.drafts.current else None
        finding = editor.finding_at(editor.textCursor().position()) if editor else None
        if finding is not None:
            self.reviewing.take(finding.fingerprint, reveal=False)
        self.fixing.fix_with(number - 1)

    def _draft_chosen(self, name: str) -> None:
        """From the list of drafts, where arrow keys go from one to the next: the focus stays there."""
        self._from_list = True
        self.drafts.show_draft(next((draft for draft in self.drafts.all if draft.id == name), None))
        self._from_list = False

    def _opened(self, path: str) -> None:
        self.look.keep(recent=recent_with(self.look.settings.recent, path))

    def _cannot_leave(self, error: BaseException) -> None:
        more = message("Save a copy elsewhere before you quit.")
        leave = message("Quit and lose it")
        self.notices.tell(Notice(_NOT_SAVED, more, Tone.ERROR, leave, self._leave_anyway, reason(error)))

    def _leave_anyway(self) -> None:
        self._gives_up = True
        self.close()

    def _not_saved(self, error: OSError) -> None:
        more = message("It is tried again every few seconds; save a copy elsewhere to be safe.")
        self.notices.tell(Notice(_NOT_SAVED, more, Tone.ERROR, why=reason(error)))

    def _use_profile(self, name: str) -> None:
        self.client.use_profile(name)
        self._check_all()
        self.display.everything()

    def _use_house(self) -> None:
        self.client.use_house()
        self._check_all()

    def _check_all(self) -> None:
        for draft in self.drafts.all:
            if draft.editor is not None:
                self.checking.check(draft)
            else:
                draft.review.revision = -1  # by the backlog, in its time

    def _widen(self) -> None:
        """Give the panels the least width their words need."""
        self.drafts_panel.setMinimumWidth(min(scaled(170), _WIDEST[0]))
        self.findings_panel.setMinimumWidth(min(scaled(260), _WIDEST[1]))

    def _resize(self) -> None:
        self._widen()
        self.bar.resize_icons()
        for editor in self.desk.editors():
            editor.set_text_size(self.look.settings.text_size)
        assert self.look.icons is not None, "what is resized is dressed"
        self.comparing.dress(self.look.icons)

    def _use_look(self) -> None:
        settings = self.look.settings
        self.reviewing.reveals_next = settings.advance
        self.autosave.use(settings.autosave_seconds)
        self.desk.use(
            points=settings.text_size, half_spaces=settings.show_half_spaces, invisibles=settings.show_invisibles
        )
        self.drafts_panel.setVisible(self.look.show_drafts)
        self.findings_panel.setVisible(self.look.show_findings)
        self.display.look_changed()

    def _dress(self, icons: Icons) -> None:
        for part in (
            self.menus,
            self.desk,
            self.drafts_panel,
            self.findings_panel,
            self.notices,
            self.approval,
            self.changes,
            self.comparing,
            self.seeking,
            self.counting,
        ):
            part.dress(icons)

    def _retranslate(self) -> None:
        self.setLayoutDirection(self.speech.direction)
        for part in (
            self.menus,
            self.bar,
            self.drafts_panel,
            self.findings_panel,
            self.status,
            self.progress,
            self.notices,
            self.welcome,
            self.desk,
            self.approval,
            self.changes,
            self.comparing,
            self.seeking,
        ):
            part.retranslate()
        self.display.everything()
