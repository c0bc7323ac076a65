"""A draft that was published before: how soon the window says so, and how soon the report about it is there.

In the real window over a real checker and a library of some thousand releases of pseudo-news.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.archive import PARAGRAPHS, Archive
from benchmarks.figures import Figure, own_home
from pr_editor.app.services import build_services
from pr_editor.gui.application import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pr_editor.gui.window.mainwindow import MainWindow

RELEASES = 3_000
DRAFTS = 20
_SEED = 1404
_TURN, _TURNS = 2, 10_000
"""Milliseconds between two looks at what is waited for, and how many of them."""


class Clock(QObject):
    """Notes when the first findings of a draft are there, and when the notice has been painted."""

    def __init__(self, window: MainWindow) -> None:
        """Watch a window."""
        super().__init__(window)
        self._window = window
        self.found = self.told = 0.0
        window.reviewing.changed.connect(self._changed)
        window.notices.installEventFilter(self)

    def begin(self) -> None:
        """Another draft is to be opened."""
        self._window.notices.clear()
        self.found = self.told = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The notice is painted."""
        if event.type() is QEvent.Type.Paint and self._window.notices.notice is not None and not self.told:
            self.told = time.perf_counter()
        return False

    def _changed(self) -> None:
        if self._window.reviewing.open and not self.found:
            self.found = time.perf_counter()


def until(there: Callable[[], object]) -> None:
    """Let the window live until something is so. Raises ``TimeoutError`` when it never is."""
    for _ in range(_TURNS):
        if there():
            return
        pause = QEventLoop()
        QTimer.singleShot(_TURN, pause.quit)
        pause.exec()
    raise TimeoutError("it never happened")


def measure(window: MainWindow, folder: Path, texts: list[tuple[str, ...]]) -> tuple[list[float], list[float]]:
    """Open each text as a draft; seconds from its first findings to the notice, and from the command to the report."""
    clock = Clock(window)
    notices, reports = [], []
    for at, text in enumerate(texts):
        path = folder / f"draft-{at}.txt"
        path.write_text("\n".join(text), encoding="utf-8")
        clock.begin()
        window.drafts.open_files([str(path)])
        until(lambda: clock.told and clock.found)
        notices.append(max(0.0, clock.told - clock.found))
        until(lambda: window.checking.state == "idle")
        view = window.reuse.reports.view
        began = time.perf_counter()
        window.menus.actions["reuse-report"].trigger()
        until(lambda: view.beside.texts[0].toPlainText() == "\n".join(text))  # noqa: B023 - it is over before the next
        reports.append(time.perf_counter() - began)
        view.reject()
        window.closing.close_current()
    return notices, reports


def main() -> None:
    """Make the library, measure and print."""
    with own_home() as home:
        place = home / "archive"
        place.mkdir()
        archive = Archive.make(place, _SEED)
        archive.grow(RELEASES * PARAGRAPHS)
        services = build_services()
        services.settings.save(replace(services.settings.load(), library=str(archive.path), house_offered=True))
        _, window = build(services)
        window.resize(1360, 860)
        window.show()
        texts = [text for _, text in archive.kept[-DRAFTS - 1 :]]
        measure(window, home, texts[:1])
        notices, reports = measure(window, home, texts[1:])
        window.close()
        QApplication.processEvents()
    print(Figure("told that it was published, from first findings", 0.3, notices, share=0.95))
    print(Figure("report on reuse with both texts, from its key", 0.5, reports, share=0.95))


if __name__ == "__main__":
    main()
