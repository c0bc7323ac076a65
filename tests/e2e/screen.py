"""A screen of its own with a window manager, and hands: real keys through the X server."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 30.0
"""Seconds a machine busy with other things may need."""
_GLANCE = 0.05
_UNSEEN = str.maketrans("", "", "\u200e\u200f")
"""Marks that only keep the parts of a title in their order."""
_GRAB = """
import sys
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
application = QApplication([])
seen = application.primaryScreen().grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB888)
sys.exit(not seen.save(sys.argv[1], quality=0))
"""
"""A program of its own, for its Qt looks at this screen."""


def until[T](look: Callable[[], T | None], what: str) -> T:
    """Look again and again until there is something; fails with ``what`` when there never is."""
    end = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < end, f"never happened: {what}"
        # Another process is watched, which has no way to tell us: looking now and then is all there is.
        time.sleep(_GLANCE)
    return seen


def _states(pid: int) -> set[str]:
    """What the threads of a process and the processes it has started are doing, as Linux tells it: ``S`` waits."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    states = set()
    for at in (*Path(f"/proc/{pid}/task").iterdir(), *(Path(f"/proc/{child}") for child in children)):
        with suppress(FileNotFoundError, ProcessLookupError):  # It has ended meanwhile.
            states.add((at / "stat").read_text("utf-8").rpartition(")")[2].split()[0])
    return states


class Screen:
    """An Xvfb with openbox, on a display number nobody uses, with a Persian and an English keyboard."""

    def __init__(self) -> None:
        """Start both."""
        read, write = os.pipe()
        # It must not begin anew, window manager and all, when the first program to look at it leaves.
        options = ("-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset")
        command = ["Xvfb", "-displayfd", str(write), *options]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self._manager = subprocess.Popen(["openbox"], env=self.environment, stderr=subprocess.DEVNULL)
        until(lambda: self._run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").find("#") > 0, "a window manager")
        self._run("setxkbmap", "ir,us")

    def __enter__(self) -> Self:
        """Give the screen itself; leaving switches it off."""
        return self

    def __exit__(self, *error: object) -> None:
        """End both programs."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(10)

    def titles(self, pid: int) -> list[str]:
        """Titles of the visible windows of a process, as they are read."""
        return [title for _, title in self._titled(pid)]

    def wait_for_title(self, pid: int, pattern: str) -> re.Match[str]:
        """Wait for a window of the process with this title."""

        def look() -> re.Match[str] | None:
            found = (re.search(pattern, title) for title in self.titles(pid))
            return next(filter(None, found), None)

        try:
            return until(look, f"a window titled {pattern}")
        except AssertionError as error:
            error.add_note(f"there are: {self.titles(pid)}")
            raise

    def shows(self, pid: int, pattern: str) -> bool:
        """Whether the process has a window with such a title now."""
        return any(re.search(pattern, title) for title in self.titles(pid))

    def has_keys(self, pid: int) -> bool:
        """Whether what is typed goes to a window of the process."""
        found = self._run("xdotool", "search", "--onlyvisible", "--pid", str(pid)).split()
        return self._focused in found

    def rests(self, pid: int) -> bool:
        """Whether neither the process nor one that it has started is at work, for longer than the window may pause."""
        for _ in range(3):
            if _states(pid) != {"S"}:
                return False
            time.sleep(_GLANCE)
        return True

    @contextmanager
    def slow_manager(self) -> Iterator[None]:
        """What happens to windows meanwhile the window manager hears of only afterwards, all at once."""
        self._manager.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._manager.send_signal(signal.SIGCONT)

    def activate(self, pid: int, pattern: str) -> None:
        """Bring the window with such a title to the front, once there is one, and wait until it has the keys."""

        def look() -> str | None:
            return next((window for window, title in self._titled(pid) if re.search(pattern, title)), None)

        window = until(look, f"a window titled {pattern}")
        self._run("xdotool", "windowactivate", window)
        until(lambda: self._focused == window, f"{pattern} in front")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as ``ctrl+s``."""
        for key in keys:
            self._work("key", "--clearmodifiers", key)

    def write(self, text: str) -> None:
        """Type a text."""
        self._work("type", "--clearmodifiers", "--delay", "25", text)

    def picture(self, path: Path) -> None:
        """Keep what is to be seen as a PNG."""
        subprocess.run([sys.executable, "-c", _GRAB, str(path)], env=self.environment, check=True)

    @property
    def _focused(self) -> str:
        """The id of the window that keys go to, whatever the window manager holds for the active one."""
        return self._run("xdotool", "getwindowfocus", "-f").strip()

    def _titled(self, pid: int) -> Iterator[tuple[str, str]]:
        """Ids and titles of the visible windows of a process."""
        for window in self._run("xdotool", "search", "--onlyvisible", "--pid", str(pid)).split():
            yield window, self._run("xdotool", "getwindowname", window).strip().translate(_UNSEEN)

    def _work(self, *words: str) -> None:
        """Have xdotool press keys; what it could not press is not passed over."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True)

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout
