"""``pr-editor submit`` and ``correct``: hand in a text, with its blockers fixed or waived."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from pr_editor.app.review import failure_message
from pr_editor.checks.ports import Against
from pr_editor.cli.inputs import one_input
from pr_editor.cli.library_options import library_option, release_argument, tell_warnings, who_options
from pr_editor.cli.submit_options import what_options
from pr_editor.cli.terminal import FOUND, OK, Terminal, example, language_option, tell_settings_problem
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.library import Shelf
    from pr_editor.app.submission import Prepared
    from pr_editor.cli.passphrase import Passphrases
    from pr_editor.cli.submit_options import What
    from pr_editor.library.log import Identity
    from pr_editor.library.store import Library
    from pr_editor.review.model import OpenFinding
    from pr_editor.review.ports import Handover, VersionText
    from pr_editor.text.draft import Draft


def commands(terminal: Terminal) -> tuple[click.Command, ...]:
    """The commands, with help in the user's language."""
    return _submit(terminal), _correct(terminal)


def _submit(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "submit",
        help=tr(
            "Hand in a text for approval and print the number of its release. Every blocker has to be fixed or "
            "waived. Exit status: 0 handed in, 1 blockers stand in the way, 2 something else does."
        ),
        epilog=example(
            terminal,
            "pr-editor submit release.docx --as Faezeh",
            "pr-editor submit release.docx --as Faezeh --waive 4b0c7f21a9d3e865='the repetition is wanted'",
            "pr-editor submit release.docx --as Faezeh --release 1404-0173",
            "pr-editor submit release.docx --as Faezeh --exclude 1403-0052='the same fair, a year later'",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.option(
        "--release",
        callback=release_argument,
        metavar=tr("ID"),
        help=tr("Hand in a new version of this release; without it the text is a new release."),
    )
    @what_options(terminal)
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def submit(release: str | None, what: What, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        def send(library: Library, handover: Handover, identity: Identity) -> None:
            click.echo(library.submit(handover, identity, release))

        return _Counter(terminal, what, who, passphrases, shelf).hand_in(release, send)

    return submit


def _correct(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "correct",
        help=tr(
            "Hand in a text that is to take the place of an approved one, which counts until the new one is approved. "
            "Exit status: 0 handed in, 1 blockers stand in the way, 2 something else does."
        ),
        epilog=example(terminal, "pr-editor correct 1404-0173 corrected.docx --as Faezeh"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("release", callback=release_argument, metavar=tr("ID"))
    @what_options(terminal)
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def correct(release: str, what: What, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        def send(library: Library, handover: Handover, identity: Identity) -> None:
            number = library.correct(release, handover, identity)
            terminal.say(
                message("Version {number} of release {release} has been submitted.", number=number, release=release)
            )

        return _Counter(terminal, what, who, passphrases, shelf).hand_in(release, send)

    return correct


@dataclass(frozen=True, slots=True)
class _Counter:
    """Where one text is handed in."""

    terminal: Terminal
    what: What
    who: str
    passphrases: Passphrases
    shelf: Shelf

    def hand_in(self, release: str | None, send: Callable[[Library, Handover, Identity], None]) -> int:
        """Review the text and ``send`` it, unless blockers are in the way; gives the exit status."""
        # Loading the rules takes longer than asking for help.
        from pr_editor.app.submission import exclusions_of

        tell_settings_problem(self.terminal)
        what = self.what
        with self.shelf.open() as library:
            before = library.show(release) if release else None
            exclusions = exclusions_of(before, what.exclude, "")
            against = Against(library, release or "", frozenset(one.release for one in exclusions))
            prepared = self._prepare(library, before, against)
            if blockers := prepared.blockers(what.waive):
                self._tell(blockers)
                return FOUND
            identity = library.accounts.login(self.who, self.passphrases.ask(self.who))
            metadata = replace(prepared.proposed(), **what.metadata)
            received = self._read(what.received) if what.received else None
            name = identity.person.name
            answers = (*what.answered, *what.settled)
            handover = prepared.handover(metadata, name, what.waive, received, what.editors, exclusions, answers)
            send(library, handover, identity)
            tell_warnings(self.terminal, library)
        return OK

    def _prepare(self, library: Library, before: VersionText | None, against: Against) -> Prepared:
        from pr_editor.app.submission import Prepared, review_as

        services = self.terminal.services
        profile = services.profile(self.what.profile)
        kind = self.what.metadata.get("kind") or (before.metadata.kind if before else None)
        draft = self._read(self.what.file)
        words = services.words.words() | library.words.known_to(self.who)
        review = review_as(services.engine(profile, services.language(words)), draft, kind, against)
        for failure in review.failures:
            self.terminal.say(failure_message(self.what.file, failure))
        return Prepared(review, profile, before)

    def _read(self, name: str) -> Draft:
        given, services = one_input(name), self.terminal.services
        return (services.read(given.path) if given.path else services.read_bytes(given.data, name)).draft

    def _tell(self, blockers: tuple[OpenFinding, ...]) -> None:
        """Name what is in the way, each with the fingerprint that would waive it."""
        from pr_editor.app.release_text import finding_line

        tr = self.terminal.tr
        self.terminal.say(message("Not submitted. Blockers neither fixed nor waived: {count}", count=len(blockers)))
        for finding in blockers:
            click.echo("  " + finding_line(finding, tr), err=True)
            click.echo("    " + tr("--waive {fingerprint}=REASON", fingerprint=finding.fingerprint), err=True)
