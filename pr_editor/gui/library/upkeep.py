"""Looking after the file: is it sound, and a copy of it elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.library.verifying import show_report
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.verifying import Verifying
    from pr_editor.gui.speech import Speech
    from pr_editor.library.verify import Report
    from pr_editor.text.message import Message


class Upkeep(QObject):
    """Verifies and backs up."""

    def __init__(
        self, window: QWidget, speech: Speech, ask: Ask, librarian: Librarian, verifying: Verifying, tell: Tell
    ) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._window, self._speech, self._ask, self._tell = window, speech, ask, tell
        self._librarian = librarian
        self._verifying = verifying

    def verify(self) -> None:
        """Check the whole file and say what was checked. It can be called off."""
        if self._verifying.free(self._tell):
            what = message("The library is being verified…")
            self._verifying.begin(what, self._librarian.shelf.verify, self._show, self._not_verified)

    def back_up(self) -> None:
        """Ask where to, and write a copy."""
        if self._verifying.free(self._tell):
            name = f"library-{datetime.now(UTC).astimezone():%Y%m%d-%H%M}.db"
            self._ask.where_to_back_up(name, lambda path: self.back_up_to(Path(path)))

    def back_up_to(self, path: Path) -> None:
        """Write a verified copy of the library to ``path``. It can be called off."""
        if not self._verifying.free(self._tell):
            return

        def done(_: object) -> None:
            self._tell(Notice(message("The library is backed up: {path}", path=str(path)), tone=Tone.DONE))

        what = message("The library is being backed up…")
        self._verifying.begin(what, partial(self._librarian.shelf.backup, path), done, self._not_backed_up)

    def _not_verified(self, why: Message) -> None:
        if self._verifying.called_off:
            self._tell(Notice(message("The library was not verified to the end: it was called off.")))
        else:
            self._tell(Notice(message("The library can't be verified."), why, Tone.ERROR))

    def _not_backed_up(self, why: Message) -> None:
        if self._verifying.called_off:
            self._tell(Notice(message("The library was not backed up: it was called off.")))
        else:
            self._tell(Notice(message("The library could not be backed up."), why, Tone.ERROR))

    def _show(self, report: Report) -> None:
        sound = report.sound
        verdict = message("The library is sound.") if sound else message("The library is not as it should be.")
        self._tell(Notice(verdict, tone=Tone.DONE if sound else Tone.ERROR))
        show_report(self._window, self._speech, self._speech.tr("Verify the library"), verdict, report)
