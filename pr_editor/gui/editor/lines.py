"""Keys for the lines of a text that is being typed in.

The editor tells which lines were replaced by which. A line keeps its key while its words stay or are edited in place; a
line that comes back with its old words, by cut and paste, gets its old key back; undo tells the keys of then. Knows
nothing of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Lines:
    """The lines of a text in order, each with a key that is never given to another."""

    def __init__(self) -> None:
        """Start with one empty line, as an empty text has."""
        self._keys = [0]
        self._texts = {0: ""}
        self._gone: dict[str, list[int]] = {}
        self._next = 1

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._keys)

    def reset(self, lines: Iterable[tuple[int | None, str]]) -> None:
        """Start anew with these keys (None for a fresh one) and texts."""
        given = list(lines)
        self._next = max((key for key, _ in given if key is not None), default=-1) + 1
        self._gone = {}
        self._keys = [self._fresh() if key is None else key for key, _ in given]
        self._texts = {key: text for key, (_, text) in zip(self._keys, given, strict=True)}

    def items(self) -> Iterator[tuple[int, str]]:
        """Key and text of every line in order."""
        return ((key, self._texts[key]) for key in self._keys)

    def keys(self, first: int, count: int) -> list[int]:
        """The keys of ``count`` lines from ``first`` on."""
        return self._keys[first : first + count]

    def key_at(self, index: int) -> int:
        """The key of the line at ``index``."""
        return self._keys[index]

    def index_of(self, key: int) -> int | None:
        """Where the line with ``key`` stands, or None when there is none."""
        return self._keys.index(key) if key in self._texts else None

    def text_of(self, key: int) -> str | None:
        """The text of the line with ``key``, or None when there is none."""
        return self._texts.get(key)

    def replace(
        self, first: int, count: int, texts: Sequence[str], *, at_start: bool, keys: Sequence[int] = ()
    ) -> bool:
        """Put ``texts`` in place of ``count`` lines from ``first`` on; whether anything differs by that.

        ``at_start`` says that the change began at the very start of the first line, so that what is left of the old
        lines stands at the end of the new ones. ``keys`` are those of the whole text when it read like this before;
        they are used where they fit.
        """
        old = self._keys[first : first + count]
        if [self._texts[key] for key in old] == list(texts):
            return False
        new = self._known(first, old, texts, keys) or self._align(old, texts, at_start=at_start)
        for key in set(old) - {key for key in new if key is not None}:
            if text := self._texts.pop(key).strip():
                self._gone.setdefault(text, []).append(key)
        for index, text in enumerate(texts):
            new_key = new[index]
            self._texts[self._fresh() if new_key is None else new_key] = text
            if new_key is None:
                new[index] = self._next - 1
        self._keys[first : first + count] = [key for key in new if key is not None]
        return True

    def _known(self, first: int, old: Sequence[int], texts: Sequence[str], keys: Sequence[int]) -> list[int | None]:
        """The keys of then for the new lines; none when ``keys`` are not of this text."""
        after = len(self._keys) - first - len(old)
        if len(keys) != first + len(texts) + after or list(keys[:first]) != self._keys[:first]:
            return []
        if list(keys[len(keys) - after :]) != self._keys[first + len(old) :]:
            return []
        back = keys[first : len(keys) - after]
        for gone in self._gone.values():
            gone[:] = [key for key in gone if key not in back]
        return list(back)

    def _align(self, old: Sequence[int], texts: Sequence[str], *, at_start: bool) -> list[int | None]:
        """For each new line the key of the old line it continues."""
        if at_start:
            return self._align([*reversed(old)], [*reversed(texts)], at_start=False)[::-1]
        left = list(old)
        new: list[int | None] = [None] * len(texts)
        head, tail = 0, len(texts)
        while left and head < tail and self._texts[left[0]] == texts[head]:
            new[head] = left.pop(0)
            head += 1
        while left and head < tail and self._texts[left[-1]] == texts[tail - 1]:
            tail -= 1
            new[tail] = left.pop()
        added = tail - head - len(left)
        for index in range(head, tail):
            if added > 0 and (key := self._returned(texts[index])) is not None:
                new[index] = key
                added -= 1
        for index in range(head, tail):
            if new[index] is None and left:
                new[index] = left.pop(0)
        return new

    def _returned(self, text: str) -> int | None:
        keys = self._gone.get(text.strip())
        return keys.pop() if keys else None

    def _fresh(self) -> int:
        self._next += 1
        return self._next - 1
