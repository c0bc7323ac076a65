"""Names for the steps of undo.

Qt counts the commands on its undo stack; a step ends where the count stood after it. Knows nothing of Qt.
"""

from __future__ import annotations

from bisect import bisect_right


class Steps:
    """The names of what can be undone and done again."""

    def __init__(self) -> None:
        """Start without steps."""
        self._ends: list[int] = []
        self._names: list[str] = []

    def clear(self) -> None:
        """Forget all steps."""
        self._ends.clear()
        self._names.clear()

    def record(self, before: int, after: int, name: str) -> None:
        """A change moved the count from ``before`` to ``after``; equal counts mean it went into the last step.

        What could have been done again is gone.
        """
        self.forget_after(before)
        if after > before:
            self._ends.append(after)
            self._names.append(name)

    def forget_after(self, count: int) -> None:
        """What was taken back, with ``count`` left to undo, can't be done again."""
        kept = bisect_right(self._ends, count)
        del self._ends[kept:], self._names[kept:]

    def join(self) -> None:
        """The last step and the one before it have become one, with the name of the last."""
        del self._ends[-2:-1], self._names[-2:-1]

    def undo_name(self, count: int) -> str | None:
        """The name of the step that undo would take back at ``count``; None when there is none."""
        at = bisect_right(self._ends, count)
        return self._names[at - 1] if at else None

    def redo_name(self, count: int) -> str | None:
        """The name of the step that redo would do again at ``count``; None when there is none."""
        at = bisect_right(self._ends, count)
        return self._names[at] if at < len(self._ends) else None
