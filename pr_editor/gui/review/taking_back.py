"""Undo takes back what was done last, a decision or a change of the text; redo does it again, in the same order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.review.timeline import Timeline

if TYPE_CHECKING:
    from pr_editor.gui.drafts.desk import Desk
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.notices import Notice
    from pr_editor.gui.panels.notice_bar import NoticeBar
    from pr_editor.gui.review.decision import Decision
    from pr_editor.text.message import Message


class TakingBack(QObject):
    """Remembers the decisions in each open draft, and where they stand between the changes of its text."""

    changed = Signal()
    """There is something else to take back, or to do again."""
    turning_back = Signal(object)
    """A decision about an ``OpenDraft``, or made while there was none, is about to be taken back."""

    def __init__(self, drafts: Drafts, desk: Desk, notices: NoticeBar, parent: QObject) -> None:
        """Hear of decisions where the user is told of them."""
        super().__init__(parent)
        self._drafts = drafts
        self._notices = notices
        self._timelines: dict[OpenDraft | None, Timeline[Decision]] = {None: Timeline()}
        drafts.added.connect(self._begin)
        drafts.removed.connect(self._end)
        notices.told.connect(self._told)
        notices.acted.connect(self._acted)
        desk.edited.connect(self._edited)

    @property
    def last(self) -> Message | None:
        """The decision that would be taken back; None where the text was changed last."""
        decision = self._last
        return decision.what if decision else None

    @property
    def next(self) -> Message | None:
        """The decision that would be made again; None where a change of the text comes first, or nothing."""
        decision = self._next
        return decision.what if decision else None

    def take_back(self) -> bool:
        """Take the last decision back; False when there is none to take back."""
        decision = self._last
        if decision is not None:
            self._take_back(decision)
        return decision is not None

    def do_again(self) -> bool:
        """Make the decision taken back last again; False when there is none."""
        decision = self._next
        if decision is not None:
            decision.again(partial(self._done_again, decision))
        return decision is not None

    @property
    def _last(self) -> Decision | None:
        draft = self._drafts.current
        return self._timelines[draft].last(_steps(draft))

    @property
    def _next(self) -> Decision | None:
        draft = self._drafts.current
        return self._timelines[draft].next(_steps(draft))

    def _take_back(self, decision: Decision) -> None:
        self.turning_back.emit(decision.draft)
        shown = self._notices.notice
        if shown is not None and shown.decision is decision:
            self._notices.clear()
        decision.take_back(partial(self._taken_back, decision))

    def _taken_back(self, decision: Decision, could: bool) -> None:
        if (timeline := self._timelines.get(decision.draft)) is not None:
            timeline.taken_back(decision, _steps(decision.draft)) if could else timeline.drop(decision)
            self.changed.emit()

    def _done_again(self, decision: Decision, could: bool) -> None:
        if (timeline := self._timelines.get(decision.draft)) is not None:
            timeline.done_again(decision, _steps(decision.draft)) if could else timeline.drop(decision)
            self.changed.emit()

    def _begin(self, draft: OpenDraft) -> None:
        self._timelines[draft] = Timeline()

    def _end(self, draft: OpenDraft) -> None:
        """What was decided in a draft can't be taken back once that is closed."""
        del self._timelines[draft]
        shown = self._notices.notice
        if shown is not None and shown.decision is not None and shown.decision.draft is draft:
            self._notices.clear()

    def _told(self, notice: Notice) -> None:
        decision = notice.decision
        if decision is not None and (timeline := self._timelines.get(decision.draft)) is not None:
            timeline.decided(decision, _steps(decision.draft))
            if decision.draft is not None and decision.draft.editor is not None:
                decision.draft.editor.part_steps()
            self.changed.emit()

    def _acted(self, notice: Notice) -> None:
        if notice.decision is not None:
            self._take_back(notice.decision)

    def _edited(self, draft: OpenDraft) -> None:
        if draft.editor is not None and draft.editor.stepping:
            self._timelines[draft].stepped(_steps(draft))
        else:
            self._timelines[draft].edited()


def _steps(draft: OpenDraft | None) -> int:
    """How many steps of its text can be undone."""
    return draft.editor.document().availableUndoSteps() if draft is not None and draft.editor is not None else 0
