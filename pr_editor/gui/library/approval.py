"""Everything the window has to do with the library, made and connected in one place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.app.house_counts import learning_command
from pr_editor.gui.comments.commands import COMMENTS_COMMANDS
from pr_editor.gui.comments.commenting import Commenting
from pr_editor.gui.dialogs.ask import Ask
from pr_editor.gui.library.dictionary import Dictionary
from pr_editor.gui.library.importing import Importing
from pr_editor.gui.library.learning import HouseLearning
from pr_editor.gui.library.librarian import Librarian
from pr_editor.gui.library.people import People
from pr_editor.gui.library.restoring import Restoring
from pr_editor.gui.library.upkeep import Upkeep
from pr_editor.gui.library.verifying import Verifying
from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.signoff.follow import Following, ReasonBar
from pr_editor.gui.signoff.submitting import Submitting, Tools
from pr_editor.review.model import ReleaseState
from pr_editor.review.people import Permission
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.comments.remarking import Remarking
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.library.printing import Printing
    from pr_editor.gui.library.taking import Taking
    from pr_editor.gui.library.versions import Versions
    from pr_editor.gui.library.window import LibraryWindow
    from pr_editor.gui.signoff.deciding import Deciding
    from pr_editor.gui.window.mainwindow import MainWindow


class Approval(QObject):
    """The way to approval, and the library it leads to, for one main window.

    The first half is made before the window's other controllers, some of which need it; ``connect_to`` does the rest.
    """

    def __init__(self, window: MainWindow) -> None:
        """Nothing is opened yet."""
        super().__init__(window)
        self._window = window
        services, speech, tell = window.services, window.speech, window.notices.tell
        self.librarian = Librarian(services, self)
        self.people = People(self.librarian, window.look, speech, tell, window)
        self.dictionary = Dictionary(services.words, self.librarian, self.people, self)
        self.learning = HouseLearning(learning_command(services), self.librarian, self)
        self.following = Following(window.drafts, self.librarian, speech, tell, self)
        self.reasons = ReasonBar(speech, window)
        self.comments = Commenting(window)
        self._icons: Icons | None = None
        self._library: LibraryWindow | None = None

    def connect_to_window(self) -> dict[str, object]:
        """Make what needs the other controllers; gives the controllers of the library's commands."""
        window, people, librarian = self._window, self.people, self.librarian
        services, speech = window.services, window.speech
        self._verifying = Verifying(window.work, self)
        ask = Ask(window, speech)
        self.upkeep = Upkeep(window, speech, ask, librarian, self._verifying, window.notices.tell)
        tools = Tools(
            services,
            window.drafts,
            window.checking,
            window.reviewing,
            window.release_kinds,
            window.autosave,
            librarian,
            people,
            speech,
            window.notices.tell,
            window,
        )
        self.submitting = Submitting(tools)
        self.importing = Importing(services, librarian, people, speech, window.notices.tell, window)
        self.restoring = Restoring(window, speech, ask, librarian, people, self._verifying, window.notices.tell)
        self._connect()
        self.comments.connect_to_window()
        return {
            "submitting": self.submitting,
            "people": people,
            "upkeep": self.upkeep,
            "restoring": self.restoring,
            "importing": self.importing,
            "library": self,
            "comments": self.comments,
        }

    @property
    def library(self) -> LibraryWindow:
        """The library's window. It is made when it is first wanted: the main window should show soon."""
        if self._library is None:
            self._library = self._make_library()
        return self._library

    @cached_property
    def deciding(self) -> Deciding:
        """What takes decisions."""
        from pr_editor.gui.signoff.deciding import Deciding

        window = self.library
        speech, tell = self._window.speech, window.notices.tell
        return Deciding(window, speech, self.librarian, self.people, self.remarking, tell)

    @cached_property
    def taking(self) -> Taking:
        """What takes texts out of the library."""
        from pr_editor.gui.library.taking import Taking

        window, services = self.library, self._window.services
        return Taking(window, self._window.speech, self.librarian, services, window.notices.tell)

    @cached_property
    def printing(self) -> Printing:
        """What puts releases on paper."""
        from pr_editor.gui.library.printing import Printing

        window, themes = self.library, self._window.services.paths.resources / "themes"
        return Printing(window.reader, self._window.speech, themes, window.notices.tell)

    @cached_property
    def versions(self) -> Versions:
        """What compares the texts of releases."""
        from pr_editor.gui.library.versions import Versions

        window = self._window
        return Versions(self.librarian, window.look, window.speech, window.keys_of, self)

    def search(self) -> None:
        """Look for releases."""
        self.library.begin()

    def search_for(self, words: str) -> None:
        """Look for releases that hold these words."""
        self.library.words.setText(words)
        self.library.begin()

    def waiting(self) -> None:
        """The supervisor's queue."""
        self.library.words.clear()
        self.library.begin(ReleaseState.SUBMITTED)

    def show_release(self, release: str) -> None:
        """One release."""
        self.library.begin(release=release)

    def compare_versions(self) -> None:
        """The versions of the release that the draft in front has become."""
        draft, tell = self._window.drafts.current, self._window.notices.tell
        if draft is not None and draft.session.release:
            self.versions.compare(draft.session.release, None, self._window, tell)
        else:
            more = message("A draft has versions once it is submitted.")
            tell(Notice(message("There are no versions of this draft to compare."), more))

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        if self._library is not None:
            self._library.dress(icons)
        self.reasons.dress(icons)
        self._window.menus.actions["submit"].setIcon(icons.icon("send", "on_accent"))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        if self._library is not None:
            self._library.retranslate()
        self.importing.retranslate()
        self.comments.retranslate()
        self.show_person()
        self.reasons.show_draft(self._window.drafts.current)

    def finish(self) -> None:
        """The window is closing."""
        self.importing.finish()
        self.learning.finish()
        # Nobody waits for the whole library to be verified only because other things are asked of it.
        self._verifying.finish()
        self.librarian.finish()

    def show_person(self) -> None:
        """Who is logged in, in the status line and in what can be done."""
        self._window.status.show_person(self.people.shown)
        self._window.display.findings()

    def enable(self) -> None:
        """Grey what makes no sense just now."""
        window, actions = self._window, self._window.menus.actions
        actions["log-in"].setEnabled(self.people.signer is None)
        actions["log-out"].setEnabled(self.people.signer is not None)
        can_add = window.teaching.can_add_word(window.reviewing.current)
        for command in COMMENTS_COMMANDS:
            actions[command.id].setEnabled(self.comments.there)
        actions["add-house-word"].setEnabled(self.can_add_house_word and can_add)

    @property
    def can_add_house_word(self) -> bool:
        """Whether there is a house to add words to; nobody who may only read is offered it."""
        return self.librarian.there and (self.people.signer is None or self.people.may(Permission.SUBMIT))

    def _connect(self) -> None:
        window = self._window
        self.librarian.warned.connect(lambda what: window.notices.tell(Notice(what, tone=Tone.ERROR)))
        self.people.changed.connect(self.show_person)
        self.importing.running.connect(self.learning.hold)
        self.importing.running.connect(self.restoring.hold)
        self.restoring.show_library.connect(self.search)
        self.following.changed.connect(self._followed)
        self.comments.changed.connect(self.enable)
        self.submitting.submitted.connect(self._submitted)
        self.submitting.show_release.connect(self.show_release)
        window.drafts.shown.connect(self.reasons.show_draft)

    def _submitted(self) -> None:
        self._followed()
        self.librarian.look_again()

    def _make_library(self) -> LibraryWindow:
        from pr_editor.app.comments import PendingComments
        from pr_editor.gui.comments.remarking import Remarking
        from pr_editor.gui.library.window import LibraryWindow

        made = LibraryWindow(self._window, self._window.speech, self.librarian, self.people)
        made.wanted.connect(self._do)
        pending = PendingComments(self._window.services.paths.comments)
        self.remarking: Remarking = Remarking(made.reader, pending, self._window.speech, made.notices.tell, made)
        if self._icons is not None:
            made.dress(self._icons)
        made.retranslate()
        return made

    def _followed(self) -> None:
        self._window.display.drafts()
        self.reasons.show_draft(self._window.drafts.current)

    def _do(self, name: str, sheet: Sheet) -> None:
        ways = {
            "approve": self.deciding.approve,
            "return": self.deciding.send_back,
            "withdraw": self.deciding.withdraw,
            "copy": self.taking.copy,
            "export": self.taking.export,
            "print": self.printing.begin,
            "compare": self._compare,
            "open": self._open,
        }
        if name == "log-in":
            self.people.log_in()
        else:
            ways[name](sheet)

    def _compare(self, sheet: Sheet) -> None:
        """The version that is read with others of its release."""
        library = self.library
        self.versions.compare(sheet.release.id, sheet.text.version.number, library, library.notices.tell)

    def _open(self, sheet: Sheet) -> None:
        """Go on with the newest text of a release as a draft: a returned one, or to correct an approved one."""
        self._window.drafts.open_release(sheet.text)
        if sheet.release.state is ReleaseState.APPROVED:
            more = message("What you submit takes the place of the approved text when it is approved itself.")
            self._window.notices.tell(Notice(message("This draft will be a correction."), more))
        self._window.raise_()
        self._window.activateWindow()
