"""The window: how soon it shows, how soon its checker is ready, how it bears three thousand findings."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import SAMPLES, Figure, own_home

if TYPE_CHECKING:
    from pr_editor.gui.window.mainwindow import MainWindow

RUNS = 5
MANY = 3_000
_MARK = "times:"


def measure(began: float) -> dict[str, float]:
    """In a process of its own, begun at ``began`` (seconds since the epoch): open a sample and take the times."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from pr_editor.app.services import build_services
    from pr_editor.gui.application import build

    times: dict[str, float] = {}

    def note(name: str) -> None:
        times.setdefault(name, time.time() - began)

    class FirstPaint(QObject):
        """Sees when the window is painted for the first time."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Paint:
                note("window")
            return False

    application, window = build(build_services())
    watcher = FirstPaint()
    window.installEventFilter(watcher)
    window.client.ready.connect(lambda _: note("checker"))
    window.show()
    application.processEvents()
    window.open([str(SAMPLES / "faulty.txt")])

    def finished() -> None:
        note("findings")
        QApplication.quit()

    window.checking.finished.connect(finished)
    application.exec()
    times["many"] = many_findings(window)
    window.close()
    return times


def many_findings(window: MainWindow) -> float:
    """Seconds to list and mark ``MANY`` findings and to go to the next one."""
    from dataclasses import replace

    draft = window.drafts.current
    assert draft is not None
    some = draft.review.findings()
    times = MANY // len(some) + 1
    many = [replace(one, fingerprint=f"{one.fingerprint}-{turn}") for turn in range(times) for one in some]
    draft.review.found("paragraph", draft.review.texts, many)
    began = time.perf_counter()
    window.reviewing.refresh()
    window.reviewing.go_next()
    window.repaint()
    return time.perf_counter() - began


def run_once() -> dict[str, float]:
    """The times of one new process, its interpreter's start included."""
    command = [sys.executable, "-m", "benchmarks.window", str(time.time())]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    times: dict[str, float] = json.loads(done.stdout.rpartition(_MARK)[2])
    return times


def main() -> None:
    """Measure and print all."""
    with own_home():
        run_once()
        runs = [run_once() for _ in range(RUNS)]
    for name, goal, key in (
        ("first window, from process start", 0.8, "window"),
        ("checker ready, the window started with it", 1.5, "checker"),
        ("findings of a sample shown", 2.0, "findings"),
        (f"{MANY} findings listed, next one in hand", 0.2, "many"),
    ):
        print(Figure(name, goal, [run[key] for run in runs]))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(_MARK + json.dumps(measure(float(sys.argv[1]))))
    else:
        main()
