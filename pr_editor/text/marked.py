"""A comparison of two texts as one text in which is marked what went and what came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pr_editor.text.compare import Passage


class Mark(Enum):
    """What became of a stretch of text."""

    SAME = auto()
    GONE = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage. ``change`` is the number of the passage's change it belongs to, from 0."""

    mark: Mark
    text: str
    change: int


def pieces(passage: Passage, show: Callable[[str], str] = str) -> Iterator[Piece]:
    """A passage in reading order: what went stands before what came for it.

    What differs passes through ``show``, except in a paragraph that has come or gone altogether.
    """
    show = show if whole(passage) is Mark.SAME else str
    for at, change in enumerate(passage.changes):
        before, after = passage.before[change.a_start : change.a_end], passage.after[change.b_start : change.b_end]
        if change.equal:
            yield Piece(Mark.SAME, after, at)
            continue
        if before:
            yield Piece(Mark.GONE, show(before), at)
        if after:
            yield Piece(Mark.NEW, show(after), at)


def apart(marked: Iterator[Piece]) -> Iterator[Piece]:
    """The same with a space between words that went and those that came, for the eye alone."""
    last: Piece | None = None
    for piece in marked:
        if last and (last.mark, piece.mark) == (Mark.GONE, Mark.NEW) and last.text.strip() and piece.text.strip():
            yield Piece(Mark.SAME, " ", piece.change)
        yield piece
        last = piece


def whole(passage: Passage) -> Mark:
    """Whether a paragraph has come or gone as a whole."""
    if passage.old is None:
        return Mark.NEW
    return Mark.GONE if passage.new is None else Mark.SAME
