"""The comments on the draft in front: followed in the library, shown at their places, answered with the next text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pr_editor.app.comment_rows import answered
from pr_editor.app.comments import Remark, locate, remarks_of
from pr_editor.gui.comments.form import AnswerForm
from pr_editor.gui.comments.panel import CommentsPanel
from pr_editor.gui.comments.said import answer_said, comment_said, draft_answer_said
from pr_editor.gui.editor.painting import Hits
from pr_editor.gui.notices import Notice
from pr_editor.review.model import Answer, now
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.window.mainwindow import MainWindow
    from pr_editor.library.store import Library
    from pr_editor.text.message import Message
    from pr_editor.text.span import Span

_PAUSE = 200
"""Milliseconds without a key after which the places of comments are looked for anew."""


class Commenting(QObject):
    """Keeps panel and marks in step with the draft in front; answers are part of its session until it is handed in."""

    changed = Signal()
    """There are comments on the draft in front, or there are none any more."""

    def __init__(self, window: MainWindow) -> None:
        """Nothing is known yet."""
        super().__init__(window)
        self._window, self._speech, self._drafts = window, window.speech, window.drafts
        self._remarks: dict[str, tuple[Remark, ...]] = {}
        self._places: dict[tuple[int, int], Span | None] = {}
        self._told = False
        """Whether there were any when it was last told."""
        self.panel = CommentsPanel(window.speech, window)
        self.panel.go_wanted.connect(self._go_to)
        self.panel.wanted.connect(lambda name: self.answer() if name == "answer" else self.settle())
        self.panel.list.currentRowChanged.connect(lambda _: self._look())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)

    def connect_to_window(self) -> None:
        """Hear of the library, the drafts and the text."""
        window = self._window
        self.panel.left.connect(window.edit.focus_text)
        self._drafts.shown.connect(lambda _: self.look())
        self._drafts.removed.connect(lambda draft: self._remarks.pop(draft.id, None))
        window.approval.librarian.changed.connect(self.look)
        window.desk.edited.connect(lambda _: self._pause.start())

    @property
    def there(self) -> bool:
        """Whether there are comments on the draft in front."""
        return bool(self._shown())

    def remarks_on(self, draft: OpenDraft) -> tuple[Remark, ...]:
        """All comments on a draft that was shown, with the answers that go with it when it is handed in."""
        return answered(self._remarks.get(draft.id, ()), draft.session.answers)

    def look(self) -> None:
        """Ask the library about the draft in front."""
        draft, librarian = self._drafts.current, self._window.approval.librarian
        self.refresh()
        if draft is None or not draft.session.release or not librarian.there:
            return
        release, text = draft.session.release, draft.session.submitted

        def ask(library: Library) -> tuple[Remark, ...]:
            return remarks_of(library, release) if library.knows(release, text) else ()

        def learned(remarks: tuple[Remark, ...]) -> None:
            self._remarks[draft.id] = remarks
            self.refresh()

        def failed(_why: Message) -> None:
            """Who follows the drafts says that the library can't be read; what is known stays, for it may pass."""

        librarian.ask(ask, learned, failed)

    def refresh(self) -> None:
        """Show the comments at the places where their words stand now."""
        draft, shown = self._drafts.current, self._shown()
        # Most drafts have no comments, and some are long.
        paragraphs = draft.paragraphs() if draft is not None and shown else ()
        self._places = {remark.id: locate(remark, paragraphs) for remark in shown}
        unsettled = sum(not self._is_settled(remark) for remark in shown)
        self.panel.show_comments([self._said(remark) for remark in shown], unsettled)
        self._look()
        if self._told != bool(shown):
            self._told = bool(shown)
            self.changed.emit()
        if draft is not None:
            draft.unanswered = sum(self._given(remark) is None for remark in shown)
        if draft is not None and draft.editor is not None:
            draft.editor.show_comments(self._marks(shown, {one.key: one.text for one in paragraphs}))

    def focus(self) -> None:
        """Go to the list."""
        if self.there:
            self.panel.list.setCurrentRow(max(self.panel.list.currentRow(), 0))
            self.panel.take_focus()

    def go_next(self) -> None:
        """To the next comment."""
        self._step(1)

    def go_previous(self) -> None:
        """To the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        # Before it is in front: a list that is handed the keys takes its first entry in hand.
        self.panel.list.step(by)
        self.panel.called.emit()

    def answer(self) -> None:
        """Ask what to say to the comment in hand."""
        draft, remark = self._drafts.current, self._in_hand()
        if draft is None or remark is None:
            return
        given = self._given(remark)

        def keep(form: AnswerForm, text: str, settled: bool) -> None:
            self._keep(draft, remark, text, settled=settled)
            form.accept()

        before = (given.text, given.settled) if given else ("", False)
        comment = remark.thread.comment.text
        AnswerForm(self._window, self._speech, comment, before, keep).open()

    def settle(self) -> None:
        """The comment in hand is dealt with; or it is not, if it was."""
        draft, remark = self._drafts.current, self._in_hand()
        if draft is not None and remark is not None:
            given = self._given(remark)
            self._keep(draft, remark, given.text if given else "", settled=not self._is_settled(remark))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.panel.retranslate()
        self.refresh()

    def _shown(self) -> tuple[Remark, ...]:
        """What the editor has to do with: all that was not settled in a text handed in."""
        draft = self._drafts.current
        known = self._remarks.get(draft.id, ()) if draft is not None else ()
        return tuple(remark for remark in known if not remark.thread.settled)

    def _marks(self, shown: Sequence[Remark], texts: Mapping[int, str]) -> dict[int, Hits]:
        """Where comments stand in these texts and what they say, by key of the paragraph."""
        placed = [(span, remark.thread) for remark in shown if (span := self._places[remark.id]) is not None]
        told = [(span, self._speech.tr("{name}: {text}", name=one.by, text=one.comment.text)) for span, one in placed]
        return {
            key: Hits(
                texts[key],
                [(span.start, span.end) for span, _ in told if span.key == key],
                [said for span, said in told if span.key == key],
            )
            for key in {span.key for span, _ in told}
        }

    def _in_hand(self) -> Remark | None:
        shown, row = self._shown(), self.panel.list.currentRow()
        return shown[row] if 0 <= row < len(shown) else None

    def _given(self, remark: Remark) -> Answer | None:
        """The answer that goes with the draft when it is handed in."""
        answers = self._drafts.current.session.answers if self._drafts.current else ()
        return next((one for one in answers if (one.version, one.comment) == remark.id), None)

    def _is_settled(self, remark: Remark) -> bool:
        given = self._given(remark)
        return given is not None and given.settled

    def _keep(self, draft: OpenDraft, remark: Remark, text: str, *, settled: bool) -> None:
        (version, number), session = remark.id, draft.session
        kept = [one for one in session.answers if (one.version, one.comment) != remark.id]
        if text or settled:
            by = self._window.approval.people.signed_in
            kept.append(Answer(version, number, by, now(), text, settled))
        session.answers = tuple(kept)
        self._window.autosave.touch(draft)
        self.refresh()

    def _said(self, remark: Remark) -> str:
        speech, thread, given = self._speech, remark.thread, self._given(remark)
        gone = "" if self._places[remark.id] else speech.tr("these words are not in the text any more")
        answers = [answer_said(answer, speech) for answer in thread.answers]
        answers += [draft_answer_said(given, speech)] if given else []
        return comment_said(remark.words, thread.by, thread.comment.text, answers, speech, gone)

    def _go_to(self, row: int) -> None:
        draft, remark = self._drafts.current, self._shown()[row]
        if draft is None or draft.editor is None:
            return
        # The text may have changed since the places were last looked for.
        span = locate(remark, draft.paragraphs())
        if span is None:
            what = message("The words of this comment are not in the text any more.")
            self._window.notices.tell(Notice(what, message("They were: {words}", words=remark.words)))
            return
        draft.editor.select(span)

    def _look(self) -> None:
        remark = self._in_hand()
        self.panel.look(settled=remark is not None and self._is_settled(remark))
