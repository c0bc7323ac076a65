"""A real checker process to talk to."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Self

from pr_editor.app.checker import checker_command
from pr_editor.app.protocol import Done, Event, Found, Request, Trouble, decode_event, encode
from pr_editor.checks.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.app.services import Services
    from pr_editor.checks.model import Finding


class Conversation:
    """Starts a checker; ``hear`` waits for its next event and fails when it has left."""

    def __init__(self, services: Services, command: Sequence[str] = ()) -> None:
        """Start the process; by another ``command`` than the program's, if one is given."""
        self.process = subprocess.Popen(
            command or checker_command(services),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._known: dict[tuple[str, str, int], list[Finding]] = {}
        """What was found, by draft, scope and paragraph: only differences travel."""

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
        """Everything that is known of a draft at the next ``Done``."""
        done = self.until_done()[-1]
        assert isinstance(done, Done)
        return self.known(done.draft)

    def known(self, draft: str) -> list[Finding]:
        """Everything that is known of a draft by what was heard so far."""
        return [one for (name, *_), found in self._known.items() if name == draft for one in found]

    def _events(self) -> Iterator[Event]:
        while True:
            event = self.hear()
            if isinstance(event, Found):
                self._learn(event)
            yield event
            if isinstance(event, Done | Trouble):
                return

    def _learn(self, found: Found) -> None:
        for key in found.keys:
            self._known[found.draft, found.scope, key] = [one for one in found.findings if one.span.key == key]
