"""``pr-editor account``: the people of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pr_editor.cli.library_options import form_option, library_option, print_json, tell_warnings, who_options
from pr_editor.cli.terminal import OK, Terminal, example, language_option
from pr_editor.review.people import Role
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pr_editor.app.library import Shelf
    from pr_editor.cli.passphrase import Passphrases


def command(terminal: Terminal) -> click.Group:
    """The group of commands, with help in the user's language."""
    tr = terminal.tr

    @click.group(
        "account",
        help=tr("The people of a library: copy editors, supervisors, readers."),
        epilog=example(terminal, "pr-editor account list", "pr-editor account add Faezeh --role editor --as Maryam"),
        options_metavar=tr("[OPTIONS]"),
        subcommand_metavar=tr("COMMAND"),
    )
    @language_option(terminal)
    def account() -> None:
        pass

    for build in (_add, _list, _disable, _enable, _passphrase):
        account.add_command(build(terminal))
    return account


def _add(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "add",
        help=tr(
            "Add an account. Your own passphrase is asked for first, then one for the new account, which its owner "
            "should type."
        ),
        epilog=example(terminal, "pr-editor account add Faezeh --role editor --as Maryam"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("name", metavar=tr("NAME"))
    @click.option(
        "--role",
        type=click.Choice([role.value for role in Role]),
        required=True,
        help=tr("editor: submits; supervisor: decides, too; reader: only reads."),
    )
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def add(name: str, role: str, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        with shelf.open() as library:
            by = library.accounts.login(who, passphrases.ask(who))
            person = library.accounts.add(name, Role(role), passphrases.choose(name), by)
            terminal.say(message("The account of {name} has been added.", name=person.name))
            tell_warnings(terminal, library)
        return OK

    return add


def _list(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "list",
        help=tr("List the accounts."),
        epilog=example(terminal, "pr-editor account list"),
        options_metavar=tr("[OPTIONS]"),
    )
    @form_option(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def list_(form: str, shelf: Shelf) -> int:
        with shelf.open(readonly=True) as library:
            people, house = library.accounts.all(), library.accounts.house
        if form == "json":
            from pr_editor.app.release_json import accounts_json

            print_json(accounts_json(people))
        else:
            from pr_editor.app.release_text import accounts_text

            click.echo(accounts_text(people, house, tr), nl=False)
        return OK

    return list_


def _disable(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "disable",
        help=tr("Let an account do nothing any more. What it did stays."),
        epilog=example(terminal, "pr-editor account disable Faezeh --as Maryam"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("name", metavar=tr("NAME"))
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def disable(name: str, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        with shelf.open() as library:
            library.accounts.disable(name, library.accounts.login(who, passphrases.ask(who)))
            terminal.say(message("The account of {name} has been disabled.", name=name))
            tell_warnings(terminal, library)
        return OK

    return disable


def _enable(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "enable",
        help=tr("Let a disabled account work again."),
        epilog=example(terminal, "pr-editor account enable Faezeh --as Maryam"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("name", metavar=tr("NAME"))
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def enable(name: str, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        with shelf.open() as library:
            library.accounts.enable(name, library.accounts.login(who, passphrases.ask(who)))
            terminal.say(message("The account of {name} can work again.", name=name))
            tell_warnings(terminal, library)
        return OK

    return enable


def _passphrase(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "passphrase",
        help=tr("Change your passphrase, or, as a supervisor, give a new one to somebody who forgot it."),
        epilog=example(
            terminal, "pr-editor account passphrase --as Faezeh", "pr-editor account passphrase --of Faezeh --as Maryam"
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.option("--of", "name", metavar=tr("NAME"), help=tr("Whose passphrase; without it your own."))
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def passphrase(name: str | None, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        with shelf.open() as library:
            own = passphrases.ask(who)
            by = library.accounts.login(who, own)
            if name is None:
                library.accounts.change_passphrase(who, own, passphrases.choose(who))
            else:
                library.accounts.replace_key(name, passphrases.choose(name), by)
            terminal.say(message("The passphrase of {name} has been changed.", name=name or by.person.name))
            tell_warnings(terminal, library)
        return OK

    return passphrase
