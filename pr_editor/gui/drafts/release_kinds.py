"""What sort of release a draft is: proposed by the program, decided by the editor; rules weigh by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.names import KINDS

if TYPE_CHECKING:
    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.window.menus import Entries


class ReleaseKinds(QObject):
    """Lets the editor say what the draft in front is, and has it reviewed as that."""

    def __init__(self, drafts: Drafts, checking: Checking, autosave: Autosave, speech: Speech, parent: QObject) -> None:
        """Nothing is chosen yet."""
        super().__init__(parent)
        self._drafts = drafts
        self._checking = checking
        self._autosave = autosave
        self._speech = speech

    def entries(self) -> Entries:
        """The kinds, and leaving it to the program, as a menu."""
        draft = self._drafts.current
        if draft is None:
            return
        chosen = draft.session.release_kind
        for kind in ReleaseKind:
            yield self._speech.tr(KINDS[kind]), chosen is kind, partial(self.choose, draft, kind)
        yield self._speech.tr("As the program proposes"), chosen is None, partial(self.choose, draft, None)

    def name(self, draft: OpenDraft) -> str:
        """What a draft is called by its kind, as it was last reviewed; empty when nobody knows."""
        kind = draft.review.structure.release_kind
        return self._speech.tr(KINDS[kind]) if kind else ""

    def choose(self, draft: OpenDraft, kind: ReleaseKind | None) -> None:
        """Decide what a draft is; None leaves it to the house and the program again."""
        draft.session.release_kind = kind
        self._autosave.touch(draft)
        self._checking.check(draft)

    def review_as(self, draft: OpenDraft, kind: ReleaseKind) -> None:
        """See that a draft is reviewed as this kind."""
        if kind is not (draft.session.release_kind or draft.review.structure.release_kind):
            self.choose(draft, kind)
