"""A new office at its first start: it says who it is, and writes down a word, by keys alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.house import Facts, HouseStyle
from pr_editor.profile.lists import Person, Term
from tests.e2e.program import running
from tests.e2e.screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.screen import Screen

OFFICE = "شهرداری مهرآباد"
WRITER = Person("مریم کاظمی", byline="کارشناس روابط عمومی")

pytestmark = pytest.mark.e2e


def test_a_new_office_sets_itself_up(screen: Screen, home: Path) -> None:
    house = HouseStyle(home / "data" / "house" / "house.toml")
    with running(screen, home) as program:
        screen.wait_for_title(program.pid, "سازمان شما")
        screen.activate(program.pid, "سازمان شما")
        screen.write(OFFICE)
        screen.press("Tab", "Tab", "Tab")
        screen.write(WRITER.name)
        screen.press("Tab")
        screen.write(WRITER.byline)
        screen.press("ctrl+Return")
        until(lambda: house.exists and house.lists().people == (WRITER,), "the house on disk")
        assert house.facts() == Facts(OFFICE, f"روابط عمومی {OFFICE}", f"به گزارش روابط عمومی {OFFICE}")
        until(lambda: _settings(home).get("profile") == "house", "the switch")
        _write_down_a_term(screen, program.pid)
        until(lambda: house.lists().terms == (Term("می‌باشد", ("است",)),), "the term on disk")


def _write_down_a_term(screen: Screen, pid: int) -> None:
    """From the review window to the page of terms, three tabs on, and a new row there."""
    screen.press("ctrl+shift+h")
    screen.wait_for_title(pid, "شیوه‌نامهٔ ما")
    screen.activate(pid, "شیوه‌نامهٔ ما")
    screen.press("Left", "Left", "Left", "Tab", "Tab", "Insert")
    screen.write("می‌باشد")
    screen.press("Return")
    screen.write("است")
    screen.press("Return", "ctrl+s")


def _settings(home: Path) -> dict[str, object]:
    settings: dict[str, object] = json.loads((home / "config" / "settings.json").read_text("utf-8"))
    return settings
