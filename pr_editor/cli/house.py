"""``pr-editor library house``: how texts are approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pr_editor.cli.library_options import library_option, tell_warnings, who_options
from pr_editor.cli.terminal import OK, Terminal, example, language_option
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pr_editor.app.library import Shelf
    from pr_editor.cli.passphrase import Passphrases


def command(terminal: Terminal) -> click.Command:
    """The command, with help in the user's language."""
    tr = terminal.tr

    @click.command(
        "house",
        help=tr("Choose how texts are approved from now on. Four eyes can be given up only where one person decides."),
        epilog=example(
            terminal,
            "pr-editor library house --four-eyes --reason 'we are two now' --as Maryam",
            "pr-editor library house --four-eyes --emergency Maryam --reason 'night shifts' --as Maryam",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.option(
        "--solo/--four-eyes",
        required=True,
        default=None,
        help=tr("Whether one person submits and approves (every such approval says so), or two are needed."),
    )
    @click.option(
        "--emergency",
        multiple=True,
        metavar=tr("NAME"),
        help=tr("Who may approve his own text in an emergency; nobody else may. May be given again."),
    )
    @click.option("--reason", required=True, metavar=tr("TEXT"), help=tr("Why it is changed."))
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def house(
        solo: bool, emergency: tuple[str, ...], reason: str, who: str, passphrases: Passphrases, shelf: Shelf
    ) -> int:
        with shelf.open() as library:
            by = library.accounts.login(who, passphrases.ask(who))
            library.accounts.change_house(by, reason, solo, emergency)
            terminal.say(message("How texts are approved has been changed."))
            tell_warnings(terminal, library)
        return OK

    return house
