"""The program as other programs meet it: arguments, streams and an exit status."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from pr_editor.app.library import Shelf
from pr_editor.app.services import Services
from pr_editor.cli.main import run as run_command
from pr_editor.library.keys import Cost

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from pr_editor.language.language import Language
    from pr_editor.language.ngrams import Ngrams
    from pr_editor.library.store import Environment

COMMAND = [sys.executable, "-m", "pr_editor"]

FAULTY = "به گزارش روابط عمومی شركت آب بهاران، كارها خوب پیش می رود."
"""One paragraph with two CHR001 and one ZWN001, nothing else of these families."""
CLEAN = "به گزارش روابط عمومی شرکت آب بهاران، کارها خوب پیش می‌رود."
"""The same without the faults."""


@dataclass(frozen=True)
class Outcome:
    """What a run of the program came to."""

    returncode: int
    stdout: str
    stderr: str


class Run(Protocol):
    """Runs the program to its end, ``data`` being its standard input."""

    def __call__(self, *arguments: str | Path, data: bytes = b"") -> Outcome:
        """Give status and output; output is read as the UTF-8 it must be."""


def run_process(*arguments: str | Path, data: bytes = b"") -> Outcome:
    """Run the program as a process of its own: what only a process can show."""
    done = subprocess.run([*COMMAND, *map(str, arguments)], input=data, capture_output=True, check=False)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


class QuickShelf(Shelf):
    """A library whose passphrases are cheap to try, and which has little patience with locks."""

    @property
    def environment(self) -> Environment:
        """What the library needs from outside."""
        return replace(super().environment, cost=Cost(1, 8, 1), timeout=0.1)


class QuickServices(Services):
    """The program's services with the dictionaries all tests share: loading them takes longer than most tests."""

    shared: Language

    def language(self, words: frozenset[str] | None = None, house: Ngrams | None = None) -> Language:
        """The shared dictionaries, without words of a user or counts of a house."""
        return self.shared

    def shelf(self, path: Path | None = None) -> Shelf:
        """The library, in a hurry."""
        shelf = super().shelf(path)
        return QuickShelf(shelf.path, shelf.checkpoint)


def run_here(services: Services, patch: pytest.MonkeyPatch, arguments: tuple[str, ...], data: bytes) -> Outcome:
    """Run a command in this process, by the same function the process calls."""
    out, err = io.BytesIO(), io.BytesIO()
    with patch.context() as streams:
        streams.setenv("LANGUAGE", "")
        streams.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        streams.setattr("sys.stdout", io.TextIOWrapper(out, "utf-8", write_through=True))
        streams.setattr("sys.stderr", io.TextIOWrapper(err, "utf-8", write_through=True))
        status = run_command(arguments, services)
        return Outcome(status, out.getvalue().decode(), err.getvalue().decode())
