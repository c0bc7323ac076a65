"""What the command line says about passages of a text: comments with a decision, answers with the next text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from pr_editor.cli.library_options import in_ascii
from pr_editor.review.model import Answer, now
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pr_editor.cli.terminal import Decorator, Terminal

type Pairs = tuple[tuple[str, str], ...]
"""Words of a text, and what is said about them."""

_NO_COMMENT = N_("«{text}» is not some words of the text, = and a comment.")
_NO_ANSWER = N_("«{text}» is not the number of a comment, as 1.2, = and an answer.")
_NUMBER = re.compile(r"([1-9][0-9]*)\.([1-9][0-9]*)")


def comment_option(terminal: Terminal) -> Decorator:
    """``--comment``, handed to the command as ``comments``."""
    tr = terminal.tr

    def read(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> Pairs:
        pairs = []
        for value in values:
            words, _, text = (part.strip() for part in value.partition("="))
            if not words or not text:
                raise click.BadParameter(tr(_NO_COMMENT, text=value), ctx, param)
            pairs.append((words, text))
        return tuple(pairs)

    return click.option(
        "--comment",
        "comments",
        multiple=True,
        callback=read,
        metavar=tr("WORDS=TEXT"),
        help=tr("Comment on these words, which stand in the text once. May be given again."),
    )


def answer_options(terminal: Terminal) -> tuple[Decorator, ...]:
    """``--answer`` and ``--settle``."""
    tr = terminal.tr
    return (
        click.option(
            "--settle",
            "settled",
            multiple=True,
            callback=_answers_reader(terminal, settled=True),
            metavar=tr("NUMBER[=TEXT]"),
            help=tr("This comment, as 1.2 in «library show», is dealt with. May be given again."),
        ),
        click.option(
            "--answer",
            "answered",
            multiple=True,
            callback=_answers_reader(terminal, settled=False),
            metavar=tr("NUMBER=TEXT"),
            help=tr("Say something to this comment. May be given again."),
        ),
    )


def _answers_reader(terminal: Terminal, *, settled: bool) -> Callable[..., Sequence[Answer]]:
    """A click callback for answers; who gives them is known later."""

    def read(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> Any:
        answers = []
        for value in values:
            number, _, text = (part.strip() for part in value.partition("="))
            found = _NUMBER.fullmatch(in_ascii(number))
            if found is None or not (text or settled):
                raise click.BadParameter(terminal.tr(_NO_ANSWER, text=value), ctx, param)
            answers.append(Answer(int(found[1]), int(found[2]) - 1, "", now(), text, settled))
        return tuple(answers)

    return read
