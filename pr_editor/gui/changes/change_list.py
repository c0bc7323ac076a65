"""The list of changes in the window: shown, gone through, reversed, reported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.app.change_places import undoing
from pr_editor.app.changes import texts_of
from pr_editor.gui.changes.panel import ChangesPanel
from pr_editor.gui.dialogs.pages import rule_title
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.review.families import family_of
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.changes import Change
    from pr_editor.app.services import Services
    from pr_editor.gui.changes.ledger import Ledger
    from pr_editor.gui.comments.commenting import Commenting
    from pr_editor.gui.dialogs.ask import Ask
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.speech import Speech

_MANY = 10
"""More than so many are not reversed at one key without asking."""


class ChangeList(QObject):
    """Keeps the panel in step with the draft in front, and does what it asks for."""

    shown = Signal()
    """The panel has come or gone."""

    def __init__(
        self,
        services: Services,
        drafts: Drafts,
        ledger: Ledger,
        librarian: Librarian,
        comments: Commenting,
        speech: Speech,
        ask: Ask,
        tell: Tell,
        window: QWidget,
    ) -> None:
        """Begin with the panel hidden; ``comments`` are part of the report."""
        super().__init__(window)
        self._services, self._drafts, self._ledger, self._librarian = services, drafts, ledger, librarian
        self._speech, self._ask, self._tell, self._window = speech, ask, tell, window
        self._comments = comments
        self._titles: dict[tuple[str, str], str] = {}
        self.panel = ChangesPanel(speech, self.title, window)
        self.panel.hide()
        self.panel.go_wanted.connect(self.go_to)
        self.panel.turn_wanted.connect(self._turn)
        self.panel.left.connect(self._to_text)
        self.panel.closed.connect(self.close)
        ledger.changed.connect(self.refresh)
        drafts.shown.connect(lambda _: self.refresh())

    @property
    def on(self) -> bool:
        """Whether the panel is there."""
        return not self.panel.isHidden()

    def title(self, code: str) -> str:
        """What a rule is called in the language of the window."""
        wanted = code, self._speech.language
        if wanted not in self._titles:
            self._titles[wanted] = rule_title(self._services, self._speech, code)
        return self._titles[wanted]

    def toggle(self) -> None:
        """Come with the list, or put it away; with the focus elsewhere, only go there, if there is anything in it."""
        if self.on and (self.panel.table.hasFocus() or not self.panel.model.rows):
            self.close()
            return
        self.panel.show()
        self.refresh()
        self.panel.take_focus()
        self.shown.emit()

    def close(self) -> None:
        """Put the list away."""
        self.panel.hide()
        self._to_text()
        self.shown.emit()

    def refresh(self, _draft: OpenDraft | None = None) -> None:
        """The text or the changes of a draft are others than before."""
        draft = self._drafts.current
        if self.on:
            self.panel.show_changes(draft.session.changes if draft else (), draft.texts() if draft else {})

    def go_to(self, change: Change) -> None:
        """Choose the words of a change in the text, or come to where a paragraph stood; say so where neither is."""
        draft = self._drafts.current
        if draft is None or draft.editor is None:
            return
        place = change.places[0]
        back = undoing(place, texts_of(draft.paragraphs()))
        if back is None:
            why = change.why_not(draft.texts())
            self._tell(Notice(message("This change has no place in the text any more."), why))
            return
        draft.editor.select(back.span)
        draft.editor.setFocus()
        if place.whole and not place.now:
            self._tell(Notice(message("The paragraph that was deleted stood here.")))

    def report(self) -> None:
        """Ask where a report for the author goes, and write it."""
        # What reports are made with loads slowly, and is not needed to show the window.
        from pr_editor.app.change_report import ChangeReport
        from pr_editor.gui.changes.report_form import ReportForm

        if (draft := self._drafts.current) is not None:
            session, author = draft.session, self._ledger.author
            said = self._comments.remarks_on(draft)
            report = ChangeReport(draft.name, session.received, draft.draft(), session.changes, author, said)
            ReportForm(self._window, self._speech, self._services, self._librarian, report, self._reported).open()

    def _reported(self, path: str) -> None:
        self._tell(Notice(message("The change report was saved: {path}", path=path), tone=Tone.DONE))

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.panel.dress(icons)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.panel.retranslate()

    def _turn(self, changes: Sequence[Change]) -> None:
        """Reverse changes; those that are reversed are made again only where all are."""
        chosen = list(changes) if all(one.reversed for one in changes) else [one for one in changes if not one.reversed]
        if len(chosen) > _MANY:
            self._ask.before_reversing(len(chosen), partial(self._do, chosen))
        else:
            self._do(chosen)

    def _do(self, changes: Sequence[Change]) -> None:
        draft = self._drafts.current
        if draft is None or draft.editor is None:
            return
        left = self._ledger.reverse(draft, {change.id for change in changes}, self._step_name(changes))
        done = len(changes) - len(left)
        why = left[0].why_not(draft.texts()) if left else None
        if not done:
            self._tell(Notice(message("It can't be reversed."), why))
            return
        what = (
            message("{number} made again.", number=done)
            if changes[0].reversed
            else message("{number} reversed.", number=done)
        )
        more = (
            message("{number} could not be: their words do not stand there any more.", number=len(left))
            if left
            else None
        )
        self._tell(Notice(what, more, Tone.DONE, message("Undo"), draft.editor.undo, until_edit=True))

    def _step_name(self, changes: Sequence[Change]) -> str:
        tr, again = self._speech.tr, changes[0].reversed
        if len(changes) > 1:
            number = len(changes)
            return (
                tr("Making {number} fixes again", number=number)
                if again
                else tr("Reversing {number} fixes", number=number)
            )
        family = tr(family_of(changes[0].code).title)
        return tr("Making again: {family}", family=family) if again else tr("Reversing: {family}", family=family)

    def _to_text(self) -> None:
        draft = self._drafts.current
        if draft is not None and draft.editor is not None:
            draft.editor.setFocus()
