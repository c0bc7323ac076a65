"""Leaving findings as they are: here, in the draft, or always; and taking such decisions back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.app.left import Left, Reach, entry_for, with_entry, without_entry
from pr_editor.gui.notices import Notice, Tell, Tone, decided
from pr_editor.gui.reasons import reason
from pr_editor.gui.review.decision import Decision, at_once
from pr_editor.profile.model import Severity
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.services import Services
    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.look import Look
    from pr_editor.gui.review.decision import Turn
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.speech import Speech
    from pr_editor.profile.lists import LeftAlone

_FOR_GOOD = {
    Reach.MINE: message("Left as it is in all your drafts, from now on."),
    Reach.HOUSE: message("Left as it is in all drafts of the house, from now on."),
}


class Leaving(QObject):
    """Keeps the lists of what is always left, and hands them to every draft."""

    changed = Signal()
    """The lists are others than before."""

    def __init__(
        self,
        services: Services,
        drafts: Drafts,
        reviewing: Reviewing,
        look: Look,
        speech: Speech,
        tell: Tell,
        window: QWidget,
    ) -> None:
        """Read nothing yet: ``learn`` does."""
        super().__init__(window)
        self._window = window
        self._speech = speech
        self._services = services
        self._drafts = drafts
        self._reviewing = reviewing
        self._look = look
        self._tell = tell
        self._left = Left()
        self.lists: dict[Reach, tuple[LeftAlone, ...]] = {}
        """What is always left, as it was last read."""
        self.author: Callable[[], str] = str
        """Says who is at work; empty when nobody knows."""
        drafts.added.connect(self._hand_over)
        look.profile_changed.connect(lambda _: self.learn())

    @property
    def by_house(self) -> bool:
        """Whether drafts are reviewed by the house's own style: elsewhere its list would be without effect."""
        return self._look.settings.profile == self._services.paths.house_style.stem

    def learn(self) -> None:
        """Read both lists anew. One that can't be read is told of and does without."""
        self.lists = {Reach.MINE: self._read(self._services.own_left().entries)}
        if self.by_house:
            self.lists[Reach.HOUSE] = self._read(self._services.house().left)
        self._left = Left(self.lists[Reach.MINE], self.lists.get(Reach.HOUSE, ()))
        for draft in self._drafts.all:
            self._hand_over(draft)
        self._reviewing.refresh()
        self.changed.emit()

    def show_lists(self) -> None:
        """Show all that is always left."""
        from pr_editor.gui.review.always_left import AlwaysLeft

        self.learn()
        AlwaysLeft(self._window, self._speech, self).open()

    def can_leave_for_good(self, finding: Finding | None) -> bool:
        """Whether a finding is about words and can be left in every draft."""
        return finding is not None and bool(finding.text.strip()) and finding.severity is not Severity.BLOCKER

    def leave_for_me(self) -> None:
        """Leave the words in hand in all drafts of the user."""
        self._leave_for_good(Reach.MINE)

    def leave_for_house(self) -> None:
        """Leave the words in hand in all drafts of the house."""
        if self.by_house:
            self._leave_for_good(Reach.HOUSE)

    def take_back(self) -> None:
        """The finding in hand was left: it is open again, and so is all the same decision hid."""
        draft, finding = self._drafts.current, self._reviewing.current
        if draft is None or finding is None:
            return
        decisions = draft.review.decisions
        match draft.review.reach(finding):
            case Reach.HERE:
                self._open_again(draft, decisions.left_here, finding.fingerprint)
            case Reach.DRAFT:
                self._open_again(draft, decisions.left_in_draft, decisions.about(finding))
            case Reach.MINE | Reach.HOUSE:
                if (entry := self._left.entry(finding)) is not None:
                    self.forget(*entry)

    def forget(self, reach: Reach, entry: LeftAlone) -> None:
        """Take an entry off its list."""
        if self._change(reach, entry, add=False):
            put_back, take_out = self._turns(reach, entry)
            what = message("“{text}” is looked at again.", text=entry.words)
            self._tell(decided(Decision(what, self._drafts.current, put_back, take_out)))

    def show_left(self) -> None:
        """List what was left as well, or no longer."""
        reviewing = self._reviewing
        reviewing.show_left(on=not reviewing.shows_left)
        if reviewing.shows_left:
            number = len(reviewing.listed) - len(reviewing.open)
            what = message("Listed again of what was left: {number}.", number=number)
            self._tell(Notice(what if number else message("Nothing was left in this draft.")))

    def why(self, finding: Finding) -> Message | None:
        """Why a finding is hidden, for who looks at what was left; None for an open one."""
        draft = self._drafts.current
        match draft.review.reach(finding) if draft else None:
            case Reach.HERE:
                return message("Left by you, here only.")
            case Reach.DRAFT:
                return message("Left by you in this draft.")
            case Reach.MINE | Reach.HOUSE:
                entry = self._left.entry(finding)
                return _told(*entry) if entry else None
        return None

    def _leave_for_good(self, reach: Reach) -> None:
        finding = self._reviewing.current
        if finding is None or not self.can_leave_for_good(finding):
            return
        entry = entry_for(finding, self.author(), self._today())
        self._reviewing.advance()
        if self._change(reach, entry, add=True):
            put_back, take_out = self._turns(reach, entry)
            decision = Decision(_FOR_GOOD[reach], self._drafts.current, take_out, put_back)
            self._reviewing.decided_about(decided(decision))

    def _turns(self, reach: Reach, entry: LeftAlone) -> tuple[Turn, Turn]:
        """What puts an entry on its list again, and what takes it off again."""
        change = partial(self._change, reach, entry)
        return at_once(partial(change, add=True)), at_once(partial(change, add=False))

    def _open_again[T](self, draft: OpenDraft, left: set[T], about: T) -> None:
        leave, open_again = self._reviewing.leaving(draft, left, about)
        open_again()
        self._tell(decided(Decision(message("It is open again."), draft, at_once(leave), at_once(open_again))))

    def _change(self, reach: Reach, entry: LeftAlone, *, add: bool) -> bool:
        """Write a list; False when that was not possible, which is told."""
        try:
            if reach is Reach.HOUSE:
                house = self._services.house()
                before = house.left()
                house.save_list("left", (with_entry if add else without_entry)(before, entry), before)
            elif add:
                self._services.own_left().add(entry)
            else:
                self._services.own_left().remove(entry)
        except (KnownError, OSError) as error:
            why = error.message if isinstance(error, KnownError) else reason(error)
            self._tell(Notice(message("What is always left could not be changed."), why, Tone.ERROR))
            return False
        self.learn()
        return True

    def _read(self, entries: Callable[[], tuple[LeftAlone, ...]]) -> tuple[LeftAlone, ...]:
        try:
            return entries()
        except (KnownError, OSError) as error:
            why = error.message if isinstance(error, KnownError) else reason(error)
            self._tell(Notice(message("What is always left could not be read."), why, Tone.ERROR))
            return ()

    def _hand_over(self, draft: OpenDraft) -> None:
        draft.review.always = self._left

    def _today(self) -> str:
        from pr_editor.app.dates import show_day
        from pr_editor.review.model import now, today

        return show_day(today(now()), self._services.translator("fa"))


def _told(reach: Reach, entry: LeftAlone) -> Message:
    who = entry.by and entry.since
    if reach is Reach.MINE:
        return (
            message("Always left by you, since {since}.", since=entry.since)
            if entry.since
            else message("Always left by you.")
        )
    if who:
        return message("Always left by the house: {by}, {since}.", by=entry.by, since=entry.since)
    return message("Always left by the house.")
