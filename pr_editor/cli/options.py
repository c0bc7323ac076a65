"""Options that several commands share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from pr_editor.app.review import Style
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.cli.terminal import Decorator, Terminal

FAMILIES = tuple("DUP REP SPL ZWN CHR HEH NUM PUN SPC QUO BID BYL STR CON TRM NAM DAT FIG BOI".split())  # noqa: SIM905 - a table
"""The families of the contract: each is a valid choice, also while it has no rules."""

_CODES = re.compile(r"[A-Z]{3}(?:\d{3})?")


def codes_reader(terminal: Terminal) -> Callable[[click.Context, click.Parameter, str | None], tuple[str, ...]]:
    """A click callback that reads rule codes and families separated by commas: ``SPL,ZWN001``."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
        codes = tuple(code for piece in (value or "").split(",") if (code := piece.strip().upper()))
        unknown = [code for code in codes if not _known(code)]
        if unknown or (value is not None and not codes):
            what = message("There is no rule or family {code}.", code=", ".join(unknown))
            raise click.BadParameter(terminal.tr.render(what), ctx, param)
        return codes

    return read


def _known(code: str) -> bool:
    from pr_editor.checks.registry import RULES

    return _CODES.fullmatch(code) is not None and (code in FAMILIES or code in RULES)


def profile_option(terminal: Terminal) -> Decorator:
    """``--profile``: the house style."""
    tr = terminal.tr
    return click.option(
        "--profile",
        default="pr",
        show_default=True,
        metavar=tr("NAME"),
        help=tr("House style: its name, or the path of its file."),
    )


def kind_option(terminal: Terminal, text: str) -> Decorator:
    """``--kind``: what sort of release."""
    return click.option("--kind", type=click.Choice([kind.value for kind in ReleaseKind]), help=text)


def style_options(terminal: Terminal) -> Decorator:
    """``--profile``, ``--kind``, ``--select``, ``--ignore`` and ``--from-pdf``, handed over as one ``style``."""
    tr = terminal.tr

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        def gathered(
            profile: str,
            kind: str | None,
            select: tuple[str, ...],
            ignore: tuple[str, ...],
            from_pdf: bool,
            **others: Any,
        ) -> Any:
            release_kind = ReleaseKind(kind) if kind else None
            return command(style=Style(profile, select, ignore, from_pdf=from_pdf, kind=release_kind), **others)

        gathered.__dict__.update(command.__dict__)
        for option in (
            click.option(
                "--from-pdf",
                is_flag=True,
                help=tr("The text was read from a PDF, where half-spaces are lost: speak of them once."),
            ),
            click.option("--ignore", callback=codes_reader(terminal), metavar=tr("CODES"), help=tr("Leave these out.")),
            click.option(
                "--select",
                callback=codes_reader(terminal),
                metavar=tr("CODES"),
                help=tr("Run nothing but these: codes or families, separated by commas (SPL,ZWN001)."),
            ),
            kind_option(terminal, tr("What sort of release it is; otherwise what the text says.")),
            profile_option(terminal),
        ):
            gathered = option(gathered)
        return gathered

    return decorate
