"""What the window can be told to do about the library, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Menu, Needs
from pr_editor.text.message import N_

LIBRARY_COMMANDS: tuple[Command, ...] = (
    Command("submit", N_("Submit for approval…"), ("Ctrl+Shift+S",), "submitting.begin", Needs.DRAFT, icon="send"),
    Command("library", N_("Search the library…"), ("Ctrl+Shift+F",), "library.search"),
    Command("waiting", N_("Waiting for a decision…"), ("Ctrl+Shift+W",), "library.waiting"),
    Command(
        "compare-versions", N_("Compare versions…"), ("Shift+F4",), "library.compare_versions", Needs.DRAFT, icon="diff"
    ),
    Command("log-in", N_("Log in…"), ("Ctrl+Shift+I",), "people.log_in"),
    Command("log-out", N_("Log out"), ("Ctrl+Shift+X",), "people.log_out"),
    Command("accounts", N_("Accounts…"), ("Ctrl+Shift+A",), "people.accounts"),
    Command("new-library", N_("New library…"), ("Ctrl+Shift+N",), "people.begin"),
    Command("open-library", N_("Use another library…"), ("Ctrl+Shift+O",), "people.choose"),
    Command("verify-library", N_("Verify the library"), ("Ctrl+Shift+Y",), "upkeep.verify"),
    Command("back-up-library", N_("Back up the library…"), ("Ctrl+Shift+K",), "upkeep.back_up"),
    Command("restore-library", N_("Restore a backup…"), ("Ctrl+Alt+K",), "restoring.begin"),
    Command("import-archive", N_("Import an archive…"), ("Ctrl+Alt+I",), "importing.begin"),
    Command("add-house-word", N_("Add to the house's dictionary"), ("Ctrl+Shift+L",), "teaching.add_house_word"),
)

LIBRARY_MENU = Menu(
    N_("Library"),
    (
        "submit",
        "waiting",
        "library",
        "compare-versions",
        None,
        "log-in",
        "log-out",
        "accounts",
        None,
        "new-library",
        "open-library",
        "verify-library",
        "back-up-library",
        "restore-library",
        "import-archive",
    ),
)
