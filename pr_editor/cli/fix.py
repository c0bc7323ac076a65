"""``pr-editor fix``: put right what is sure, and show or write the result."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pr_editor.app.review import Reviewer, failure_message
from pr_editor.checks.fixes import fix_all
from pr_editor.checks.model import Applicability
from pr_editor.cli.deliver import Fixed, diff_on, in_place, into_folder
from pr_editor.cli.inputs import gather
from pr_editor.cli.options import style_options
from pr_editor.cli.terminal import BAD_INPUT, OK, Terminal, example, language_option, tell_settings_problem
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.review import Input, Style
    from pr_editor.cli.deliver import Delivery


def command(terminal: Terminal) -> click.Command:
    """The command, with help in the user's language."""
    tr = terminal.tr
    examples = example(
        terminal,
        "pr-editor fix release.txt",
        "pr-editor fix --in-place release.docx",
        "pr-editor fix --unsafe --output fixed/ drafts/",
    )

    @click.command(
        "fix",
        help=tr(
            "Apply the fixes that are right whatever the text means. Without --in-place or --output nothing is "
            "written; the changes are shown. Exit status: 0 every file was written, 2 one was not."
        ),
        epilog=examples,
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("files", nargs=-1, required=True, metavar=tr("FILE…"))
    @style_options(terminal)
    @click.option("--unsafe", is_flag=True, help=tr("Apply the first candidate of doubtful findings, too."))
    @click.option("--diff", is_flag=True, help=tr("Show the changes as a unified diff (default)."))
    @click.option("--in-place", "inside", is_flag=True, help=tr("Change the files; FILE.orig keeps what was."))
    @click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        metavar=tr("FOLDER"),
        help=tr("Write the files into this folder, under their own names."),
    )
    @language_option(terminal)
    def fix(files: Sequence[str], style: Style, unsafe: bool, diff: bool, inside: bool, output: Path | None) -> int:
        if diff + inside + (output is not None) > 1:
            raise click.UsageError(tr("Choose one of --diff, --in-place and --output."))
        tell_settings_problem(terminal)
        inputs, missing = gather(files)
        deliver = in_place(inputs) if inside else into_folder(inputs, output) if output else diff_on(terminal)
        fixer = _Fixer(
            terminal, Reviewer(terminal.services, style), Applicability.ASK if unsafe else Applicability.SAFE
        )
        written = [fixer.fix(given, deliver) for given in inputs]
        for name in missing:
            terminal.say(name.message)
        return OK if all(written) and not missing else BAD_INPUT

    return fix


class _Fixer:
    """Fixes one draft after the other; what goes wrong with one is told and doesn't stop the others."""

    def __init__(self, terminal: Terminal, reviewer: Reviewer, least: Applicability) -> None:
        self._terminal = terminal
        self._reviewer = reviewer
        self._least = least

    def fix(self, given: Input, deliver: Delivery) -> bool:
        """Whether the draft was read, and written where it was to be."""
        try:
            document = self._reviewer.open(given)
            reviewer = self._reviewer
            draft, applied = fix_all(reviewer.engine, reviewer.draft(document), self._least, wanted=reviewer.wants)
            deliver(Fixed(given, document, draft))
        except KnownError as error:
            self._terminal.say(error.message)
            return False
        for failure in self._reviewer.engine.review(draft).failures:
            self._terminal.say(failure_message(given.name, failure))
        self._terminal.say(message("{name}: fixes applied: {count}", name=given.name, count=len(applied)))
        return True
