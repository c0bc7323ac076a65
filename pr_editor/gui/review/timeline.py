"""Where decisions stand between the steps of a text, so that undo and redo go through both in order. Knows no Qt.

A decision is noted with the number of steps of the text that could be undone then. While it is the last thing done,
that number is still the same; while it is the next to be done again, undo has brought the text back to it.
"""

from __future__ import annotations


class Timeline[T]:
    """The decisions about one text that can be taken back, and those that can be made again. ``T`` is told by identity.

    ``steps`` is how many steps of the text can be undone just now.
    """

    def __init__(self) -> None:
        """Nothing was decided yet."""
        self._done: list[tuple[int, T]] = []
        self._undone: list[tuple[int, T]] = []

    def last(self, steps: int) -> T | None:
        """What undo would take back; None where the text was changed last."""
        return self._done[-1][1] if self._done and self._done[-1][0] >= steps else None

    def next(self, steps: int) -> T | None:
        """What redo would do again; None where a step of the text comes first, if there is any."""
        return self._undone[-1][1] if self._undone and self._undone[-1][0] <= steps else None

    def decided(self, what: T, steps: int) -> None:
        """A new decision: what was taken back before can't be done again."""
        self._undone.clear()
        self._done.append((steps, what))

    def edited(self) -> None:
        """The text was edited: what was taken back before can't be done again."""
        self._undone.clear()

    def stepped(self, steps: int) -> None:
        """The text went a step back or forth. Decisions within what went back as one are taken back after it."""
        self._done = [(min(then, steps), what) for then, what in self._done]

    def taken_back(self, what: T, steps: int) -> None:
        """It was taken back. Redo does it again only if it was the last thing done.

        What takes a while may have been asked for twice: then this is told twice, and counts once.
        """
        if self.last(steps) is what:
            self._undone.append(self._done.pop())
        elif _among(self._done, what):
            self.drop(what)

    def done_again(self, what: T, steps: int) -> None:
        """It was done again, and counts once, like the taking back. After something else it is a new decision."""
        if self.next(steps) is what:
            self._done.append(self._undone.pop())
        elif not _among(self._done, what):
            self.drop(what)
            self.decided(what, steps)

    def drop(self, what: T) -> None:
        """It can't be turned: it stays as it is."""
        self._done = [entry for entry in self._done if entry[1] is not what]
        self._undone = [entry for entry in self._undone if entry[1] is not what]


def _among[T](entries: list[tuple[int, T]], what: T) -> bool:
    return any(entry is what for _, entry in entries)
