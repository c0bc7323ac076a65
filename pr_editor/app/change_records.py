"""The changes of a draft as its session keeps them on disk."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from pr_editor.app.change_places import Place
from pr_editor.app.changes import Author, Change
from pr_editor.text.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_VERSION = 1


def encode_changes(changes: Iterable[Change]) -> dict[str, Any]:
    """What ``decode_changes`` reads again."""
    return {"version": _VERSION, "list": [_encode(change) for change in changes]}


def decode_changes(data: Mapping[str, Any]) -> tuple[Change, ...]:
    """The changes of a session. Raises ``ValueError``, ``KeyError`` or ``TypeError`` where there is no making them out.

    A session of a newer program is refused as a whole: saved again, it would have lost what is not known here.
    """
    if data["version"] != _VERSION:
        raise ValueError(f"changes {data['version']}")
    return tuple(map(_decode, data["list"]))


def _encode(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "step": change.step,
        "code": change.code,
        "reason": [change.reason.id, change.reason.args],
        "places": [_row(place) for place in change.places],
        "by": _author(change.by),
        "turns": [_author(turn) for turn in change.turns],
    }


def _decode(row: Mapping[str, Any]) -> Change:
    sentence, args = row["reason"]
    return Change(
        id=int(row["id"]),
        step=int(row["step"]),
        code=str(row["code"]),
        reason=Message(str(sentence), tuple((str(name), value) for name, value in args)),
        places=tuple(map(_place, row["places"])),
        by=_named(row["by"]),
        turns=tuple(map(_named, row["turns"])),
    )


def _row(place: Place) -> list[Any]:
    beside = [list(place.above), list(place.below)] if place.whole else []
    return [place.key, place.start, place.was, place.now, place.left, place.right, *beside]


def _place(row: list[Any]) -> Place:
    key, start, was, now, left, right, *beside = row
    above, below = beside or ((), ())
    return Place(int(key), int(start), was, now, left, right, bool(beside), tuple(above), tuple(below))


def _author(author: Author) -> list[str]:
    return [author.name, author.at.isoformat()]


def _named(row: list[str]) -> Author:
    name, at = row
    return Author(name, datetime.fromisoformat(at))
