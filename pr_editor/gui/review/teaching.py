"""Words in hand become words of a dictionary, the user's or the house's; the checker takes them as right at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.notices import Notice, Tell, Tone, decided
from pr_editor.gui.review.decision import Decision
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.library.dictionary import Dictionary, Done, Failed
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.review.decision import Ended
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.review.work import CheckerClient
    from pr_editor.text.message import Message

_TEACHABLE = ("SPL", "TRM001")
"""Rules, or families of them, that keep still about words of the dictionaries."""


@dataclass(slots=True, eq=False)
class _Word:
    """A word to be learnt from a draft, and the ways into a dictionary and out of it."""

    draft: OpenDraft
    finding: Finding
    add: Callable[[str, Done, Failed], None]
    remove: Callable[[str, Done, Failed], None]
    settled: Mapping[str, str] = field(default_factory=dict)
    """The findings that went with it when it was last learnt: fingerprint and family."""

    @property
    def text(self) -> str:
        return self.finding.text.strip()


class Teaching(QObject):
    """Adds the word in hand to a dictionary. That is a decision about all findings that go with it."""

    def __init__(
        self,
        drafts: Drafts,
        checking: Checking,
        client: CheckerClient,
        reviewing: Reviewing,
        words: Dictionary,
        tell: Tell,
        parent: QObject,
    ) -> None:
        """Follow the dictionaries."""
        super().__init__(parent)
        self._drafts = drafts
        self._checking = checking
        self._client = client
        self._reviewing = reviewing
        self._words = words
        self._tell = tell
        self._awaited: list[_Word] = []
        """Words whose findings are still to go."""
        words.changed.connect(self._use_words)
        checking.finished.connect(self._checked)
        drafts.removed.connect(self._closed)

    def can_add_word(self, finding: Finding | None) -> bool:
        """Whether the finding is about one word that may be right after all."""
        return finding is not None and finding.code.startswith(_TEACHABLE) and len(finding.text.split()) == 1

    def add_word(self) -> None:
        """Put the word in hand into the user's dictionary and check again."""
        if (word := self._word(self._words.add, self._words.remove)) is not None:
            self._teach(word, message("“{word}” is in your dictionary.", word=word.text))

    def add_house_word(self) -> None:
        """Put the word in hand into the house's dictionary, for everybody, and check again."""
        if (word := self._word(self._words.add_to_house, self._words.remove_from_house)) is not None:
            self._teach(word, message("“{word}” is in the house's dictionary.", word=word.text))

    def _word(
        self, add: Callable[[str, Done, Failed], None], remove: Callable[[str, Done, Failed], None]
    ) -> _Word | None:
        draft, finding = self._drafts.current, self._reviewing.current
        if draft is None or finding is None or not self.can_add_word(finding):
            return None
        return _Word(draft, finding, add, remove)

    def _teach(self, word: _Word, what: Message) -> None:
        decision = Decision(
            what, word.draft, lambda ended: self._take_out(word, ended), lambda ended: self._put_in(word, ended)
        )

        def ended(could: bool) -> None:
            if could:
                self._tell(decided(decision))

        self._put_in(word, ended)

    def _put_in(self, word: _Word, ended: Ended) -> None:
        def added() -> None:
            if word.draft in self._drafts.all:
                self._await(word)
            if self._drafts.current is word.draft and word.draft.current == word.finding.fingerprint:
                self._reviewing.advance()
            ended(True)

        word.add(word.text, added, lambda why: self._failed(why, ended))

    def _take_out(self, word: _Word, ended: Ended) -> None:
        def removed() -> None:
            self._awaited = [one for one in self._awaited if one is not word]
            self._take_down(word, None)
            ended(True)

        word.remove(word.text, removed, lambda why: self._failed(why, ended))

    def _failed(self, why: Message, ended: Ended) -> None:
        self._tell(Notice(message("The dictionary was not changed."), why, Tone.ERROR))
        ended(False)

    def _await(self, word: _Word) -> None:
        """Take down what may go with a word: which of it does is known once the draft has been checked."""
        there = word.draft.review.all_findings()
        teachable = {one.fingerprint: one.rule.family for one in there if one.code.startswith(_TEACHABLE)}
        self._awaited.append(word)
        self._take_down(word, {**word.settled, **teachable})

    def _checked(self, draft: OpenDraft) -> None:
        here = [word for word in self._awaited if word.draft is draft]
        there = {one.fingerprint for one in draft.review.all_findings()} if here else set()
        for word in here:
            if word.finding.fingerprint not in there:
                self._awaited.remove(word)
                self._take_down(word, {name: family for name, family in word.settled.items() if name not in there})

    def _closed(self, draft: OpenDraft) -> None:
        self._awaited = [word for word in self._awaited if word.draft is not draft]

    def _take_down(self, word: _Word, settled: Mapping[str, str] | None) -> None:
        """Note in the session which findings a word has settled; None for a word that is no longer learnt."""
        session = word.draft.session
        taught = {text: known for text, known in session.taught.items() if text != word.text}
        if settled is not None:
            word.settled = settled
            taught[word.text] = settled
        session.taught = taught
        self._reviewing.touch(word.draft)

    def _use_words(self, words: frozenset[str]) -> None:
        self._client.use_words(words)
        # The one in front is looked at: it is not to wait for the others.
        for draft in sorted(self._drafts.all, key=lambda draft: draft is not self._drafts.current):
            if draft.review.revision >= 0:
                self._checking.check(draft, can_wait=draft is not self._drafts.current)
