"""The releases that were left out of the report, each with its reason and a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from pr_editor.gui.panels.discard import discard
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.signoff.marks import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import Exclusion


class LeftOut(QWidget):
    """Hidden while nothing is left out."""

    taken_back = Signal(str)
    """A release (id) is to count again."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Nothing is left out."""
        super().__init__(parent)
        self._speech = speech
        self.rows: dict[str, QPushButton] = {}
        """The way back of each release."""
        self.title = QLabel(self)
        self.title.setProperty("tone", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.title)
        self._parts: list[QWidget] = []

    def show_exclusions(self, exclusions: Sequence[Exclusion]) -> None:
        """List these."""
        for part in self._parts:
            discard(part)
        self._parts, self.rows = [], {}
        self.setVisible(bool(exclusions))
        tr = self._speech.tr
        self.title.setText(tr("Left out ({number})", number=len(exclusions)))
        for exclusion in exclusions:
            self._add(exclusion)

    def _add(self, exclusion: Exclusion) -> None:
        tr, release = self._speech.tr, name_of(exclusion.release, self._speech)
        card = QFrame(self)
        card.setProperty("card", True)
        said = Prose(card)
        parts = [tr("{release}: {reason}", release=release, reason=exclusion.reason), exclusion.by]
        said.say(" — ".join(filter(None, parts)), self._speech)
        back = QPushButton(tr("Take back"), card)
        back.setProperty("link", True)
        back.setAutoDefault(False)
        back.setAccessibleName(tr("Let {release} count again", release=release))
        back.clicked.connect(partial(self.taken_back.emit, exclusion.release))
        rows = QVBoxLayout(card)
        rows.setContentsMargins(10, 6, 10, 4)
        rows.setSpacing(0)
        rows.addWidget(said)
        rows.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(card)
        self._parts.append(card)
        self.rows[exclusion.release] = back
