"""Starts the window: first the checker, which takes longest, then what the user sees."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pr_editor.app.checker import checker_command
from pr_editor.gui.cycles import CycleCollector
from pr_editor.gui.review.work import CheckerClient
from pr_editor.gui.theme import load_fonts, use_scale
from pr_editor.gui.window.mainwindow import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.services import Services

_PULSE = 250
"""Milliseconds between the moments at which Python gets to see Ctrl-C while Qt waits."""
_SHARE = 0.001
"""Seconds for which another thread keeps the interpreter when the window's wants it: the least wait of a keystroke."""


def run(services: Services, files: Sequence[str]) -> int:
    """Open the window with these files; gives the exit status at its end."""
    application, window = build(services)
    window.painted.connect(lambda: begin(window, files))
    window.show()
    _leave_on_interrupt(window)
    return application.exec()


def build(services: Services) -> tuple[QApplication, MainWindow]:
    """The application and its window, not shown yet; the checker is on its way."""
    application = QApplication.instance() or QApplication(["pr-editor"])
    assert isinstance(application, QApplication)
    sys.setswitchinterval(_SHARE)
    application.setApplicationName("pr-editor")
    application.setDesktopFileName("pr-editor")
    application.setStyle("Fusion")
    client = CheckerClient(checker_command(services), application)
    client.start()
    load_fonts(services.paths.resources / "fonts")
    # Before there are widgets: a stylesheet gives those that are there the font back they had.
    use_scale(application, services.settings.load().scale / 100)
    window = MainWindow(services, client)
    CycleCollector(application)
    return application, window


def begin(window: MainWindow, files: Sequence[str]) -> None:
    """Open what there is to open; who starts with nothing is asked once who the house is."""
    window.open(files)
    if not files and not window.drafts.all:
        window.house.offer()
        window.tour.offer()


def _leave_on_interrupt(window: MainWindow) -> None:
    """Close the window in good order on Ctrl-C and when the system ends."""
    pulse = QTimer(window, interval=_PULSE)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: window.close())
