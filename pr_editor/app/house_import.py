"""Taking a list over from a CSV file: what in it is new, what changes, and what is wrong, before anything is taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pr_editor.formats.encodings import decode
from pr_editor.profile.table import LISTS, Mistake, read_table
from pr_editor.text.letters import ARABIC

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pr_editor.profile.lists import Keyed

_PERSIAN = str.maketrans(ARABIC)


class Standing(StrEnum):
    """How an entry of the file stands to the list."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Incoming:
    """An entry of the file, with the line it ends in."""

    line: int
    entry: Keyed
    standing: Standing


@dataclass(frozen=True, slots=True)
class Import:
    """What a file holds. Entries can be taken though other lines are wrong."""

    incoming: tuple[Incoming, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def useful(self) -> tuple[Keyed, ...]:
        """The entries that are not in the list as they are."""
        return tuple(one.entry for one in self.incoming if one.standing is not Standing.SAME)


def read_import(path: Path, key: str, known: Iterable[Keyed]) -> Import:
    """Compare a CSV file with the entries ``known`` of the list ``key``, in any encoding the program reads.

    Raises ``KnownError`` for what is no text and ``OSError``.
    """
    text, encoding = decode(path.read_bytes(), path.name)
    if encoding.codec == "cp1256":
        # It has no Persian ye and kaf, so whoever wrote it had no choice.
        text = text.translate(_PERSIAN)
    table = read_table(text, LISTS[key])
    by_key = {entry.key: entry for entry in known}
    incoming = tuple(
        Incoming(line, entry, _standing(entry, by_key.get(entry.key)))
        for line, entry in zip(table.lines, table.entries, strict=True)
    )
    return Import(incoming, table.mistakes)


def taken(known: Iterable[Keyed], incoming: Iterable[Keyed]) -> tuple[Keyed, ...]:
    """The list with what came in: an entry of the same key takes the place of the old one, others follow."""
    entries = {entry.key: entry for entry in known}
    return tuple((entries | {entry.key: entry for entry in incoming}).values())


def _standing(entry: Keyed, known: Keyed | None) -> Standing:
    if known is None:
        return Standing.NEW
    return Standing.SAME if known == entry else Standing.CHANGED
