"""A real window over a home of its own, with a real checker process, on no screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.checker import checker_command
from pr_editor.app.config import Settings
from pr_editor.app.paths import Paths
from pr_editor.app.services import Services, build_services
from pr_editor.gui.cycles import CycleCollector
from pr_editor.gui.mainwindow import MainWindow
from pr_editor.gui.theme import font, load_fonts
from pr_editor.gui.work import CheckerClient

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session", autouse=True)
def collector(qapp: QApplication) -> Iterator[CycleCollector]:
    """Cycles of one test are never collected in the library's thread of the next, as in the program."""
    made = CycleCollector(qapp)
    yield made
    made.finish()


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """The program over a home of its own; it saves drafts every second, so that tests need not wait three."""
    made = build_services(Paths(RESOURCES, tmp_path / "data", tmp_path / "config"))
    made.settings.save(Settings(autosave_seconds=1))
    return made


@pytest.fixture
def open_window(services: Services, qapp: QApplication) -> Iterator[Callable[[], MainWindow]]:
    """Opens windows over the same home; those still open at the end are closed."""
    load_fonts(RESOURCES / "fonts")
    qapp.setFont(font())
    windows: list[MainWindow] = []

    def opened() -> MainWindow:
        client = CheckerClient(checker_command(services), qapp)
        client.start()
        window = MainWindow(services, client)
        windows.append(window)
        window.show()
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """One window."""
    return open_window()
