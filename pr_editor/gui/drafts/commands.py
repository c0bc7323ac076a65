"""What the window can be told to do with drafts as a whole, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Menu, Needs
from pr_editor.text.message import N_

DRAFTS_COMMANDS: tuple[Command, ...] = (
    Command("open", N_("Open…"), ("Ctrl+O",), "drafts.choose", icon="folder-open"),
    Command("open-folder", N_("Open a folder…"), ("Ctrl+Alt+O",), "drafts.choose_folder"),
    Command("paste-draft", N_("Paste as a new draft"), ("Ctrl+Shift+V",), "pasting.paste"),
    Command("save-copy", N_("Save a copy…"), ("Ctrl+S",), "drafts.choose_copy", Needs.DRAFT),
    Command("close", N_("Close this draft"), ("Ctrl+W",), "closing.close_current", Needs.DRAFT),
    Command("reopen", N_("Reopen the draft closed last"), ("Ctrl+Shift+T",), "closing.reopen_last"),
    Command("forget-closed", N_("Forget closed drafts…"), ("Ctrl+Shift+Del",), "closing.forget"),
)

CLOSED_MENU = Menu(N_("Closed drafts"), ("reopen", None, "@closed", None, "forget-closed"))
