"""``pr-editor library``: making a library, keeping it safe, and looking things up in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pr_editor.cli import archive, house, importing
from pr_editor.cli.library_options import library_option, tell_warnings, who_options
from pr_editor.cli.terminal import FOUND, OK, Terminal, example, language_option
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.library import Shelf
    from pr_editor.cli.passphrase import Passphrases
    from pr_editor.library.verify import Report


def command(terminal: Terminal) -> click.Group:
    """The group of commands, with help in the user's language."""
    tr = terminal.tr

    @click.group(
        "library",
        help=tr("The library: releases that were submitted and approved, in one file."),
        epilog=example(
            terminal,
            "pr-editor library init --as Maryam",
            "pr-editor library search solar power",
            "pr-editor library verify",
        ),
        options_metavar=tr("[OPTIONS]"),
        subcommand_metavar=tr("COMMAND"),
    )
    @language_option(terminal)
    def library() -> None:
        pass

    for made in (
        _init(terminal),
        *archive.commands(terminal),
        importing.command(terminal),
        _verify(terminal),
        _backup(terminal),
        _restore(terminal),
        house.command(terminal),
    ):
        library.add_command(made)
    return library


def _init(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "init",
        help=tr("Make a library, with its first supervisor."),
        epilog=example(
            terminal,
            "pr-editor library init --as Maryam",
            "pr-editor library init --as Maryam --library office.db --four-eyes",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.option(
        "--solo/--four-eyes",
        default=None,
        help=tr("Whether one person submits and approves (every such approval says so), or two are needed."),
    )
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def init(solo: bool | None, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        if solo is None:
            solo = _ask_solo(terminal)
        with shelf.create(who, passphrases.choose(who), solo=solo) as made:
            terminal.say(message("The library has been made: {path}", path=str(made.path)))
            tell_warnings(terminal, made)
        return OK

    return init


def _ask_solo(terminal: Terminal) -> bool:
    """Four eyes where nobody can be asked: it can only be given up knowingly."""
    if not sys.stdin.isatty():
        return False
    return click.confirm(terminal.tr("Do you work alone, so that nobody else can approve?"), default=False, err=True)


def _verify(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "verify",
        help=tr(
            "Look at every event, signature, text and index, and name what is wrong. Exit status: 0 all is as it was "
            "written and signed, 1 something is not."
        ),
        epilog=example(terminal, "pr-editor library verify", "pr-editor library verify --rebuild"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.option("--rebuild", is_flag=True, help=tr("First make lists and search anew from what was signed."))
    @library_option(terminal)
    @language_option(terminal)
    def verify(rebuild: bool, shelf: Shelf) -> int:
        if rebuild:
            with shelf.open() as library:
                library.rebuild()
        report = shelf.verify(_show_percent(terminal))
        _print(terminal, report)
        return OK if report.sound else FOUND

    return verify


def _show_percent(terminal: Terminal) -> Callable[[int], None]:
    """Show on a terminal how far it is."""

    told = -1

    def show(percent: int) -> None:
        nonlocal told
        if percent != told and sys.stderr.isatty():
            told = percent
            click.echo("\r" + terminal.tr("Verified: {percent} percent", percent=percent) + "\r", nl=False, err=True)

    return show


def _print(terminal: Terminal, report: Report) -> None:
    tr = terminal.tr
    for problem in report.problems:
        reason = f" {tr.render(problem.reason)}" if problem.reason else ""
        click.echo(tr.render(problem.message) + reason)
    if any(problem.derived for problem in report.problems):
        terminal.say(message("Lists and search can be made anew: pr-editor library verify --rebuild"))
    if report.sound:
        for checked in report.checked:
            click.echo(tr("sound: {what}", what=tr.render(checked)))


def _backup(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "backup",
        help=tr("Write a verified copy of the library to FILE, where nothing may be yet."),
        epilog=example(terminal, "pr-editor library backup library-1404-05-12.db"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("file", type=click.Path(path_type=Path), metavar=tr("FILE"))
    @library_option(terminal)
    @language_option(terminal)
    def backup(file: Path, shelf: Shelf) -> int:
        shelf.backup(file, _show_percent(terminal))
        terminal.say(message("The library has been copied to {path}", path=str(file)))
        return OK

    return backup


def _restore(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "restore",
        help=tr("Go back to the copy FILE. The library that was there is kept beside it."),
        epilog=example(terminal, "pr-editor library restore library-1404-05-12.db"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("file", type=click.Path(path_type=Path), metavar=tr("FILE"))
    @library_option(terminal)
    @language_option(terminal)
    def restore(file: Path, shelf: Shelf) -> int:
        # Half of the commands need no SQLite.
        from pr_editor.library.verify import Report

        found = shelf.examine(file, _show_percent(terminal))
        if isinstance(found, Report):
            _print(terminal, found)
            raise KnownError("The copy is not sound, so it is not used: {path}", path=str(file))
        shelf.restore(found, lambda _: None)
        terminal.say(message("The library has been restored: {path}", path=str(shelf.path)))
        if found.aside is not None:
            terminal.say(message("What was there is kept: {path}", path=str(found.aside)))
        return OK

    return restore
