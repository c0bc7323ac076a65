"""Commands about the program itself: settings, windows, the tour and the guide."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Menu, Needs
from pr_editor.text.message import N_

SETTINGS_COMMANDS: tuple[Command, ...] = (
    Command("settings", N_("Settings…"), ("Ctrl+,",), "settings.open"),
    Command("new-window", N_("New window"), ("Ctrl+N",), "windows.open"),
    Command("move-draft", N_("Move this draft to a new window"), ("Ctrl+Alt+W",), "windows.move_draft", Needs.DRAFT),
    Command("restore-drafts", N_("Bring back drafts no window has open"), ("Ctrl+Alt+R",), "drafts.restore"),
    Command("everything-larger", N_("Everything larger"), ("Ctrl+Alt+=",), "look.everything_larger"),
    Command("everything-smaller", N_("Everything smaller"), ("Ctrl+Alt+-",), "look.everything_smaller"),
    Command("guide", N_("User guide"), ("Alt+F1",), "pages.guide"),
    Command("tour", N_("Tour of the window"), ("Alt+Shift+F1",), "tour.begin"),
)

WINDOW_MENU = Menu(N_("Windows"), ("new-window", "move-draft", "restore-drafts"))
EVERYTHING_MENU = Menu(N_("Size of everything"), ("everything-larger", "everything-smaller"))
HELP_MENU = Menu(N_("Help"), ("guide", "tour", "rules", "keys", "about"))
