"""Home of the dictionaries: everybody's own words, and those of the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.library.canonical import check_text, write_time
from pr_editor.library.events import EventKind
from pr_editor.library.projection import project_word
from pr_editor.review.people import Permission, require
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pr_editor.library.log import Identity, Log


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one library. The house's are signed for; one's own need no log-in, since reviewing needs none."""

    log: Log

    def own(self, owner: str) -> frozenset[str]:
        """The words of ``owner``. Raises ``KnownError``."""
        return frozenset(word for (word,) in self.log.file.rows("SELECT word FROM own_word WHERE owner = ?", (owner,)))

    def house(self) -> frozenset[str]:
        """The words of the house. Raises ``KnownError``."""
        return frozenset(word for (word,) in self.log.file.rows("SELECT word FROM house_word"))

    def known_to(self, owner: str) -> frozenset[str]:
        """What the checker is to accept for ``owner``: the house's words and the own ones."""
        return self.house() | self.own(owner)

    def add(self, word: str, owner: str) -> None:
        """Declare ``word`` correct for ``owner``; twice is no error. Raises ``KnownError``."""
        values = (_one_word(owner), _one_word(word), write_time(self.log.now()))
        with self.log.file.writing():
            self.log.file.run("INSERT INTO own_word VALUES (?, ?, ?) ON CONFLICT (owner, word) DO NOTHING", values)

    def remove(self, word: str, owner: str) -> None:
        """Take a word of ``owner`` back; one that isn't there is no error. Raises ``KnownError``."""
        with self.log.file.writing():
            self.log.file.run("DELETE FROM own_word WHERE owner = ? AND word = ?", (owner, word.strip()))

    def add_to_house(self, word: str, by: Identity) -> None:
        """Declare ``word`` correct for everybody. Raises ``KnownError``."""
        word = _one_word(word)
        if word not in self.house():
            self._change(EventKind.WORD_ADDED, word, by)

    def remove_from_house(self, word: str, by: Identity) -> None:
        """Take a word of the house back; one that isn't there is no error. Raises ``KnownError``."""
        if word.strip() in self.house():
            self._change(EventKind.WORD_REMOVED, word.strip(), by)

    def _change(self, kind: EventKind, word: str, by: Identity) -> None:
        with self.log.transaction(by) as person:
            require(person, Permission.SUBMIT)
            project_word(self.log.file, self.log.append(by, kind, {"word": word}))


def _one_word(word: str) -> str:
    word = word.strip()
    if not word or len(word.splitlines()) != 1:
        raise KnownError("Only a word can be added to the dictionary.")
    check_text(word)
    return word
