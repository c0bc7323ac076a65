"""``pr-editor library list``, ``search``, ``show``, ``compare`` and ``export``: looking things up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pr_editor.cli.library_options import (
    filter_options,
    form_option,
    library_option,
    limit_option,
    print_json,
    release_argument,
)
from pr_editor.cli.terminal import OK, Terminal, example, language_option
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.app.library import Shelf
    from pr_editor.cli.terminal import Decorator
    from pr_editor.review.ports import Filters


def commands(terminal: Terminal) -> tuple[click.Command, ...]:
    """The commands, with help in the user's language."""
    return _list(terminal), _search(terminal), _show(terminal), _compare(terminal), _export(terminal)


def _list(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "list",
        help=tr("List releases, newest first."),
        epilog=example(
            terminal,
            "pr-editor library list --state submitted",
            "pr-editor library list --since 1404-01-01 --format json",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @filter_options(terminal)
    @limit_option(terminal, 100)
    @form_option(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def list_(filters: Filters, limit: int, form: str, shelf: Shelf) -> int:
        with shelf.open(readonly=True) as library:
            found = library.list(filters, limit)
        if form == "json":
            from pr_editor.app.release_json import list_json

            print_json(list_json(found))
        else:
            from pr_editor.app.release_text import list_text

            click.echo(list_text(found, tr), nl=False)
        return OK

    return list_


def _search(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "search",
        help=tr("Find releases that hold all WORDS, however they are spelled: «تامین» finds «تأمین», too."),
        epilog=example(
            terminal, "pr-editor library search solar power", "pr-editor library search تامین --author کریمی"
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("words", nargs=-1, required=True, metavar=tr("WORDS…"))
    @filter_options(terminal)
    @limit_option(terminal, 50)
    @form_option(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def search(words: Sequence[str], filters: Filters, limit: int, form: str, shelf: Shelf) -> int:
        with shelf.open(readonly=True) as library:
            hits = library.search(" ".join(words), filters, limit)
        if form == "json":
            from pr_editor.app.release_json import hits_json

            print_json(hits_json(hits))
        else:
            from pr_editor.app.release_text import hits_text

            click.echo(hits_text(hits, tr, lambda text: click.style(text, bold=True)), nl=False)
        if not hits:
            terminal.say(message("Nothing was found."))
        return OK

    return search


def _show(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "show",
        help=tr("Show a release: its text, what was open, what was waived, and all that happened to it."),
        epilog=example(terminal, "pr-editor library show 1404-0173", "pr-editor library show 1404-0173 --version 1"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("release", callback=release_argument, metavar=tr("ID"))
    @_version_option(terminal, tr("Show this version; otherwise the newest."))
    @form_option(terminal)
    @library_option(terminal)
    @language_option(terminal)
    def show(release: str, number: int | None, form: str, shelf: Shelf) -> int:
        with shelf.open(readonly=True) as library:
            text, history = library.show(release, number), library.history(release)
            whole = library.release(release)
        if form == "json":
            from pr_editor.app.release_json import show_json

            print_json(show_json(text, history, tr))
        else:
            from pr_editor.app.release_text import show_text

            click.echo(show_text(text, whole, history, tr), nl=False)
        return OK

    return show


def _compare(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "compare",
        help=tr("Show what differs between the versions A and B of a release, word by word: [-gone-] and {+new+}."),
        epilog=example(terminal, "pr-editor library compare 1404-0173 1 2"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("release", callback=release_argument, metavar=tr("ID"))
    @click.argument("a", type=click.IntRange(min=1), metavar="A")
    @click.argument("b", type=click.IntRange(min=1), metavar="B")
    @library_option(terminal)
    @language_option(terminal)
    def compare(release: str, a: int, b: int, shelf: Shelf) -> int:
        from pr_editor.app.release_text import compare_text
        from pr_editor.text.compare import compare as compare_drafts

        with shelf.open(readonly=True) as library:
            old, new = library.show(release, a).draft, library.show(release, b).draft
        differences = compare_text(compare_drafts(old, new), tr, _mark)
        click.echo(differences, nl=False)
        if not differences:
            terminal.say(message("The texts are the same."))
        return OK

    return compare


def _mark(gone: str, new: str) -> str:
    # As wdiff marks words; on a terminal they are coloured as well.
    before = click.style(f"[-{gone}-]", fg="red") if gone else ""
    return before + (click.style(f"{{+{new}+}}", fg="green") if new else "")


def _export(terminal: Terminal) -> click.Command:
    tr = terminal.tr

    @click.command(
        "export",
        help=tr("Write the approved text of a release to a text or Word file."),
        epilog=example(
            terminal,
            "pr-editor library export 1404-0173 --to release.docx",
            "pr-editor library export 1404-0173 --to proof.docx --proof",
        ),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("release", callback=release_argument, metavar=tr("ID"))
    @click.option(
        "--to",
        "path",
        required=True,
        type=click.Path(path_type=Path),
        metavar=tr("FILE"),
        help=tr("The file to write, ending in .txt or .docx."),
    )
    @_version_option(terminal, tr("Export this version; otherwise the one in force."))
    @click.option("--proof", is_flag=True, help=tr("Export it although it is not final; the text will say so."))
    @library_option(terminal)
    @language_option(terminal)
    def export(release: str, path: Path, number: int | None, proof: bool, shelf: Shelf) -> int:
        from pr_editor.app.export import export as write_copy
        from pr_editor.app.export import take_copy

        with shelf.open(readonly=True) as library:
            copy = take_copy(library, release, number, proof=proof, tr=tr)
        # The marks are for readers of the text, whatever language its editor works in.
        write_copy(copy, path, terminal.services.translator("fa"))
        terminal.say(message("Release {release} has been written to {path}", release=release, path=str(path)))
        return OK

    return export


def _version_option(terminal: Terminal, text: str) -> Decorator:
    return click.option("--version", "number", type=click.IntRange(min=1), metavar=terminal.tr("N"), help=text)
