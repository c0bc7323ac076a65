"""``pr-editor profile``: house styles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pr_editor.cli.terminal import BAD_INPUT, OK, Terminal, example, language_option
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.app.i18n import Translator
    from pr_editor.profile.sheet import Problem


def command(terminal: Terminal) -> click.Group:
    """The group of commands, with help in the user's language."""
    tr = terminal.tr

    @click.group(
        "profile",
        help=tr("House styles."),
        epilog=example(terminal, "pr-editor profile check house.toml"),
        options_metavar=tr("[OPTIONS]"),
        subcommand_metavar=tr("COMMAND"),
    )
    @language_option(terminal)
    def profile() -> None:
        pass

    profile.add_command(_check(terminal))
    return profile


def _check(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "check",
        help=tr("Tell every mistake in a house style, with its line. Exit status: 0 usable, 2 not."),
        epilog=example(terminal, "pr-editor profile check house.toml"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("file", metavar=tr("FILE"))
    @language_option(terminal)
    def check(file: str) -> int:
        from pr_editor.checks.registry import RULES
        from pr_editor.profile.load import ProfileError, check_profile

        try:
            profile, warnings = check_profile(Path(file), terminal.services.paths.profiles, RULES)
        except ProfileError as error:
            terminal.show(listed(terminal.tr, error.problems))
            terminal.say(error.message)
            return BAD_INPUT
        terminal.show(listed(terminal.tr, warnings))
        terminal.say(message("The house style {name} can be used.", name=profile.name))
        return OK

    return check


def listed(tr: Translator, problems: Iterable[Problem]) -> str:
    """File, line and mistake, a line each, as compilers write them, so that editors can jump there."""
    return "".join(f"{problem.path}:{problem.line}: {tr.render(problem.message)}\n" for problem in problems)
