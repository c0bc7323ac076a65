"""The program as other programs meet it: a process with arguments, streams and an exit status."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "pr_editor"]

FAULTY = "به گزارش روابط عمومی شركت آب بهاران، كارها خوب پیش می رود."
"""One paragraph with two CHR001 and one ZWN001, nothing else of these families."""
CLEAN = "به گزارش روابط عمومی شرکت آب بهاران، کارها خوب پیش می‌رود."
"""The same without the faults."""


def run(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the program to its end; output is read as the UTF-8 it must be."""
    done = subprocess.run([*COMMAND, *map(str, arguments)], input=data, capture_output=True, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
