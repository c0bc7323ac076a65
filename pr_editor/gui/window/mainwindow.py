"""The review window: makes its parts, puts them in place and connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from pr_editor.gui.changes.change_list import ChangeList
from pr_editor.gui.changes.ledger import Ledger
from pr_editor.gui.compare.comparing import Comparing
from pr_editor.gui.dialogs.ask import Ask
from pr_editor.gui.dialogs.pages import Pages
from pr_editor.gui.drafts.autosave import Autosave
from pr_editor.gui.drafts.backlog import Backlog
from pr_editor.gui.drafts.closing import Closing
from pr_editor.gui.drafts.counting import Counting
from pr_editor.gui.drafts.desk import Desk
from pr_editor.gui.drafts.drafts import Drafts
from pr_editor.gui.drafts.keeping import Keeping
from pr_editor.gui.drafts.kinds import Kinds
from pr_editor.gui.drafts.origin import Origin
from pr_editor.gui.drafts.pasting import Pasting
from pr_editor.gui.drafts.release_kinds import ReleaseKinds
from pr_editor.gui.find.find import Find
from pr_editor.gui.house.house import House
from pr_editor.gui.house_styles import HouseStyles
from pr_editor.gui.library.approval import Approval
from pr_editor.gui.long_work import LongWork
from pr_editor.gui.look import Look
from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.panels.bar import TopBar
from pr_editor.gui.panels.drafts import DraftsPanel
from pr_editor.gui.panels.findings import FindingsPanel
from pr_editor.gui.panels.notice_bar import NoticeBar
from pr_editor.gui.panels.progress import ProgressLine
from pr_editor.gui.panels.status import StatusLine
from pr_editor.gui.panels.welcome import Welcome
from pr_editor.gui.reuse.reuse import Reuse
from pr_editor.gui.review.checking import Checking
from pr_editor.gui.review.filters import Filters
from pr_editor.gui.review.fixing import Fixing
from pr_editor.gui.review.leaving import Leaving
from pr_editor.gui.review.returning import Returning
from pr_editor.gui.review.reviewing import Reviewing
from pr_editor.gui.review.taking_back import TakingBack
from pr_editor.gui.review.teaching import Teaching
from pr_editor.gui.settings.preferences import Preferences
from pr_editor.gui.speech import Speech
from pr_editor.gui.tour.tour import Tour
from pr_editor.gui.window.actions import BAR, OF_DRAFT
from pr_editor.gui.window.appearance import Appearance
from pr_editor.gui.window.arrangement import Arrangement
from pr_editor.gui.window.commands import EditCommands
from pr_editor.gui.window.display import Display
from pr_editor.gui.window.menus import Menus
from pr_editor.gui.window.narrow import Narrow
from pr_editor.gui.window.offers import Offers
from pr_editor.gui.window.windows import Windows
from pr_editor.gui.window.wiring import Wiring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from pr_editor.app.services import Services
    from pr_editor.gui.review.work import CheckerClient

_SIZE = (1360, 860)


class MainWindow(QMainWindow):
    """One window with its controllers. Its parts may be used by tests and benchmarks; nobody else should need them."""

    painted = Signal()
    """The user sees the window for the first time."""

    def __init__(self, services: Services, client: CheckerClient) -> None:
        """Build the window; it speaks and dresses by the settings. ``client`` need not be ready."""
        super().__init__()
        self.services = services
        self.client = client
        self._seen = self._closed = False
        self.speech = Speech(services.translator(services.settings.load().language))
        self.notices = NoticeBar(self.speech, self)
        self._make_controllers()
        self._make_panels()
        self._make_menus()
        self.arrangement = Arrangement(self)
        self.display = Display(self)
        Wiring(self)
        Appearance(self)
        Narrow(self)
        self.setAcceptDrops(True)
        self.look.apply()
        self.windows.place(*_SIZE)
        self.display.everything()

    def _make_controllers(self) -> None:
        services, tell = self.services, self.notices.tell
        self.look = Look(services, self.speech, tell, self)
        self.autosave = Autosave(services.sessions, self.look.settings.autosave_seconds, self)
        ask = Ask(self, self.speech)
        self.work = LongWork(self)
        self.drafts = Drafts(services, self.autosave, ask, self.work, tell, self)
        self.closing = Closing(services, self.drafts, self.autosave, ask, self.speech, self.notices, self)
        self.pasting = Pasting(self.drafts, tell, self)
        self.keeping = Keeping(self, self.drafts, self.autosave, self.notices)
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
        self.seeking = Find(self.drafts, self.speech, tell, self.keys_of, self)
        self.pages = Pages(self, self.speech, services, self.reviewing, self.keys_of)
        library, comments = self.approval.librarian, self.approval.comments
        self.changes = ChangeList(services, self.drafts, self.ledger, library, comments, self.speech, ask, tell, self)
        self.styles = HouseStyles(services, self.client, self.drafts, self.look, self.speech, ask, tell, self)
        self.reuse = Reuse(self)
        self.preferences = Preferences(self)
        self.tour = Tour(self)
        self.windows = Windows(self)
        self.house = House(services, self.look, self.styles, self.speech, tell, self)

    def _make_panels(self) -> None:
        self.desk = Desk(self.speech, self)
        self.comparing = Comparing(self.drafts, self.ledger, self.desk, self.look, self.speech, self.keys_of, self)
        self.taking_back = TakingBack(self.drafts, self.desk, self.notices, self)
        self.returning = Returning(self.drafts, self.desk, self.checking, self.reviewing, self.taking_back, self)
        self.drafts_panel = DraftsPanel(self.speech, self)
        self.findings_panel = FindingsPanel(self.speech, self)
        self.filters = Filters(self.reviewing, self.look, self.findings_panel.sieve, self)
        self.status = StatusLine(self.speech, self.keys_of, self)
        self.counting = Counting(self.drafts, self.desk, self.status, self.speech, self)
        self.progress = ProgressLine(self.work, self.speech, self)

    def _make_menus(self) -> None:
        self.offers = Offers(self.services, self.speech, self.drafts, self.look, self.styles)
        self.edit = EditCommands(
            self, self.drafts, self.taking_back, self.look, self.drafts_panel.list, self.findings_panel
        )
        controllers = {
            "drafts": self.drafts,
            "closing": self.closing,
            "pasting": self.pasting,
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
        lists = {
            **self.offers.lists(),
            "release-kinds": self.release_kinds.entries,
            "closed": self.closing.entries,
        }
        self.menus = Menus(self, self.speech, controllers, lists)
        self.menus.use_keys(self.look.settings.keys)
        self.bar = TopBar([self.menus.actions[name] for name in BAR], self.menus.actions["submit"], self.speech, self)
        self.drafts_panel.offer([self.menus.actions[name] for name in OF_DRAFT])
        self.welcome = Welcome(self.speech, self)
        self.desk.addWidget(self.welcome)
        self.desk.setCurrentWidget(self.welcome)

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The keys a command has just now; those of its user, if it was given others."""
        return self.menus.keymap.keys(name)

    def open(self, files: Sequence[str]) -> None:
        """Bring back the drafts of last time, then open these files."""
        self.offers.learn()
        self.display.status()
        self.closing.sweep()
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
        if not (self.house.may_leave() and self.keeping.may_leave()):
            event.ignore()
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
