"""More than one window: each is a process of its own, and each draft is open in one of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QPoint, QProcess, QSize

from pr_editor.app.windows import WindowNumber, window_command, with_geometry
from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.theme import fit
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.window.mainwindow import MainWindow

_STEP = 32
"""Pixels by which a window is put beside the one before; about the height of a title bar."""


class Windows(QObject):
    """Opens other windows, hands drafts over to them, and remembers where this one stood."""

    def __init__(self, window: MainWindow) -> None:
        """Take the lowest number no other window has."""
        super().__init__(window)
        self._window = window
        self._mine = WindowNumber(window.services.paths.data / "windows")
        self.number = self._mine.number
        """0 for the first window."""
        self.started = 0
        """Process id of the window opened last."""

    def open(self) -> None:
        """Open another window, empty but for drafts that no window has open."""
        self._start([])

    def move_draft(self) -> None:
        """Open another window with the draft in front, which leaves this one."""
        window = self._window
        draft = window.drafts.current
        if draft is None:
            return
        window.autosave.touch(draft)
        if draft.id in window.autosave.save_all():
            return  # The notice of the autosave says why.
        window.drafts.hand_over(draft)
        if not self._start([window.services.paths.sessions / draft.id]):
            window.drafts.restore([draft.id])

    def take_moved(self, files: Sequence[str]) -> tuple[list[str], list[str]]:
        """Open the drafts that another window has handed over; gives them and the files among ``files``."""
        folder = self._window.services.paths.sessions
        moved = [name for name in files if Path(name).parent == folder]
        if moved:
            self._window.drafts.restore([Path(name).name for name in moved])
        return moved, [name for name in files if name not in moved]

    def place(self, width: int, height: int) -> None:
        """Put the window where it stood, or give it this size; Qt brings it back onto a screen that is there."""
        window = self._window
        places = window.look.settings.geometries
        mine = places[self.number] if self.number < len(places) else ""
        geometry = QByteArray.fromBase64(mine.encode("ascii", "ignore"))
        if geometry.isEmpty() or not window.restoreGeometry(geometry):
            fit(window, width, height)
            window.move(window.pos() + self._aside())

    def _aside(self) -> QPoint:
        """How far beside the first window, as far as the screen has room for it and its title bar."""
        step, size = _STEP * self.number, self._window.size()
        room = self._window.screen().availableSize() - size - QSize(0, _STEP)
        return QPoint(max(0, min(step, room.width())), max(0, min(step, room.height())))

    def finish(self) -> None:
        """The window closes: remember where it stood, and give its number back."""
        window = self._window
        geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        known = window.services.settings.load().geometries
        window.look.keep(geometries=with_geometry(known, self.number, geometry))
        self._mine.release()

    def _start(self, drafts: list[Path]) -> bool:
        program, *arguments = window_command(drafts)
        begun, self.started = QProcess.startDetached(program, arguments)
        if not begun:
            self._window.notices.tell(Notice(message("No other window could be opened."), tone=Tone.ERROR))
        return begun
