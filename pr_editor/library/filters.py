"""Filters as conditions on the derived tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.library.file import Tables
    from pr_editor.review.ports import Filters


def condition(tables: Tables, filters: Filters) -> tuple[str, list[object]]:
    """The condition on ``release`` that ``filters`` stand for, and the values for its marks."""
    exact: list[tuple[str, object]] = [
        ("release.state = ?", filters.state and filters.state.value),
        ("release.kind = ?", filters.kind and filters.kind.value),
        ("release.date >= ?", filters.since and filters.since.isoformat()),
        ("release.date <= ?", filters.until and filters.until.isoformat()),
    ]
    conditions: list[tuple[str, Sequence[object]]] = [(sql, [value]) for sql, value in exact if value is not None]
    for column, part in (("outlet", filters.outlet), ("author", filters.author)):
        if part.strip():
            names = _like(tables, f"SELECT DISTINCT {column} FROM release", part)  # noqa: S608 - constants
            conditions.append((f"release.{column} IN ({_marks(names)})", names))
    for column, part in (("submitted_by", filters.editor), ("decided_by", filters.supervisor)):
        if part.strip():
            names = _like(tables, "SELECT name FROM account", part)
            inner = f"SELECT release FROM submission WHERE {column} IN ({_marks(names)})"  # noqa: S608 - constants
            conditions.append((f"release.id IN ({inner})", names))
    return " AND ".join(["1", *(sql for sql, _ in conditions)]), [v for _, values in conditions for v in values]


def _like(tables: Tables, query: str, part: str) -> list[str]:
    """The names a query gives that contain ``part``, however their letters were typed."""
    wanted = _level(part)
    return [name for (name,) in tables.rows(query) if wanted in _level(name)]


def _level(text: str) -> str:
    return " ".join(fold(text).split())


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
