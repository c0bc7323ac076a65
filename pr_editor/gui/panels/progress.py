"""A line below the text for what takes long: what it is, how far it is, and a way to call it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.theme import SECONDARY_POINTS, font

if TYPE_CHECKING:
    from pr_editor.gui.long_work import LongWork
    from pr_editor.gui.speech import Speech

_QUIET = 400
"""Milliseconds before it shows: most files are open by then."""
_BAR = 120
"""Width of the bar, in pixels."""


class ProgressLine(QFrame):
    """Shows what began last."""

    def __init__(self, work: LongWork, speech: Speech, parent: QWidget) -> None:
        """Hidden while nothing long is under way."""
        super().__init__(parent)
        self._work = work
        self._speech = speech
        self.setObjectName("progressline")
        self.text = Prose(self)
        self.text.setWordWrap(False)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR, 6)
        self.cancel = QPushButton(self)
        self.cancel.setProperty("link", True)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel.clicked.connect(work.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 10, 4)
        layout.setSpacing(12)
        layout.addWidget(self.text)
        layout.addWidget(self.bar)
        layout.addStretch()
        layout.addWidget(self.cancel)
        self._pause = QTimer(self, singleShot=True, interval=_QUIET)
        self._pause.timeout.connect(self._show)
        work.changed.connect(self._follow)
        self.hide()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.cancel.setText(self._speech.tr("Cancel (Esc)"))
        self.text.setFont(font(SECONDARY_POINTS))
        self._fill()

    def _follow(self) -> None:
        if not self._work.all:
            self._pause.stop()
            self.hide()
        elif self.isVisible():
            self._fill()
        elif not self._pause.isActive():
            self._pause.start()

    def _show(self) -> None:
        self._fill()
        self.show()

    def _fill(self) -> None:
        if self._work.all:
            work = self._work.all[-1]
            self.text.say(self._speech.render(work.what), self._speech)
            self.bar.setRange(0, work.total)
            self.bar.setValue(work.done)
            self.bar.setAccessibleName(self.text.accessibleName())
