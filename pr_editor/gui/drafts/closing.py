"""Closing drafts, and opening again what was closed lately."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.reasons import guarded, reason
from pr_editor.gui.speech import isolated
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pr_editor.app.services import Services
    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.panels.notice_bar import NoticeBar
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.window.menus import Entries


class Closing(QObject):
    """A closed draft is kept for a while, so nothing is asked before one is closed, unless it can't be kept."""

    def __init__(
        self,
        services: Services,
        drafts: Drafts,
        autosave: Autosave,
        ask: Ask,
        speech: Speech,
        notices: NoticeBar,
        parent: QObject,
    ) -> None:
        """Close what is in ``drafts``."""
        super().__init__(parent)
        self._services = services
        self._closed = services.closed
        self._drafts = drafts
        self._autosave = autosave
        self._ask = ask
        self._speech = speech
        self._notices = notices
        self._tell = notices.tell
        self._told: Notice | None = None
        """The last notice with an offer to reopen a draft."""
        drafts.begun.connect(self._begun)

    def sweep(self) -> None:
        """Let go what is too old; the window opens."""
        guarded(self._closed.sweep, message("Closed drafts could not be cleared away."), self._tell)

    def close_current(self) -> None:
        """Close the draft in front."""
        if self._drafts.current is not None:
            self.close(self._drafts.current)

    def close(self, draft: OpenDraft) -> None:
        """Close a draft so that it can be opened again, also one whose text was cut out to be pasted elsewhere."""
        try:
            self._put_away(draft)
        except OSError as error:
            self._can_not_keep(draft, error)
            return
        self._leave(draft)
        self.sweep()
        days = self._closed.limits.days
        more = message("Its text is in no file. It can be reopened within {days} days.", days=days)
        what, reopen = message("“{name}” is closed.", name=draft.name), partial(self.reopen, draft.id)
        self._offer(Notice(what, None if draft.kept else more, Tone.DONE, message("Reopen"), reopen))

    def reopen_last(self) -> None:
        """Open the draft again that was closed last."""
        closed = self._closed.all()
        if closed:
            self.reopen(closed[0].id)
        else:
            self._tell(Notice(message("No draft was closed lately.")))

    def reopen(self, name: str) -> None:
        """Open a closed draft (id) again: text, decisions, changes and caret are as they were."""
        self._bring_back(name)

    def entries(self) -> Entries:
        """The closed drafts, for a menu."""
        # The calendar is not needed to show the window.
        from pr_editor.app.dates import show_moment

        for one in self._closed.all():
            moment = show_moment(datetime.fromtimestamp(one.closed, UTC), self._speech.translator)
            yield self._speech.row((isolated(one.name), isolated(moment))), False, partial(self.reopen, one.id)

    def forget(self) -> None:
        """Remove all closed drafts from the disk, once the user has said so."""
        number = len(self._closed.all())
        if number:
            self._ask.before_forgetting(number, self._forget)
        else:
            self._tell(Notice(message("No draft was closed lately.")))

    def _bring_back(self, name: str) -> bool:
        """False when that was not possible; the user has been told."""
        if self._told is not None and self._notices.notice is self._told:
            self._notices.clear()
        return guarded(
            lambda: self._drafts.bring_back(self._closed.reopen(name)),
            message("The draft could not be reopened."),
            self._tell,
        )

    def _begun(self, draft: OpenDraft) -> None:
        """Who opens a file again may look for the work he did on it before."""
        source = draft.session.source
        if source and draft is self._drafts.current:
            before = next((one for one in self._closed.all() if one.source == source and one.touched), None)
            if before is not None:
                what = message("A draft of this file was closed lately, with your work on it.")
                instead = partial(self._reopen_instead, before.id, draft)
                self._offer(Notice(what, action=message("Reopen"), do=instead))

    def _reopen_instead(self, name: str, draft: OpenDraft) -> None:
        """Reopen a closed draft (id) in place of one just opened, unless something was done with that."""
        if self._bring_back(name) and draft in self._drafts.all and not draft.snapshot().touched:
            self._end(draft)

    def _offer(self, notice: Notice) -> None:
        self._told = notice
        self._tell(notice)

    def _forget(self) -> None:
        if guarded(self._closed.forget, message("Closed drafts could not be cleared away."), self._tell):
            self._tell(Notice(message("No closed draft is kept any more."), tone=Tone.DONE))

    def _put_away(self, draft: OpenDraft) -> None:
        """Raises ``OSError``; then the draft is open as before."""
        self._autosave.touch(draft)
        error = self._autosave.save_all().get(draft.id)
        if error is not None:
            raise error
        self._closed.put_away(draft.session, draft.name)

    def _can_not_keep(self, draft: OpenDraft, error: OSError) -> None:
        """Ask, unless the text is somewhere else."""
        if draft.kept:
            self._end(draft)
            return
        copy = partial(self._drafts.copies.choose, draft, lambda: self._end(draft))
        self._ask.before_closing(draft.name, reason(error), copy, discard=lambda: self._end(draft))

    def _end(self, draft: OpenDraft) -> None:
        """Close a draft for good."""
        self._autosave.forget(draft)
        guarded(
            lambda: self._services.sessions.close(draft.session),
            message("The draft could not be cleared away."),
            self._tell,
        )
        self._drafts.leave(draft)

    def _leave(self, draft: OpenDraft) -> None:
        self._autosave.forget(draft)
        self._drafts.leave(draft)
