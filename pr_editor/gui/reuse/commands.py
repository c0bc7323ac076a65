"""What the window can be told to do about text that stands twice, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Needs
from pr_editor.text.message import N_

REUSE_COMMANDS: tuple[Command, ...] = (
    Command("side-by-side", N_("See both side by side"), ("Ctrl+Shift+J",), "reuse.side_by_side", Needs.RELATED),
    Command("reuse-report", N_("What was published before…"), ("Ctrl+Shift+R",), "reuse.report", Needs.DRAFT),
)
