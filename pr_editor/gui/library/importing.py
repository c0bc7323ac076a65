"""Bringing an archive into the library from the window, while work goes on."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.review.people import Permission, require
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.archive_job import Order
    from pr_editor.app.services import Services
    from pr_editor.gui.library.import_form import ImportForm
    from pr_editor.gui.library.import_job import ImportJob
    from pr_editor.gui.library.import_progress import ImportProgress
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.people import People
    from pr_editor.gui.speech import Speech
    from pr_editor.library.log import Identity


_log = logging.getLogger(__name__)


class Importing(QObject):
    """Asks what to import, has it done by a process of its own, and shows how far it is. One at a time."""

    running = Signal(bool)
    """An import begins or has ended: in between the library grows by thousands."""

    def __init__(
        self, services: Services, librarian: Librarian, people: People, speech: Speech, tell: Tell, window: QWidget
    ) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._services, self._librarian, self._people = services, librarian, people
        self._speech, self._tell, self._window = speech, tell, window
        self._job: ImportJob | None = None
        self.progress: ImportProgress | None = None
        """What the newest import has come to."""

    def begin(self) -> None:
        """Ask for an archive; while one is being imported, show how far it is."""
        if self.progress is not None and self.progress.running:
            self._show(self.progress)
        else:
            self._people.with_signer(self._ask)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        if self.progress is not None:
            self.progress.retranslate()

    def finish(self) -> None:
        """The window is closing; what is in stays in."""
        if self._job is not None:
            self._job.finish()

    def _ask(self, signer: Identity) -> None:
        try:
            require(signer.person, Permission.DECIDE)
        except KnownError as error:
            self._tell(Notice(message("No archive can be imported."), error.message, Tone.ERROR))
            return
        # Importing is rare, and loading it takes as long as much of the window.
        from pr_editor.app.archive_job import Order
        from pr_editor.gui.library.import_form import ImportForm

        profile = self._services.settings.load().profile
        known = Order(str(self._librarian.path), signer.person.name, "", (), profile=profile)
        ImportForm(self._window, self._speech, signer.person.name, self._start, known).open()

    def _start(self, form: ImportForm, order: Order) -> None:
        from pr_editor.app.archive_job import job_command
        from pr_editor.gui.library.import_job import ImportJob
        from pr_editor.gui.library.import_progress import ImportProgress

        job = ImportJob(job_command(self._services), self)
        progress = ImportProgress(self._window, self._speech)

        def begun(size: int) -> None:
            form.accept()
            progress.begin(size)
            self._replace(progress)
            self._show(progress)
            self.running.emit(True)

        def ended(why: Message | None) -> None:
            if self.progress is progress:
                self._ended(progress, why)
            else:
                progress.deleteLater()
                form.fail(why or message("The import ended unexpectedly."))

        job.begun.connect(begun)
        job.moved.connect(progress.move_on)
        job.counted.connect(progress.count)
        job.troubled.connect(lambda what, _: progress.tell(what))
        job.ended.connect(ended)
        progress.stop.connect(job.stop)
        form.rejected.connect(job.finish)
        self._job = job
        job.start(order)

    def _replace(self, progress: ImportProgress) -> None:
        if self.progress is not None:
            self.progress.deleteLater()
        self.progress = progress

    def _ended(self, progress: ImportProgress, why: Message | None) -> None:
        progress.end(why)
        self.running.emit(False)
        self._librarian.look_again()
        if why is None:
            count = progress.tally.imported
            self._tell(
                Notice(
                    message("The archive is in the library; releases that came in: {count}", count=count),
                    tone=Tone.DONE,
                )
            )
        else:
            self._tell(Notice(message("The archive is not whole in the library."), why, Tone.ERROR))
            # Only at its end would the process have made the last releases findable by their words.
            self._librarian.ask(lambda library: library.catch_up(), lambda _: None, _log_left)

    def _show(self, progress: ImportProgress) -> None:
        progress.show()
        progress.raise_()
        progress.activateWindow()


def _log_left(why: Message) -> None:
    """The next who opens the library for writing tries again."""
    _log.warning("fingerprints still to be written: %s", why.id)
