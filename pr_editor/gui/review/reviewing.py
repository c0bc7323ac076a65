"""Going through the findings of the draft in front and deciding about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.app.sieve import Sieve
from pr_editor.gui.notices import Notice, Tell, Tone, decided
from pr_editor.gui.review.decision import Decision, at_once
from pr_editor.gui.review.draft_review import by_family, step
from pr_editor.gui.review.listing import Listing
from pr_editor.profile.model import Severity
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message


class Reviewing(Listing):
    """In which order the findings shown are gone through, which one is in hand, what was decided."""

    moved = Signal(object, bool)
    """Another ``Finding`` is in hand, or None; and whether to bring it into view."""

    def __init__(
        self, drafts: Drafts, checking: Checking, autosave: Autosave, speech: Speech, tell: Tell, parent: QObject
    ) -> None:
        """Follow the draft in front and the answers about it."""
        super().__init__(drafts, checking, speech, parent)
        self._autosave = autosave
        self._tell = tell
        self._at = 0
        self._held: Finding | None = None
        self._at_end = False
        """Whether the last one listed was decided about, and nothing has been said about it yet."""
        self.reveals_next = True
        """Whether the text moves to the next finding once one is decided about."""
        drafts.shown.connect(lambda _: self._turn())

    @property
    def current(self) -> Finding | None:
        """The finding in hand."""
        at = self.place
        return None if at is None else self.shown[at]

    @property
    def place(self) -> int | None:
        """Where the finding in hand stands among those shown, from 0."""
        draft = self._drafts.current
        name = draft.current if draft else None
        if self._at < len(self.shown) and self.shown[self._at].fingerprint == name:
            return self._at
        return next((at for at, finding in enumerate(self.shown) if finding.fingerprint == name), None)

    def _turn(self) -> None:
        """Another draft is in front: the place in the one before says nothing about it."""
        self._at, self._held, self._at_end = 0, None, False
        self.refresh()

    def _reviewed(self, draft: OpenDraft) -> None:
        super()._reviewed(draft)
        if draft is self._drafts.current and draft.review.checked:
            self._tell_end()

    def _keep_place(self, draft: OpenDraft) -> None:
        at = next((at for at, one in enumerate(self.shown) if one.fingerprint == draft.current), None)
        if at is None and draft.current is not None:
            at = self._held_at(draft.current)
        if at is None and self._waits(draft):
            return
        if at is None and self.shown:
            at = min(self._at, len(self.shown) - 1)
        if at is None:
            draft.current = None if draft.review.checked else draft.current
            return
        self._at, self._held = at, self.shown[at]
        if draft.current != self.shown[at].fingerprint:
            draft.current = self.shown[at].fingerprint

    def _waits(self, draft: OpenDraft) -> bool:
        """Whether it is known only when more of the check has come what is to be in hand; until then nothing is."""
        if draft.current is None:
            return not draft.review.checked  # The heaviest findings may come last.
        held = self._held
        # A key that is meant for the one in hand must not decide about another.
        return held is not None and held.fingerprint == draft.current and draft.review.may_return(held)

    def _held_at(self, name: str) -> int | None:
        """Where the finding in hand stands when words typed beside it have given it another name."""
        held = self._held
        if held is None or held.fingerprint != name:
            return None
        same = [
            (abs(one.span.start - held.span.start), at)
            for at, one in enumerate(self.shown)
            if (one.code, one.span.key, one.text) == (held.code, held.span.key, held.text)
        ]
        return min(same)[1] if same else None

    def take(self, fingerprint: str, *, reveal: bool = True) -> None:
        """Take this finding in hand, if it is open; a filter that hides it is lifted."""
        draft = self._drafts.current
        if draft is None or all(finding.fingerprint != fingerprint for finding in self.listed):
            return
        if draft.current != fingerprint:
            draft.look_at(draft.current)
        draft.current = fingerprint
        if all(finding.fingerprint != fingerprint for finding in self.shown):
            self.sift(Sieve())
        self._at = next(at for at, finding in enumerate(self.shown) if finding.fingerprint == fingerprint)
        self._held = self.shown[self._at]
        self.moved.emit(self.current, reveal)

    def go_next(self) -> None:
        """Take the next finding in hand."""
        self._go(1)

    def go_previous(self) -> None:
        """Take the finding before in hand."""
        self._go(-1)

    def _go(self, by: int) -> None:
        draft = self._drafts.current
        if draft is not None and (finding := step(self.shown, draft.current, by)) is not None:
            self.take(finding.fingerprint)

    def go_next_family(self, by: int) -> None:
        """Take the first finding of the next (1) or the previous (-1) family in hand."""
        current = self.current
        firsts = [group[0] for group in by_family(self.shown).values()]
        mine = next((one for one in firsts if current and one.rule.family == current.rule.family), None)
        if (finding := step(firsts, mine.fingerprint if mine else None, by)) is not None:
            self.take(finding.fingerprint)

    def go_to_end(self, *, first: bool) -> None:
        """Take the first or the last finding in hand."""
        if self.shown:
            self.take(self.shown[0 if first else -1].fingerprint)

    def advance(self) -> None:
        """A decision about the one in hand is taken: move on to the next, without waiting for the checker."""
        draft, at = self._drafts.current, self.place
        if draft is None or at is None:
            return
        draft.look_at(draft.current)
        self._at_end = at == len(self.shown) - 1
        if len(self.shown) > 1:
            self._at = (at + 1) % len(self.shown)
            self._held = self.shown[self._at]
            draft.current = self._held.fingerprint
            self.moved.emit(self._held, self.reveals_next)

    def decided_about(self, notice: Notice) -> None:
        """Tell of a decision; after the last one listed also what remains."""
        self._tell(replace(notice, more=self._end()) if self._at_end else notice)

    def _tell_end(self) -> None:
        """Tell what remains, if nothing has been said about it since the last one listed was decided about."""
        if self._at_end:
            self._tell(Notice(self._end(), tone=Tone.DONE))

    def _end(self) -> Message:
        """The list has been gone through: what is still open."""
        self._at_end = False
        number = len(self.open)
        blockers = sum(one.severity is Severity.BLOCKER for one in self.open)
        if not number:
            return message("Done. Nothing is open in this draft.")
        if not blockers:
            return message("Done: that was the last one listed. Still open: {number}.", number=number)
        return message(
            "Done: that was the last one listed. Still open: {number}, blockers among them: {blockers}.",
            number=number,
            blockers=blockers,
        )

    def go_to_other_place(self) -> None:
        """Show the other place the finding in hand is about."""
        draft, current = self._drafts.current, self.current
        if draft is None or draft.editor is None or current is None:
            return
        for related in current.related:
            if related.release is None:
                draft.editor.move_caret(related.span.key, related.span.start)
                draft.editor.setFocus()
                return

    def leave_here(self) -> None:
        """Leave the finding in hand as it is, here only."""
        if (draft := self._drafts.current) and (finding := self.current):
            self._leave(draft, draft.review.decisions.left_here, finding.fingerprint, message("Left as it is, here."))

    def leave_in_draft(self) -> None:
        """Leave these words as they are everywhere in this draft."""
        if (draft := self._drafts.current) and (finding := self.current):
            decisions = draft.review.decisions
            what = message("Left as it is in the whole draft.")
            self._leave(draft, decisions.left_in_draft, decisions.about(finding), what)

    def _leave[T](self, draft: OpenDraft, left: set[T], about: T, what: Message) -> None:
        """Take a decision, move on, and offer to take it back."""
        leave, open_again = self.leaving(draft, left, about)
        fingerprint = draft.current

        def decide() -> bool:
            if draft.current == fingerprint:
                self.advance()
            return leave()

        def again() -> bool:
            decide()
            self._tell_end()
            return True

        decide()
        self.decided_about(decided(Decision(what, draft, at_once(open_again), at_once(again))))

    def leaving[T](self, draft: OpenDraft, left: set[T], about: T) -> tuple[Callable[[], bool], Callable[[], bool]]:
        """What puts ``about`` among what was left in a draft, and what takes it out of there."""

        def leave() -> bool:
            left.add(about)
            self.touch(draft)
            return True

        def open_again() -> bool:
            left.discard(about)
            self.touch(draft)
            return True

        return leave, open_again

    def touch(self, draft: OpenDraft) -> None:
        """What was decided in a draft has changed; of one that was closed meanwhile nothing is written any more."""
        if draft in self._drafts.all:
            self._autosave.touch(draft)
            self.refresh()
