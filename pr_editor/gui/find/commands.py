"""What the window can be told to do about places in the text, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Needs
from pr_editor.text.message import N_

FIND_COMMANDS: tuple[Command, ...] = (
    Command("find", N_("Find…"), ("Ctrl+F",), "find.begin", Needs.DRAFT, icon="search"),
    Command("replace", N_("Replace…"), ("Ctrl+R",), "find.begin_replacing", Needs.DRAFT),
    Command("find-next", N_("Find next"), ("F3",), "find.go_next", Needs.DRAFT),
    Command("find-previous", N_("Find previous"), ("Shift+F3",), "find.go_previous", Needs.DRAFT),
    Command("replace-all", N_("Replace all"), ("Ctrl+Alt+Return",), "replacing.replace_all", Needs.DRAFT),
    Command("find-options", N_("Options of the search…"), ("Ctrl+Alt+G",), "find.show_options", Needs.DRAFT),
    Command("go-to", N_("Go to a paragraph…"), ("Ctrl+G",), "find.go_to", Needs.DRAFT),
)
"""Ctrl+H, which other editors replace with, shows half-spaces here; so Ctrl+R does."""
