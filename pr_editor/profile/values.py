"""The options one file of a house style sets, by what ``options.py`` declares."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from pr_editor.profile.option import declarations
from pr_editor.profile.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pr_editor.profile.option import Declaration
    from pr_editor.profile.sheet import Sheet

type Values = dict[tuple[str, str], object]
"""What is said about options, by table and key."""

INHERITED = "..."
"""In a list: the entries of the house style that is extended."""


def tables() -> Iterator[tuple[str, type]]:
    """The tables of options: (name, class)."""
    for field in dataclasses.fields(Options):
        yield field.name, type(field.default)


def all_options() -> Iterator[tuple[str, str, Declaration]]:
    """Every option there is: (table, key, declaration)."""
    for table, group in tables():
        for key, declared in declarations(group):
            yield table, key, declared


def read_values(sheet: Sheet) -> Values:
    """The options a file sets. What is wrong with them becomes a problem of ``sheet``."""
    for table, _ in tables():
        sheet.expect(table)
    return {
        (table, key): value
        for table, key, declared in all_options()
        if (value := _read(sheet, table, key, declared)) is not None
    }


def _read(sheet: Sheet, table: str, key: str, declared: Declaration) -> object:
    if declared.choices:
        return sheet.choice(table, key, declared.choices)
    match declared.default:
        case bool():
            return sheet.flag(table, key)
        case int():
            return sheet.whole(table, key)
        case float():
            return sheet.share(table, key)
        case str():
            return sheet.text(table, key, declared.holding)
        case tuple():
            return sheet.texts(table, key)
    raise TypeError(f"{table}.{key}: no way to read {declared.default!r}")


def merged(own: Values, inherited: Values) -> Values:
    """``own`` over ``inherited``; in a list ``"..."`` stands for the inherited entries."""
    both = inherited | own
    for place, value in own.items():
        if isinstance(value, tuple):
            before = inherited.get(place)
            both[place] = extended(value, before if isinstance(before, tuple) else ())
    return both


def extended(own: Iterable[str], inherited: Iterable[str]) -> tuple[str, ...]:
    """``own`` with the inherited entries where it asks for them, each once."""
    entries = (entry for item in own for entry in (inherited if item == INHERITED else (item,)))
    return tuple(dict.fromkeys(entries))


def options_of(values: Mapping[tuple[str, str], object]) -> Options:
    """The options as rules see them; what is not said has its default."""
    groups: dict[str, Any] = {}  # the values were read by the declarations of these very fields
    for table, group in tables():
        groups[table] = group(**{key: value for (owner, key), value in values.items() if owner == table})
    return Options(**groups)
