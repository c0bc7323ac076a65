"""The program as processes: its window with files, its commands, and what it keeps on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.e2e.screen import until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.e2e.screen import Screen

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "pr_editor")
_COUNT = r"· ([۰-۹]+) یافته ·"
"""What the title of a window says of a draft that was checked."""


@contextmanager
def running(screen: Screen, home: Path, *files: str) -> Iterator[subprocess.Popen[bytes]]:
    """The window with these files; ended at last if it still runs."""
    window = subprocess.Popen([*PROGRAM, *files], cwd=ROOT, env={**screen.environment, "PR_EDITOR_HOME": str(home)})
    try:
        yield window
    finally:
        if window.poll() is None:
            window.kill()
        window.wait(10)


@contextmanager
def window_of(screen: Screen, home: Path, *files: str) -> Iterator[subprocess.Popen[bytes]]:
    """The window with these files, ready to be worked with."""
    with running(screen, home, *files) as window:
        screen.wait_for_title(window.pid, _COUNT)
        yield window


def findings(path: Path, home: Path) -> list[dict[str, Any]]:
    """What ``pr-editor check`` finds in a file."""
    environment = {**os.environ, "PR_EDITOR_HOME": str(home.with_name("another home"))}
    command = [*PROGRAM, "check", str(path), "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)["drafts"][0]["findings"]
    return found


def saved_texts(home: Path) -> list[str]:
    """The paragraphs of the one open draft, as they are on disk."""
    state = next((home / "data" / "sessions").glob("*/session.json"))
    return [text for _, text, _ in json.loads(state.read_text("utf-8"))["paragraphs"]]


def wait_for_text(home: Path, *, there: str = "", gone: str = "") -> list[str]:
    """Wait until the draft on disk has a passage, or has it no more."""

    def look() -> list[str]:
        texts = saved_texts(home)
        whole = "\n".join(texts)
        return texts if there in whole and (not gone or gone not in whole) else []

    return until(look, f"«{there}» there, «{gone}» gone")


def command(home: Path, *words: str, secrets: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
    """Run a command of the program; passphrases go through a pipe."""
    read, write = os.pipe()
    os.write(write, "".join(f"{secret}\n" for secret in secrets).encode())
    os.close(write)
    options = ("--passphrase-fd", str(read)) if secrets else ()
    environment = {**os.environ, "PR_EDITOR_HOME": str(home)}
    try:
        return subprocess.run(
            [*PROGRAM, *words, *options], cwd=ROOT, env=environment, pass_fds=[read], capture_output=True, check=False
        )
    finally:
        os.close(read)
