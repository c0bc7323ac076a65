"""The rows of the findings panel: a head for every family, and its findings under it when it is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from pr_editor.gui.panels.snippet import snippet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pr_editor.checks.model import Finding
    from pr_editor.gui.panels.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Head:
    """A family: its letters, how many findings it has, whether they are listed."""

    family: str
    count: int
    open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One finding and the text of its paragraph."""

    finding: Finding
    text: str

    @property
    def snippet(self) -> Snippet:
        """Its surroundings. They are cut out when the row is seen or heard: most rows never are."""
        return snippet(self.finding, self.text)


type Row = Head | Line


class FindingsModel(QAbstractListModel):
    """A flat list of heads and lines. New rows replace old ones where they differ, so that the view keeps its place."""

    def __init__(self, say: Callable[[Row], str]) -> None:
        """``say`` gives the words for a row, for screen readers and searches by typing."""
        super().__init__()
        self._say = say
        self._rows: list[Row] = []
        self.heads: Sequence[int] = ()
        """The rows that are heads."""
        self._places: dict[str, int] | None = {}
        """Where each finding stands, by fingerprint; worked out when it is asked for."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row; how it looks is the delegate's business."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._say(self._rows[index.row()])
        return None

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        """What stands at an index."""
        return self._rows[index.row()]

    def index_of(self, fingerprint: str | None) -> QModelIndex:
        """Where a finding stands; an invalid index when it is not listed."""
        if self._places is None:
            lines = ((at, row) for at, row in enumerate(self._rows) if isinstance(row, Line))
            self._places = {row.finding.fingerprint: at for at, row in lines}
        at = self._places.get(fingerprint or "")
        return QModelIndex() if at is None else self.index(at)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows between the first and the last that differ; told as changed where each stays what it is."""
        old, new = self._rows, list(rows)
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        gone, come = len(old) - head - tail, len(new) - head - tail
        if [type(row) for row in old[head : head + gone]] == [type(row) for row in new[head : head + come]]:
            self._replace(head, gone, new[head : head + come])
            if gone:
                self.dataChanged.emit(self.index(head), self.index(head + gone - 1))
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._replace(head, gone, ())
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._replace(head, 0, new[head : head + come])
            self.endInsertRows()

    def _replace(self, first: int, gone: int, come: Sequence[Row]) -> None:
        self._rows[first : first + gone] = come
        self._places = None
        self.heads = [at for at, row in enumerate(self._rows) if isinstance(row, Head)]


def rows_of(groups: Mapping[str, Sequence[Finding]], opened: set[str], texts: Mapping[int, str]) -> list[Row]:
    """Rows for findings by family; ``texts`` are those of the paragraphs, by key."""
    rows: list[Row] = []
    for family, findings in groups.items():
        is_open = family in opened
        rows.append(Head(family, len(findings), is_open))
        if is_open:
            rows += [Line(finding, texts.get(finding.span.key, "")) for finding in findings]
    return rows


def _common(one: Sequence[Row], other: Sequence[Row]) -> int:
    """How many rows both have in common from the start."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
