"""A comparison as text with marks, as the window shows it. Knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from pr_editor.app.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.text.compare import Passage


class Mark(Enum):
    """What became of a stretch of text."""

    SAME = auto()
    GONE = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage. ``change`` counts the changes of the passage; a stretch that is the same has one, too."""

    mark: Mark
    text: str
    change: int


def pieces(passage: Passage) -> Iterator[Piece]:
    """A passage in reading order: what went stands before what came for it. What differs shows its half-spaces."""
    for at, change in enumerate(passage.changes):
        before, after = passage.before[change.a_start : change.a_end], passage.after[change.b_start : change.b_end]
        if change.equal:
            yield Piece(Mark.SAME, after, at)
            continue
        if before:
            yield Piece(Mark.GONE, visible(before), at)
        if before.strip() and after.strip():
            yield Piece(Mark.SAME, " ", at)
        if after:
            yield Piece(Mark.NEW, visible(after), at)


def whole(passage: Passage) -> Mark:
    """Whether a paragraph has come or gone as a whole."""
    if passage.old is None:
        return Mark.NEW
    return Mark.GONE if passage.new is None else Mark.SAME
