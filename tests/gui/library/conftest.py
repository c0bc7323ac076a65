"""A library of three people, and a window over it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.keys import Cost
from pr_editor.library.store import Environment, Library
from pr_editor.review.people import Role
from tests.gui.library.desk import EDITOR, SECOND, SUPERVISOR, Desk, passphrase_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pr_editor.app.library import Shelf
    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow


CHEAP = Environment(cost=Cost(1, 8, 1))


@dataclass(frozen=True, slots=True)
class Office:
    """The library of the tests."""

    shelf: Shelf


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four eyes: two supervisors and a copy editor. Their passphrases cost little to try, as those of tests may."""
    path = tmp_path_factory.mktemp("template") / "library.db"
    with Library.create(path, SUPERVISOR, passphrase_of(SUPERVISOR), environment=CHEAP) as library:
        signer = library.accounts.login(SUPERVISOR, passphrase_of(SUPERVISOR))
        library.accounts.add(EDITOR, Role.EDITOR, passphrase_of(EDITOR), signer)
        library.accounts.add(SECOND, Role.SUPERVISOR, passphrase_of(SECOND), signer)
    return path


@pytest.fixture
def office(services: Services, template: Path) -> Office:
    """That library, where the program looks for it."""
    shelf = services.shelf()
    shelf.path.parent.mkdir(parents=True)
    shutil.copy(template, shelf.path)
    return Office(shelf)


@pytest.fixture
def desk(qtbot: QtBot, office: Office, open_window: Callable[[], MainWindow]) -> Desk:
    """A window over that library."""
    assert office.shelf.exists
    return Desk(qtbot, open_window())
