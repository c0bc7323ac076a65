"""One window for all tests of a module: a new one for each would start the checker twenty times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.app.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.app.services import Services
    from pr_editor.gui.window.mainwindow import MainWindow


@pytest.fixture
def services(only_window: MainWindow) -> Services:
    """What the window is opened over."""
    return only_window.services


@pytest.fixture
def window(only_window: MainWindow) -> Iterator[MainWindow]:
    """The window without a draft, everything listed, nothing left for good, by the first house style."""
    yield only_window
    window, paths = only_window, only_window.services.paths
    while window.drafts.all:
        window.closing.close(window.drafts.all[0])
    paths.left.unlink(missing_ok=True)
    window.look.use_profile("pr")
    window.look.language_fa()
    window.leaving.learn()
    window.reviewing.sift(Sieve())
    window.reviewing.show_left(on=False)
    window.notices.clear()
    window.notices.clear()
