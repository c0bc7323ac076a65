"""What the command line says about a text that is handed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from pr_editor.cli.comment_options import answer_options
from pr_editor.cli.library_options import day_option, in_ascii, moment_option
from pr_editor.cli.options import kind_option, profile_option
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pr_editor.cli.terminal import Decorator, Terminal
    from pr_editor.review.model import Answer

_FIELDS = ("file", "profile", "waive", "exclude", "received", "editors", "settled", "answered")
_NO_WAIVER = N_("«{text}» is not a fingerprint, = and a reason.")
_NO_EXCLUSION = N_("«{text}» is not the number of a release, = and a reason.")
_COMMA = re.compile("[,،]")


@dataclass(frozen=True, slots=True)
class What:
    """The text to hand in, and what is said about it."""

    file: str
    profile: str
    waive: Mapping[str, str]
    """Reasons by fingerprint."""
    exclude: Mapping[str, str]
    """Reasons by release."""
    metadata: Mapping[str, Any]
    """Those fields of ``Metadata`` that were named."""
    received: str | None
    editors: tuple[str, ...]
    settled: tuple[Answer, ...]
    answered: tuple[Answer, ...]
    """Answers to comments; who gives them is whoever hands in."""


def what_options(terminal: Terminal) -> Decorator:
    """The file and all that is said about it, handed to the command as ``what``."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        def gathered(**given: Any) -> Any:
            metadata = _metadata(given)
            what = What(metadata=metadata, **{field: given.pop(field) for field in _FIELDS})
            return command(what=what, **given)

        gathered.__dict__.update(command.__dict__)
        for option in (*_about_metadata(terminal), *answer_options(terminal), *_about_text(terminal)):
            gathered = option(gathered)
        return click.argument("file", metavar=terminal.tr("FILE"))(gathered)

    return decorate


def _about_text(terminal: Terminal) -> tuple[Decorator, ...]:
    tr = terminal.tr
    return (
        click.option(
            "--edited-by",
            "editors",
            multiple=True,
            metavar=tr("NAME"),
            help=tr("Somebody else who changed the text, and so can't approve it. May be given again."),
        ),
        click.option("--received", metavar=tr("FILE"), help=tr("The draft as it came in, to show what was changed.")),
        click.option(
            "--waive",
            multiple=True,
            callback=_reasons_reader(terminal, _NO_WAIVER, str.lower),
            metavar=tr("FINGERPRINT=REASON"),
            help=tr("Leave a finding as it is, and say why. May be given again."),
        ),
        click.option(
            "--exclude",
            multiple=True,
            callback=_reasons_reader(terminal, _NO_EXCLUSION, in_ascii),
            metavar=tr("ID=REASON"),
            help=tr("Don't hold the text against this earlier release, and say why. May be given again."),
        ),
        profile_option(terminal),
    )


def _about_metadata(terminal: Terminal) -> tuple[Decorator, ...]:
    tr = terminal.tr
    return (
        moment_option(
            terminal, "--embargo", tr("Not final before this moment, such as «1404-05-12 14:30»; empty: none.")
        ),
        day_option(terminal, "--date", tr("The day it is dated, such as 1404-05-12; otherwise today.")),
        click.option("--keywords", callback=_keywords, metavar=tr("WORDS"), help=tr("Keywords, separated by commas.")),
        click.option("--author", metavar=tr("NAME"), help=tr("Who wrote it; otherwise the name in the byline.")),
        click.option("--outlet", metavar=tr("NAME"), help=tr("The outlet it is for.")),
        kind_option(terminal, tr("What sort of release it is; otherwise what the text says.")),
    )


def _metadata(rest: dict[str, Any]) -> dict[str, Any]:
    """Take the fields of the metadata out of the options; those not given are left as they are proposed."""
    fields = {name: rest.pop(name) for name in ("kind", "outlet", "author", "keywords", "date", "embargo")}
    given = {name: value for name, value in fields.items() if value is not None}
    if "kind" in given:
        given["kind"] = ReleaseKind(given["kind"])
    if given.get("embargo") == "":
        given["embargo"] = None
    return given


def _reasons_reader(terminal: Terminal, mistake: str, read_name: Callable[[str], str]) -> Callable[..., dict[str, str]]:
    """A click callback for names and reasons: ``name=reason``. ``mistake`` is the message about anything else."""

    def read(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
        reasons = {}
        for value in values:
            name, _, reason = (part.strip() for part in value.partition("="))
            if not name or not reason:
                raise click.BadParameter(terminal.tr(mistake, text=value), ctx, param)
            reasons[read_name(name)] = reason
        return reasons

    return read


def _keywords(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    return tuple(dict.fromkeys(word for piece in _COMMA.split(value) if (word := " ".join(piece.split()))))
