"""Opening, switching, closing and copying drafts. A file that was opened is never written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from pr_editor.gui.editor.transfer import incoming_draft
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.open_draft import OpenDraft
from pr_editor.gui.opening import Opening
from pr_editor.gui.reasons import reason
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from PySide6.QtCore import QMimeData

    from pr_editor.app.services import Services
    from pr_editor.app.session import Session
    from pr_editor.formats.base import Document
    from pr_editor.gui.autosave import Autosave
    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.long_work import LongWork
    from pr_editor.gui.opening import Received, Wanted
    from pr_editor.review.ports import VersionText
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message

_RECENT = 10
_NAME_LENGTH = 60
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|\n\r\t', " "))


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
        self._guarded(
            lambda: self._begin(self._services.read(sample).draft), message("The sample could not be opened.")
        )

    def paste(self) -> None:
        """Make a new draft of the text on the clipboard."""
        source: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where the clipboard was never filled
        pasted = incoming_draft(source) if source is not None else None
        if pasted is None or not pasted.paragraphs:
            self._tell(
                Notice(
                    message("There is no text on the clipboard."),
                    message("Copy the text of a release first, then paste it here."),
                )
            )
            return
        self._guarded(lambda: self._begin(pasted), message("The text could not be pasted."))

    def restore(self, only: Collection[str] = ()) -> None:
        """Open the drafts that were open when the program last ended, however it ended; or ``only`` those (ids).

        Drafts that another window has open stay there.
        """
        sessions = self._services.sessions
        here = {draft.id for draft in self.all}
        wanted = [one for one in sessions.all() if one.id not in here and (not only or one.id in only)]
        mine = [session for session in wanted if sessions.claim(session)]
        for session in reversed(mine):
            self._add(session)
        for problem in self._services.sessions.problems:
            self._tell(Notice(message("A draft could not be restored."), problem.message, Tone.ERROR))
        if mine:
            self.show_draft(self.all[-1])
        if mine and not only:
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

        self._guarded(begin, message("The release could not be opened as a draft."))

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

    def _not_opened(self, path: Path, why: Message) -> None:
        self._tell(Notice(message("“{name}” could not be opened.", name=path.name), why, Tone.ERROR))

    def _unkept(self, why: Message) -> None:
        self._tell(
            Notice(
                message("No draft can be opened: your work on it could not be kept."),
                message("The folder for it: {path}", path=str(self._services.paths.sessions)),
                Tone.ERROR,
                why=why,
            )
        )

    def _begin(self, received: Draft) -> None:
        """Open a draft that has no file."""
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
        draft.seen = False
        if show or self.current is None:
            self.show_draft(draft)
        self.begun.emit(draft)

    def _add(self, session: Session) -> OpenDraft:
        draft = OpenDraft(session)
        self.all.append(draft)
        self.added.emit(draft)
        return draft

    def show_draft(self, draft: OpenDraft | None) -> None:
        """Bring a draft to the front."""
        if draft is not None:
            draft.seen = True
        if draft is not self.current:
            self.current = draft
            self.shown.emit(draft)

    def hand_over(self, draft: OpenDraft) -> None:
        """Let another window have a draft that is on disk as it stands."""
        self._autosave.forget(draft)
        self._services.sessions.release(draft.session)
        self._leave(draft)

    def close_current(self) -> None:
        """Close the draft in front; ask first when its text is nowhere but here."""
        draft = self.current
        if draft is None:
            return
        if draft.kept:
            self.close(draft)
        else:
            self._ask.before_closing(
                draft.name, copy=lambda: self._choose_copy(draft, then_close=True), discard=lambda: self.close(draft)
            )

    def close(self, draft: OpenDraft) -> None:
        """Close a draft and end its session."""
        self._autosave.forget(draft)
        self._guarded(
            lambda: self._services.sessions.close(draft.session), message("The draft could not be cleared away.")
        )
        self._leave(draft)

    def _leave(self, draft: OpenDraft) -> None:
        at = self.all.index(draft)
        self.all.remove(draft)
        self.removed.emit(draft)
        if draft is self.current:
            self.show_draft(self.all[min(at, len(self.all) - 1)] if self.all else None)

    def choose_copy(self) -> None:
        """Ask where to save a copy of the draft in front."""
        if self.current is not None:
            self._choose_copy(self.current, then_close=False)

    def _choose_copy(self, draft: OpenDraft, *, then_close: bool) -> None:
        def save(path: str) -> None:
            if self.save_copy(draft, Path(path)) and then_close:
                self.close(draft)

        self._ask.where_to_save(self._copy_place(draft), save)

    def save_copy(self, draft: OpenDraft, path: Path) -> bool:
        """Write the text as it is now to a new file, by its suffix. False when that failed; the user has been told."""
        from pr_editor.formats.write import write

        if draft.session.source and path.resolve() == Path(draft.session.source):
            self._tell(
                Notice(
                    message("This would overwrite the draft as received."),
                    message("Save the copy under another name."),
                    Tone.ERROR,
                )
            )
            return False
        now = draft.draft()
        if not self._guarded(
            lambda: write(now, path, self._received(draft, path)), message("The copy could not be saved.")
        ):
            return False
        draft.copied = now.digest
        self._tell(Notice(message("A copy was saved: {path}", path=str(path)), tone=Tone.DONE))
        return True

    def _received(self, draft: OpenDraft, path: Path) -> Document | None:
        """The document the draft came from, if a copy at ``path`` is of its format."""
        original = self._services.sessions.original(draft.session)
        if original is None or original.suffix.lower() != path.suffix.lower():
            return None
        document = self._services.read(original)
        same = [p.key for p in document.draft.paragraphs] == [p.key for p in draft.session.received.paragraphs]
        return document if same else None

    def _copy_place(self, draft: OpenDraft) -> Path:
        """A name from the headline, beside the file the draft came from."""
        source = Path(draft.session.source) if draft.session.source else None
        name = " ".join(draft.name.rstrip("…").translate(_NOT_IN_NAMES).split())
        if len(name) > _NAME_LENGTH:
            name = name[:_NAME_LENGTH].rpartition(" ")[0] or name[:_NAME_LENGTH]
        name = name.strip(" .")
        folder = source.parent if source else Path.home()
        suffix = source.suffix if source and source.suffix in {".txt", ".docx"} else ".docx"
        return folder / f"{name or 'draft'}{suffix}"

    def _guarded(self, do: Callable[[], object], what: Message) -> bool:
        """Do something that may fail in ordinary use; tell the user when it does."""
        try:
            do()
        except KnownError as error:
            self._tell(Notice(what, error.message, Tone.ERROR))
        except OSError as error:
            self._tell(Notice(what, reason(error), Tone.ERROR))
        else:
            return True
        return False


def recent_with(recent: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The recent list with ``path`` in front, each path once, not too long."""
    return (path, *(old for old in recent if old != path))[:_RECENT]
