"""Words in hand become words of a dictionary, the user's or the house's; the checker takes them as right at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.notices import Notice, Tell, Tone, decided
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.library.dictionary import Dictionary
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.review.work import CheckerClient
    from pr_editor.text.message import Message

_TEACHABLE = ("SPL", "TRM001")
"""Rules, or families of them, that keep still about words of the dictionaries."""


class Teaching(QObject):
    """Adds the word in hand to a dictionary."""

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
        words.changed.connect(self._use_words)

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
        finding = self._reviewing.current
        return finding.text.strip() if finding is not None and self.can_add_word(finding) else None

    def _added(self, what: Message, take_back: Callable[[], None]) -> None:
        self._reviewing.advance()
        self._tell(decided(what, take_back))

    def _not_changed(self, why: Message) -> None:
        self._tell(Notice(message("The dictionary was not changed."), why, Tone.ERROR))

    def _use_words(self, words: frozenset[str]) -> None:
        self._client.use_words(words)
        # The one in front is looked at: it is not to wait for the others.
        for draft in sorted(self._drafts.all, key=lambda draft: draft is not self._drafts.current):
            if draft.review.revision >= 0:
                self._checking.check(draft, can_wait=draft is not self._drafts.current)
