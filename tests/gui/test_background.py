"""What is done in a thread of its own, and when it is told."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

import pytest

from pr_editor.gui.background import Background
from pr_editor.text.message import KnownError, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot


@pytest.fixture
def background(qapp: QObject) -> Iterator[Background]:
    made = Background("test", qapp)
    yield made
    made.finish()
    made.deleteLater()


def _wait(background: Background) -> None:
    """Until the thread has done all it was asked for; the event loop has had no turn meanwhile."""
    done: Future[None] = Future()
    background.run(lambda: done.set_result(None), lambda _: None)
    done.result()


def test_it_is_told_in_the_windows_thread_but_never_inside_of_the_asking(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    # A job that is done before it is asked what shall become of it: the worst the two threads can do to each other.
    add_done_callback = Future.add_done_callback

    def late(self: Future[int], call: object) -> None:
        self.exception()
        add_done_callback(self, call)  # type: ignore[arg-type] # whatever it was given

    monkeypatch.setattr(Future, "add_done_callback", late)
    background.run(threading.get_ident, lambda there: told.append((there, threading.get_ident())))
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    ((there, here),) = told
    assert here == threading.get_ident() != there


def test_what_goes_wrong_is_told_as_well(qtbot: QtBot, background: Background) -> None:
    said: list[Message] = []

    def known() -> None:
        raise KnownError("There is no text in it.")

    def of_the_system() -> None:
        raise PermissionError(13, "Permission denied")

    for job in (known, of_the_system):
        background.run(job, lambda _: pytest.fail("it did not go well"), said.append)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[0] == Message("There is no text in it.")
    assert said[1] == Message("You have no permission to write there.")


def test_nothing_is_told_to_a_window_that_has_closed(qtbot: QtBot, background: Background) -> None:
    told: list[str] = []
    background.run(lambda: None, lambda _: told.append("too late"))
    _wait(background)
    done: list[str] = []
    background.finish(lambda: done.append("last"))
    assert done == ["last"]
    other = Background("other", background)
    other.run(lambda: None, lambda _: told.append("another"))
    qtbot.waitUntil(lambda: bool(told))
    other.finish()
    assert told == ["another"]
