"""What can be done about comments, as data."""

from __future__ import annotations

from pr_editor.gui.window.command import Command, Menu, Needs
from pr_editor.text.message import N_

COMMENTS_COMMANDS: tuple[Command, ...] = (
    Command("to-comments", N_("Go to the comments"), ("Ctrl+5",), "comments.focus", Needs.DRAFT),
    Command("next-comment", N_("Next comment"), ("Ctrl+F7",), "comments.go_next", Needs.DRAFT),
    Command("previous-comment", N_("Previous comment"), ("Ctrl+Shift+F7",), "comments.go_previous", Needs.DRAFT),
    Command("answer-comment", N_("Answer the comment…"), ("Ctrl+Alt+M",), "comments.answer", Needs.DRAFT),
    Command("settle-comment", N_("The comment is settled"), ("Ctrl+Alt+S",), "comments.settle", Needs.DRAFT),
)

COMMENTS_MENU = Menu(N_("Comments"), tuple(command.id for command in COMMENTS_COMMANDS))
