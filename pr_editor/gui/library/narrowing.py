"""What the list of releases is narrowed to beside its state: days, people, outlet. A small sheet over the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from pr_editor.app.dates import parse_day
from pr_editor.gui.theme import scaled
from pr_editor.review.ports import Filters
from pr_editor.text.message import N_, KnownError

if TYPE_CHECKING:
    from datetime import date

    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import ReleaseState

_FIELDS = {
    "since": N_("From the day"),
    "until": N_("To the day"),
    "author": N_("Author"),
    "editor": N_("Submitted by"),
    "supervisor": N_("Person who decided"),
    "outlet": N_("Outlet"),
}
_DAYS = ("since", "until")
_GAP = 6


class Narrowing(QFrame):
    """Each field narrows as soon as something is written in it; Esc and a click elsewhere close the sheet."""

    changed = Signal()
    """Another list is wanted."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Nothing is narrowed."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setProperty("card", True)
        self._speech = speech
        self.fields = {name: QLineEdit(self) for name in _FIELDS}
        self.problem = QLabel(self)
        self.problem.setProperty("tone", "error")
        self.problem.hide()
        self.clear_all = QPushButton(self)
        self.clear_all.setAutoDefault(False)
        self.clear_all.clicked.connect(self.clear)
        self._form = QFormLayout(self)
        self._labels = {name: QLabel(self) for name in _FIELDS}
        for name, field in self.fields.items():
            field.setClearButtonEnabled(True)
            field.textChanged.connect(self._look)
            field.returnPressed.connect(self.hide)
            self._labels[name].setBuddy(field)
            self._form.addRow(self._labels[name], field)
        self._form.addRow(self.problem)
        self._form.addRow(self.clear_all)

    @property
    def number(self) -> int:
        """How many fields narrow the list; a day that is none yet narrows nothing."""
        given = (self._day(name) if name in _DAYS else field.text().strip() for name, field in self.fields.items())
        return sum(bool(one) for one in given)

    def filters(self, state: ReleaseState | None) -> Filters:
        """What is wanted, in this state."""
        words = {name: field.text().strip() for name, field in self.fields.items()}
        return Filters(
            state=state,
            since=self._day("since"),
            until=self._day("until"),
            outlet=words["outlet"],
            author=words["author"],
            editor=words["editor"],
            supervisor=words["supervisor"],
        )

    def clear(self) -> None:
        """Narrow nothing."""
        for field in self.fields.values():
            field.clear()

    def open(self, below: QWidget) -> None:
        """Show it below ``below``, beginning where that begins."""
        around = scaled(12)
        self._form.setContentsMargins(around, around, around, around)
        self.setLayoutDirection(self._speech.direction)
        self.adjustSize()
        right = self._speech.direction is Qt.LayoutDirection.RightToLeft
        self.move(below.mapToGlobal(QPoint(below.width() - self.width() if right else 0, below.height() + _GAP)))
        self.show()
        self.fields["since"].setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.setAccessibleName(tr("Filter"))
        for name, text in _FIELDS.items():
            self._labels[name].setText(tr(text))
            self.fields[name].setAccessibleName(tr(text))
            if name in _DAYS:
                self.fields[name].setPlaceholderText(self._speech.digits("1404/05/12"))
        self.clear_all.setText(tr("Clear all"))

    def _look(self) -> None:
        """Say which day is none."""
        wrong = [name for name in _DAYS if self.fields[name].text().strip() and self._day(name) is None]
        said = self._speech.tr("This is not a day.")
        for name in _DAYS:
            self.fields[name].setAccessibleDescription(said if name in wrong else "")
        self.problem.setText("\n".join(f"{self._labels[name].text()}: {said}" for name in wrong))
        self.problem.setVisible(bool(wrong))
        self.changed.emit()

    def _day(self, name: str) -> date | None:
        try:
            return parse_day(self.fields[name].text().strip())
        except KnownError:
            return None
