"""Puts the commands together, in the user's language, and turns what goes wrong into an exit status."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

import click

from pr_editor import __version__
from pr_editor.cli import account, check, decide, fix, library, profile, rules, submit
from pr_editor.cli.terminal import BAD_INPUT, INTERRUPTED, OK, Terminal, choose_language, example, language_option
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.services import Services


def run(arguments: Sequence[str], services: Services) -> int:
    """Run a command and give its exit status: 0, 1, 2 or 130, as the contract says."""
    terminal = Terminal(services, services.translator(choose_language(arguments, services)))
    _speak(terminal)
    try:
        status = build(terminal).main(list(arguments), prog_name="pr-editor", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except KnownError as error:
        _tell(terminal, error)
        return BAD_INPUT
    return status if isinstance(status, int) else OK


def _tell(terminal: Terminal, error: KnownError) -> None:
    """Say what went wrong; of a house style every mistake, with its place."""
    from pr_editor.profile.load import ProfileError

    if isinstance(error, ProfileError):
        click.echo(profile.listed(terminal.tr, error.problems), err=True, nl=False)
    terminal.say(error.message)


def build(terminal: Terminal) -> click.Group:
    """All commands, with help in the user's language."""
    tr = terminal.tr

    @click.group(
        help=tr(
            "Review Persian press releases: repeated text, typos, half-spaces, bylines. Works offline. "
            "Without a command the window opens, with the files named."
        ),
        epilog=example(terminal, "pr-editor", "pr-editor release.docx", "pr-editor check release.docx"),
        context_settings={"help_option_names": ["-h", "--help"]},
        options_metavar=tr("[OPTIONS]"),
        subcommand_metavar=tr("COMMAND"),
    )
    @click.version_option(__version__, prog_name="pr-editor", help=tr("Show the version."))
    @language_option(terminal)
    def group() -> None:
        pass

    for command in (
        check.command(terminal),
        fix.command(terminal),
        *submit.commands(terminal),
        *decide.commands(terminal),
        library.command(terminal),
        account.command(terminal),
        rules.command(terminal),
        profile.command(terminal),
    ):
        group.add_command(command)
    return group


def _speak(terminal: Terminal) -> None:
    """Have click speak the language too: it asks gettext's global domain, and that asks the environment."""
    os.environ["LANGUAGE"] = terminal.tr.language
    gettext.bindtextdomain("cli", terminal.services.paths.locale)
    gettext.textdomain("cli")
