"""A draft of 50,000 words with thousands of findings: does the window stay alive, and how large does it get?

Opens, types into, filters and fixes such a draft in the real window over a real checker, in a process of its own:
``python -m benchmarks.big_draft``. The gap of the event loop is the longest time in which nothing else could happen.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.figures import SAMPLES, Figure, own_home
from benchmarks.squiggle import SLIPS, Typist, wait
from pr_editor.app.services import build_services
from pr_editor.gui.application import build
from pr_editor.profile.model import Severity
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.mainwindow import MainWindow

WORDS = 50_000
PARAGRAPH = 60
"""Words in a paragraph."""
FAULTS = ("می رود", "كتابخانه", "همکری", "برنامه ها", "پیشنعاد", "علي", "گزارش ، خبر", "سامانخ")
"""One stands after every fifteenth word."""
SPACING = 15
SURE = 500
"""Sure fixes in the draft that all of them are applied to at once."""
KEYS = 300
_MARK = "figures:"


def big_draft(size: int, chance: random.Random, faults: tuple[str, ...] = FAULTS) -> list[str]:
    """Paragraphs of ``size`` words in no order that makes sense, with faults among them."""
    sample = (SAMPLES / "clean.txt").read_text("utf-8")
    known = [word.text for word in words(sample) if len(word.text) > 2]
    lines = []
    for start in range(0, size, PARAGRAPH):
        line = chance.choices(known, k=min(PARAGRAPH, size - start))
        for at in range(SPACING, len(line), SPACING):
            line[at - 1] = chance.choice(faults)
        lines.append(" ".join(line) + ".")
    return lines


class Pulse(QObject):
    """Feels how long the event loop leaves it waiting."""

    def __init__(self, parent: QObject) -> None:
        """Begin to beat."""
        super().__init__(parent)
        self._last = time.perf_counter(), time.thread_time()
        self._longest = self._busiest = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def longest(self) -> tuple[float, float]:
        """The longest gap (seconds) since this was last asked, and the longest time the window's thread was busy."""
        self._beat()
        longest = self._longest, self._busiest
        self._longest = self._busiest = 0.0
        return longest

    def _beat(self) -> None:
        (last, busy), self._last = self._last, (time.perf_counter(), time.thread_time())
        self._longest = max(self._longest, self._last[0] - last)
        self._busiest = max(self._busiest, self._last[1] - busy)


