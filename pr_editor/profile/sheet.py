"""One TOML file of a house style: typed look-ups that note every mistake with its line instead of stopping at it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pr_editor.text.message import Value

_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
_SYNTAX_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one line of a house style; lines count from 1."""

    path: Path
    line: int
    message: Message

    def __str__(self) -> str:
        """The problem in English, as compilers write it."""
        return f"{self.path}:{self.line}: {self.message}"


class Sheet:
    """The keys of one file. Each look-up marks its key as known; ``finish`` reports those nobody asked for.

    A look-up gives None for a key that is missing, and for one whose value is wrong, which it adds to ``problems``.
    """

    def __init__(self, path: Path, text: str) -> None:
        """Parse ``text``; a syntax error is a problem, and the sheet is empty then."""
        self.path = path
        self.problems: list[Problem] = []
        self._lines = _key_lines(text)
        self._text = text.splitlines()
        self._known: dict[str, list[str]] = {"": []}
        try:
            self._tables = _by_table(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            self._tables = {}
            self._report_syntax(str(error))

    def problem(self, table: str, key: str, text: Message, value: str = "") -> Problem:
        """A problem at the line of ``key``, or at that of ``value`` in a list of several lines."""
        line = self._lines.get((table, key), self._lines.get(("", table), 1))
        if value:
            ahead = enumerate(self._text[line - 1 :], line)
            line = next(
                (number for number, content in ahead if f'"{value}"' in content or f"'{value}'" in content), line
            )
        return Problem(self.path, line, text)

    def keys(self, table: str) -> list[str]:
        """All keys of a table whose keys are free."""
        found = list(self._tables.get(table, {}))
        self._known.setdefault(table, []).extend(found)
        return found

    def expect(self, table: str) -> None:
        """Mark a table as known, whether or not it has keys that are."""
        self._known.setdefault(table, [])

    def text(self, table: str, key: str, holding: str = "") -> str | None:
        """A text that is not empty and has ``holding`` in it."""
        value = self._take(table, key)
        if value is None or (isinstance(value, str) and value.strip() and holding in value):
            return value
        wrong = message("{key} must be a text with {part} in it.", key=key, part=holding)
        self._wrong(table, key, wrong if holding else message("{key} must be a text.", key=key))
        return None

    def texts(self, table: str, key: str) -> tuple[str, ...] | None:
        """A list of texts that are not empty."""
        value = self._take(table, key)
        if value is None:
            return None
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(value)
        self._wrong(table, key, message("{key} must be a list of texts.", key=key))
        return None

    def whole(self, table: str, key: str) -> int | None:
        """A whole number from 1."""
        value = self._take(table, key)
        if value is None or (type(value) is int and value >= 1):
            return value
        self._wrong(table, key, message("{key} must be a whole number from 1.", key=key))
        return None

    def flag(self, table: str, key: str) -> bool | None:
        """True or false."""
        value = self._take(table, key)
        if value is None or isinstance(value, bool):
            return value
        self._wrong(table, key, message("{key} must be true or false.", key=key))
        return None

    def share(self, table: str, key: str) -> float | None:
        """A number above 0, up to 1."""
        value = self._take(table, key)
        if value is None:
            return None
        if type(value) in {int, float} and isinstance(value, int | float) and 0 < value <= 1:
            return float(value)
        self._wrong(table, key, message("{key} must be a number above 0 and up to 1.", key=key))
        return None

    def choice[T](self, table: str, key: str, choices: Mapping[str, T]) -> T | None:
        """One of the words ``choices`` has."""
        value = self._take(table, key)
        if value is None:
            return None
        if isinstance(value, str) and value in choices:
            return choices[value]
        allowed = ", ".join(choices)
        text = message("{key} must be one of {allowed}, not {value}.", key=key, allowed=allowed, value=str(value))
        self._wrong(table, key, text)
        return None

    def finish(self) -> None:
        """Report keys and tables that no look-up asked for."""
        tables = ", ".join(sorted(name for name in self._known if name))
        for table, entries in self._tables.items():
            if table not in self._known:
                text = message("There is no table {table}; known ones: {known}.", table=table, known=tables)
                self._wrong("", table, text)
                continue
            known = ", ".join(dict.fromkeys(self._known[table]))
            for key in entries.keys() - set(self._known[table]):
                self._wrong(
                    table, key, message("There is no key {key} here; known ones: {known}.", key=key, known=known)
                )

    def _take(self, table: str, key: str) -> object:
        self._known.setdefault(table, []).append(key)
        return self._tables.get(table, {}).get(key)

    def _wrong(self, table: str, key: str, text: Message) -> None:
        self.problems.append(self.problem(table, key, text))

    def _report_syntax(self, reason: str) -> None:
        place = _SYNTAX_PLACE.search(reason)
        last = max(1, len(self._text))
        line = int(place.group(1)) if place and place.group(1) else last
        what: Value = _SYNTAX_PLACE.sub("", reason)
        self.problems.append(Problem(self.path, line, message("This is not TOML: {reason}.", reason=what)))


def _by_table(content: Mapping[str, object], name: str = "") -> dict[str, dict[str, object]]:
    """Top-level keys under the empty name, tables under their own; one inside another is «outer.inner»."""
    own = {key: value for key, value in content.items() if not isinstance(value, dict)}
    tables = {name: own}
    for key, value in content.items():
        if isinstance(value, dict):
            tables |= _by_table(value, f"{name}.{key}" if name else key)
    return tables


def _key_lines(text: str) -> dict[tuple[str, str], int]:
    """Line of each (table, key), which ``tomllib`` does not tell; tables themselves stand under ``("", table)``."""
    lines: dict[tuple[str, str], int] = {}
    table = ""
    for number, content in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(content):
            table = header.group(1).strip("\"'")
            lines.setdefault(("", table), number)
        elif key := _KEY.match(content):
            *inner, last = (part.strip("\"'") for part in _PART.findall(key.group(1)))
            owner = table
            for part in inner:
                owner = f"{owner}.{part}" if owner else part
                lines.setdefault(("", owner), number)
            lines.setdefault((owner, last), number)
            # Its value may be a table written in one line.
            lines.setdefault(("", f"{owner}.{last}" if owner else last), number)
    return lines
