"""A real checker process to talk to."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Self

from pr_editor.app.checker import checker_command
from pr_editor.app.protocol import Done, Event, Found, Request, Trouble, decode_event, encode
from pr_editor.checks.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.app.services import Services
    from pr_editor.checks.model import Finding


class Conversation:
    """Starts a checker; ``hear`` waits for its next event and fails when it has left."""

    def __init__(self, services: Services) -> None:
        """Start the process."""
        self.process = subprocess.Popen(
            checker_command(services), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> Self:
        """Leave the process running for the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process whatever has happened."""
        with self.process:
            self.process.kill()

    def write(self, data: bytes) -> None:
        """Send bytes, in one go."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def say(self, *requests: Request) -> None:
        """Send requests in one go, so that none is answered before the last has arrived."""
        self.write(b"".join(map(encode, requests)))

    def read(self) -> bytes:
        """One line, or nothing when the process has left."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def hear(self) -> Event:
        """The next event."""
        return decode_event(self.read(), RULES)

    def until_done(self) -> list[Event]:
        """All events up to the next ``Done`` or ``Trouble``, that one included."""
        return list(self._events())

    def findings(self) -> list[Finding]:
        """What is found until the next ``Done``."""
        return [f for event in self.until_done() if isinstance(event, Found) for f in event.findings]

    def _events(self) -> Iterator[Event]:
        while True:
            event = self.hear()
            yield event
            if isinstance(event, Done | Trouble):
                return
