"""Keeps what is on disk at most a few seconds behind the typing, without making the typing wait."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from pr_editor.app.sessions import SessionStore
    from pr_editor.gui.drafts.open_draft import OpenDraft

_LONGEST = 4.0
"""Seconds: whatever the settings say, a crash may cost five."""


class Autosave(QObject):
    """Writes changed drafts to their sessions.

    The clock starts at the first change and is not put back by the next: who types without a pause is saved too.
    """

    saved = Signal(str)
    """A draft (id) is on disk as it was when the writing began."""
    changed = Signal(str)
    """A draft (id) has something that is not on disk yet."""
    failed = Signal(object, object)
    """A draft could not be written, and the ``OSError``. It is tried again."""
    stuck = Signal(object)
    """The ``OSError`` of a draft that could not be written; only the first in a row."""
    recovered = Signal()
    """After failures nothing is left that could not be written."""
    _reported = Signal(object, object)
    """A draft was written, or could not be for this exception; None where all went well."""

    def __init__(self, store: SessionStore, seconds: float, parent: QObject | None = None) -> None:
        """Save into ``store`` at most ``seconds`` after a change."""
        super().__init__(parent)
        self._store = store
        self._waiting: dict[str, OpenDraft] = {}
        self._failing: set[str] = set()
        self._forgotten: set[str] = set()
        self._jobs: dict[str, Future[None]] = {}
        """The last writing of each draft."""
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="autosave")
        self._clock = QTimer(self, singleShot=True, interval=0)
        self.use(seconds)
        self._clock.timeout.connect(self.save_now)
        # Never inside of the handing over, however quick the writer is.
        self._reported.connect(self._note, Qt.ConnectionType.QueuedConnection)

    @property
    def unsaved(self) -> set[str]:
        """The drafts (ids) with something that is not known to be on disk, or that could not be written last time."""
        begun = {name for name, job in self._jobs.items() if not job.done() or job.exception() is not None}
        return {*self._waiting, *self._failing, *begun}

    def use(self, seconds: float) -> None:
        """Save at most so many seconds after a change from now on."""
        self._clock.setInterval(int(min(seconds, _LONGEST) * 1000))

    def touch(self, draft: OpenDraft) -> None:
        """Something about the draft has changed."""
        draft.session.changed = time.time()
        self._forgotten.discard(draft.id)
        if draft.id not in self._waiting:
            self._waiting[draft.id] = draft
            self.changed.emit(draft.id)
        if not self._clock.isActive():
            self._clock.start()

    def forget(self, draft: OpenDraft) -> None:
        """The draft is being closed: nothing of it is written any more once this returns."""
        self._waiting.pop(draft.id, None)
        self._forgotten.add(draft.id)
        self._works_again(draft)
        self._jobs.pop(draft.id, None)
        self._writer.submit(lambda: None).result()

    def save_now(self) -> None:
        """Hand everything that waits to the writer."""
        self._hand_over()

    def save_all(self) -> dict[str, BaseException]:
        """Write everything and wait for it, and for what is being written. Gives what went wrong, by the draft's id."""
        self._clock.stop()
        self._hand_over()
        return {name: error for name, job in self._jobs.items() if (error := job.exception()) is not None}

    def finish(self) -> None:
        """Nothing is written any more, not even what is heard of as failed only now."""
        self._clock.timeout.disconnect(self.save_now)
        self._clock.stop()
        self._writer.shutdown(wait=True)

    def _hand_over(self) -> None:
        waiting, self._waiting = self._waiting, {}
        jobs = {name: self._writer.submit(self._store.save, draft.snapshot()) for name, draft in waiting.items()}
        self._jobs |= jobs
        for name, job in jobs.items():
            job.add_done_callback(lambda job, draft=waiting[name]: self._report(job, draft))  # type: ignore[misc] # mypy can't infer a lambda with a default

    def _report(self, job: Future[None], draft: OpenDraft) -> None:
        """Runs in the writer's thread; the signal crosses over by itself."""
        self._reported.emit(draft, job.exception())

    def _note(self, draft: OpenDraft, error: BaseException | None) -> None:
        if draft.id in self._forgotten:
            return
        if error is not None:
            self._again(draft, error)
            return
        # What was typed while it was being written is not on disk yet.
        if draft.id not in self._waiting:
            self.saved.emit(draft.id)
        self._works_again(draft)

    def _works_again(self, draft: OpenDraft) -> None:
        """The draft is written, or need not be any more."""
        if draft.id in self._failing:
            self._failing.discard(draft.id)
            if not self._failing:
                self.recovered.emit()

    def _again(self, draft: OpenDraft, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        first = draft.id not in self._failing
        self._failing.add(draft.id)
        self.touch(draft)
        self.failed.emit(draft, error)
        if first:
            self.stuck.emit(error)
