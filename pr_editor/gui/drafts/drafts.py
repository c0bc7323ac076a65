"""Which drafts are open, and which one is in front. A file that was opened is never written to."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.drafts.copies import Copies
from pr_editor.gui.drafts.open_draft import OpenDraft
from pr_editor.gui.drafts.opening import Opening
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.reasons import guarded, reason
from pr_editor.gui.speech import isolated
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pr_editor.app.services import Services
    from pr_editor.app.session import Session
    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.opening import Received, Wanted
    from pr_editor.gui.long_work import LongWork
    from pr_editor.review.ports import VersionText
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message

_RECENT = 10
_NAMED = 5
"""How many of the files that could not be opened are named."""


class Drafts(QObject):
    """The drafts that are open, and which one is in front."""

    added = Signal(object)
    """An ``OpenDraft`` is in the list."""
    begun = Signal(object)
    """An ``OpenDraft`` was opened for the first time, not brought back."""
    removed = Signal(object)
    """An ``OpenDraft`` is no longer in the list."""
    shown = Signal(object)
    """Another ``OpenDraft`` is in front, or None."""
    opened_file = Signal(str)
    """The path of a file that was opened, for the recent list."""

    def __init__(
        self, services: Services, autosave: Autosave, ask: Ask, work: LongWork, tell: Tell, parent: QObject
    ) -> None:
        """Begin with no draft."""
        super().__init__(parent)
        self._services = services
        self._autosave = autosave
        self._ask = ask
        self._tell = tell
        self.copies = Copies(services, ask, tell)
        self._opening = Opening(services, work, self._is_open, self)
        self._opening.opened.connect(self._opened)
        self._opening.failed.connect(self._not_opened)
        self._opening.unkept.connect(self._unkept)
        self.all: list[OpenDraft] = []
        self.current: OpenDraft | None = None

    def choose(self) -> None:
        """Ask for files and open them."""
        self._ask.files_to_open(self.open_files)

    def choose_folder(self) -> None:
        """Ask for a folder and open the drafts in it."""
        self._ask.folder_to_open(self.open_files)

    def open_files(self, paths: Iterable[str]) -> None:
        """Open files, and those in folders, one after the other in the background; the first comes to the front.

        One that can't be read is told about and the others are opened.
        """
        self._opening.add(map(Path, paths))

    @property
    def opening(self) -> bool:
        """Whether files are still being opened."""
        return self._opening.busy

    def finish(self) -> None:
        """The window is closing: open nothing more."""
        self._opening.finish()

    def open_sample(self, name: str) -> None:
        """Open a sample as a draft without a file of its own."""
        sample = self._services.sample(name)
        guarded(
            lambda: self.begin(self._services.read(sample).draft),
            message("The sample could not be opened."),
            self._tell,
        )

    def restore(self, only: Collection[str] = ()) -> None:
        """Open the drafts that were open when the program last ended, however it ended; or ``only`` those (ids).

        Drafts that another window has open stay there.
        """
        sessions = self._services.sessions
        here = {draft.id for draft in self.all}
        wanted = [one for one in sessions.all() if one.id not in here and (not only or one.id in only)]
        mine = [session for one in wanted if (session := sessions.take(one)) is not None]
        added = [self._add(session) for session in sorted(mine, key=lambda one: one.opened)]
        for problem in self._services.sessions.problems:
            self._tell(Notice(message("A draft could not be restored."), problem.message, Tone.ERROR))
        if added:
            self.show_draft(max(added, key=lambda one: one.session.shown))
        if added and not only:
            self._tell(
                Notice(
                    message("The drafts of last time are back."),
                    message("Everything up to a few seconds before the end was kept."),
                )
            )

    def open_release(self, text: VersionText) -> None:
        """Open a version from the library as a draft, or bring the draft to the front that it is."""
        known = next((one for one in self.all if one.session.release == text.release), None)
        if known is not None:
            self.show_draft(known)
            return

        def begin() -> None:
            session = self._services.sessions.create(text.received or text.draft)
            session.paragraphs = text.draft.paragraphs
            session.overrides = {paragraph.key: paragraph.kind for paragraph in text.draft.paragraphs}
            session.release, session.submitted = text.release, text.draft.digest
            session.exclusions = text.version.submission.exclusions
            self._services.sessions.save(session)
            self._add(session)
            self.show_draft(self.all[-1])

        guarded(begin, message("The release could not be opened as a draft."), self._tell)

    def _is_open(self, received: Received) -> bool:
        """Bring the draft to the front that a file was opened as before, if it was."""
        source, digest = received.draft.source, received.draft.digest
        known = (one for one in self.all if one.session.source == source and one.session.received.digest == digest)
        draft = next(known, None)
        if draft is not None:
            if received.wanted.first:
                self.show_draft(draft)
            self._note_opened(received.wanted, source)
        return draft is not None

    def _opened(self, session: Session, wanted: Wanted) -> None:
        self._begun(session, show=wanted.first)
        self._note_opened(wanted, session.source)

    def _note_opened(self, wanted: Wanted, source: str) -> None:
        if not wanted.listed:
            self.opened_file.emit(source)

    def _not_opened(self, failures: Sequence[tuple[Path, Message]]) -> None:
        """Tell why a file could not be opened, or at once of all of many: of notices only one is seen."""
        if len(failures) == 1:
            path, why = failures[0]
            self._tell(Notice(message("“{name}” could not be opened.", name=path.name), why, Tone.ERROR))
            return
        names = [isolated(path.name) for path, _ in failures[:_NAMED]]
        self._tell(
            Notice(
                message(
                    "Files that could not be opened: {number}. They are {names}.",
                    number=len(failures),
                    names="، ".join(names) + ("، …" if len(failures) > _NAMED else ""),
                ),
                message("Open one by itself to hear why."),
                Tone.ERROR,
            )
        )

    def _unkept(self, why: Message) -> None:
        self._tell(
            Notice(
                message("No draft can be opened: your work on it could not be kept."),
                message("The folder for it: {path}", path=str(self._services.paths.sessions)),
                Tone.ERROR,
                why=why,
            )
        )

    def begin(self, received: Draft) -> None:
        """Open a draft that has no file. Raises ``KnownError`` for one without text."""
        if not received.paragraphs:
            raise KnownError("There is no text in it.")
        try:
            session = self._services.sessions.create(received)
        except OSError as error:
            self._unkept(reason(error))
        else:
            self._begun(session, show=True)

    def _begun(self, session: Session, *, show: bool) -> None:
        draft = self._add(session)
        if show or self.current is None:
            self.show_draft(draft)
        self.begun.emit(draft)

    def bring_back(self, session: Session) -> None:
        """Show a draft that was closed, in the list where it was."""
        at = sum(one.session.opened <= session.opened for one in self.all)
        self.show_draft(self._add(session, at))

    def _add(self, session: Session, at: int | None = None) -> OpenDraft:
        draft = OpenDraft(session)
        self.all.insert(len(self.all) if at is None else at, draft)
        self.added.emit(draft)
        return draft

    def show_draft(self, draft: OpenDraft | None) -> None:
        """Bring a draft to the front."""
        if draft is not None:
            unread, draft.session.shown = not draft.seen, time.time()
            if unread:
                self._autosave.touch(draft)
        if draft is not self.current:
            self.current = draft
            self.shown.emit(draft)

    def show_next(self, by: int) -> None:
        """Bring the draft ``by`` steps from the one in front to the front, round the ends of the list."""
        if self.current is not None:
            self.show_draft(self.all[(self.all.index(self.current) + by) % len(self.all)])

    def hand_over(self, draft: OpenDraft) -> None:
        """Let another window have a draft that is on disk as it stands."""
        self._autosave.forget(draft)
        self._services.sessions.release(draft.session)
        self.leave(draft)

    def leave(self, draft: OpenDraft) -> None:
        """A draft is open here no more."""
        at = self.all.index(draft)
        self.all.remove(draft)
        self.removed.emit(draft)
        if draft is self.current:
            self.show_draft(self.all[min(at, len(self.all) - 1)] if self.all else None)

    def choose_copy(self) -> None:
        """Ask where to save a copy of the draft in front."""
        if self.current is not None:
            self.copies.choose(self.current)


def recent_with(recent: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The recent list with ``path`` in front, each path once, not too long."""
    return (path, *(old for old in recent if old != path))[:_RECENT]
