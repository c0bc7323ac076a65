"""What the commands about the library share: which library, who acts, what is looked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pr_editor.cli.options import kind_option
from pr_editor.cli.passphrase import Passphrases
from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.model import ReleaseState
from pr_editor.review.ports import Filters
from pr_editor.text.fold import to_ascii_digits
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.library import Shelf
    from pr_editor.cli.terminal import Decorator, Terminal
    from pr_editor.library.store import Library

STATES = (ReleaseState.SUBMITTED, ReleaseState.RETURNED, ReleaseState.APPROVED, ReleaseState.WITHDRAWN)
"""Those a release in the library may be in."""


def library_option(terminal: Terminal) -> Decorator:
    """``--library``, handed to the command as a ``shelf``."""

    def read(ctx: click.Context, param: click.Parameter, value: Path | None) -> Shelf:
        return terminal.services.shelf(value)

    return click.option(
        "--library",
        "shelf",
        type=click.Path(path_type=Path),
        callback=read,
        metavar=terminal.tr("DB"),
        help=terminal.tr("The library's file; without it the one in your data folder."),
    )


def who_options(terminal: Terminal) -> Decorator:
    """``--as`` and ``--passphrase-fd``, handed to the command as ``who`` and ``passphrases``."""
    tr = terminal.tr

    def read(ctx: click.Context, param: click.Parameter, value: int | None) -> Passphrases:
        return Passphrases(terminal, value)

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in (
            click.option(
                "--passphrase-fd",
                "passphrases",
                type=click.IntRange(min=0),
                callback=read,
                metavar=tr("N"),
                help=tr("Read the passphrase from this file descriptor, a line each, instead of asking for it."),
            ),
            click.option("--as", "who", required=True, metavar=tr("NAME"), help=tr("Who does this: an account.")),
        ):
            command = option(command)
        return command

    return decorate


def filter_options(terminal: Terminal) -> Decorator:
    """Options that narrow a list, handed to the command as ``filters``."""
    tr = terminal.tr

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        def gathered(state: str | None, kind: str | None, **others: Any) -> Any:
            names = ("since", "until", "outlet", "author", "editor", "supervisor")
            given = {name: value for name in names if (value := others.pop(name)) is not None}
            filters = Filters(ReleaseState(state) if state else None, ReleaseKind(kind) if kind else None, **given)
            return command(filters=filters, **others)

        gathered.__dict__.update(command.__dict__)
        for option in (
            _name(terminal, "--supervisor", tr("Decided about by somebody called so, in part.")),
            _name(terminal, "--editor", tr("Submitted by somebody called so, in part.")),
            _name(terminal, "--author", tr("Written by somebody called so, in part.")),
            _name(terminal, "--outlet", tr("For an outlet called so, in part.")),
            day_option(terminal, "--until", tr("Dated on this day or before, such as 1404-05-12.")),
            day_option(terminal, "--since", tr("Dated on this day or after, such as 1404-05-06.")),
            kind_option(terminal, tr("Only releases of this kind.")),
            click.option(
                "--state", type=click.Choice([state.value for state in STATES]), help=tr("Only releases in this state.")
            ),
        ):
            gathered = option(gathered)
        return gathered

    return decorate


def release_argument(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A click callback for the number of a release, in digits of any script."""
    return value and in_ascii(value)


def in_ascii(release: str) -> str:
    """The number of a release, in whichever digits it was written."""
    return release.strip().translate(to_ascii_digits)


def day_option(terminal: Terminal, name: str, text: str) -> Decorator:
    """An option that takes a Jalali day in digits of any script."""
    return click.option(name, callback=_told(terminal, _parse_day), metavar=terminal.tr("DAY"), help=text)


def moment_option(terminal: Terminal, name: str, text: str) -> Decorator:
    """An option that takes a Jalali day and a time of day."""
    return click.option(name, callback=_told(terminal, _parse_moment), metavar=terminal.tr("MOMENT"), help=text)


def form_option(terminal: Terminal) -> Decorator:
    """``--format``: text for people, or JSON for programs."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help=terminal.tr("Form of the answer."),
    )


def limit_option(terminal: Terminal, usual: int) -> Decorator:
    """``--limit``: how many releases at most."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=usual,
        show_default=True,
        metavar=terminal.tr("N"),
        help=terminal.tr("How many releases at most."),
    )


def print_json(answer: dict[str, Any]) -> None:
    """Print an object as JSON, not escaped."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1))


def tell_warnings(terminal: Terminal, library: Library) -> None:
    """Say what went wrong beside a step that was taken all the same."""
    for warning in library.warnings:
        terminal.say(warning)


def _name(terminal: Terminal, name: str, text: str) -> Decorator:
    return click.option(name, metavar=terminal.tr("NAME"), help=text)


def _told(terminal: Terminal, parse: Callable[[str], object]) -> Callable[..., object]:
    """A click callback that tells a mistake as one in the option."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> object:
        try:
            return None if value is None else parse(value)
        except KnownError as error:
            raise click.BadParameter(terminal.tr.render(error.message), ctx, param) from error

    return read


def _parse_day(text: str) -> object:
    # Loading the calendar takes longer than most commands.
    from pr_editor.app.dates import parse_day

    return parse_day(text)


def _parse_moment(text: str) -> object:
    """A moment; what is left empty stays so."""
    from pr_editor.app.dates import parse_moment

    return parse_moment(text) if text.strip() else ""
