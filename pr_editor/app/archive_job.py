"""An import in a process of its own, for the window: nothing waits for it, and it may be ended at any moment.

``python -m pr_editor.app.archive_job`` reads one line of JSON from standard input, the order, and writes lines of JSON
to standard output: each tells of one thing, by its only key. The passphrase comes with the order, never as an argument.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pr_editor.app.archive_files import size_of
from pr_editor.app.archive_import import ArchiveImport, Tally, Wishes
from pr_editor.app.paths import Paths
from pr_editor.app.services import Services, build_services
from pr_editor.review.model import Dated
from pr_editor.text.message import KnownError, Message

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAUSE = 0.1
"""Seconds between two lines that tell how far it is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to import, into which library, by whom."""

    library: str
    who: str
    passphrase: str
    names: tuple[str, ...]
    day: str = ""
    """ISO; empty for none."""
    outlet: str = ""
    profile: str = "pr"

    def encode(self) -> bytes:
        """The line that gives it."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @staticmethod
    def decode(line: bytes) -> Order:
        """What was encoded."""
        data = json.loads(line)
        return Order(**{**data, "names": tuple(data["names"])})

    @property
    def wishes(self) -> Wishes:
        """What is said about the whole archive."""
        day = date.fromisoformat(self.day) if self.day else None
        return Wishes(day, self.outlet, profile=self.profile)


class _Mouth:
    """Tells whoever started the process."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._size = 0
        self._told = 0.0

    def tell(self, what: str, value: object) -> None:
        """One line."""
        sys.stdout.write(json.dumps({what: value}) + "\n")
        sys.stdout.flush()

    def passed(self, size: int) -> None:
        """Tell how far it is, but not too often."""
        self._size += size
        if time.monotonic() - self._told >= _PAUSE:
            self._told = time.monotonic()
            self.tell("at", self._size)
            self.tell("tally", tally_json(self.tally))

    def trouble(self, what: Message) -> None:
        """Something is not imported."""
        self.tell("trouble", message_json(what))

    def remark(self, what: Message) -> None:
        """Something is worth knowing."""
        self.tell("remark", message_json(what))

    def arrived(self, release: str, place: str) -> None:
        """The tally tells as much as the window shows."""


def message_json(what: Message) -> dict[str, Any]:
    """A message as JSON."""
    return {"id": what.id, "args": dict(what.args)}


def message_of(data: Mapping[str, Any]) -> Message:
    """What ``message_json`` made of it."""
    return Message(data["id"], tuple(data["args"].items()))


def tally_json(tally: Tally) -> dict[str, Any]:
    """A tally as JSON."""
    return {**asdict(tally), "dated": {dated.value: count for dated, count in tally.dated.items()}}


def tally_of(data: Mapping[str, Any]) -> Tally:
    """What ``tally_json`` made of it."""
    return Tally(**{**data, "dated": Counter({Dated(name): count for name, count in data["dated"].items()})})


def job_command(services: Services) -> list[str]:
    """The command that starts the process for the user of ``services``."""
    paths = services.paths
    places = [f"--resources={paths.resources}", f"--data={paths.data}", f"--config={paths.config}"]
    return [sys.executable, "-P", "-m", "pr_editor.app.archive_job", *places]


def work(services: Services, order: Order, mouth: _Mouth) -> None:
    """Carry out an order; whatever can go wrong is told."""
    try:
        with services.shelf(Path(order.library)).open() as library:
            identity = library.accounts.login(order.who, order.passphrase)
            job = ArchiveImport(services, library, identity, order.wishes, mouth)
            mouth.tally = job.tally
            mouth.tell("begun", size_of(order.names))
            try:
                job.run(order.names)
            finally:
                mouth.tell("tally", tally_json(job.tally))
            for warning in library.warnings:
                mouth.remark(warning)
        mouth.tell("done", value=True)
    except KnownError as error:
        mouth.tell("refused", message_json(error.message))


def main(arguments: list[str]) -> int:
    """Carry out the order on standard input."""
    parser = argparse.ArgumentParser(prog="pr_editor.app.archive_job", description=__doc__)
    for name in ("resources", "data", "config"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args(arguments)
    services = build_services(Paths(given.resources, given.data, given.config))
    order = Order.decode(sys.stdin.buffer.readline())
    _leave_room()
    work(services, order, _Mouth())
    return 0


def _leave_room() -> None:
    """Typing comes first: let everything else on the machine go before, where the system knows how."""
    if hasattr(os, "nice"):
        os.nice(5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
