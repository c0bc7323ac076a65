"""Who is logged in, and which library is in use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from pr_editor.gui.library.accounts import AccountsForm
from pr_editor.gui.library.login import BeginForm, LoginForm
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.review.names import ROLES
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.look import Look
    from pr_editor.gui.speech import Speech
    from pr_editor.library.log import Identity
    from pr_editor.library.store import Library
    from pr_editor.review.people import House, Permission, Person
    from pr_editor.text.message import Message


class People(QObject):
    """Logs in and out, and begins libraries."""

    changed = Signal()
    """Somebody has logged in or out."""

    def __init__(self, librarian: Librarian, look: Look, speech: Speech, tell: Tell, window: QWidget) -> None:
        """Nobody is logged in."""
        super().__init__(window)
        self._librarian = librarian
        self._look = look
        self._speech = speech
        self._tell = tell
        self._window = window
        self.signer: Identity | None = None
        """Who has given the passphrase."""

    @property
    def name(self) -> str:
        """Who is logged in; else who was last, since one's own words count without a log-in."""
        return self.signer.person.name if self.signer else self._look.settings.account

    @property
    def signed_in(self) -> str:
        """The name of who is logged in; empty when nobody is."""
        return self.signer.person.name if self.signer else ""

    @property
    def shown(self) -> str:
        """Who is logged in, for the status line; empty when nobody is."""
        if self.signer is None:
            return ""
        person = self.signer.person
        return self._speech.sentence(f"{person.name} — {self._speech.tr(ROLES[person.role])}")

    def may(self, permission: Permission) -> bool:
        """Whether who is logged in may do this."""
        return self.signer is not None and self.signer.person.may(permission)

    def log_in(self, then: Callable[[], None] | None = None) -> None:
        """Ask who is there; ``then`` goes on when somebody has logged in. Without a library, begin one."""
        if not self._librarian.there:
            if loss := self._librarian.shelf.loss:
                self._tell(Notice(loss, tone=Tone.ERROR, action=message("Use another library…"), do=self.choose))
            else:
                self.begin(then)
            return

        def done(identity: Identity) -> None:
            self._logged_in(identity)
            if then is not None:
                then()

        def offer(names: tuple[str, ...]) -> None:
            LoginForm(self._over, self._speech, self._librarian, names, self._look.settings.account, done).open()

        self._librarian.ask(_names, offer, self._failed(message("You can't log in.")))

    def with_signer(self, then: Callable[[Identity], None]) -> None:
        """Go on as who is logged in, or after somebody has."""

        def go_on() -> None:
            if self.signer is not None:
                then(self.signer)

        if self.signer is not None:
            go_on()
        else:
            self.log_in(go_on)

    def log_out(self) -> None:
        """Forget the key."""
        if self.signer is not None:
            self.leave()
            self._tell(Notice(message("You are logged out."), tone=Tone.DONE))

    def leave(self) -> None:
        """Forget the key without a word: the library has become another."""
        self.signer = None
        self.changed.emit()

    def begin(self, then: Callable[[], None] | None = None) -> None:
        """Make a new library; who makes it is logged in afterwards."""

        def done(name: str, passphrase: str) -> None:
            self._librarian.look_again()

            def log_in(library: Library) -> Identity:
                return library.accounts.login(name, passphrase)

            def logged_in(identity: Identity) -> None:
                self._logged_in(identity)
                if then is not None:
                    then()

            self._librarian.ask(log_in, logged_in, self._failed(message("You can't log in.")))

        BeginForm(self._over, self._speech, self._librarian, self.use, done).open()

    def choose(self) -> None:
        """Ask for another library file."""
        dialog = QFileDialog(self._over, self._speech.tr("Use another library"), str(self._librarian.path.parent))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self._speech.tr('Libraries')} (*.db)", f"{self._speech.tr('All files')} (*)"])
        dialog.fileSelected.connect(lambda path: self.use_existing(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_existing(self, path: Path) -> None:
        """Go on with the library at ``path``, if it is one; else stay with the one before."""
        before = self._look.settings.library
        self.use(path)

        def fine(names: tuple[str, ...]) -> None:
            what = message("The library of {count} people is open: {path}", count=len(names), path=str(path))
            self._tell(Notice(what, tone=Tone.DONE))

        def no(why: Message) -> None:
            self._look.keep(library=before)
            self._librarian.look_again()
            self._tell(Notice(message("This library can't be used."), why, Tone.ERROR))

        self._librarian.ask(_names, fine, no)

    def use(self, path: Path) -> None:
        """Go on with the library at ``path``; who was logged in to the one before is not any more."""
        self._look.keep(library=str(path))
        self.leave()
        self._librarian.look_again()

    def accounts(self) -> None:
        """Show the people of the library, for supervisors to change."""

        def show(signer: Identity) -> None:
            def opened(what: tuple[tuple[Person, ...], House]) -> None:
                AccountsForm(self._over, self._speech, self._librarian, signer, what).open()

            self._librarian.ask(
                lambda library: (library.accounts.all(), library.accounts.house),
                opened,
                self._failed(message("The accounts can't be shown.")),
            )

        self.with_signer(show)

    @property
    def _over(self) -> QWidget:
        """The one of this window's own dialogs that the user looks at, else the window itself."""
        active = above = QApplication.activeWindow()
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return active if active is not None and above is self._window else self._window

    def _logged_in(self, identity: Identity) -> None:
        self.signer = identity
        self._look.keep(account=identity.person.name)
        self._tell(Notice(message("You are logged in: {name}", name=identity.person.name), tone=Tone.DONE))
        self.changed.emit()

    def _failed(self, what: Message) -> Callable[[Message], None]:
        return lambda why: self._tell(Notice(what, why, Tone.ERROR))


def _names(library: Library) -> tuple[str, ...]:
    return tuple(person.name for person in library.accounts.all() if person.enabled)
