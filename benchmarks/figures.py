"""What all benchmarks share: a figure with its goal, one way to print it, and a draft of a given length."""

from __future__ import annotations

import os
import statistics
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.text.draft import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
WORDS = 600
"""The length of the draft that everything is measured with: a long release."""

HEADER = f"{'':48} {'min':>8} {'median':>8} {'max':>8}   goal"


@dataclass(frozen=True, slots=True)
class Figure:
    """Measured values, and the ``goal`` that a ``share`` of them should stay under: half, if not said.

    Values and goal are times in seconds, shown in milliseconds, or amounts of any other ``unit``.
    """

    name: str
    goal: float
    values: Sequence[float]
    share: float = 0.5
    unit: str = "ms"

    def __str__(self) -> str:
        """One line: name, least, median, most, goal, verdict."""
        scale = 1000 if self.unit == "ms" else 1
        ordered = sorted(self.values)
        figures = " ".join(f"{scale * value:8.1f}" for value in (ordered[0], statistics.median(ordered), ordered[-1]))
        reached = ordered[min(int(len(ordered) * self.share), len(ordered) - 1)]
        which = "" if self.share == 0.5 else f" in {100 * self.share:g}% ({scale * reached:.1f})"
        verdict = "met" if reached <= self.goal else "MISSED"
        goal = f"≤ {scale * self.goal:.0f} {self.unit}{which}"
        return f"{self.name:48} {figures}   {goal}: {verdict}  (n = {len(ordered)})"


def release(words: int = WORDS) -> list[str]:
    """Paragraphs of the sample releases, cut off at the paragraph in which ``words`` words are reached."""
    paragraphs: list[str] = []
    for name in ("faulty", "small", "clean"):
        for line in (SAMPLES / f"{name}.txt").read_text("utf-8").splitlines():
            if line.strip():
                paragraphs.append(line.strip())
            if sum(map(count_words, paragraphs)) >= words:
                return paragraphs
    raise ValueError(f"the samples have fewer than {words} words")


@contextmanager
def own_home() -> Iterator[Path]:
    """A folder of the program's own for the time of the measurement, so that no one's settings count."""
    before = os.environ.get("PR_EDITOR_HOME")
    with tempfile.TemporaryDirectory(prefix="pr-editor-bench-") as folder:
        os.environ["PR_EDITOR_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["PR_EDITOR_HOME"]
            else:
                os.environ["PR_EDITOR_HOME"] = before
