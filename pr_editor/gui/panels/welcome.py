"""What stands in the middle while no draft is open: the ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.theme import font

if TYPE_CHECKING:
    from pr_editor.gui.speech import Speech


class Welcome(QWidget):
    """A sentence and three buttons."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Offer to open a file, to paste, to try a sample."""
        super().__init__(parent)
        self._speech = speech
        self.title = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self.title.setWordWrap(True)
        self.hint = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setProperty("tone", "muted")
        self.begin, self.paste, self.sample = (QPushButton(self) for _ in range(3))
        self.begin.setProperty("primary", True)
        ways = QWidget(self)
        row = Flow(ways, centred=True)
        for button in (self.begin, self.paste, self.sample):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self.title)
        layout.addWidget(self.hint)
        layout.addWidget(ways)
        layout.addStretch(3)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.title.setFont(font(15, font().Weight.Bold))
        self.title.setText(tr("Which release shall we look at?"))
        self.hint.setText(
            tr("Drop a Word or text file here, open one, or paste a text. The file itself is never changed.")
        )
        self.begin.setText(tr("Open a draft"))
        self.paste.setText(tr("Paste a text"))
        self.sample.setText(tr("Try a sample"))
