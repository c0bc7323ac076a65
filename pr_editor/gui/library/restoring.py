"""Going back to a backup: it is verified, what would go is shown, and only then does the library give way."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.library.verifying import show_report
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.library import Shelf
    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.people import People
    from pr_editor.gui.library.restore_form import RestoreForm
    from pr_editor.gui.library.verifying import Verifying
    from pr_editor.gui.speech import Speech
    from pr_editor.library.candidate import Candidate
    from pr_editor.library.verify import Report
    from pr_editor.text.message import Message

_NOT_RESTORED = message("The backup was not restored; the library is as it was.")
_HELD = message("An archive is being imported; go back to a backup when it is in.")


class Restoring(QObject):
    """Takes a backup from the file that is chosen to the library in use."""

    show_library = Signal()
    """The user wants to see what is in the library now."""
    _copied = Signal(int)
    """So many percent are copied."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        ask: Ask,
        librarian: Librarian,
        people: People,
        verifying: Verifying,
        tell: Tell,
    ) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._window, self._speech, self._ask, self._tell = window, speech, ask, tell
        self._librarian, self._people, self._verifying = librarian, people, verifying
        self._called_off = Event()
        self._held = False

    def begin(self) -> None:
        """Ask for the backup."""
        if self._may_begin():
            self._ask.backup_to_restore(lambda path: self.look_at(Path(path)))

    def look_at(self, copy: Path) -> None:
        """Verify a backup and ask whether to go back to it. Verifying can be called off."""
        if not self._may_begin():
            return
        shelf = self._librarian.shelf

        def look(progress: Callable[[int], None]) -> Candidate | Report:
            return shelf.examine(copy, progress)

        self._verifying.begin(
            message("The backup is being verified…"),
            look,
            partial(self._looked, shelf, copy),
            self._failed,
        )

    def hold(self, on: bool) -> None:
        """Begin nothing while an archive is on its way into the library."""
        self._held = on

    def _may_begin(self) -> bool:
        if self._held:
            self._tell(Notice(_NOT_RESTORED, _HELD, Tone.ERROR))
        return not self._held and self._verifying.free(self._tell)

    def _looked(self, shelf: Shelf, copy: Path, found: Candidate | Report) -> None:
        # The window shows sooner without what only a restoration needs.
        from pr_editor.gui.library.restore_form import RestoreForm
        from pr_editor.library.verify import Report

        if isinstance(found, Report):
            verdict = message("The backup is not sound, so it is not used: {path}", path=str(copy))
            self._tell(Notice(verdict, tone=Tone.ERROR))
            show_report(self._window, self._speech, self._speech.tr("Restore a backup"), verdict, found)
            return
        form = RestoreForm(self._window, self._speech, found, shelf.path, self._called_off.set)
        self._copied.connect(form.say_how_far)
        form.wanted.connect(lambda: self._restore(form, shelf, found))
        form.open()

    def _restore(self, form: RestoreForm, shelf: Shelf, candidate: Candidate) -> None:
        if self._held:
            # It has begun while the backup was verified.
            form.fail(_HELD)
            return
        self._called_off.clear()
        form.wait(True)
        replace = partial(shelf.restore, candidate, self._copying)
        self._librarian.run(replace, lambda _: self._restored(form, candidate), partial(self._not_restored, form))

    def _copying(self, percent: int) -> None:
        """Runs in the library's thread. Raises ``KnownError`` when it is called off."""
        if self._called_off.is_set():
            raise KnownError("It was called off.")
        self._copied.emit(percent)

    def _restored(self, form: RestoreForm, candidate: Candidate) -> None:
        form.accept()
        self._people.leave()
        self._librarian.look_again()
        aside = candidate.aside
        kept = message("What was there before is kept: {path}", path=str(aside)) if aside else None
        done, see = message("The backup is the library in use now."), message("Show the library")
        self._tell(Notice(done, kept, Tone.DONE, see, self.show_library.emit))

    def _not_restored(self, form: RestoreForm, why: Message) -> None:
        if self._called_off.is_set():
            form.wait(False)
            form.reject()
            self._tell(Notice(_NOT_RESTORED, why))
        else:
            form.fail(why)

    def _failed(self, why: Message) -> None:
        if self._verifying.called_off:
            self._tell(Notice(message("The backup was not verified to the end: it was called off.")))
        else:
            self._tell(Notice(_NOT_RESTORED, why, Tone.ERROR))
