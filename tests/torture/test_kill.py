"""Killed at any moment: never half a step, and nothing lost that was acknowledged.

``PR_EDITOR_TORTURE`` sets how many processes are killed while they submit and approve.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.opening import journal_of
from pr_editor.library.store import Library
from pr_editor.library.verify import verify
from pr_editor.review.model import ReleaseState
from tests.torture.nursery import environment, make

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("PR_EDITOR_TORTURE", "100"))
BATCH = 10
"""After so many kills a new library begins: they grow, and each kill is followed by a whole verification."""


@dataclass(slots=True)
class Nursery:
    """The prepared process. What its children write is read to the line that tells of their end."""

    process: subprocess.Popen[bytes]
    rest: bytes = field(default=b"")

    def kill_after(self, order: str, lines: int, seconds: float) -> list[str]:
        """Start a child, let it acknowledge ``lines`` steps, wait so many seconds, kill it; gives all it has told."""
        assert self.process.stdin
        self.process.stdin.write(f"{order}\n".encode())
        self.process.stdin.flush()
        pid = int(self._line().removeprefix("pid "))
        told = [self._line() for _ in range(lines)]
        self._listen(seconds)
        # It may have come to its end by itself.
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        while not told or not told[-1].startswith("ended"):
            told.append(self._line())
        assert told.pop() in {"ended 0", f"ended {int(signal.SIGKILL)}"}
        return told

    def _line(self) -> str:
        while b"\n" not in self.rest:
            self._listen(60)
        line, _, self.rest = self.rest.partition(b"\n")
        return line.decode()

    def _listen(self, seconds: float) -> None:
        """Collect what is told for up to so many seconds: the moment of the kill is what this test is about."""
        assert self.process.stdout
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self.process.stdout], [], [], left)
            if ready:
                data = os.read(self.process.stdout.fileno(), 65536)
                assert data, "the nursery has died"
                self.rest += data
                if seconds == 60:
                    return


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    """A process that has loaded everything."""
    command = [sys.executable, "-m", "tests.torture.nursery"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Nursery(process)
        assert process.stdin
        process.stdin.close()


def test_submitting_and_approving(nursery: Nursery, tmp_path: Path) -> None:
    dice = random.Random()
    acknowledged = half_done = 0
    for batch in range(0, ROUNDS, BATCH):
        path = tmp_path / f"{batch}" / "library.db"
        make(path)
        promised: dict[str, str] = {}
        for _ in range(min(BATCH, ROUNDS - batch)):
            told = nursery.kill_after(f"work {path}", dice.choice((0, 1, 2)), dice.random() * 0.02)
            journal = journal_of(path)
            half_done += journal.exists() and journal.stat().st_size > 0
            acknowledged += len(told)
            promised.update((release, what) for what, release in (line.split() for line in told))
            check(path, promised)
    print(f"{ROUNDS} kills, {acknowledged} steps acknowledged, {half_done} transactions rolled back")  # noqa: T201 - make torture shows it
    assert acknowledged


def check(path: Path, promised: dict[str, str]) -> None:
    """Everything promised is there, and whatever is there is whole."""
    report = verify(path, environment(path).checkpoint)
    assert report.sound, [str(problem.message) for problem in report.problems]
    with Library.open(path, environment=environment(path)) as library:
        states = {row.id: row.state for row in library.list(limit=10**6)}
        assert promised.keys() <= states.keys()
        assert all(states[release] is ReleaseState.APPROVED for release, what in promised.items() if what == "approved")
        for release in promised:
            assert library.show(release).draft.paragraphs


def test_making_a_library(nursery: Nursery, tmp_path: Path) -> None:
    dice = random.Random()
    for number in range(max(20, ROUNDS // 20)):
        path = tmp_path / str(number) / "library.db"
        told = nursery.kill_after(f"create {path}", 0, dice.random() * 0.04)
        if path.exists():
            assert verify(path).sound
        else:
            assert told == []
