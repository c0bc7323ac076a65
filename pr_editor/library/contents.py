"""What a library holds, and what another one has that it lacks: looked at before one takes the place of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.library.events import Stored
from pr_editor.library.log import COLUMNS

if TYPE_CHECKING:
    from datetime import datetime

    from pr_editor.library.file import Tables

_HASH = "SELECT hash FROM event WHERE seq = ?"
_SINCE = (
    "SELECT since.release, coalesce(release.headline, ''),"
    " EXISTS (SELECT 1 FROM happened AS before WHERE before.release = since.release AND before.seq <= ?)"
    " FROM (SELECT release, max(seq) AS last FROM happened WHERE release IS NOT NULL AND seq > ? GROUP BY release)"
    " AS since LEFT JOIN release ON release.id = since.release ORDER BY since.last DESC"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """A library in a few figures; ``at`` and ``by`` are when and by whom its last event was signed."""

    releases: int
    people: int
    events: int
    head: str
    """The hash of the last event, which stands for all before it."""
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Named:
    """A release and its headline."""

    release: str
    headline: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What one library has and a copy lacks. Releases come newest first."""

    related: bool
    """Whether both began as one library."""
    new: tuple[Named, ...] = ()
    """Releases the copy does not know."""
    changed: tuple[Named, ...] = ()
    """Releases to which more has happened than the copy knows."""
    others: int = 0
    """Events about people, the house and its dictionary, and words of people's own."""

    @property
    def anything(self) -> bool:
        """Whether the copy lacks anything at all."""
        return bool(self.new or self.changed or self.others)


def contents_of(tables: Tables) -> Contents:
    """What is in a library. Raises ``KnownError``, or ``ValueError`` and its like for events nobody can read."""
    (row,) = tables.rows(f"SELECT {COLUMNS} FROM event ORDER BY seq DESC LIMIT 1")  # noqa: S608 - constants
    last = Stored(*row)
    event = last.decode()
    ((releases, people),) = tables.rows("SELECT (SELECT count(*) FROM release), (SELECT count(*) FROM account)")
    return Contents(releases, people, last.seq, last.hash, event.at, event.actor)


def missing(library: Tables, copy: Tables) -> Missing:
    """What ``library`` has and ``copy`` lacks. Raises ``KnownError``."""
    known = _common(library, copy)
    since = library.rows(_SINCE, (known, known))
    others = library.rows("SELECT count(*) FROM happened WHERE release IS NULL AND seq > ?", (known,))[0][0]
    own = "SELECT owner, word FROM own_word"
    words = set(library.rows(own)) - set(copy.rows(own))
    return Missing(
        related=known > 0,
        new=tuple(Named(release, headline) for release, headline, before in since if not before),
        changed=tuple(Named(release, headline) for release, headline, before in since if before),
        others=others + len(words),
    )


def _common(one: Tables, other: Tables) -> int:
    """How many events both have: each tells the hash of the one before, so where one agrees, all before it do."""
    low, high = 0, min(_count(one), _count(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.row(_HASH, (middle,)) == other.row(_HASH, (middle,)):
            low = middle
        else:
            high = middle - 1
    return low


def _count(tables: Tables) -> int:
    return int(tables.rows("SELECT coalesce(max(seq), 0) FROM event")[0][0])
