"""Learning from the library while the window goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.app.house_counts import learning_command
from pr_editor.app.services import build_services
from pr_editor.gui.library.learning import HouseLearning
from pr_editor.gui.library.librarian import Librarian

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PATIENCE = 30_000


def test_counts_are_made_in_the_background_and_told(qtbot: QtBot) -> None:
    services = build_services()
    shelf = services.shelf()
    parent = QObject()
    librarian = Librarian(services, parent)
    learning = HouseLearning(learning_command(services), librarian, parent)
    learning.learn()
    assert not shelf.counts.exists(), "there is nothing to learn from yet"
    shelf.create("لیلا", "گذرواژهٔ لیلا", solo=True).close()
    with qtbot.waitSignal(learning.learnt, timeout=PATIENCE):
        librarian.changed.emit()
        learning.learn()
    assert shelf.counts.exists()
    learning.finish()
    learning.learn()
    librarian.finish()
