"""Comments and answers as HTML, for the sheet to decide by and the history."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pr_editor.gui.comments.said import answer_said, quote_of
from pr_editor.review.comments import threads_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.speech import Speech
    from pr_editor.review.ports import Entry


def on_sheet(sheet: Sheet, speech: Speech) -> Iterator[str]:
    """What was said about passages of this version and of those before, with the answers.

    A comment on an older version stands with its words: they may be gone from this one.
    """
    tr, words = speech.tr, words_of(sheet.history)
    for thread in threads_of(sheet.release):
        if thread.version <= sheet.text.version.number:
            place = tr("Version {number}, paragraph {paragraph}", number=thread.version, paragraph=thread.place)
            said = tr("{name}: “{reason}”", name=thread.by, reason=thread.comment.text)
            answers = "".join(f"<br>{escape(answer_said(answer, speech))}" for answer in thread.answers)
            yield f"{escape(place)} · {escape(quote_of(words[thread.id]))}<br><b>{escape(said)}</b>{answers}"


def in_history(entry: Entry, speech: Speech) -> Iterator[str]:
    """What was said with one step."""
    for one in entry.comments:
        yield f"{escape(quote_of(one.words))}: {escape(one.comment.text)}"
    for answer in entry.answers:
        yield escape(answer_said(answer, speech))
