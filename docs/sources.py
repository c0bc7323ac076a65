"""The table of ``docs/rule_sources.toml``: what tools for Persian text check, and which rule here answers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SOURCES = Path(__file__).with_name("rule_sources.toml")

INTRODUCTION = """\
## Row by row

What tools for Persian text, and the orthography of the Academy, ask for: each row with the rule here that answers, and
the key of the [house style](profiles.md) that decides where practice differs, or why there is none.

| row | about | rule | key |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its id, what it is about, and either the codes that answer or why it is left out."""

    id: str
    about: str
    codes: tuple[str, ...]
    option: str
    left_out: str


def read_rows() -> tuple[Row, ...]:
    """All rows in the order of the file. Raises ``KeyError`` or ``TypeError`` for one that is malformed."""
    with SOURCES.open("rb") as file:
        return tuple(_row(name, entry) for name, entry in tomllib.load(file).items())


def _row(name: str, entry: Mapping[str, str | list[str]]) -> Row:
    codes = entry.get("code", [])
    listed = (codes,) if isinstance(codes, str) else tuple(codes)
    about, option, left_out = (str(entry.get(key, "")) for key in ("about", "option", "left_out"))
    return Row(name, about, listed, option, left_out)


def sources_table(rows: Iterable[Row]) -> str:
    """The table, with links to the pages of the rules."""
    return INTRODUCTION + "".join(map(_line, rows))


def _line(row: Row) -> str:
    rules = ", ".join(f"[{code}](../resources/rules/en/{code}.md)" for code in row.codes)
    cells = (row.id, row.about, rules or row.left_out, f"`{row.option}`" if row.option else "")
    return "| " + " | ".join(cells) + " |\n"
