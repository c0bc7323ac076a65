"""What every command is given: the program's services, the user's language, and a way to speak to him."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from pr_editor.app.i18n import LANGUAGES, Translator
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pr_editor.app.services import Services
    from pr_editor.text.message import Message

type Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

OK, FOUND, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses of the contract: nothing found; findings; usage or unreadable files; Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Results go to standard output, everything else to standard error."""

    services: Services
    tr: Translator

    def show(self, text: str) -> None:
        """Print a result, its line ends included. Raises ``KnownError`` when it can't be written."""
        try:
            click.echo(text, nl=False)
        except BrokenPipeError:
            raise
        except OSError as error:
            # What is left in the buffer would be tried again when the process ends, and change its exit status.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            reason = error.strerror or str(error)
            raise KnownError("The result cannot be written: {reason}", reason=reason) from error

    def say(self, what: Message) -> None:
        """Tell the user something that is no result."""
        click.echo(self.tr.render(what), err=True)


def choose_language(arguments: Sequence[str], services: Services) -> str:
    """``--lang``, else ``PR_EDITOR_LANG``, else the settings. Help itself is translated, so click can't be asked."""
    asked = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    for language in (asked, os.environ.get("PR_EDITOR_LANG")):
        if language in LANGUAGES:
            return language
    return services.settings.load().language


def language_option(terminal: Terminal) -> Decorator:
    """``--lang``, which every command has; ``choose_language`` has read it already."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=terminal.tr("Language of messages and help."),
    )


def example(terminal: Terminal, *lines: str) -> str:
    """The end of a help page: these command lines, each on a line of its own."""
    # \b keeps click from filling the lines into one paragraph.
    return "\b\n" + "\n".join([terminal.tr("Examples:"), *(f"  {line}" for line in lines)])


def tell_settings_problem(terminal: Terminal) -> None:
    """Say that the settings file is broken, if it is."""
    if problem := terminal.services.settings.problem:
        terminal.say(problem)
