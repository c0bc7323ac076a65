"""Comments on passages, from the library to the text they are about as it is now, and those not yet handed over."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Postfix, Prefix

from pr_editor.review.comments import Thread, threads_of
from pr_editor.review.model import Comment
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pr_editor.library.store import Library
    from pr_editor.text.draft import Draft, Paragraph

_BESIDE = 40
"""Code points of the text on either side of a passage that tell it from others of the same words."""
_ENOUGH = 4
"""So many of them on one side, and it is taken for the passage."""
_LONG = 24
"""A passage of so many code points stands for itself, whatever is beside it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with the words it is about and those beside them, in the version it was made on."""

    thread: Thread
    words: str
    left: str = ""
    right: str = ""

    @property
    def id(self) -> tuple[int, int]:
        """What names it within its release."""
        return self.thread.id


def remarks_of(library: Library, release: str) -> tuple[Remark, ...]:
    """All comments on a release, oldest first. Raises ``KnownError``."""
    threads = threads_of(library.release(release))
    drafts = {number: library.show(release, number).draft for number in {thread.version for thread in threads}}
    return tuple(_remark(thread, drafts[thread.version].paragraphs) for thread in threads)


def locate(remark: Remark, paragraphs: Sequence[Paragraph]) -> Span | None:
    """Where the words of a comment stand in a text, however it was changed around them; None when they are gone.

    Of several places it is the one with most of what stood beside the words; of equal ones the nearest.
    """
    comment = remark.thread.comment
    found = [
        (likeness, -abs(at - comment.paragraph), -abs(start - comment.start), Span(paragraph.key, start, end))
        for at, paragraph in enumerate(paragraphs)
        for start, end, likeness in _places(remark, paragraph.text)
    ]
    return max(found)[-1] if found else None


def comment_on(draft: Draft, words: str, text: str) -> Comment:
    """A comment on ``words``. Raises ``KnownError`` unless they stand in the text exactly once."""
    places = [
        (at, found.start()) for at, p in enumerate(draft.paragraphs) for found in re.finditer(re.escape(words), p.text)
    ]
    if not places:
        raise KnownError("«{words}» is not in the text.", words=words)
    if len(places) > 1:
        raise KnownError("«{words}» stands in the text more than once; name some words beside it, too.", words=words)
    ((at, start),) = places
    return Comment(at, start, start + len(words), text)


def _remark(thread: Thread, paragraphs: Sequence[Paragraph]) -> Remark:
    comment = thread.comment
    text = paragraphs[comment.paragraph].text
    left, right = text[: comment.start], text[comment.end :]
    return Remark(thread, text[comment.start : comment.end], left[-_BESIDE:], right[:_BESIDE])


def _places(remark: Remark, text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and likeness of every place in ``text`` that may be the passage."""
    start = text.find(remark.words)
    while start >= 0:
        end = start + len(remark.words)
        likeness = _likeness(remark, text[:start][-_BESIDE:], text[end:][:_BESIDE])
        if likeness or len(remark.words) >= _LONG:
            yield start, end, likeness
        start = text.find(remark.words, start + 1)


def _likeness(remark: Remark, left: str, right: str) -> int:
    """How much of what stood beside the passage stands here; 0 when that is too little to tell."""
    before, after = Postfix.similarity(remark.left, left), Prefix.similarity(remark.right, right)
    same_left, same_right = remark.left == left, remark.right == right
    # The edge of a paragraph alone tells nothing: every one has two.
    telling = (same_left and left) or (same_right and right) or (same_left and same_right)
    return before + after + same_left + same_right if telling or max(before, after) >= _ENOUGH else 0


class PendingComments:
    """Comments a supervisor has made on a version that is not decided, kept until it is: a file for each version."""

    def __init__(self, folder: Path) -> None:
        """Keep them in ``folder``; it need not exist."""
        self._folder = folder

    def all(self, version: str, by: str) -> tuple[Comment, ...]:
        """Those of ``by`` on the version with this digest, in reading order. Raises ``KnownError``."""
        path = self._path(version, by)
        try:
            rows = json.loads(path.read_text("utf-8"))
            return tuple(Comment(**row) for row in rows)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError) as error:
            raise KnownError("Your comments could not be read. The file is kept: {path}", path=str(path)) from error

    def keep(self, version: str, by: str, comments: Sequence[Comment]) -> None:
        """Keep these and no others. Raises ``KnownError``."""
        path = self._path(version, by)
        rows = [asdict(one) for one in sorted(comments, key=lambda one: (one.paragraph, one.start, one.end))]
        try:
            if not rows:
                path.unlink(missing_ok=True)
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(path, json.dumps(rows, ensure_ascii=False).encode())
        except OSError as error:
            raise KnownError("Your comment could not be kept: {reason}", reason=error.strerror or "") from error

    def _path(self, version: str, by: str) -> Path:
        # Neither a digest with its colon nor a name is safe as the name of a file everywhere.
        return self._folder / f"{hashlib.sha256(f'{version} {by}'.encode()).hexdigest()[:32]}.json"
