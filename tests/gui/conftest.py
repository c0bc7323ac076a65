"""A real window over a home of its own, with a real checker process, on no screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.config import Settings
from pr_editor.app.paths import Paths
from pr_editor.app.services import Services, build_services
from pr_editor.gui.cycles import CycleCollector
from pr_editor.gui.review.work import CheckerClient
from pr_editor.gui.theme import font, load_fonts, scale, use_scale
from pr_editor.gui.window.mainwindow import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from tests.prepared_checker import PreparedChecker

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


@pytest.fixture(scope="session")
def make_window(qapp: QApplication, prepared: PreparedChecker) -> Callable[[Services], MainWindow]:
    """Opens a window over a home."""
    load_fonts(RESOURCES / "fonts")
    qapp.setFont(font())

    def made(services: Services) -> MainWindow:
        client = CheckerClient(prepared.command(services), qapp)
        client.start()
        window = MainWindow(services, client)
        window.show()
        return window

    return made


@pytest.fixture(autouse=True)
def _ordinary_size(qapp: QApplication) -> Iterator[None]:
    """What a test makes larger is as large as ever for the next one, which may have no window to say so."""
    yield
    if scale() != 1:
        use_scale(qapp, 1.0)


@pytest.fixture
def open_window(
    services: Services, make_window: Callable[[Services], MainWindow]
) -> Iterator[Callable[[], MainWindow]]:
    """Opens windows over the same home; those still open at the end are closed."""
    windows: list[MainWindow] = []

    def opened() -> MainWindow:
        windows.append(make_window(services))
        return windows[-1]

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """One window."""
    return open_window()


@pytest.fixture(scope="module")
def only_window(
    make_window: Callable[[Services], MainWindow], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """One window for all tests of a module, which give it back as they have found it."""
    home = tmp_path_factory.mktemp("home")
    made = make_window(build_services(Paths(RESOURCES, home / "data", home / "config")))
    yield made
    made.close()
    made.deleteLater()
