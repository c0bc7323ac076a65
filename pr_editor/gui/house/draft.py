"""What is being said about the house in its window: read, changed there, and written when it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pr_editor.app.house import Facts
from pr_editor.checks.registry import RULES
from pr_editor.profile.load import ProfileError
from pr_editor.profile.table import LISTS, cells_of, columns, entry_of
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.app.house import HouseStyle, Value
    from pr_editor.app.house_rules import Place
    from pr_editor.app.services import Services
    from pr_editor.profile.lists import Keyed, Lists
    from pr_editor.profile.model import Profile

type Row = tuple[str, ...]
"""The cells of an entry, in the order of its columns; what is typed need not be an entry yet."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What keeps a list from being saved: in which row of which list (counted from 0), and why."""

    key: str
    row: int
    message: Message


class HouseDraft:
    """The house as the window shows it. Nothing is written before ``save``."""

    def __init__(self, services: Services) -> None:
        """Begin empty; ``read`` fills it."""
        self._services = services
        self.facts = Facts()
        self.rows: dict[str, tuple[Row, ...]] = dict.fromkeys(LISTS, ())
        self.options: dict[tuple[str, str], Value] = {}
        self.weights: dict[Place, str] = {}
        self.base: Profile
        """What holds where the house says nothing."""
        self.profile: Profile
        """The house's own style as it was read."""
        self._read: tuple[Facts, Lists, Mapping[tuple[str, str], Value], Mapping[Place, str]]
        self._rows_read: Mapping[str, tuple[Row, ...]]
        self._judged: dict[str, tuple[tuple[Row, ...], Wrong | None]] = {}

    @property
    def _house(self) -> HouseStyle:
        return self._services.house()

    def read(self) -> None:
        """Take everything from the files. Raises ``KnownError`` (``ProfileError`` with the lines) and ``OSError``."""
        house = self._house
        self.profile = self._services.profile(house.path.stem)
        self.base = self._services.house_base()
        self._read = house.facts(), house.lists(), house.options(), house.weights(RULES)
        self.facts = self._read[0]
        self._rows_read = {key: tuple(map(cells_of, getattr(self._read[1], key))) for key in LISTS}
        self.rows = dict(self._rows_read)
        self.options, self.weights = dict(self._read[2]), dict(self._read[3])

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        facts, _, options, weights = self._read
        return (self.facts, self.rows, self.options, self.weights) != (facts, self._rows_read, options, weights)

    def wrong(self) -> Wrong | None:
        """The first row that can't be saved. Lists that are as they were are not looked through again."""
        for key, rows in self.rows.items():
            if key not in self._judged or self._judged[key][0] is not rows:
                self._judged[key] = rows, _first_wrong(key, rows)
            if wrong := self._judged[key][1]:
                return wrong
        return None

    def entries(self, key: str) -> tuple[Keyed, ...]:
        """The rows of a list that are entries."""
        found = (read_row(key, row) for row in self.rows[key])
        return tuple(entry for entry in found if not isinstance(entry, Message))

    def save(self) -> None:
        """Write what has changed, then read everything anew. Raises ``KnownError`` and ``OSError``.

        What makes no house style is taken back: it could not be read again.
        """
        path = self._house.path
        kept = path.read_bytes()
        self._write()
        try:
            self.read()
        except ProfileError as error:
            write_atomically(path, kept)
            what = error.problems[0].message
            raise KnownError(what.id, **dict(what.args)) from error

    def _write(self) -> None:
        facts, lists, options, weights = self._read
        house = self._house
        if chosen := _changes(options, self.options):
            house.save_options(chosen)
        if weighed := _changes(weights, self.weights):
            house.save_weights(weighed, self.base, RULES)
        if self.facts != facts:
            house.save_facts(self.facts)
        for key in LISTS:
            if self.rows[key] != self._rows_read[key]:
                house.save_list(key, self.entries(key), getattr(lists, key))


def read_row(key: str, row: Row) -> Keyed | Message:
    """The entry in a row of a list, or what is wrong with it."""
    kind: type[Any] = LISTS[key]
    entry: Keyed | Message = entry_of(dict(zip(columns(kind), row, strict=True)), kind)
    return entry


def _first_wrong(key: str, rows: tuple[Row, ...]) -> Wrong | None:
    seen: dict[object, int] = {}
    for at, row in enumerate(rows):
        entry = read_row(key, row)
        if isinstance(entry, Message):
            return Wrong(key, at, entry)
        if entry.key in seen:
            return Wrong(
                key, at, message("“{text}” stands in row {row} already.", text=row[0], row=seen[entry.key] + 1)
            )
        seen[entry.key] = at
    return None


def _changes[K, V](before: Mapping[K, V], now: Mapping[K, V]) -> dict[K, V | None]:
    """What must be set, and what is to be said no more (None)."""
    changed: dict[K, V | None] = {key: value for key, value in now.items() if before.get(key) != value}
    return changed | dict.fromkeys(before.keys() - now.keys())
