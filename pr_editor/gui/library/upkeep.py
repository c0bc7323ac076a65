"""Looking after the file: is it sound, and a copy of it elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from pr_editor.gui.background import Background
from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.library import Shelf
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.long_work import LongWork, Work
    from pr_editor.gui.speech import Speech
    from pr_editor.library.verify import Report
    from pr_editor.text.message import Message


class Upkeep(QObject):
    """Verifies and backs up."""

    _looked = Signal(int)
    """So many events have been looked at."""

    def __init__(self, window: QWidget, speech: Speech, librarian: Librarian, work: LongWork, tell: Tell) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._window, self._speech, self._librarian, self._tell = window, speech, librarian, tell
        self._work = work
        self._verifying: Work | None = None
        # Not the librarian's thread: what is asked of the library meanwhile need not wait.
        self._background = Background("verify", self)
        self._called_off = Event()
        self._looked.connect(self._say_how_far)

    def verify(self) -> None:
        """Check the whole file and say what was checked. It can be called off."""
        if self._verifying is not None:
            return
        shelf = self._librarian.shelf
        self._called_off.clear()
        self._verifying = self._work.begin(message("The library is being verified…"), self._called_off.set)
        failed = self._failed(message("The library can't be verified."))
        self._background.run(partial(self._look, shelf), self._verified, partial(self._not_verified, failed))

    def finish(self) -> None:
        """The window is closing."""
        self._called_off.set()
        self._background.finish()

    def _look(self, shelf: Shelf) -> Report:
        """Runs in the background. Raises ``KnownError``, also when it is called off."""

        def looked(number: int) -> None:
            self._heed()
            self._looked.emit(number)

        report = shelf.verify(looked)
        self._heed()
        return report

    def _heed(self) -> None:
        if self._called_off.is_set():
            raise KnownError("The library was not verified to the end: it was called off.")

    def _say_how_far(self, number: int) -> None:
        if self._verifying is not None:
            self._work.go_on(self._verifying, message("The library is being verified: {number} events…", number=number))

    def _verified(self, report: Report) -> None:
        self._end()
        self._show(report)

    def _not_verified(self, failed: Callable[[Message], None], why: Message) -> None:
        self._end()
        if self._called_off.is_set():
            self._tell(Notice(why))
        else:
            failed(why)

    def _end(self) -> None:
        if self._verifying is not None:
            self._work.end(self._verifying)
            self._verifying = None

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

    def _show(self, report: Report) -> None:
        render, tr = self._speech.render, self._speech.tr
        self._tell(
            Notice(message("The library is sound."), tone=Tone.DONE)
            if report.sound
            else Notice(message("The library is not as it should be."), tone=Tone.ERROR)
        )
        page = Page(self._window, self._speech, tr("Verify the library"))
        page.setObjectName("verified")
        verdict = tr("The library is sound.") if report.sound else tr("The library is not as it should be.")
        parts = [f"## {verdict}"]
        for problem in report.problems:
            reason = f" {render(problem.reason)}" if problem.reason else ""
            parts.append(f"- **{render(problem.message)}**{reason}")
        parts.append(f"### {tr('What was checked')}")
        parts += [f"- {render(one)}" for one in report.checked]
        page.show_markdown("\n\n".join(parts))
        page.show()

    def _failed(self, what: Message) -> Callable[[Message], None]:
        return lambda why: self._tell(Notice(what, why, Tone.ERROR))
