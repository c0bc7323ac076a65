"""A window over a library with releases of last year."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.gui.library.conftest import template
from tests.gui.library.desk import Desk
from tests.gui.reuse.archive import NOW, publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow

__all__ = ["template"]


@pytest.fixture(scope="session")
def archive(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of the office, with these releases published in it."""
    path = tmp_path_factory.mktemp("archive") / "library.db"
    shutil.copy(template, path)
    publish(path)
    return path


@pytest.fixture
def desk(
    qtbot: QtBot, services: Services, archive: Path, open_window: Callable[[], MainWindow], tmp_path: Path
) -> Desk:
    """This year's text, open and checked, at a window over that library."""
    path = services.shelf().path
    path.parent.mkdir(parents=True)
    shutil.copy(archive, path)
    made = Desk(qtbot, open_window())
    made.draft(tmp_path, "\n".join(NOW))
    return made
