"""All choices a house has, made from their declarations: what is declared is there to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pr_editor.gui.house.option_fields import OptionField, field_for
from pr_editor.gui.house.option_words import TABLES, label_of
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.theme import font
from pr_editor.profile.values import all_options, tables
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.house.draft import HouseDraft
    from pr_editor.gui.speech import Speech
    from pr_editor.profile.option import Declaration

type Place = tuple[str, str]

_DOWN = 7
"""Pixels that bring the words of an option level with those in its field."""
_ELSEWHERE = frozenset({("byline", "registered_formula")})
"""What another page asks for."""


class OptionsPage(QWidget):
    """A heading for each table, a line for each of its options."""

    def __init__(self, speech: Speech, draft: HouseDraft, changed: Callable[[], None], parent: QWidget) -> None:
        """Show and change ``draft.options``; ``changed`` hears of every change."""
        super().__init__(parent)
        self._speech, self._draft, self._changed = speech, draft, changed
        tr = speech.tr
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search the options…"))
        self.search.setAccessibleName(tr("Search the options…"))
        self.search.textChanged.connect(self._narrow)
        self.fields: dict[Place, OptionField] = {}
        self._rows: list[tuple[str, Prose, OptionField]] = []
        self._heads: dict[str, QLabel] = {}
        inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(2, 4, 12, 4)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4)
        self._fill()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 2)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(scroll, 1)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def why_not(self) -> str:
        """What is wrong with what was typed, as a sentence."""
        return next((why for field in self.fields.values() if (why := field.why_not())), "")

    def _fill(self) -> None:
        for table, _ in tables():
            head = QLabel(self._speech.tr(TABLES.get(table, table)), self)
            head.setFont(font(11, QFont.Weight.Bold))
            head.setWordWrap(True)
            self._heads[table] = head
            self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)
            for owner, key, declared in all_options():
                if owner == table and (owner, key) not in _ELSEWHERE:
                    self._add((owner, key), declared)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add(self, place: Place, declared: Declaration) -> None:
        table, key = place
        name = label_of(f"{table}.{key}", declared.about, self._speech)
        held = getattr(getattr(self._draft.base.options, table), key)
        field = field_for(place, declared, held, self._draft.options.get(place), name, (self._speech, self))
        label = Prose(self)
        label.say(name, self._speech)
        label.setContentsMargins(0, _DOWN, 0, 0)
        label.setBuddy(field)
        field.changed.connect(lambda: self._take(place, field))
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)
        self.fields[place] = field
        self._rows.append((table, label, field))

    def _take(self, place: Place, field: OptionField) -> None:
        value = field.value()
        if value is None:
            self._draft.options.pop(place, None)
        else:
            self._draft.options[place] = value
        self._changed()

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        seen = set()
        for table, label, field in self._rows:
            fits = all(word in fold(f"{field.name} {self._heads[table].text()}") for word in wanted)
            label.setVisible(fits)
            field.setVisible(fits)
            seen |= {table} if fits else set()
        for table, head in self._heads.items():
            head.setVisible(table in seen)
