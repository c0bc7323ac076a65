"""Everything the window can be told to do, as data: menus, keys and handlers are made from these tables."""

from __future__ import annotations

from pr_editor.gui.changes.commands import CHANGES_COMMANDS
from pr_editor.gui.comments.commands import COMMENTS_COMMANDS, COMMENTS_MENU
from pr_editor.gui.drafts.commands import CLOSED_MENU, DRAFTS_COMMANDS
from pr_editor.gui.find.commands import FIND_COMMANDS
from pr_editor.gui.house.commands import HOUSE_COMMANDS
from pr_editor.gui.library.commands import LIBRARY_COMMANDS, LIBRARY_MENU
from pr_editor.gui.reuse.commands import REUSE_COMMANDS
from pr_editor.gui.review.commands import FINDINGS_COMMANDS
from pr_editor.gui.settings.commands import EVERYTHING_MENU, HELP_MENU, SETTINGS_COMMANDS, WINDOW_MENU
from pr_editor.gui.window.command import Command, Menu, Needs
from pr_editor.text.message import N_

__all__ = ["BAR", "COMMANDS", "MENUS", "Command", "Menu", "Needs"]

COMMANDS: tuple[Command, ...] = (
    *DRAFTS_COMMANDS,
    Command("cancel-work", N_("Cancel what is under way"), ("Esc",), "work.cancel", Needs.WORK),
    Command("quit", N_("Quit"), ("Ctrl+Q",), "window.close"),
    Command("undo", N_("Undo"), ("Ctrl+Z",), "window.undo", Needs.UNDO, icon="undo-2"),
    Command("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "window.redo", Needs.REDO, icon="redo-2"),
    Command("cut", N_("Cut"), ("Ctrl+X",), "window.cut", Needs.DRAFT),
    Command("copy", N_("Copy"), ("Ctrl+C",), "window.copy", Needs.DRAFT),
    Command("paste", N_("Paste"), ("Ctrl+V",), "window.paste", Needs.DRAFT),
    Command("select-all", N_("Select all"), ("Ctrl+A",), "window.select_all", Needs.DRAFT),
    Command("half-space", N_("Insert a half-space"), ("Shift+Space",), "window.half_space", Needs.DRAFT),
    Command("kind", N_("What this paragraph is…"), ("Ctrl+K",), "kinds.ask_at_caret", Needs.DRAFT),
    Command(
        "from-pdf",
        N_("The text comes from a PDF"),
        ("Ctrl+Shift+P",),
        "origin.toggle_pdf",
        Needs.DRAFT,
        ticks=True,
    ),
    Command("next", N_("Next finding"), ("F7",), "review.go_next", Needs.FINDING, icon="chevron-right"),
    Command(
        "previous", N_("Previous finding"), ("Shift+F7",), "review.go_previous", Needs.FINDING, icon="chevron-left"
    ),
    Command(
        "fix-safe", N_("Fix everything that is sure"), ("F8",), "fixes.fix_all_safe", Needs.SAFE_FIXES, "wand-sparkles"
    ),
    Command("fix", N_("Fix this one"), ("Ctrl+Return",), "fixes.fix_current", Needs.FIX),
    Command("fix-alike", N_("Fix all of these"), ("Ctrl+Shift+Return",), "fixes.fix_alike", Needs.FIX),
    Command("leave-here", N_("Leave it here"), ("Ctrl+D",), "review.leave_here", Needs.FINDING),
    Command("leave-draft", N_("Leave it in this draft"), ("Ctrl+Shift+D",), "review.leave_in_draft", Needs.FINDING),
    Command("add-word", N_("Add to the dictionary"), ("Ctrl+L",), "teaching.add_word", Needs.FINDING),
    Command("explain", N_("What is this?"), ("Ctrl+I",), "window.explain", Needs.DRAFT),
    Command("why", N_("Why?"), ("Shift+F1",), "pages.why", Needs.FINDING),
    Command("other-place", N_("Go to the other place"), ("Ctrl+J",), "review.go_to_other_place", Needs.OTHER_PLACE),
    Command("recheck", N_("Check again"), ("F5",), "checking.check_again", Needs.DRAFT),
    Command("half-spaces", N_("Half-spaces"), ("Ctrl+H",), "look.toggle_half_spaces", ticks=True),
    Command("invisibles", N_("Everything invisible"), ("Ctrl+F10",), "look.toggle_invisibles", ticks=True),
    Command("counts", N_("Count words…"), ("Ctrl+Shift+G",), "counting.show", Needs.DRAFT),
    Command("theme-system", N_("As the system"), ("Ctrl+Alt+0",), "look.theme_system", choice="theme"),
    Command("theme-light", N_("Light"), ("Ctrl+Alt+1",), "look.theme_light", choice="theme"),
    Command("theme-dark", N_("Dark"), ("Ctrl+Alt+2",), "look.theme_dark", choice="theme"),
    Command("theme-contrast", N_("High contrast"), ("Ctrl+Alt+3",), "look.theme_contrast", choice="theme"),
    Command("language-fa", N_("Persian"), ("Ctrl+Alt+F",), "look.language_fa", choice="language"),
    Command("language-en", N_("English"), ("Ctrl+Alt+E",), "look.language_en", choice="language"),
    Command("larger", N_("Larger text"), ("Ctrl+=", "Ctrl++"), "look.larger"),
    Command("smaller", N_("Smaller text"), ("Ctrl+-",), "look.smaller"),
    Command("plain-size", N_("Ordinary size"), ("Ctrl+0",), "look.plain_size"),
    Command("show-drafts", N_("Drafts panel"), ("F9",), "look.toggle_drafts", ticks=True),
    Command("show-findings", N_("Findings panel"), ("Shift+F9",), "look.toggle_findings", ticks=True),
    Command("to-drafts", N_("Go to the drafts"), ("Ctrl+1",), "window.focus_drafts"),
    Command("to-text", N_("Go to the text"), ("Ctrl+2",), "window.focus_text"),
    Command("to-findings", N_("Go to the findings"), ("Ctrl+3",), "window.focus_findings"),
    Command("next-part", N_("Go to the next part of the window"), ("F6",), "window.focus_next_part"),
    Command("next-draft", N_("Next draft"), ("Ctrl+PgDown", "Ctrl+Tab"), "window.next_draft", Needs.DRAFT),
    Command(
        "previous-draft", N_("Previous draft"), ("Ctrl+PgUp", "Ctrl+Shift+Tab"), "window.previous_draft", Needs.DRAFT
    ),
    Command("rules", N_("Rules"), ("F1",), "pages.rules"),
    Command("keys", N_("Keys"), ("Ctrl+F1",), "pages.keys"),
    Command("about", N_("About PR Editor"), ("Ctrl+Shift+F1",), "pages.about"),
    *CHANGES_COMMANDS,
    *COMMENTS_COMMANDS,
    *FIND_COMMANDS,
    *FINDINGS_COMMANDS,
    *LIBRARY_COMMANDS,
    *HOUSE_COMMANDS,
    *REUSE_COMMANDS,
    *SETTINGS_COMMANDS,
)

MENUS: tuple[Menu, ...] = (
    Menu(
        N_("File"),
        (
            "open",
            "open-folder",
            "paste-draft",
            Menu(N_("Recent drafts"), ("@recent",)),
            CLOSED_MENU,
            Menu(N_("Samples"), ("@samples",)),
            None,
            "save-copy",
            None,
            "cancel-work",
            WINDOW_MENU,
            "settings",
            None,
            "close",
            "quit",
        ),
    ),
    Menu(
        N_("Edit"),
        (
            "undo",
            "redo",
            None,
            "cut",
            "copy",
            "paste",
            "select-all",
            None,
            "find",
            "find-next",
            "find-previous",
            "replace",
            "replace-all",
            "find-options",
            "go-to",
            None,
            "half-space",
            "kind",
            "from-pdf",
        ),
    ),
    Menu(
        N_("Review"),
        (
            "next",
            "previous",
            None,
            "fix",
            "fix-alike",
            "fix-safe",
            None,
            "leave-here",
            "leave-draft",
            "leave-mine",
            "leave-house",
            "add-word",
            "add-house-word",
            "open-again",
            None,
            "show-left",
            "always-left",
            "search-findings",
            "only-new",
            "caught-up",
            "clear-filter",
            None,
            "explain",
            "why",
            "other-place",
            "side-by-side",
            "reuse-report",
            "recheck",
            None,
            "change-report",
            COMMENTS_MENU,
            None,
            Menu(N_("Kind of release"), ("@release-kinds",)),
            Menu(N_("House style"), ("@profiles",)),
            "house",
        ),
    ),
    Menu(
        N_("View"),
        (
            "compare",
            "half-spaces",
            "invisibles",
            "counts",
            Menu(N_("Theme"), ("theme-system", "theme-light", "theme-dark", "theme-contrast")),
            Menu(N_("Language"), ("language-fa", "language-en")),
            Menu(N_("Text size"), ("larger", "smaller", "plain-size")),
            EVERYTHING_MENU,
            None,
            "show-drafts",
            "show-findings",
            "changes",
            "to-drafts",
            "to-text",
            "to-findings",
            "next-part",
            None,
            "next-draft",
            "previous-draft",
        ),
    ),
    LIBRARY_MENU,
    HELP_MENU,
)

BAR: tuple[str, ...] = ("open", "fix-safe", "previous", "next", "compare")
"""What the bar at the top offers."""

OF_DRAFT: tuple[str, ...] = ("save-copy", "move-draft", "close")
"""What the list of drafts offers for the one in front."""
