"""The words that count as right: the user's own and the house's, at home in the library, and known to the checker."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.words import UserWords
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.people import People
    from pr_editor.library.store import Library

type Done = Callable[[], None]
type Failed = Callable[[Message], None]


class Dictionary(QObject):
    """Own words lie in the library under the name of who logged in last; before that in a file beside the drafts."""

    changed = Signal(object)
    """All words (a frozenset) the checker is to accept from now on."""

    def __init__(self, file: UserWords, librarian: Librarian, people: People, parent: QObject) -> None:
        """Keep the words that were there before the library in ``file``."""
        super().__init__(parent)
        self._file = file
        self._librarian = librarian
        self._people = people
        self._told: frozenset[str] | None = None
        librarian.changed.connect(self.learn)
        people.changed.connect(self.learn)

    def learn(self) -> None:
        """Read all words anew; tell if there are others than before."""
        owner = self._people.name

        def read(library: Library) -> frozenset[str]:
            return library.words.known_to(owner) if owner else library.words.house()

        if self._librarian.there:
            self._librarian.ask(read, self._learned, lambda _: self._learned(frozenset()))
        else:
            self._learned(frozenset())

    def add(self, word: str, done: Done, failed: Failed) -> None:
        """Declare a word correct for the user."""
        owner = self._people.name
        if owner and self._librarian.there:
            self._change(lambda library: library.words.add(word, owner), done, failed)
        else:
            self._change_file(lambda: self._file.add(word), done, failed)

    def remove(self, word: str, done: Done, failed: Failed) -> None:
        """Take a word of the user back."""
        owner = self._people.name
        if owner and self._librarian.there:
            self._change(lambda library: library.words.remove(word, owner), done, failed)
        else:
            self._change_file(lambda: self._file.remove(word), done, failed)

    def add_to_house(self, word: str, done: Done, failed: Failed) -> None:
        """Declare a word correct for everybody; asks who is there."""
        self._people.with_signer(
            lambda signer: self._change(lambda library: library.words.add_to_house(word, signer), done, failed)
        )

    def remove_from_house(self, word: str, done: Done, failed: Failed) -> None:
        """Take a word of the house back."""
        self._people.with_signer(
            lambda signer: self._change(lambda library: library.words.remove_from_house(word, signer), done, failed)
        )

    def _change(self, job: Callable[[Library], None], done: Done, failed: Failed) -> None:
        def changed(_: None) -> None:
            self.learn()
            done()

        self._librarian.ask(job, changed, failed)

    def _change_file(self, change: Callable[[], None], done: Done, failed: Failed) -> None:
        try:
            change()
        except KnownError as error:
            failed(error.message)
        except OSError as error:
            failed(message("The system says: {reason}", reason=error.strerror or str(error)))
        else:
            self.learn()
            done()

    def _learned(self, words: frozenset[str]) -> None:
        # The checker reads the same file and tells what is wrong with it.
        with suppress(KnownError, OSError):
            words |= self._file.words()
        if words != self._told and (words or self._told):
            self._told = words
            self.changed.emit(words)
