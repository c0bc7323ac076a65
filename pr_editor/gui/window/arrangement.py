"""Where the parts of the window stand, and how much room each may take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from pr_editor.gui.window.mainwindow import MainWindow

_SIDES = (230, 800, 330)
"""Widths of drafts, text and findings at first, in pixels."""
_WIDEST = (240, 420)
"""Pixels beyond which drafts and findings leave the room to the text, however large everything is."""
_TEXT = 360, 96
"""Pixels the text has at least, in width and height."""


class Arrangement:
    """The bar above, the status line below, and between them drafts, text and findings side by side."""

    def __init__(self, window: MainWindow) -> None:
        """Put the parts of ``window`` in place."""
        self._window = window
        self._sides = QSplitter(Qt.Orientation.Horizontal, window)
        for part in (window.drafts_panel, self._middle(), window.findings_panel):
            self._sides.addWidget(part)
        self._sides.setChildrenCollapsible(False)
        self._sides.setStretchFactor(1, 1)
        self._sides.setSizes(_SIDES)
        self._sides.setHandleWidth(1)
        self.widen()
        whole = QWidget(window)
        rows = _rows(whole)
        rows.addWidget(window.bar)
        rows.addWidget(self._sides, 1)
        rows.addWidget(window.status)
        window.setCentralWidget(whole)

    def widen(self) -> None:
        """Give the panels the least width their words need at the size they now have."""
        self._window.drafts_panel.setMinimumWidth(min(scaled(170), _WIDEST[0]))
        self._window.findings_panel.setMinimumWidth(min(scaled(260), _WIDEST[1]))

    def _middle(self) -> QWidget:
        """The text, and what opens above and below it."""
        window = self._window
        middle = QWidget(window)
        middle.setMinimumWidth(_TEXT[0])
        window.desk.setMinimumHeight(_TEXT[1])
        column = _rows(middle)
        column.addWidget(window.approval.reasons)
        column.addWidget(window.approval.comments.panel)
        column.addWidget(window.desk, 1)
        column.addWidget(window.changes.panel)
        column.addWidget(window.seeking.bar)
        column.addWidget(window.progress)
        column.addWidget(window.notices)
        return middle


def _rows(of: QWidget) -> QVBoxLayout:
    """One below the other, edge to edge."""
    rows = QVBoxLayout(of)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    return rows
