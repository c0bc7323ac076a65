"""A supervisor's comments on the version that is read: kept until it is decided, then part of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.comments.beside_text import Shown
from pr_editor.gui.comments.form import CommentForm
from pr_editor.gui.comments.said import answer_said, comment_said
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.review.comments import quoted, threads_of
from pr_editor.review.model import Comment
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.comments import PendingComments
    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.library.reader import Reader
    from pr_editor.gui.speech import Speech
    from pr_editor.review.comments import Thread


class Remarking(QObject):
    """Keeps list and marks of a reader in step with what was commented."""

    def __init__(self, reader: Reader, pending: PendingComments, speech: Speech, tell: Tell, window: QWidget) -> None:
        """Ask over ``window``; ``pending`` are the comments nobody has been given yet."""
        super().__init__(window)
        self._reader, self._pending, self._speech, self._tell = reader, pending, speech, tell
        self._window = window
        reader.filled.connect(self.refresh)
        reader.commented.add_wanted.connect(self._add)
        reader.commented.change_wanted.connect(self._change)
        reader.commented.remove_wanted.connect(self._remove)

    def refresh(self) -> None:
        """Show what was said about the version that is read."""
        sheet = self._reader.shown
        if sheet is None:
            return
        number, draft = sheet.text.version.number, sheet.text.draft
        threads = [thread for thread in threads_of(sheet.release) if thread.version == number]
        quotes = quoted([one.comment for one in threads], draft)
        said = [self._told(one, quote.words) for one, quote in zip(threads, quotes, strict=True)]
        mine = self.of(sheet)
        said += [
            Shown(one.comment, comment_said(one.words, "", one.comment.text, (), self._speech), True)
            for one in quoted(mine, draft)
        ]
        self._reader.commented.show_comments(said, open_=_may(sheet))

    def of(self, sheet: Sheet) -> tuple[Comment, ...]:
        """The comments that whoever reads a version has made on it and that go with his decision."""
        if not _may(sheet) or sheet.person is None:
            return ()
        try:
            return self._pending.all(sheet.text.version.submission.digest, sheet.person.name)
        except KnownError as error:
            self._tell(Notice(error.message, tone=Tone.ERROR))
            return ()

    def handed_over(self, sheet: Sheet) -> None:
        """The version is decided: the library has the comments now."""
        self._keep(sheet, ())

    def _told(self, thread: Thread, words: str) -> Shown:
        answers = [answer_said(answer, self._speech) for answer in thread.answers]
        comment = thread.comment
        return Shown(comment, comment_said(words, thread.by, comment.text, answers, self._speech), False)

    def _add(self, paragraph: int, start: int, end: int) -> None:
        self._ask(Comment(paragraph, start, end, ""))

    def _change(self, row: int) -> None:
        if (comment := self._at(row)) is not None:
            self._ask(comment)

    def _remove(self, row: int) -> None:
        sheet, comment = self._reader.shown, self._at(row)
        if sheet is None or comment is None:
            return
        before = self.of(sheet)

        def undo() -> None:
            self._keep(sheet, before)

        if self._keep(sheet, [one for one in before if one != comment]):
            self._tell(Notice(message("The comment was removed."), None, Tone.DONE, message("Undo"), undo))

    def _ask(self, comment: Comment) -> None:
        sheet = self._reader.shown
        if sheet is None:
            return
        (quote,) = quoted([comment], sheet.text.draft)

        def keep(form: CommentForm, text: str) -> None:
            others = [one for one in self.of(sheet) if one != comment]
            new = Comment(comment.paragraph, comment.start, comment.end, text)
            if self._keep(sheet, [*others, new]):
                self._reader.commented.choose(new)
                form.accept()

        CommentForm(self._window, self._speech, quote.words, comment.text, keep).open()

    def _keep(self, sheet: Sheet, comments: Sequence[Comment]) -> bool:
        """Whether they could be kept; if not, it is said."""
        if sheet.person is None:
            return False
        try:
            self._pending.keep(sheet.text.version.submission.digest, sheet.person.name, comments)
        except KnownError as error:
            self._tell(Notice(error.message, tone=Tone.ERROR))
            return False
        self.refresh()
        return True

    def _at(self, row: int) -> Comment | None:
        """The comment with this number in the list, if it can still be changed."""
        sheet = self._reader.shown
        mine = self.of(sheet) if sheet is not None else ()
        at = row - (self._reader.commented.list.count() - len(mine))
        return mine[at] if 0 <= at < len(mine) else None


def _may(sheet: Sheet) -> bool:
    """Whether who reads it may comment on it: who decides, while it waits."""
    return sheet.waits and sheet.power.decides
