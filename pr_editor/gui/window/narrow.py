"""A window too narrow for three columns shows two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from pr_editor.gui.window.mainwindow import MainWindow

_LEAST = 600
"""Pixels of the ordinary size below which the text would be left with a few words a line."""


class Narrow(QObject):
    """Folds the drafts away where the window becomes narrow; whoever wants them there unfolds them by their command."""

    def __init__(self, window: MainWindow) -> None:
        """Follow the size of ``window`` and of everything in it."""
        super().__init__(window)
        self._window = window
        self._narrow = self._folded = False
        window.installEventFilter(self)
        window.look.resized.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window has another size."""
        if event.type() == QEvent.Type.Resize:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        look, narrow = self._window.look, self._window.width() < scaled(_LEAST)
        if narrow is self._narrow:
            return
        self._narrow = narrow
        if look.show_drafts if narrow else self._folded and not look.show_drafts:
            look.toggle_drafts()
        self._folded = narrow and not look.show_drafts
