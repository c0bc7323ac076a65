"""The comments on a draft that came back, above its text: read, gone to, answered, settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from pr_editor.gui.comments.list import CommentList
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.theme import SECONDARY_POINTS, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.speech import Speech

_KEYS = {"go": "Return", "answer": "F2", "settle": "Space"}


class CommentsPanel(QFrame):
    """Return goes to the place of a comment, F2 answers it, the space bar settles it; Escape goes back to the text."""

    go_wanted = Signal(int)
    """To the place of the comment with this number in the list (from 0)."""
    wanted = Signal(str)
    """``answer`` or ``settle`` the comment in hand."""
    called = Signal()
    """Somebody goes to it."""
    left = Signal()
    """Back to the text."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Hidden while there are no comments."""
        super().__init__(parent)
        self._speech = speech
        self.setProperty("panel", True)
        self.title = QLabel(self)
        self.title.setProperty("tone", "muted")
        self.list = CommentList(self)
        self.title.setBuddy(self.list)
        self.setFocusProxy(self.list)
        self.buttons = {name: QPushButton(self) for name in _KEYS}
        self.buttons["go"].clicked.connect(self._go)
        self.buttons["answer"].clicked.connect(lambda: self.wanted.emit("answer"))
        self.buttons["settle"].clicked.connect(lambda: self.wanted.emit("settle"))
        self.list.chosen.connect(self.go_wanted)
        for name, key in _KEYS.items():
            self.list.bind((key, "Enter") if name == "go" else (key,), self.buttons[name].click)
        self.list.bind(("Esc",), self.left.emit)
        self._lay_out()
        self.hide()

    def fold(self, *, folded: bool) -> None:
        """Beside the text, have all of the room there is and do without what the list can do alone."""
        self.list.fill(on=folded)
        self.title.setVisible(not folded)
        self.buttons["go"].setVisible(not folded)

    def show_comments(self, entries: Sequence[str], unsettled: int) -> None:
        """List these, of which so many are not settled."""
        tr, number = self._speech.tr, len(entries)
        self.list.say(entries)
        self.title.setFont(font(SECONDARY_POINTS))
        self.title.setText(
            tr("Comments of the supervisor: {number}, not settled: {unsettled}", number=number, unsettled=unsettled)
        )
        self.setWindowTitle(tr("Comments ({number})", number=unsettled) if unsettled else tr("Comments"))
        self.setVisible(bool(entries))
        self.look()

    def take_focus(self) -> None:
        """Have the keys."""
        self.called.emit()
        self.setFocus()

    def look(self, *, settled: bool = False) -> None:
        """Offer what can be done about the comment in hand."""
        in_hand = self.list.currentRow() >= 0
        for button in self.buttons.values():
            button.setEnabled(in_hand)
        tr = self._speech.tr
        self.buttons["settle"].setText(tr("Not settled yet") if settled else tr("Settled"))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        for name, text in (("go", tr("Go to its place")), ("answer", tr("Answer…")), ("settle", tr("Settled"))):
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(_KEYS[name])
        self.list.setAccessibleName(tr("Comments"))
        self.list.setAccessibleDescription(
            tr("Return goes to the place of a comment, F2 answers it, the space bar settles it.")
        )

    def _go(self) -> None:
        if self.list.currentRow() >= 0:
            self.go_wanted.emit(self.list.currentRow())

    def _lay_out(self) -> None:
        offers = QWidget(self)
        row = Flow(offers)
        for button in self.buttons.values():
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)
        layout.addWidget(offers)
