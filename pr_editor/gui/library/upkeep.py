"""Looking after the file: is it sound, and a copy of it elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from pr_editor.gui.library.verifying import show_report
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.verifying import Verifying
    from pr_editor.gui.speech import Speech
    from pr_editor.library.verify import Report
    from pr_editor.text.message import Message


class Upkeep(QObject):
    """Verifies and backs up."""

    def __init__(self, window: QWidget, speech: Speech, librarian: Librarian, verifying: Verifying, tell: Tell) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._window, self._speech, self._librarian, self._tell = window, speech, librarian, tell
        self._verifying = verifying

    def verify(self) -> None:
        """Check the whole file and say what was checked. It can be called off."""
        if self._verifying.busy:
            return
        self._verifying.begin(
            message("The library is being verified…"),
            self._librarian.shelf.verify,
            self._show,
            self._not_verified,
        )

    def back_up(self) -> None:
        """Ask where to, and write a copy."""
        tr = self._speech.tr
        dialog = QFileDialog(self._window, tr("Back up the library"), str(Path.home()))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.selectFile(f"library-{datetime.now(UTC):%Y%m%d}.db")
        dialog.fileSelected.connect(lambda path: self.back_up_to(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def back_up_to(self, path: Path) -> None:
        """Write a copy of the library to ``path``."""

        def done(_: object) -> None:
            self._tell(Notice(message("The library is backed up: {path}", path=str(path)), tone=Tone.DONE))

        self._librarian.ask(
            lambda library: library.backup(path), done, self._failed(message("The library could not be backed up."))
        )

    def _not_verified(self, why: Message) -> None:
        if self._verifying.called_off:
            self._tell(Notice(why))
        else:
            self._failed(message("The library can't be verified."))(why)

    def _show(self, report: Report) -> None:
        sound = report.sound
        verdict = message("The library is sound.") if sound else message("The library is not as it should be.")
        self._tell(Notice(verdict, tone=Tone.DONE if sound else Tone.ERROR))
        show_report(self._window, self._speech, self._speech.tr("Verify the library"), verdict, report)

    def _failed(self, what: Message) -> Callable[[Message], None]:
        return lambda why: self._tell(Notice(what, why, Tone.ERROR))
