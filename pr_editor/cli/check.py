"""``pr-editor check``: review drafts and print what was found."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pr_editor.app.house_counts import counts_now
from pr_editor.app.report import check_report, problems
from pr_editor.app.review import DraftReport, review_each
from pr_editor.cli.inputs import gather
from pr_editor.cli.options import style_options
from pr_editor.cli.terminal import BAD_INPUT, FOUND, OK, Terminal, example, language_option, tell_settings_problem
from pr_editor.profile.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pr_editor.app.review import Outcome, Style
    from pr_editor.cli.terminal import Decorator
    from pr_editor.profile.model import Profile

_COLOURS = {Severity.BLOCKER: "magenta", Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def command(terminal: Terminal) -> click.Command:
    """The command, with help in the user's language."""
    tr = terminal.tr

    @click.command(
        "check",
        help=tr(
            "Review drafts and print what is found. FILE may be a folder, or - for standard input. "
            "Exit status: 0 nothing as heavy as --fail-on, 1 there is, 2 a file could not be read."
        ),
        epilog=example(
            terminal,
            "pr-editor check release.docx",
            "pr-editor check drafts/ --format json --fail-on warning",
            "pr-editor check drafts/ --format sarif > drafts.sarif",
            "pr-editor check - --select SPL,ZWN001 < release.txt",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("files", nargs=-1, required=True, metavar=tr("FILE…"))
    @style_options(terminal)
    @_form_option(terminal)
    @_fail_option(terminal)
    @_jobs_option(terminal)
    @_library_option(terminal)
    @language_option(terminal)
    def check(files: Sequence[str], style: Style, form: str, fail_on: str, jobs: int, library: Path | None) -> int:
        if library is not None:
            shelf = terminal.services.shelf(library)
            style = replace(style, words=terminal.services.known_words(shelf), house=counts_now(shelf), library=library)
        return _check(terminal, style, files, form, Severity[fail_on.upper()], jobs)

    return check


def _form_option(terminal: Terminal) -> Decorator:
    return click.option(
        "--format",
        "form",
        type=click.Choice(tuple(_FORMS)),
        default="text",
        show_default=True,
        help=terminal.tr("Form of the report."),
    )


def _fail_option(terminal: Terminal) -> Decorator:
    return click.option(
        "--fail-on",
        type=click.Choice([severity.label for severity in Severity]),
        default=Severity.ERROR.label,
        show_default=True,
        help=terminal.tr("Least severity that makes the exit status 1."),
    )


def _jobs_option(terminal: Terminal) -> Decorator:
    tr = terminal.tr
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar=tr("N"),
        help=tr("How many drafts are reviewed at a time."),
    )


def _library_option(terminal: Terminal) -> Decorator:
    tr = terminal.tr
    return click.option(
        "--library",
        type=click.Path(path_type=Path),
        metavar=tr("DB"),
        help=tr(
            "Use this library: its dictionaries, which words stand together in its approved releases, and what of a "
            "draft was published before."
        ),
    )


def _check(terminal: Terminal, style: Style, files: Sequence[str], form: str, fail_on: Severity, jobs: int) -> int:
    """Review, print, tell what went wrong, and give the exit status."""
    tell_settings_problem(terminal)
    outcomes = _review(terminal, style, files, jobs)
    _print(terminal, style, outcomes, form)
    troubles = problems(outcomes)
    for trouble in troubles:
        terminal.say(trouble.message)
    if troubles:
        return BAD_INPUT
    return FOUND if _heaviest(outcomes) >= fail_on else OK


def _review(terminal: Terminal, style: Style, files: Sequence[str], jobs: int) -> list[Outcome]:
    """Review everything; on a terminal a bar shows how far it is."""
    inputs, missing = gather(files)
    outcomes = review_each(terminal.services, style, inputs, jobs)
    hidden = len(inputs) < 2 or not sys.stderr.isatty()
    with click.progressbar(outcomes, length=len(inputs), file=sys.stderr, hidden=hidden) as shown:
        return [*shown, *missing]


def _print(terminal: Terminal, style: Style, outcomes: Sequence[Outcome], form: str) -> None:
    terminal.show(_FORMS[form](terminal, style.resolve(terminal.services), outcomes))


def _text(terminal: Terminal, profile: Profile, outcomes: Sequence[Outcome]) -> str:
    from pr_editor.app.text_report import text_report

    # click leaves the colours out when standard output is no terminal.
    return text_report(outcomes, terminal.tr, _paint)


def _json(terminal: Terminal, profile: Profile, outcomes: Sequence[Outcome]) -> str:
    return _written(check_report(outcomes, profile, terminal.tr))


def _html(terminal: Terminal, profile: Profile, outcomes: Sequence[Outcome]) -> str:
    from pr_editor.app.html_report import html_report

    return html_report(outcomes, profile, terminal.tr, terminal.services.paths.templates) + "\n"


def _sarif(terminal: Terminal, profile: Profile, outcomes: Sequence[Outcome]) -> str:
    from pr_editor.app.sarif import sarif_report

    return _written(sarif_report(outcomes, profile, terminal.tr, terminal.services.rule_page, Path.cwd()))


_FORMS = {"text": _text, "json": _json, "html": _html, "sarif": _sarif}
"""How a report is written, by its form. Each loads what it needs: most runs need the first alone."""


def _written(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _paint(text: str, severity: Severity | None) -> str:
    return click.style(text, bold=True) if severity is None else click.style(text, fg=_COLOURS[severity])


def _heaviest(outcomes: Iterable[Outcome]) -> int:
    """The greatest severity found, or -1."""
    findings = (finding for outcome in outcomes if isinstance(outcome, DraftReport) for finding in outcome.findings)
    return max((finding.severity for finding in findings), default=-1)
