"""Comments of supervisors on passages, and what was said to them, over all versions of a release.

A comment is part of the decision it came with, an answer part of the next text handed in: both are signed, and neither
is ever changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.review.ports import Quoted
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from pr_editor.review.model import Answer, Comment, Release, Version
    from pr_editor.review.ports import Entry
    from pr_editor.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment, who made it, and the answers to it in their order."""

    version: int
    """The number of the version it is on."""
    number: int
    """Which of the comments on that version, from 0."""
    comment: Comment
    by: str
    at: datetime
    answers: tuple[Answer, ...] = ()

    @property
    def id(self) -> tuple[int, int]:
        """What names it within its release."""
        return self.version, self.number

    @property
    def place(self) -> int:
        """The number of its paragraph, from 1."""
        return self.comment.paragraph + 1

    @property
    def settled(self) -> bool:
        """Whether it is dealt with, by the last word about it."""
        return bool(self.answers) and self.answers[-1].settled


def threads_of(release: Release) -> tuple[Thread, ...]:
    """All comments on a release, oldest first."""
    answers: dict[tuple[int, int], list[Answer]] = {}
    for version in release.versions:
        for answer in version.submission.answers:
            answers.setdefault((answer.version, answer.comment), []).append(answer)
    return tuple(thread for version in release.versions for thread in _on(version, answers))


def quoted(comments: Iterable[Comment], draft: Draft) -> tuple[Quoted, ...]:
    """Comments with the words they are about, in the text ``draft`` they were made on."""
    texts = [paragraph.text for paragraph in draft.paragraphs]
    return tuple(Quoted(one, texts[one.paragraph][one.start : one.end]) for one in comments)


def words_of(history: Iterable[Entry]) -> dict[tuple[int, int], str]:
    """The words every comment on a release is about, by the ``id`` of its thread."""
    words: dict[tuple[int, int], str] = {}
    counts: Counter[int] = Counter()
    for entry in history:
        for one in entry.comments:
            words[entry.number, counts[entry.number]] = one.words
            counts[entry.number] += 1
    return words


def check_places(comments: Iterable[Comment], draft: Draft) -> None:
    """Raise ``KnownError`` for a comment on a passage that is not in the text ``draft``."""
    texts = [paragraph.text for paragraph in draft.paragraphs]
    for one in comments:
        if not (0 <= one.paragraph < len(texts) and 0 <= one.start < one.end <= len(texts[one.paragraph])):
            raise KnownError("A comment needs a passage it is about.")


def _on(version: Version, answers: Mapping[tuple[int, int], Sequence[Answer]]) -> Iterator[Thread]:
    said = ((sign_off, comment) for sign_off in version.sign_offs for comment in sign_off.comments)
    for number, (sign_off, comment) in enumerate(said):
        given = tuple(answers.get((version.number, number), ()))
        yield Thread(version.number, number, comment, sign_off.by, sign_off.at, given)
