"""What is listed of the findings of the draft in front."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from pr_editor.app.decisions import same_matter
from pr_editor.app.sieve import Sieve
from pr_editor.checks.remembered import Remembered
from pr_editor.gui.review.draft_review import by_family, safe_fixes
from pr_editor.text.fold import fold, fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.speech import Speech
    from pr_editor.profile.model import Severity
    from pr_editor.text.message import Message

_SENTENCES = 8192
"""How many folded sentences are kept: more than a long draft has findings."""
_REPEATED = ("DUP001", "DUP002")


_MOMENT = 15
"""Milliseconds after a complete check, or a keystroke, until what takes long to weigh is weighed."""


class _State(NamedTuple):
    """What is shown of the findings hangs on this. Where it is the same once more, all that is shown is, too."""

    draft: OpenDraft | None = None
    version: int = 0
    fresh: Mapping[str, str] = MappingProxyType({})
    sure: int = 0


class Listing(QObject):
    """Everything open in the draft in front, what of it the sieve lets through, and how many there are of each sort."""

    changed = Signal()
    """The findings shown, or the one in hand, are others than before."""
    counted = Signal()
    """A draft was checked, and nothing but its row in the list of drafts is to be shown anew.

    It is behind the one in front, or what was found in it is what was shown before.
    """
    weighed = Signal()
    """How many of the findings are sure, is known anew."""

    def __init__(self, drafts: Drafts, checking: Checking, speech: Speech, parent: QObject) -> None:
        """Follow the answers about the draft in front."""
        super().__init__(parent)
        self._drafts = drafts
        self._speech = speech
        self._told = _State()
        self._weighed: OpenDraft | None = None
        self._weighing = QTimer(self, singleShot=True, interval=_MOMENT)
        self._weighing.timeout.connect(self.settle)
        self._sentences: Remembered[tuple[str, Message], str] = Remembered(_SENTENCES)
        self.sieve = Sieve()
        """What is listed; it stays for all drafts of the window."""
        self.shows_left = False
        """Whether what was left is listed as well."""
        self.open: list[Finding] = []
        """Everything open in the draft in front, in reading order."""
        self.left = 0
        """How many of the findings of the draft in front are hidden by a decision."""
        self.listed: list[Finding] = []
        """The same, and what was left where that is to be seen: what the sieve is held under."""
        self.shown: list[Finding] = []
        """What the sieve lets through, in the order it is gone through: by family."""
        self.groups: Mapping[str, Sequence[Finding]] = {}
        """The same by family."""
        self.decided: Counter[str] = Counter()
        """How many were fixed or left in the draft in front, by family."""
        self.sure = 0
        """How many of the open ones can be fixed without asking, all at once, as of the last complete check."""
        self.settled = True
        """Whether nothing of what was told is still to be weighed."""
        checking.reviewed.connect(self._reviewed)

    @property
    def repeated(self) -> set[int]:
        """Keys of the paragraphs that repeat another one."""
        return {finding.span.key for finding in self.open if finding.rule.code in _REPEATED}

    @property
    def fresh(self) -> Mapping[str, str]:
        """Fingerprints of what is new to the editor in the draft in front."""
        return draft.fresh if (draft := self._drafts.current) else {}

    def refresh(self) -> None:
        """Gather the findings anew. When the one in hand is gone, the one that took its place is in hand."""
        self._gather()
        draft = self._drafts.current
        if draft is None or draft is not self._weighed or draft.review.checked:
            self._weigh()
        self._list()

    def text_changed(self) -> None:
        """The text in front was edited: let it be painted first."""
        if self._weighing.isActive():
            self._weighing.start()

    def catch_up(self) -> None:
        """Nothing is new any more."""
        if draft := self._drafts.current:
            draft.catch_up()
            self.refresh()

    def same(self, finding: Finding) -> int:
        """How many open findings are about the same words in the same matter."""
        codes, words = same_matter(finding.code), fold(finding.text)
        return sum(one.rule.code in codes and fold_word(one.text) == words for one in self.open)

    def filter(self, severities: frozenset[Severity]) -> None:
        """List only findings of these weights; an empty set lists all."""
        self.sift(replace(self.sieve, severities=severities))

    def sift(self, sieve: Sieve) -> None:
        """List only what a sieve lets through."""
        if sieve != self.sieve:
            self.sieve = sieve
            self._list()

    def show_left(self, *, on: bool) -> None:
        """List what was left as well, or no longer."""
        if on != self.shows_left:
            self.shows_left = on
            self.refresh()

    def by_severity(self) -> Counter[Severity]:
        """How many of each weight there are among what is listed, whatever weights are asked for."""
        if not self.sieve.severities:
            return Counter(finding.severity for finding in self.shown)
        return self.sieve.by_severity(self.listed, self._said, self.fresh)

    def by_family(self) -> Counter[str]:
        """The same by family."""
        return self.sieve.by_family(self.listed, self._said, self.fresh)

    def _reviewed(self, draft: OpenDraft) -> None:
        if draft is self._drafts.current:
            self._gather()
            # While none is in hand, that nothing more will come is news as well.
            in_hand = draft.current
            if self._told != self._state or all(one.fingerprint != in_hand for one in self.shown):
                self._list()
            else:
                self.counted.emit()
            if draft.review.checked:
                self.settled = False
                self._weighing.start()
        elif draft.review.checked:
            draft.open_findings = len(draft.review.findings())
            self.counted.emit()

    @property
    def _state(self) -> _State:
        draft = self._drafts.current
        return _State(draft, draft.review.version if draft else 0, self.fresh, self.sure)

    def _gather(self) -> None:
        """Find out what is open, and how much was decided."""
        draft = self._drafts.current
        everything = draft.review.all_findings() if draft else []
        self.open = draft.review.findings() if draft else []
        self.left = len(everything) - len(self.open)
        self.listed = everything if self.shows_left else self.open
        self.decided = Counter()
        if draft is not None:
            draft.open_findings = len(self.open)
            self.decided.update(change.family for change in draft.session.changes if not change.reversed)
            self.decided.update(_settled(draft, everything))
        if self.left:
            self.decided.update(one.rule.family for one in everything)
            self.decided -= Counter(one.rule.family for one in self.open)

    def _weigh(self) -> None:
        """Find out what is sure, and once a check is complete, what is new to the editor."""
        self._weighing.stop()
        self.settled = True
        draft = self._weighed = self._drafts.current
        self.sure = len(safe_fixes(self.open, draft.declined())) if draft else 0
        if draft is not None and draft.review.checked:
            draft.take_note(draft.review.all_findings())

    def settle(self) -> None:
        """Weigh what a complete check has told; list it anew only where something turns out to be new."""
        draft = self._drafts.current
        if self.settled:
            return
        self.settled = True
        if draft is None or not draft.review.checked:
            return
        self._weigh()
        if self._told.fresh != self.fresh:
            self._list()
        elif self._told.sure != self.sure:
            self._told = self._state
            self.weighed.emit()

    def _list(self) -> None:
        """Tell what of it is shown."""
        draft = self._drafts.current
        self.groups = by_family(self.sieve.sift(self.listed, self._said, self.fresh))
        self.shown = [finding for group in self.groups.values() for finding in group]
        if draft is not None:
            self._keep_place(draft)
        self._told = self._state
        self.changed.emit()

    def _said(self, finding: Finding) -> str:
        """The sentence of a finding, folded; many have the same one, and all are asked with every letter sought."""
        key = self._speech.language, finding.message
        return self._sentences.get(key, lambda: fold(self._speech.render(finding.message)))

    def _keep_place(self, draft: OpenDraft) -> None:
        """Others are shown than before."""
        raise NotImplementedError


def _settled(draft: OpenDraft, everything: Sequence[Finding]) -> Iterable[str]:
    """The families of the findings that are gone because their words were put into a dictionary."""
    taught = draft.session.taught
    if not taught:
        return ()
    settled = {name: family for words in taught.values() for name, family in words.items()}
    return [settled[name] for name in settled.keys() - {one.fingerprint for one in everything}]
