"""Applies fixes and reverses them, and keeps the records of both."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.app.changes import Author, Done, recorded, together, turned
from pr_editor.gui.changes.history import History

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from pr_editor.app.changes import Change
    from pr_editor.checks.fixes import Applied
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft


class Ledger(QObject):
    """The only way fixes get into a text. The records are part of the draft's session."""

    changed = Signal(object)
    """The text of an ``OpenDraft`` has changed, and with it maybe the records and where they stand."""

    def __init__(self, drafts: Drafts, account: Callable[[], str], parent: QObject) -> None:
        """``account`` gives the name of who is logged in, empty when nobody is."""
        super().__init__(parent)
        self._account = account
        self._histories: dict[str, History] = {}
        drafts.shown.connect(self._begin)
        drafts.removed.connect(lambda draft: self._histories.pop(draft.id, None))

    def apply(self, draft: OpenDraft, fixes: Sequence[Applied], name: str, *, join: bool = False) -> bool:
        """Apply fixes as one step called ``name``; False, and nothing done, when the text is not what was checked.

        ``join`` makes one step of it and the one before.
        """
        if draft.editor is None:
            return False
        done = []
        for one in fixes:
            edits = draft.editor.standing(one.fix.edits)
            if edits is None:
                return False
            done.append(Done(one.finding.code, one.finding.message, tuple(edits)))
        return self.make(draft, done, name, join=join)

    def make(self, draft: OpenDraft, fixes: Sequence[Done], name: str, *, join: bool = False) -> bool:
        """Like ``apply``, for fixes of the text as it stands now."""
        before = draft.texts()
        edits = [edit for one in fixes for edit in one.edits]
        if draft.editor is None or not draft.editor.apply_now(edits, name, join=join):
            return False
        now = self._history(draft).now
        self._put(draft, (*now, *recorded(fixes, before, draft.texts(), now, self.author, join=join)))
        return True

    def reverse(self, draft: OpenDraft, ids: Collection[int], name: str) -> list[Change]:
        """Reverse changes, or make reversed ones again, in one step; gives those whose words do not stand any more.

        One that stands within another is reversed after that one.
        """
        left = set(ids)
        join = False
        while draft.editor is not None and left:
            before = draft.texts()
            chosen = together([one for one in draft.session.changes if one.id in left], before)
            edits = [edit for group in chosen.values() for edit in group]
            if not chosen or not draft.editor.apply_now(edits, name, join=join):
                break
            new = {one.id: one for one in turned(chosen, before, draft.texts(), self.author)}
            self._put(draft, tuple(new.get(one.id, one) for one in self._history(draft).now))
            left -= new.keys()
            join = True
        return [one for one in draft.session.changes if one.id in left]

    def text_changed(self, draft: OpenDraft) -> None:
        """The text of a draft was changed, whoever did it."""
        if draft.editor is None:
            return
        history, count = self._history(draft), draft.editor.document().availableUndoSteps()
        move = history.stepped if draft.editor.stepping else history.edited
        move(count, draft.texts())
        self._tell(draft)

    @property
    def author(self) -> Author:
        """Who would be put on record just now."""
        return Author(self._account() or _system_user(), datetime.now(UTC))

    def _put(self, draft: OpenDraft, changes: tuple[Change, ...]) -> None:
        self._history(draft).put(changes)
        self._tell(draft)

    def _tell(self, draft: OpenDraft) -> None:
        draft.session.changes = self._history(draft).now
        self.changed.emit(draft)

    def _begin(self, draft: OpenDraft | None) -> None:
        if draft is not None:
            self._history(draft)

    def _history(self, draft: OpenDraft) -> History:
        if draft.id not in self._histories:
            self._histories[draft.id] = History(draft.session.changes, draft.texts())
        return self._histories[draft.id]


def _system_user() -> str:
    """Who is logged in to the system; empty where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
