"""From a faulty release to a clean copy, by keys alone: the real program on a real screen."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from pr_editor.gui.review.families import family_order
from tests.e2e.program import ROOT, findings, saved_texts, wait_for_text, window_of
from tests.e2e.screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.screen import Screen

BYLINE = "مریم کاظمی، کارشناس روابط عمومی شهرک صنعتی بهاران"

pytestmark = pytest.mark.e2e


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
