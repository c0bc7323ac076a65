"""``pr-editor library import``: an archive of published releases comes into the library."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from pr_editor.cli.library_options import day_option, library_option, tell_warnings, who_options
from pr_editor.cli.options import kind_option, profile_option
from pr_editor.cli.terminal import BAD_INPUT, INTERRUPTED, OK, Terminal, example, language_option
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from pr_editor.app.archive_import import ArchiveImport
    from pr_editor.app.library import Shelf
    from pr_editor.cli.passphrase import Passphrases
    from pr_editor.text.message import Message


def command(terminal: Terminal) -> click.Command:
    """The command, with help in the user's language."""
    tr = terminal.tr

    @click.command(
        "import",
        help=tr(
            "Bring published releases into the library: files of any readable format, folders of them, or JSON Lines "
            "(.jsonl) with a release a line. They count as approved, marked as from the archive. Begun again after an "
            "interruption, it goes on where it was. Exit status: 0 all is in, 2 something is not, 130 interrupted."
        ),
        epilog=example(
            terminal,
            "pr-editor library import archive/ --as Maryam",
            "pr-editor library import 1402.jsonl --as Maryam --outlet 'public relations'",
            "pr-editor library import old.txt --as Maryam --date 1398-07-12 --list",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("files", nargs=-1, required=True, metavar=tr("FILE…"))
    @day_option(terminal, "--date", tr("The day of releases that name none themselves, such as 1398-07-12."))
    @click.option("--outlet", default="", metavar=tr("NAME"), help=tr("The outlet of releases that name none."))
    @kind_option(terminal, tr("What sort of releases they are, where they do not say it themselves."))
    @profile_option(terminal)
    @click.option("--list", "listed", is_flag=True, help=tr("Print number and place of every release that came in."))
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def import_(
        files: Sequence[str], listed: bool, who: str, passphrases: Passphrases, shelf: Shelf, **wishes: Any
    ) -> int:
        return _import(_Watch(terminal, listed), files, _Signing(shelf, who, passphrases), **wishes)

    return import_


@dataclass(frozen=True, slots=True)
class _Signing:
    """Into which library, and by whom."""

    shelf: Shelf
    who: str
    passphrases: Passphrases


class _Watch:
    """Tells on the terminal what happens: results to standard output, all else to standard error."""

    def __init__(self, terminal: Terminal, listed: bool) -> None:
        self.terminal = terminal
        self._listed = listed
        self.move: Callable[[int], None] | None = None
        """Moves the bar on; None where there is none."""

    def passed(self, size: int) -> None:
        """Move the bar on, if there is one."""
        if self.move is not None:
            self.move(size)

    def trouble(self, what: Message) -> None:
        """Name what is not imported, at once: an archive may have more such files than fit in memory."""
        self._clear()
        self.terminal.say(what)

    def remark(self, what: Message) -> None:
        """Say it."""
        self.trouble(what)

    def arrived(self, release: str, place: str) -> None:
        """A result, where results are wanted."""
        if self._listed:
            self._clear()
            self.terminal.show(f"{release}\t{place}\n")

    def _clear(self) -> None:
        """Take the bar off the line; it is drawn again when it moves."""
        if self.move is not None:
            click.echo("\r\033[K", nl=False, err=True)


def _import(
    watch: _Watch,
    files: Sequence[str],
    signing: _Signing,
    date: date | None,
    outlet: str,
    kind: str | None,
    profile: str,
) -> int:
    # Loading the rules takes longer than asking for help.
    from pr_editor.app.archive_import import ArchiveImport, Wishes

    terminal = watch.terminal
    wishes = Wishes(date, " ".join(outlet.split()), ReleaseKind(kind) if kind else None, profile)
    with signing.shelf.open() as library:
        identity = library.accounts.login(signing.who, signing.passphrases.ask(signing.who))
        job = ArchiveImport(terminal.services, library, identity, wishes, watch)
        status = _run(job, files, watch)
        tell_warnings(terminal, library)
    return status


def _run(job: ArchiveImport, files: Sequence[str], watch: _Watch) -> int:
    """Import and sum up, however it ends."""
    from pr_editor.app.archive_files import size_of
    from pr_editor.app.archive_import import summary

    terminal = watch.terminal
    status = OK
    try:
        if sys.stderr.isatty():
            with click.progressbar(length=size_of(files), file=sys.stderr) as bar:
                watch.move = bar.update
                job.run(files)
        else:
            job.run(files)
    except KnownError as error:
        terminal.say(error.message)
        status = BAD_INPUT
    except KeyboardInterrupt:
        terminal.say(message("Interrupted. What is in stays in; the same command goes on from here."))
        status = INTERRUPTED
    for line in summary(job.tally, terminal.tr):
        click.echo(line, err=True)
    return status or (BAD_INPUT if job.tally.failed else OK)
