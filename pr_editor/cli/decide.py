"""``pr-editor approve``, ``return`` and ``withdraw``: what a supervisor decides about a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pr_editor.cli.comment_options import comment_option
from pr_editor.cli.library_options import library_option, release_argument, tell_warnings, who_options
from pr_editor.cli.terminal import OK, Terminal, example, language_option
from pr_editor.review.names import EYES
from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.library import Shelf
    from pr_editor.cli.comment_options import Pairs
    from pr_editor.cli.passphrase import Passphrases
    from pr_editor.library.log import Identity
    from pr_editor.library.store import Library
    from pr_editor.review.model import Comment
    from pr_editor.review.ports import VersionText


def commands(terminal: Terminal) -> tuple[click.Command, ...]:
    """The commands, with help in the user's language."""
    return _approve(terminal), _return(terminal), _withdraw(terminal)


def _approve(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "approve",
        help=tr("Sign the text that waits for a decision. Who edited or submitted it can't."),
        epilog=example(
            terminal,
            "pr-editor approve 1404-0173 --as Maryam",
            "pr-editor approve 1404-0173 --as Maryam --version 2",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("release", callback=release_argument, metavar=tr("ID"))
    @click.option(
        "--version",
        "number",
        type=click.IntRange(min=1),
        metavar=tr("N"),
        help=tr("The version you have looked at: a newer one is not approved in its place."),
    )
    @click.option(
        "--emergency",
        default="",
        metavar=tr("REASON"),
        help=tr("Approve what you wrote yourself, where the house lets you. It is marked for ever."),
    )
    @comment_option(terminal)
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def approve(
        release: str,
        number: int | None,
        emergency: str,
        comments: Pairs,
        who: str,
        passphrases: Passphrases,
        shelf: Shelf,
    ) -> int:
        with shelf.open() as library:
            text = library.show(release, number)
            seen, said = text.version.submission.digest, _on(text, comments)
            passphrase = passphrases.ask(who)
            eyes = library.approve(release, who, passphrase, seen=seen, emergency=emergency, comments=said)
            terminal.say(message("Release {release} has been approved.", release=release))
            if eyes in EYES:
                terminal.say(Message(EYES[eyes]))
            tell_warnings(terminal, library)
        return OK

    return approve


def _return(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "return",
        help=tr("Send the text that waits for a decision back to editing."),
        epilog=example(
            terminal,
            "pr-editor return 1404-0173 --as Maryam --note 'the lead needs the date'",
            "pr-editor return 1404-0173 --as Maryam --comment 'هزار جلد=از کجا؟'",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("release", callback=release_argument, metavar=tr("ID"))
    @click.option("--note", default="", metavar=tr("TEXT"), help=tr("What has to be changed."))
    @comment_option(terminal)
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def return_(release: str, note: str, comments: Pairs, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        def decide(library: Library, by: Identity) -> None:
            text = library.show(release)
            library.return_(release, by, note, _on(text, comments), seen=text.version.submission.digest)
            terminal.say(message("Release {release} has been returned.", release=release))

        return _decided(terminal, shelf, who, passphrases, decide)

    return return_


def _withdraw(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "withdraw",
        help=tr("Recall an approved text. It is kept, and so is the reason."),
        epilog=example(terminal, "pr-editor withdraw 1404-0173 --as Maryam --reason 'the figures were wrong'"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("release", callback=release_argument, metavar=tr("ID"))
    @click.option("--reason", required=True, metavar=tr("TEXT"), help=tr("Why it is recalled."))
    @who_options(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def withdraw(release: str, reason: str, who: str, passphrases: Passphrases, shelf: Shelf) -> int:
        def decide(library: Library, by: Identity) -> None:
            library.withdraw(release, by, reason)
            terminal.say(message("Release {release} has been withdrawn.", release=release))

        return _decided(terminal, shelf, who, passphrases, decide)

    return withdraw


def _on(text: VersionText, comments: Pairs) -> tuple[Comment, ...]:
    # Loading what finds passages takes longer than asking for help.
    from pr_editor.app.comments import comment_on

    return tuple(comment_on(text.draft, words, said) for words, said in comments)


def _decided(
    terminal: Terminal,
    shelf: Shelf,
    who: str,
    passphrases: Passphrases,
    decide: Callable[[Library, Identity], None],
) -> int:
    with shelf.open() as library:
        decide(library, library.accounts.login(who, passphrases.ask(who)))
        tell_warnings(terminal, library)
    return OK
