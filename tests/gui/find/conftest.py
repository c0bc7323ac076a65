"""One window for all tests of a module: a new one for each would start the checker forty times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.gui.window.mainwindow import MainWindow


@pytest.fixture
def window(only_window: MainWindow) -> Iterator[MainWindow]:
    """The window without a draft and with nothing sought; afterwards it is so again."""
    bar = only_window.seeking.bar
    yield only_window
    only_window.seeking.leave()
    bar.words.clear()
    bar.new_words.clear()
    for box in bar.choices.same.values():
        box.setChecked(True)
    bar.choices.whole_words.setChecked(False)
    only_window.notices.clear()
    while only_window.drafts.all:
        only_window.closing.close(only_window.drafts.all[0])
