"""What the window can be told to do about the house, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command
from pr_editor.text.message import N_

HOUSE_COMMANDS: tuple[Command, ...] = (Command("house", N_("Our house style…"), ("Ctrl+Shift+H",), "house.begin"),)
