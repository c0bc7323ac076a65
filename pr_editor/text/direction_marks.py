"""Marks that steer the direction of text: which belong together, and whether anybody would miss them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.text.bidi import RIGHT_TO_LEFT, first_direction, seen
from pr_editor.text.letters import DIRECTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

type Places = tuple[int, ...]
"""Offsets of characters that belong together: a mark alone, or both halves of a pair."""

_MARKS = re.compile(f"[{DIRECTION_MARKS}]")
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_ENDS = {"\u202c": _EMBEDDINGS, "\u2069": _ISOLATES}
_REACH = 160
"""Characters either side of a mark in which its effect shows."""


def paired(text: str) -> tuple[list[Places], list[int]]:
    """Beginnings with their ends, and those that have none; an isolate's end closes what is open inside it."""
    begun: list[int] = []
    pairs: list[Places] = []
    lost: list[int] = []
    for match in _MARKS.finditer(text):
        ch, at = match.group(), match.start()
        if ch in _EMBEDDINGS or ch in _ISOLATES:
            begun.append(at)
        elif ch in _ENDS:
            depth = _opening(text, begun, ch)
            if depth is None:
                lost.append(at)
            else:
                pairs.append((begun[depth], at))
                lost += begun[depth + 1 :]
                del begun[depth:]
    return pairs, sorted([*lost, *begun])


def _opening(text: str, begun: Sequence[int], end: str) -> int | None:
    """Which of those begun an end closes: PDF only the innermost, PDI the innermost isolate."""
    for depth in range(len(begun) - 1, -1, -1):
        if text[begun[depth]] in _ENDS[end]:
            return depth
        if end == "\u202c":
            return None
    return None


def same_without(text: str, places: Sequence[int], gone: Collection[int]) -> bool:
    """Whether a reader sees no difference without some marks, those ``gone`` left out as well.

    It is asked for a paragraph that runs from right to left, and for one that goes by its first letter.
    """
    own = first_direction(text)
    if first_direction(text[: places[0]]) is None and own != first_direction(_without(text, places)):
        return False
    start, end = max(places[0] - _REACH, 0), min(places[-1] + 1 + _REACH, len(text))
    kept = [at for at in range(start, end) if at not in gone]
    fewer = [at for at in kept if at not in places]
    return all(
        _look(text, kept, way) == _look(text, fewer, way)
        for way in {RIGHT_TO_LEFT, RIGHT_TO_LEFT if own is None else own}
    )


def _without(text: str, places: Sequence[int]) -> str:
    return "".join(ch for at, ch in enumerate(text) if at not in places)


def _look(text: str, kept: Sequence[int], way: int) -> list[tuple[int, int]]:
    order = seen("".join(text[at] for at in kept), way)
    return [(kept[at], side) for at, side in order if text[kept[at]] not in DIRECTION_MARKS]
