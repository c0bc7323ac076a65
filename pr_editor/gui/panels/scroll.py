"""A scroll area that shows itself only where it is needed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pr_editor.gui.theme import scaled

_LEAST = QSize(200, 72)
"""Pixels of the ordinary size below which nothing can be read any more."""


class Scroll(QScrollArea):
    """As large as its content wants to be; where there is less room, the content is scrolled."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        """Hold ``content``; Tab leads to what is in it, and it is brought into sight then."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Wrapped words are higher where they are narrower."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """What the content needs."""
        content = self._content
        return content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the content wants."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the content needs, or a few lines of it."""
        least = QSize(scaled(_LEAST.width()), scaled(_LEAST.height()))
        return self._content.minimumSizeHint().boundedTo(least)
