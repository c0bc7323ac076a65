"""One window for all tests of a module: a new one for each would start the checker forty times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.app.checker import checker_command
from pr_editor.app.paths import Paths
from pr_editor.app.services import build_services
from pr_editor.gui.mainwindow import MainWindow
from pr_editor.gui.theme import font, load_fonts
from pr_editor.gui.work import CheckerClient
from tests.gui.conftest import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="module")
def only_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The window, opened once."""
    load_fonts(RESOURCES / "fonts")
    qapp.setFont(font())
    home = tmp_path_factory.mktemp("home")
    services = build_services(Paths(RESOURCES, home / "data", home / "config"))
    client = CheckerClient(checker_command(services), qapp)
    client.start()
    window = MainWindow(services, client)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def window(only_window: MainWindow) -> Iterator[MainWindow]:
    """The window without a draft and with nothing sought; afterwards it is so again."""
    bar = only_window.seeking.bar
    yield only_window
    only_window.seeking.leave()
    bar.words.clear()
    bar.new_words.clear()
    for box in bar.same.values():
        box.setChecked(True)
    bar.whole_words.setChecked(False)
    only_window.notices.clear()
    while only_window.drafts.all:
        only_window.drafts.close(only_window.drafts.all[0])
