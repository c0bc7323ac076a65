"""From a faulty release to a clean copy, by keys alone: the real program on a real screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pr_editor.gui.families import family_order
from tests.e2e.screen import Screen, until

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
BYLINE = "مریم کاظمی، کارشناس روابط عمومی شهرک صنعتی بهاران"
_COUNT = r"· ([۰-۹]+) یافته ·"

pytestmark = pytest.mark.e2e


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen, where there are programs to make one."""
    missing = [name for name in ("Xvfb", "openbox", "xdotool", "setxkbmap") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with Screen() as made:
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the program keeps what is the user's."""
    return tmp_path / "home"


PROGRAM = (sys.executable, "-m", "pr_editor")


@contextmanager
def window_of(screen: Screen, home: Path, *files: str) -> Iterator[subprocess.Popen[bytes]]:
    """The window with these files, ready to be worked with; ended at last if it still runs."""
    environment = {**screen.environment, "PR_EDITOR_HOME": str(home)}
    window = subprocess.Popen([*PROGRAM, *files], cwd=ROOT, env=environment)
    try:
        screen.wait_for_title(window.pid, _COUNT)
        yield window
    finally:
        if window.poll() is None:
            window.kill()
        window.wait(10)


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


def test_a_faulty_release_becomes_a_clean_copy(screen: Screen, home: Path, tmp_path: Path) -> None:
    draft, copy = tmp_path / "faulty.txt", tmp_path / "copy.txt"
    shutil.copy(ROOT / "resources" / "samples" / "faulty.txt", draft)
    received = draft.read_bytes()
    faults = findings(draft, home)
    families = sorted({fault["code"][:3] for fault in faults}, key=family_order)
    typo = next(fault for fault in faults if fault["code"] == "SPL001")
    lead = draft.read_text("utf-8").split("\n\n")[1].strip()

    with window_of(screen, home, str(draft)) as window:
        # The first family is repeated text, and its first finding is in hand: both places side by side, and candidate 1
        # deletes this copy.
        screen.press("F6", "space")
        screen.wait_for_title(window.pid, "کنار هم")
        screen.press("Farsi_1")
        until(lambda: saved_texts(home).count(lead) == 1, "the repeated paragraph deleted")
        screen.press("Escape", "ctrl+Farsi_3")

        # Page Down goes to the next family; the misspelled word gets its first candidate.
        screen.press("Home", *["Next"] * families.index("SPL"), "Farsi_1")
        wait_for_text(home, there=typo["fixes"][0]["edits"][0]["text"], gone=typo["text"])

        screen.press("F8")
        wait_for_text(home, there="می\u200cشدند", gone="شركت")

        # The byline: its button in the card, or the end of the text; here by typing a paragraph of its own.
        screen.press("Escape", "ctrl+End", "Return")
        screen.write(f"نویسنده: {BYLINE}")
        assert wait_for_text(home, there=BYLINE)[-1] == f"نویسنده: {BYLINE}"

        screen.press("ctrl+s")
        screen.wait_for_title(window.pid, "ذخیرهٔ نسخه")
        screen.press("ctrl+a")
        screen.write(str(copy))
        screen.press("Return")
        until(copy.exists, "a copy on disk")
        screen.press("ctrl+q")
        assert window.wait(30) == 0

    assert draft.read_bytes() == received, "the draft as received is never touched"
    left = findings(copy, home)
    whole = copy.read_text("utf-8")
    assert not {"DUP001", "BYL001", "BYL002", "CHR001", "NUM001", "ZWN001", "QUO001"} & {one["code"] for one in left}
    assert typo["text"] not in whole
    assert whole.splitlines().count(lead) == 1
    assert BYLINE in whole


def test_a_killed_window_loses_at_most_seconds(screen: Screen, home: Path, tmp_path: Path) -> None:
    draft = tmp_path / "small.txt"
    shutil.copy(ROOT / "resources" / "samples" / "small.txt", draft)
    with window_of(screen, home, str(draft)) as window:
        screen.press("ctrl+Farsi_2", "ctrl+End")
        screen.write(" پایان")
        wait_for_text(home, there="سپیدار پایان")
        window.kill()
    with window_of(screen, home) as again:
        assert saved_texts(home)[-1].endswith(" پایان")
        screen.press("ctrl+q")
        assert again.wait(30) == 0
