"""Going through the findings of the draft in front and deciding about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.review import by_family, safe_fixes, step
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pr_editor.checks.model import Finding
    from pr_editor.gui.autosave import Autosave
    from pr_editor.gui.checking import Checking
    from pr_editor.gui.drafts import Drafts
    from pr_editor.gui.library.dictionary import Dictionary
    from pr_editor.gui.open_draft import OpenDraft
    from pr_editor.gui.work import CheckerClient
    from pr_editor.profile.model import Severity
    from pr_editor.text.message import Message

_REPEATED = ("DUP001", "DUP002")
_TEACHABLE = ("SPL", "TRM001")
"""Rules, or families of them, that keep still about words of the dictionaries."""


class Reviewing(QObject):
    """Which findings are shown, in which order they are gone through, which one is in hand, what was decided."""

    changed = Signal()
    """The findings shown, or the one in hand, are others than before."""
    counted = Signal()
    """The number of findings of a draft behind the one in front is another than before."""
    moved = Signal(object, bool)
    """Another ``Finding`` is in hand, or None; and whether to bring it into view."""

    def __init__(
        self,
        drafts: Drafts,
        checking: Checking,
        client: CheckerClient,
        words: Dictionary,
        autosave: Autosave,
        tell: Tell,
        parent: QObject,
    ) -> None:
        """Follow the draft in front and the answers about it."""
        super().__init__(parent)
        self._drafts = drafts
        self._checking = checking
        self._client = client
        self._words = words
        self._autosave = autosave
        self._tell = tell
        self._severities: frozenset[Severity] = frozenset()
        self._at = 0
        self._held: Finding | None = None
        self.open: list[Finding] = []
        """Everything open in the draft in front, in reading order."""
        self.shown: list[Finding] = []
        """What the filter lets through, in the order it is gone through: by family."""
        self.groups: Mapping[str, Sequence[Finding]] = {}
        """The same by family."""
        self.sure = 0
        """How many of the open ones can be fixed without asking, all at once."""
        self.reveals_next = True
        """Whether the text moves to the next finding once one is decided about."""
        drafts.shown.connect(lambda _: self.refresh())
        checking.reviewed.connect(self._reviewed)
        words.changed.connect(self._use_words)

    @property
    def severities(self) -> frozenset[Severity]:
        """Only these are shown; none means all."""
        return self._severities

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

    @property
    def repeated(self) -> set[int]:
        """Keys of the paragraphs that repeat another one."""
        return {finding.span.key for finding in self.open if finding.code in _REPEATED}

    def refresh(self) -> None:
        """Gather the findings anew. When the one in hand is gone, the one that took its place is in hand."""
        draft = self._drafts.current
        self.open = draft.review.findings() if draft else []
        self.sure = len(safe_fixes(self.open, draft.declined() if draft else ()))
        wanted = [one for one in self.open if not self._severities or one.severity in self._severities]
        self.groups = by_family(wanted)
        self.shown = [finding for group in self.groups.values() for finding in group]
        if draft is not None:
            draft.open_findings = len(self.open)
            self._keep_place(draft)
        self.changed.emit()

    def _reviewed(self, draft: OpenDraft) -> None:
        if draft is self._drafts.current:
            self.refresh()
        elif draft.review.checked:
            draft.open_findings = len(draft.review.findings())
            self.counted.emit()

    def _keep_place(self, draft: OpenDraft) -> None:
        at = next((at for at, one in enumerate(self.shown) if one.fingerprint == draft.current), None)
        if at is None and draft.current is not None:
            at = self._held_at(draft.current)
        if at is None and draft.current is None and not draft.review.checked:
            return  # The heaviest findings may come last: the first one to take in hand is known only at the end.
        if at is None and self.shown:
            at = min(self._at, len(self.shown) - 1)
        if at is None:
            draft.current = None if draft.review.checked else draft.current
            return
        self._at, self._held = at, self.shown[at]
        if draft.current != self.shown[at].fingerprint:
            draft.current = self.shown[at].fingerprint

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

    def filter(self, severities: frozenset[Severity]) -> None:
        """Show only findings of these weights; an empty set shows all."""
        self._severities = severities
        self.refresh()

    def take(self, fingerprint: str, *, reveal: bool = True) -> None:
        """Take this finding in hand, if it is open; a filter that hides it is lifted."""
        draft = self._drafts.current
        if draft is None or all(finding.fingerprint != fingerprint for finding in self.open):
            return
        draft.current = fingerprint
        if all(finding.fingerprint != fingerprint for finding in self.shown):
            self.filter(frozenset())
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
        if len(self.shown) > 1:
            self._at = (at + 1) % len(self.shown)
            self._held = self.shown[self._at]
            draft.current = self._held.fingerprint
            self.moved.emit(self._held, self.reveals_next)

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
            left = draft.review.decisions.left_here
            self._decide(
                draft,
                do=lambda: left.add(finding.fingerprint),
                undo=lambda: left.discard(finding.fingerprint),
                notice=Notice(message("Left as it is, here.")),
            )

    def leave_in_draft(self) -> None:
        """Leave these words as they are everywhere in this draft."""
        if (draft := self._drafts.current) and (finding := self.current):
            left, what = draft.review.decisions.left_in_draft, draft.review.decisions.about(finding)
            self._decide(
                draft,
                do=lambda: left.add(what),
                undo=lambda: left.discard(what),
                notice=Notice(message("Left as it is in the whole draft.")),
            )

    def _decide(self, draft: OpenDraft, do: Callable[[], None], undo: Callable[[], None], notice: Notice) -> None:
        """Take a decision, move on, and offer to take it back."""

        def take_back() -> None:
            undo()
            self._autosave.touch(draft)
            self.refresh()

        self.advance()
        do()
        self._autosave.touch(draft)
        self.refresh()
        self._tell(Notice(notice.what, notice.more, Tone.DONE, message("Take back"), take_back))

    def can_add_word(self, finding: Finding | None) -> bool:
        """Whether the finding is about one word that may be right after all."""
        return finding is not None and finding.code.startswith(_TEACHABLE) and len(finding.text.split()) == 1

    def add_word(self) -> None:
        """Put the word in hand into the user's dictionary and check again."""
        if (word := self._word()) is not None:

            def added() -> None:
                what = message("“{word}” is in your dictionary.", word=word)
                self._added(what, lambda: self._words.remove(word, lambda: None, self._not_changed))

            self._words.add(word, added, self._not_changed)

    def add_house_word(self) -> None:
        """Put the word in hand into the house's dictionary, for everybody, and check again."""
        if (word := self._word()) is not None:

            def added() -> None:
                what = message("“{word}” is in the house's dictionary.", word=word)
                self._added(what, lambda: self._words.remove_from_house(word, lambda: None, self._not_changed))

            self._words.add_to_house(word, added, self._not_changed)

    def _word(self) -> str | None:
        finding = self.current
        return finding.text.strip() if finding is not None and self.can_add_word(finding) else None

    def _added(self, what: Message, take_back: Callable[[], None]) -> None:
        self.advance()
        self._tell(Notice(what, tone=Tone.DONE, action=message("Take back"), do=take_back))

    def _not_changed(self, why: Message) -> None:
        self._tell(Notice(message("The dictionary was not changed."), why, Tone.ERROR))

    def _use_words(self, words: frozenset[str]) -> None:
        self._client.use_words(words)
        # The one in front is looked at: it is not to wait for the others.
        for draft in sorted(self._drafts.all, key=lambda draft: draft is not self._drafts.current):
            if draft.review.revision >= 0:
                self._checking.check(draft, can_wait=draft is not self._drafts.current)

    def show_left(self) -> None:
        """Show again everything that was left as it is in this draft."""
        draft = self._drafts.current
        if draft is None:
            return
        decisions = draft.review.decisions
        number = len(decisions.left_here) + len(decisions.left_in_draft)
        decisions.left_here.clear()
        decisions.left_in_draft.clear()
        self._autosave.touch(draft)
        self.refresh()
        match number:
            case 0:
                what = message("Nothing was left in this draft.")
            case 1:
                what = message("{number} decision was taken back.", number=number)
            case _:
                what = message("{number} decisions were taken back.", number=number)
        self._tell(Notice(what))
