"""The house's own style: what an office says of itself in the window, kept where any editor can read it.

A folder holds the style, which extends a shipped one, and a CSV file for each list. What somebody wrote
into the TOML by hand, comments too, stays as it is: only the keys that changed are set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from pr_editor.app.house_rules import put_weight, weights_in
from pr_editor.profile.lists import Lists
from pr_editor.profile.table import LISTS, Mistake, Table, read_table, write_table
from pr_editor.profile.values import INHERITED, all_options
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from pr_editor.app.house_rules import Place
    from pr_editor.profile.lists import LeftAlone
    from pr_editor.profile.model import Profile

type Value = str | float | bool | list[str]
"""What an option may be in the file."""

_EXTENDS = "pr"
_OPENINGS = "formulas"


@dataclass(frozen=True, slots=True)
class Facts:
    """Who the house is. Empty texts are not said."""

    organisation: str = ""
    """Its name, as people know it."""
    outlet: str = ""
    """The office or site its releases come from, as a source line names it: «روابط عمومی شهرداری …»."""
    formula: str = ""
    """The attribution its releases carry, word for word: «به گزارش روابط عمومی …»."""


class ListError(KnownError):
    """A list that cannot be used, with all that is wrong in it."""

    def __init__(self, path: Path, mistakes: tuple[Mistake, ...]) -> None:
        """Take the file and the mistakes in it."""
        super().__init__(
            "The list {name} has mistakes; the first is in line {line}.", name=str(path), line=mistakes[0].line
        )
        self.mistakes = mistakes


class HouseStyle:
    """Reads and writes the folder of the house's style. Every call reads anew: two windows may be open."""

    def __init__(self, path: Path) -> None:
        """Use the TOML file at ``path``; neither it nor its folder need exist."""
        self.path = path
        self._folder = path.parent

    @property
    def exists(self) -> bool:
        """Whether the house has said anything yet."""
        return self.path.is_file()

    def facts(self) -> Facts:
        """Who the house is. Raises ``KnownError`` for a file that is no TOML, and ``OSError``."""
        document = self._read()
        byline = document.get("byline", {})
        outlets = [outlet for outlet in byline.get("outlets", []) if outlet != INHERITED]
        return Facts(
            str(document.get("title", {}).get("fa", "")),
            str(outlets[0]) if outlets else "",
            str(byline.get("registered_formula", "")),
        )

    def save_facts(self, facts: Facts) -> None:
        """Say who the house is; what it registers counts as its source as well. Raises like ``facts``."""
        old = self.facts()
        document = self._read()
        for language in ("fa", "en"):
            _put(document, "title", language, facts.organisation)
        _put(document, "byline", "registered_formula", facts.formula)
        _put(document, "byline", "outlets", self._among(document, "outlets", old.outlet, facts.outlet))
        _put(document, "byline", _OPENINGS, self._among(document, _OPENINGS, old.formula, facts.formula))
        self._write(document)

    @property
    def extends(self) -> str:
        """The style the house's own builds on; empty where it stands alone. Raises like ``facts``."""
        return str(self._read().get("extends", ""))

    def options(self) -> dict[tuple[str, str], Value]:
        """The options the house has set itself, by table and key. Raises like ``facts``."""
        document = self._read().unwrap()
        return {(table, key): document[table][key] for table, key, _ in all_options() if key in document.get(table, {})}

    def save_options(self, changes: Mapping[tuple[str, str], Value | None]) -> None:
        """Set options by table and key, or leave them to the style that is extended (None). Raises like ``facts``."""
        document = self._read()
        for (table, key), value in changes.items():
            _put(document, table, key, value)
        self._write(document)

    def weights(self, codes: Collection[str]) -> dict[Place, str]:
        """What the house itself says about the rules ``codes``, see ``house_rules``. Raises like ``facts``."""
        return weights_in(self._read(), codes)

    def save_weights(self, changes: Mapping[Place, str | None], base: Profile, codes: Collection[str]) -> None:
        """Say how much rules weigh; ``base`` is the style that is extended. Raises like ``facts``."""
        document = self._read()
        for place, word in changes.items():
            put_weight(document, place, word, base, codes)
        self._write(document)

    def lists(self) -> Lists:
        """All lists. Raises ``KnownError`` for a file with mistakes, and ``OSError``."""
        found: dict[str, Any] = {key: self._entries(key) for key in LISTS}  # of the list's own type each
        return Lists(**found)

    def left(self) -> tuple[LeftAlone, ...]:
        """What the house always leaves as it is. Raises like ``lists``."""
        found: tuple[Any, ...] = self._entries("left")  # of the list's own type
        return found

    def save_list(self, key: str, entries: Sequence[object], before: Sequence[object] | None = None) -> None:
        """Replace a list, one of ``LISTS``. Raises like ``facts`` and ``lists``.

        ``before`` is what the caller had read: what came into the file since, by another window or by hand, stays.
        """
        now = self._entries(key)
        if before is not None and tuple(before) != now:
            gone, known = set(before) - set(entries), {*before, *now}
            entries = [*(entry for entry in now if entry not in gone), *(one for one in entries if one not in known)]
        self._folder.mkdir(parents=True, exist_ok=True)
        text = write_table(entries, LISTS[key])
        write_atomically(self._list_path(key), ("\ufeff" + text).encode())
        document = self._read()
        if not document.get("lists", {}).get(key):
            _put(document, "lists", key, f"{key}.csv")
            self._write(document)

    def _list_path(self, key: str) -> Path:
        """Where a list lies: where the style says, else beside it."""
        return self._folder / str(self._read().get("lists", {}).get(key, f"{key}.csv"))

    def _entries(self, key: str) -> tuple[object, ...]:
        path = self._list_path(key)
        try:
            table: Table[Any] = read_table(path.read_bytes().decode("utf-8-sig"), LISTS[key])
        except FileNotFoundError:
            return ()
        except UnicodeDecodeError as error:
            raise KnownError("The list {name} is not UTF-8.", name=str(path)) from error
        if table.mistakes:
            raise ListError(path, table.mistakes)
        return table.entries

    @staticmethod
    def _among(document: tomlkit.TOMLDocument, key: str, old: str, new: str) -> list[str]:
        """The entries of a list with ``new`` in place of ``old``, before those that are inherited."""
        entries = [str(entry) for entry in document.get("byline", {}).get(key, [INHERITED])]
        return [*([new] if new else []), *(entry for entry in entries if entry not in {old, new})]

    def _read(self) -> tomlkit.TOMLDocument:
        try:
            return tomlkit.parse(self.path.read_bytes().decode("utf-8-sig"))
        except FileNotFoundError:
            document = tomlkit.document()
            document["name"], document["version"], document["extends"] = self.path.stem, 1, _EXTENDS
            return document
        except (TOMLKitError, UnicodeDecodeError) as error:
            raise KnownError(
                "The house style {name} cannot be read: {reason}", name=str(self.path), reason=str(error)
            ) from error

    def _write(self, document: tomlkit.TOMLDocument) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self.path, tomlkit.dumps(document).encode())


def _put(document: tomlkit.TOMLDocument, table: str, key: str, value: object) -> None:
    """Set a key, or take it away when there is nothing to say."""
    if value is None or value == "" or value == [INHERITED]:
        document.get(table, {}).pop(key, None)
        return
    if table not in document:
        document[table] = tomlkit.table()
    section: Any = document[table]
    section[key] = value
