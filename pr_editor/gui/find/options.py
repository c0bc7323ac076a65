"""What counts as the same when words are sought: a small sheet over the find bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from pr_editor.gui.theme import scaled
from pr_editor.text.find import Query, Same
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QHideEvent

    from pr_editor.gui.speech import Speech

_SAME = {
    Same.HALF_SPACES: N_("Half-space, space or neither"),
    Same.LETTERS: N_("Persian or Arabic ye and kaf"),
    Same.HAMZA: N_("With or without hamza"),
    Same.SIGNS: N_("With or without vowel signs"),
    Same.DIGITS: N_("Digits of any script"),
    Same.CASE: N_("Capital or small letters"),
}
_WHOLE_WORDS = N_("Whole words only")
_GAP = 6


class FindOptions(QFrame):
    """Stands over the text, so that the text keeps its room; Esc and a click elsewhere close it."""

    changed = Signal()
    """Something else counts as the same."""
    closed = Signal()

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Everything counts as the same, inside words as well."""
        super().__init__(parent, Qt.WindowType.Popup)
        # The click that closes it would press the button that opens it.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setProperty("card", True)
        self._speech = speech
        self.same = {same: QCheckBox(self) for same in _SAME}
        self.whole_words = QCheckBox(self)
        self._column = QVBoxLayout(self)
        for box in (*self.same.values(), self.whole_words):
            box.setChecked(box is not self.whole_words)
            box.toggled.connect(self.changed)
            self._column.addWidget(box)

    def query(self, words: str) -> Query:
        """How to seek these words."""
        same = Same(0)
        for one, box in self.same.items():
            same |= one if box.isChecked() else Same(0)
        return Query(words, same, self.whole_words.isChecked())

    def take(self, others: Iterable[QWidget]) -> None:
        """Hold others as well, under what counts as the same."""
        for one in others:
            self._column.addWidget(one)

    def narrowed(self) -> list[str]:
        """What was chosen that narrows the search, in words."""
        told = [
            self._speech.tr("told apart: {what}", what=box.text()) for box in self.same.values() if not box.isChecked()
        ]
        return [*told, *([self.whole_words.text()] if self.whole_words.isChecked() else [])]

    def open(self, over: QWidget, *, below: bool) -> None:
        """Show it above ``over`` or ``below``, beginning where that begins."""
        around = scaled(12)
        self._column.setContentsMargins(around, around, around, around)
        self.setLayoutDirection(self._speech.direction)
        self.adjustSize()
        right = self._speech.direction is Qt.LayoutDirection.RightToLeft
        x = over.width() - self.width() if right else 0
        y = over.height() + _GAP if below else -self.height() - _GAP
        place, room = over.mapToGlobal(QPoint(x, y)), over.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() + 1 - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() + 1 - self.height())))
        self.move(place)
        self.show()
        next(iter(self.same.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.setAccessibleName(tr("Options"))
        for same, box in self.same.items():
            box.setText(tr(_SAME[same]))
        self.whole_words.setText(tr(_WHOLE_WORDS))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """It has closed."""
        super().hideEvent(event)
        self.closed.emit()
