"""The user's own dictionary: a plain text file, one word a line, that any editor can open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path


class UserWords:
    """Words the user has declared correct. Every call reads the file anew: two windows may be open."""

    def __init__(self, path: Path) -> None:
        """Use the file at ``path``; it need not exist."""
        self._path = path

    def words(self) -> frozenset[str]:
        """All words. Raises ``KnownError`` when the file is not text."""
        return frozenset(self._read())

    def add(self, word: str) -> None:
        """Declare ``word`` correct. Raises ``KnownError`` for an empty word and ``OSError``."""
        word = word.strip()
        if not word or len(word.splitlines()) != 1:
            raise KnownError("Only a word can be added to the dictionary.")
        words = self._read()
        if word not in words:
            self._write([*words, word])

    def remove(self, word: str) -> None:
        """Take ``word`` back; a word that isn't there is no error. Raises ``OSError``."""
        words = self._read()
        if word in words:
            self._write([known for known in words if known != word])

    def _read(self) -> list[str]:
        try:
            text = self._path.read_text("utf-8-sig")
        except FileNotFoundError:
            return []
        except ValueError as error:
            raise KnownError("Your dictionary is not a UTF-8 text file: {path}", path=str(self._path)) from error
        return [word for line in text.splitlines() if (word := line.strip())]

    def _write(self, words: list[str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._path, "".join(f"{word}\n" for word in words).encode())
