"""What the window can be told to do about changes, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Needs
from pr_editor.text.message import N_

CHANGES_COMMANDS: tuple[Command, ...] = (
    Command(
        "compare",
        N_("Compare with the draft as received"),
        ("F4",),
        "compare.toggle",
        Needs.DRAFT,
        icon="diff",
        ticks=True,
    ),
    Command("changes", N_("List of changes"), ("Ctrl+4",), "changes.toggle", Needs.DRAFT, ticks=True),
    Command("change-report", N_("Change report…"), ("Ctrl+Shift+E",), "changes.report", Needs.DRAFT),
)
