"""What the window can be told to do about the list of findings, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Needs
from pr_editor.text.message import N_

FINDINGS_COMMANDS: tuple[Command, ...] = (
    Command("leave-mine", N_("Always leave it, for me"), ("Ctrl+Alt+D",), "leaving.leave_for_me", Needs.FINDING),
    Command(
        "leave-house", N_("Always leave it, for the house"), ("Ctrl+Alt+H",), "leaving.leave_for_house", Needs.FINDING
    ),
    Command("open-again", N_("Open it again"), ("Ctrl+Alt+B",), "leaving.take_back", Needs.FINDING),
    Command(
        "show-left", N_("Show again what was left"), ("Ctrl+Shift+B",), "leaving.show_left", Needs.DRAFT, ticks=True
    ),
    Command("always-left", N_("What is always left…"), ("Ctrl+Alt+L",), "leaving.show_lists"),
    Command("search-findings", N_("Search in the findings"), ("Shift+F6",), "filters.search", Needs.DRAFT),
    Command("only-new", N_("Only new findings"), ("Ctrl+Alt+N",), "filters.only_new", Needs.DRAFT, ticks=True),
    Command("caught-up", N_("Nothing is new any more"), ("Ctrl+Alt+U",), "review.catch_up", Needs.DRAFT),
    Command("clear-filter", N_("List all findings"), ("Ctrl+Alt+A",), "filters.clear", Needs.DRAFT),
)
