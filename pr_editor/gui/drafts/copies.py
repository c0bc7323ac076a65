"""Saving copies of drafts as new files. The file a draft came from is never written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.reasons import guarded
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.services import Services
    from pr_editor.formats.base import Document
    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.drafts.open_draft import OpenDraft

_NAME_LENGTH = 60
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|\n\r\t', " "))


class Copies:
    """Asks where a copy is to go and writes it there."""

    def __init__(self, services: Services, ask: Ask, tell: Tell) -> None:
        """Ask and tell the user with these."""
        self._services = services
        self._ask = ask
        self._tell = tell

    def choose(self, draft: OpenDraft, then: Callable[[], None] | None = None) -> None:
        """Ask where to save a copy of ``draft``, and do ``then`` once it is saved."""

        def save(path: str) -> None:
            if self.save(draft, Path(path)) and then is not None:
                then()

        self._ask.where_to_save(_place(draft), save)

    def save(self, draft: OpenDraft, path: Path) -> bool:
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
        failed = message("The copy could not be saved.")
        if not guarded(lambda: write(now, path, self._received(draft, path)), failed, self._tell):
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


def _place(draft: OpenDraft) -> Path:
    """A name from the headline, beside the file the draft came from."""
    source = Path(draft.session.source) if draft.session.source else None
    name = " ".join(draft.name.rstrip("…").translate(_NOT_IN_NAMES).split())
    if len(name) > _NAME_LENGTH:
        name = name[:_NAME_LENGTH].rpartition(" ")[0] or name[:_NAME_LENGTH]
    name = name.strip(" .")
    folder = source.parent if source else Path.home()
    suffix = source.suffix if source and source.suffix in {".txt", ".docx"} else ".docx"
    return folder / f"{name or 'draft'}{suffix}"
