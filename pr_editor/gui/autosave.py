"""Keeps what is on disk at most a few seconds behind the typing, without making the typing wait."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from pr_editor.app.session import SessionStore
    from pr_editor.gui.open_draft import OpenDraft

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

    def __init__(self, store: SessionStore, seconds: float, parent: QObject | None = None) -> None:
        """Save into ``store`` at most ``seconds`` after a change."""
        super().__init__(parent)
        self._store = store
        self._waiting: dict[str, OpenDraft] = {}
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="autosave")
        self._clock = QTimer(self, singleShot=True, interval=int(min(seconds, _LONGEST) * 1000))
        self._clock.timeout.connect(self.save_now)
        self.failed.connect(self._again)

    def touch(self, draft: OpenDraft) -> None:
        """Something about the draft has changed."""
        draft.session.changed = time.time()
        if draft.id not in self._waiting:
            self._waiting[draft.id] = draft
            self.changed.emit(draft.id)
        if not self._clock.isActive():
            self._clock.start()

    def forget(self, draft: OpenDraft) -> None:
        """The draft is being closed: nothing of it is written any more once this returns."""
        self._waiting.pop(draft.id, None)
        self._writer.submit(lambda: None).result()

    def save_now(self) -> None:
        """Hand everything that waits to the writer."""
        waiting, self._waiting = self._waiting, {}
        for draft in waiting.values():
            job = self._writer.submit(self._store.save, draft.snapshot())
            job.add_done_callback(lambda job, draft=draft: self._report(job, draft))  # type: ignore[misc] # mypy can't infer a lambda with a default

    def finish(self) -> None:
        """Write everything and wait for it: the window is closing."""
        self._clock.stop()
        self.save_now()
        self._writer.shutdown(wait=True)

    def _report(self, job: Future[None], draft: OpenDraft) -> None:
        """Runs in the writer's thread; the signals cross over by themselves."""
        error = job.exception()
        if error is None:
            self.saved.emit(draft.id)
        else:
            self.failed.emit(draft, error)

    def _again(self, draft: OpenDraft, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self.touch(draft)
