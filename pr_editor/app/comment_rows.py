"""Comments on passages as a report shows them: what they are on, what was said, what was answered, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pr_editor.app.comments import Remark
    from pr_editor.app.i18n import Translator
    from pr_editor.review.model import Answer


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment in a report, in the words of its language."""

    passage: str
    by: str
    text: str
    answers: tuple[tuple[str, str], ...]
    """Who answered, and what; those who only settled it said nothing."""
    settled: bool
    state: str
    """Who settled it, or that it is open."""


def answered(remarks: Iterable[Remark], answers: Sequence[Answer]) -> tuple[Remark, ...]:
    """Comments with those of ``answers`` that are on them as well, as they go with a text not yet handed in."""
    return tuple(
        _with(remark, [one for one in answers if (one.version, one.comment) == remark.id]) for remark in remarks
    )


def comment_rows(remarks: Iterable[Remark], tr: Translator, somebody: str) -> tuple[CommentRow, ...]:
    """One row for each comment, in their order; ``somebody`` answered where nobody had logged in."""
    return tuple(_row(remark, tr, somebody) for remark in remarks)


def _with(remark: Remark, answers: Sequence[Answer]) -> Remark:
    thread = remark.thread
    return replace(remark, thread=replace(thread, answers=(*thread.answers, *answers)))


def _row(remark: Remark, tr: Translator, somebody: str) -> CommentRow:
    thread = remark.thread
    said = tuple((one.by or somebody, one.text) for one in thread.answers if one.text)
    state = tr("Not settled yet")
    if thread.settled:
        by = thread.answers[-1].by or somebody
        state = tr("Settled by {name}", name=by) if by else tr("Settled")
    return CommentRow(" ".join(remark.words.split()), thread.by, thread.comment.text, said, thread.settled, state)
