"""Talks to a checker over the same pipes as the window does, and takes the time."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pr_editor.app.checker import checker_command
from pr_editor.app.protocol import Done, Ready, Stop, Trouble, decode_event, encode
from pr_editor.app.services import build_services
from pr_editor.checks.registry import RULES

if TYPE_CHECKING:
    from pr_editor.app.protocol import Check, Event, Request


class Conversation:
    """A checker to talk to, over the same pipes as the window."""

    def __init__(self) -> None:
        """Start a checker and wait until it is ready."""
        command = checker_command(build_services())
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._wait_for(Ready)

    def __enter__(self) -> Self:
        """Give the conversation itself; leaving ends the checker."""
        return self

    def __exit__(self, *error: object) -> None:
        """Ask the checker to leave, and wait until it has."""
        self._process.communicate(encode(Stop()))

    def review(self, check: Check) -> float:
        """Seconds from asking for a review to the last of its findings."""
        began = time.perf_counter()
        self.say(check)
        self._wait_for(Done)
        return time.perf_counter() - began

    def memory(self) -> float:
        """Megabytes the checker has held at most so far, as Linux counts them."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        return int(re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)[0]) / 1024

    def say(self, request: Request) -> None:
        """Send a request."""
        assert self._process.stdin is not None
        self._process.stdin.write(encode(request))
        self._process.stdin.flush()

    def _wait_for(self, kind: type[Event]) -> None:
        assert self._process.stdout is not None
        event: Event | None = None
        while not isinstance(event, kind):
            event = decode_event(self._process.stdout.readline(), RULES)
            match event:
                case Trouble(message=reason):
                    raise RuntimeError(reason)
