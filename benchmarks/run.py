"""Run every benchmark, each in a process of its own, one after the other: ``python -m benchmarks.run [NAME…]``."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.figures import HEADER, WORDS

BENCHMARKS = ("window", "squiggle", "start", "review", "language", "keystroke", "big_draft", "published")


def main(names: list[str]) -> int:
    """Run the benchmarks of these names, or all. 1 when one of them could not be run."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    print(f"A draft of {WORDS} words; milliseconds, if not said otherwise.\n{HEADER}", flush=True)
    failed = False
    for name in names or BENCHMARKS:
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], env=environment, check=False)
        failed |= done.returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