class Session:
    """One window and what was measured in it."""

    def __init__(self, home: Path) -> None:
        """Open a window; wait until its checker is ready."""
        self._home = home
        _, self.window = build(build_services())
        self.window.resize(1360, 860)
        self.window.show()
        wait(self.window.client.ready.connect)
        self.pulse = Pulse(self.window)
        self.figures: dict[str, list[float]] = {}

    def run(self) -> None:
        """Everything, one after the other."""
        self.open("big.txt", big_draft(WORDS, random.Random(7)))
        self.note("memory", float(memory()))
        editor = self.editor
        self.scroll(editor)
        self.type(editor)
        self.squiggles(editor)
        self.filter()
        self.fix()
        self.note("memory", float(memory()))
        self.open(
            "sure.txt",
            big_draft(SURE * SPACING * PARAGRAPH // (PARAGRAPH - SPACING), random.Random(8), SURE_FAULTS),
            "sure",
        )
        self.fix_all()

    def open(self, name: str, lines: list[str], about: str = "open") -> None:
        """Open a draft; from the asking to its text in sight, and to the last of its findings."""
        path = self._home / name
        path.write_text("\n".join(lines), "utf-8")
        self.pulse.longest()
        began = time.perf_counter()
        self.window.drafts.open_files([str(path)])
        wait(self.window.checking.finished.connect)
        self.note(f"{about} all", time.perf_counter() - began)
        self.settle()
        self.note_gap(f"{about} gap")
        print(name, len(self.window.reviewing.open), "findings", self.window.reviewing.sure, "sure", file=sys.stderr)

    def scroll(self, editor: DraftEditor) -> None:
        """Go through the whole text, page by page."""
        bar = editor.verticalScrollBar()
        while bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
            self.settle(3)
        self.note_gap("scroll gap")

    def type(self, editor: DraftEditor) -> None:
        """Type in the middle, with the pauses of a typist, so that checks come in between."""
        paragraphs = editor.paragraphs()
        middle = paragraphs[len(paragraphs) // 2]
        editor.move_caret(middle.key, len(middle.text) // 2)
        self.settle()
        self.pulse.longest()
        chance = random.Random(9)
        for number, letter in enumerate(chance.choices("ابپتدرسشعفقکگلمنوهی ", k=KEYS)):
            began = time.perf_counter()
            QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
            QApplication.processEvents()
            self.note("key", time.perf_counter() - began)
            pause(400 if number % 10 == 9 else 30)
        wait(self.window.checking.finished.connect)
        self.note_gap("type gap")

    def squiggles(self, editor: DraftEditor) -> None:
        """From the last key of a slip to its squiggle."""
        typist = Typist(self.window, editor)
        for at, word in enumerate(SLIPS[:10]):
            self.note("squiggle", typist.type_slip(word, 300 + at))
            typist.wait_checked()
        self.note_gap("squiggle gap")

    def filter(self) -> None:
        """Press the chips of the weights, and go through findings by key."""
        for severity in Severity:
            self.window.reviewing.filter(frozenset({severity}))
            self.settle()
        self.window.reviewing.filter(frozenset())
        for _ in range(30):
            self.window.reviewing.go_next()
            self.settle(3)
        self.note_gap("filter gap")

    def fix(self) -> None:
        """Put ten findings right one by one, then everything that is sure, and take that back."""
        for _ in range(10):
            self.window.fixing.fix_current()
            self.settle(3)
        wait(self.window.checking.finished.connect)
        self.note_gap("fix gap")

    def fix_all(self) -> None:
        """Fix everything that is sure at once: until it is painted; then one undo."""
        editor, before = self.editor, self.editor.paragraphs()
        self.pulse.longest()
        began = time.perf_counter()
        self.window.fixing.fix_all_safe()
        QApplication.processEvents()
        self.note("fix all", time.perf_counter() - began)
        while self.window.fixing.busy:
            QApplication.processEvents()
        self.note("fix all told", time.perf_counter() - began)
        self.note_gap("fix all gap")
        began = time.perf_counter()
        editor.undo()
        QApplication.processEvents()
        self.note("undo", time.perf_counter() - began)
        if [p.text for p in editor.paragraphs()] != [p.text for p in before]:
            raise RuntimeError("one undo does not take everything back")

    def note_gap(self, name: str) -> None:
        """Keep the longest gap since the last time, and how much of it was the window's own work."""
        wall, busy = self.pulse.longest()
        self.note(name, wall)
        self.note(f"{name}, busy", busy)

    def note(self, name: str, value: float) -> None:
        """Keep a figure."""
        self.figures.setdefault(name, []).append(value)

    def settle(self, turns: int = 20) -> None:
        """Let Qt do what it has put off."""
        for _ in range(turns):
            QApplication.processEvents()
            time.sleep(0.001)

    @property
    def editor(self) -> DraftEditor:
        """The editor in front."""
        draft = self.window.drafts.current
        assert draft is not None
        assert draft.editor is not None
        return draft.editor


SURE_FAULTS = ("كتابخانه", "علي", "كار", "مردمي")


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    wait(lambda done: QTimer.singleShot(milliseconds, done))


def memory() -> float:
    """Megabytes this process holds."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(re.findall(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)[0]) / 1024


def measure() -> None:
    """In a process of its own: print what was measured as JSON."""
    with own_home() as home:
        session = Session(home)
        session.run()
        session.window.close()
        QApplication.processEvents()
    print(_MARK + json.dumps(session.figures))


def main() -> None:
    """Measure and print all."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.big_draft", "once"], stdout=subprocess.PIPE, text=True, check=True
    )
    figures: dict[str, list[float]] = json.loads(done.stdout.rpartition(_MARK)[2])
    for name, values in figures.items():
        gap = "gap" in name
        print(
            Figure(
                name,
                0.05 if gap else 0.016 if name == "key" else 0.3 if name != "memory" else 200,
                values,
                share=0.99 if name == "key" else 0.5,
                unit="MB" if name == "memory" else "ms",
            )
        )


if __name__ == "__main__":
    measure() if sys.argv[1:] else main()
