"""From the start of a process: ``pr-editor check`` of a draft, and the checker until ready and through its first."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.conversation import Conversation
from benchmarks.figures import Figure, own_home, release
from pr_editor.app.protocol import Check

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 5


def check_command(draft: Path) -> float:
    """Seconds that ``pr-editor check`` takes for ``draft``, the interpreter's own start included."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "pr_editor", "check", str(draft), "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return seconds


def first_review(texts: list[str]) -> tuple[float, float, float]:
    """Seconds until a new checker is ready, then until it has reviewed its first draft; megabytes it took for both."""
    began = time.perf_counter()
    with Conversation() as checker:
        ready = time.perf_counter() - began
        return ready, checker.review(Check("first", 1, tuple(enumerate(texts)))), checker.memory()


def main() -> None:
    """Measure and print all."""
    texts = release()
    with own_home() as home:
        draft = home / "draft.txt"
        draft.write_text("\n".join(texts), encoding="utf-8")
        ready, first, memory = zip(*(first_review(texts) for _ in range(RUNS)), strict=True)
        print(Figure("checker ready, from process start", 1.0, ready))
        print(Figure("first review in a new checker", 0.5, first))
        print(Figure("memory of the checker after its first review", 300, memory, share=1, unit="MB"))
        print(Figure("pr-editor check, from process start", 1.5, [check_command(draft) for _ in range(RUNS)]))


if __name__ == "__main__":
    main()
