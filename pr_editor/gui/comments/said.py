"""What lists say about a comment: the words it is on, who said what, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.gui.speech import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import Answer

_QUOTE = 80


def comment_said(words: str, by: str, text: str, answers: Sequence[str], speech: Speech, note: str = "") -> str:
    """A line for the words, with a ``note`` about them, one for the comment, and one for each answer."""
    head = " · ".join(filter(None, (quote_of(words), note)))
    said = speech.tr("{name}: {text}", name=by, text=isolated(text)) if by else text
    return "\n".join(map(speech.sentence, (head, said, *answers)))


def answer_said(answer: Answer, speech: Speech) -> str:
    """An answer that was handed in, and whether it settles the comment."""
    tr = speech.tr
    if not answer.settled:
        return tr("Answer of {name}: {text}", name=answer.by, text=isolated(answer.text))
    if not answer.text:
        return tr("Settled by {name}", name=answer.by)
    return tr("Settled by {name}: {text}", name=answer.by, text=isolated(answer.text))


def draft_answer_said(answer: Answer, speech: Speech) -> str:
    """An answer that goes with the draft when it is handed in."""
    tr = speech.tr
    if not answer.settled:
        return tr("Your answer: {text}", text=isolated(answer.text))
    return tr("Settled by you: {text}", text=isolated(answer.text)) if answer.text else tr("Settled by you")


def quote_of(words: str) -> str:
    """The words of a passage from the right, whatever the line; cut between two where they are many."""
    shown = words if len(words) <= _QUOTE else words[:_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"\u2067«{shown}»\u2069"
