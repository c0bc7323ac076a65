"""A window over a library with releases of last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.library.conftest import office, template
from tests.gui.library.desk import Desk
from tests.gui.reuse.archive import NOW, publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.gui.mainwindow import MainWindow
    from tests.gui.library.conftest import Office

__all__ = ["office", "template"]


@pytest.fixture
def desk(qtbot: QtBot, office: Office, open_window: Callable[[], MainWindow], tmp_path: Path) -> Desk:
    """This year's text, open and checked, at a window over that library."""
    publish(office.shelf.path)
    made = Desk(qtbot, open_window())
    made.draft(tmp_path, "\n".join(NOW))
    return made
