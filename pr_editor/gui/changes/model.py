"""The changes of a draft as rows of a table, newest first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from pr_editor.app.dates import show_moment
from pr_editor.app.visible import visible
from pr_editor.gui.speech import isolated
from pr_editor.gui.theme import font
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pr_editor.app.change_places import Place
    from pr_editor.app.changes import Change
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.theme import Theme

COLUMNS = (N_("Before and after"), N_("Rule"), N_("By whom and when"), N_("State"))
_LONGEST = 28
"""Code points of a text shown on either side of the arrow."""
_BESIDE = 32
"""Code points shown on either side of a place."""
_GLANCE = 300
"""Code points shown of a paragraph."""
_NOTHING = "∅"
_EMPTY = QModelIndex()

type Index = QModelIndex | QPersistentModelIndex


class ChangesModel(QAbstractTableModel):
    """Shows all changes, or those of one rule."""

    def __init__(self, speech: Speech, title: Callable[[str], str], parent: QObject) -> None:
        """An empty table; ``title`` says what a rule is called."""
        super().__init__(parent)
        self._speech = speech
        self._title = title
        self._all: tuple[Change, ...] = ()
        self._texts: Mapping[int, str] = {}
        self._rule = ""
        self.theme: Theme | None = None
        self.rows: list[Change] = []
        """What is listed."""

    def show_changes(self, changes: Sequence[Change], texts: Mapping[int, str]) -> None:
        """List these, which stand in a text (paragraphs by key); rows that only moved in the text stay chosen."""
        self._all, self._texts = tuple(changes), texts
        self._list()

    def filter(self, rule: str) -> None:
        """List only the changes of a rule; empty for all."""
        self._rule = rule
        self._list()

    def rules(self) -> list[tuple[str, str, int]]:
        """Code, title and number of changes of each rule, most changes first."""
        return [(code, self._title(code), number) for code, number in Counter(c.code for c in self._all).most_common()]

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._list()

    def rowCount(self, parent: Index = _EMPTY) -> int:  # noqa: N802 - Qt's name
        """How many changes are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _EMPTY) -> int:  # noqa: N802 - Qt's name
        """Words, rule, person, state."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        named = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._speech.tr(COLUMNS[section]) if named else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, and how they look."""
        if not index.isValid():
            return None
        change = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(change, index.column())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._about(change)
            case Qt.ItemDataRole.ForegroundRole if change.reversed and self.theme is not None:
                return self.theme.tokens.muted
            case Qt.ItemDataRole.FontRole if change.reversed and index.column() == 0:
                made = QFont(font())
                made.setStrikeOut(True)
                return made
        return None

    def _list(self) -> None:
        rows = [change for change in reversed(self._all) if self._rule in {"", change.code}]
        if [change.id for change in rows] == [change.id for change in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _text(self, change: Change, column: int) -> str:
        tr = self._speech.tr
        match column:
            case 0:
                return self._speech.sentence(tr("; ").join(self._pair(*pair) for pair in change.shown))
            case 1:
                return self._title(change.code)
            case 2:
                last = change.turns[-1] if change.turns else change.by
                return f"{isolated(last.name)} · {isolated(show_moment(last.at, self._speech.translator))}"
        if change.why_not(self._texts) is not None:
            return tr("No more in the text")
        return tr("Reversed") if change.reversed else tr("In the text")

    def _pair(self, before: str, after: str) -> str:
        arrow = "←" if self._speech.translator.right_to_left else "→"
        return f"{isolated(_short(before))} {arrow} {isolated(_short(after))}"

    def _about(self, change: Change) -> str:
        """The reason, and everybody who had a hand in it."""
        tr, moment = self._speech.tr, self._speech.translator
        lines = [self._speech.render(change.reason), *map(_around, change.places)]
        lines.append(tr("Fixed by {person}, {moment}", person=change.by.name, moment=show_moment(change.by.at, moment)))
        for at, turn in enumerate(change.turns):
            said = tr("Made again by {person}, {moment}") if at % 2 else tr("Reversed by {person}, {moment}")
            lines.append(said.format(person=turn.name, moment=show_moment(turn.at, moment)))
        if (why := change.why_not(self._texts)) is not None:
            lines.append(self._speech.render(why))
        return "\n".join(self._speech.sentence(line) for line in lines)


def _around(place: Place) -> str:
    """The words of a place amid those beside it; of a paragraph that has come or gone what is read at a glance."""
    if place.whole:
        words = place.now or place.was
        return words if len(words) <= _GLANCE else words[:_GLANCE].rsplit(" ", 1)[0] + "…"
    words = place.left[-_BESIDE:].partition(" ")[2] + place.now + place.right[:_BESIDE].rpartition(" ")[0]
    return f"… {visible(words)} …"


def _short(text: str) -> str:
    shown = visible(text) or _NOTHING
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST].rsplit(" ", 1)[0] + "…"
