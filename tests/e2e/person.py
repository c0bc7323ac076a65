"""Two persons, and hands for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.screen import until

if TYPE_CHECKING:
    from tests.e2e.screen import Screen

SUPERVISOR, EDITOR = "نسرین کاوه", "فائزه امینی"
SECRETS = {SUPERVISOR: "گذرواژه نسرین", EDITOR: "گذرواژه فائزه"}


class Person:
    """Somebody with a window of his own, working it by keys."""

    def __init__(self, screen: Screen, pid: int) -> None:
        """Work the window of the process ``pid``."""
        self._screen = screen
        self._pid = pid

    def look_at(self, title: str) -> None:
        """Wait for a window of this title, bring it to the front, and let the program do what it has to do for it."""
        self._screen.wait_for_title(self._pid, title)
        self._screen.activate(self._pid, title)
        until(lambda: self._screen.rests(self._pid), f"{title} ready for keys")

    def press(self, *keys: str) -> None:
        """Press keys."""
        self._screen.press(*keys)

    def write(self, *lines: str) -> None:
        """Type lines; Tab goes from one to the next."""
        for at, line in enumerate(lines):
            if at:
                self.press("Tab")
            self._screen.write(line)

    def log_in(self, name: str, title: str = "ورود") -> None:
        """Answer the form that asks who is there; ``title`` is what it is called in the window's language."""
        self.look_at(f"^{title}$")
        self.press("shift+Tab", "ctrl+a")
        self.write(name, SECRETS[name])
        self.press("Return")
        self.gone(f"^{title}$")

    def gone(self, title: str) -> None:
        """Wait until no window is titled so."""
        until(lambda: not self._screen.shows(self._pid, title), f"no window titled {title}")
