"""Prepares a process once, so that hundreds can be started and killed quickly.

Reads lines from standard input, ``work PATH`` or ``create PATH``, and for each forks a child that begins at once and
writes what it has been promised to standard output; before it, the child's process id.
"""

from __future__ import annotations

import itertools
import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

from pr_editor.library.keys import Cost
from pr_editor.library.store import Environment, Library
from pr_editor.review.model import Metadata, ReleaseState
from pr_editor.review.people import Role
from pr_editor.review.ports import Filters, Handover
from pr_editor.text.draft import draft_of

SUPERVISOR, EDITOR, PASSPHRASE = "لیلا رضوی", "سارا امینی", "گذرواژهٔ آزمون"


def environment(path: Path) -> Environment:
    """A cheap passphrase, and a checkpoint beside the library's folder."""
    return Environment(checkpoint=path.parent / "own" / "checkpoint.json", cost=Cost(1, 8, 1))


def make(path: Path) -> None:
    """A library with two people."""
    with Library.create(path, SUPERVISOR, PASSPHRASE, environment=environment(path)) as library:
        library.accounts.add(EDITOR, Role.EDITOR, PASSPHRASE, library.accounts.login(SUPERVISOR, PASSPHRASE))


def create(path: Path) -> None:
    """Make a library, and say so afterwards."""
    make(path)
    tell("created")


def work(path: Path) -> None:
    """Submit and approve for ever; first what others have left waiting."""
    with Library.open(path, environment=environment(path)) as library:
        editor = library.accounts.login(EDITOR, PASSPHRASE)
        for waiting in library.list(Filters(state=ReleaseState.SUBMITTED)):
            approve(library, waiting.id)
        for number in itertools.count():
            texts = [f"خبر {number}", "لید خبر", *(f"بند {n} " + "متن " * 200 for n in range(3))]
            release = library.submit(Handover(draft_of(texts), Metadata(date(2026, 5, 20))), editor)
            tell(f"submitted {release}")
            approve(library, release)


def approve(library: Library, release: str) -> None:
    """Approve, and say so afterwards."""
    library.approve(release, SUPERVISOR, PASSPHRASE)
    tell(f"approved {release}")


def tell(line: str) -> None:
    """One line in one write: it arrives whole or not at all."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Fork a child for each line."""
    while line := sys.stdin.readline():
        what, _, path = line.strip().partition(" ")
        child = os.fork()
        if not child:
            tell(f"pid {os.getpid()}")
            with suppress(KeyboardInterrupt):
                {"work": work, "create": create}[what](Path(path))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        tell(f"ended {status}")


if __name__ == "__main__":
    main()
