"""Holds the draft in front against what was published, and keeps which releases are left out of that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.checks.ports import Against
from pr_editor.review.model import Exclusion, now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.reuse_report import Pair, ReuseReport, Taken
    from pr_editor.app.services import Services
    from pr_editor.app.side_by_side import Sides
    from pr_editor.checks.ports import Source
    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.people import People
    from pr_editor.gui.look import Look
    from pr_editor.gui.reuse.report import ReportWindow
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.speech import Speech
    from pr_editor.library.store import Library
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message

_REASONS = 8
"""How many reasons given lately are offered again."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the report needs of the window."""

    services: Services
    drafts: Drafts
    checking: Checking
    autosave: Autosave
    librarian: Librarian
    people: People
    look: Look
    speech: Speech
    window: QWidget


class Reports(QObject):
    """Opens the report, fills it through the library's thread, and acts on what is decided there."""

    release_wanted = Signal(str)
    """A release (id) is to be shown in the library's window."""

    def __init__(self, tools: Tools) -> None:
        """Nothing is asked yet."""
        super().__init__(tools.window)
        self._tools = tools
        self._asked = 0
        self._made: ReportWindow | None = None
        tools.checking.finished.connect(self._checked)
        tools.drafts.shown.connect(lambda _: self._look_again())
        tools.librarian.changed.connect(self._look_again)

    @property
    def view(self) -> ReportWindow:
        """The report's window. It is made when it is first wanted: the main window should show soon."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def open(self, release: str = "", paragraph: int = 0) -> None:
        """Show the report about the draft in front, at what it takes from ``release`` (in ``paragraph``, from 1)."""
        if self._tools.drafts.current is not None:
            self.view.show()
            self.view.raise_()
            self.view.activateWindow()
            self.view.sources.setFocus()
            self._ask(release, paragraph)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        if self._made is not None:
            self._made.dress(icons)
            self._made.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        if self._made is not None:
            self._made.retranslate()

    def _make(self) -> ReportWindow:
        from pr_editor.gui.reuse.report import ReportWindow

        made = ReportWindow(self._tools.window, self._tools.speech)
        made.texts_wanted.connect(self._give_texts)
        made.excluded.connect(self._ask_why)
        made.taken_back.connect(self._take_back)
        made.release_wanted.connect(lambda source: self.release_wanted.emit(source.release))
        made.place_wanted.connect(self._go_to)
        if self._tools.look.icons is not None:
            made.dress(self._tools.look.icons)
        made.retranslate()
        return made

    def _checked(self, draft: OpenDraft) -> None:
        if draft is self._tools.drafts.current:
            self._look_again()

    def _look_again(self) -> None:
        if self._made is not None and self._made.isVisible():
            self._ask()

    def _ask(self, release: str = "", paragraph: int = 0) -> None:
        """Have the library hold the draft in front against its releases; only the newest answer counts."""
        from pr_editor.app.reuse_report import reuse_report
        from pr_editor.gui.reuse.report import Content

        tools, draft = self._tools, self._tools.drafts.current
        self._asked += 1
        asked = self._asked
        if draft is None or not tools.librarian.there:
            self.view.say(self._why_nothing(draft))
            return
        if not self.view.filled:
            self.view.say(tools.speech.tr("Looking through what was published…"))
        now_, profile = draft.draft(), tools.look.settings.profile
        exclusions = draft.session.exclusions
        without = frozenset(one.release for one in exclusions)

        def hold(library: Library) -> ReuseReport:
            lists = tools.services.profile(profile).lists
            return reuse_report(now_, lists, Against(library, draft.session.release, without))

        def held(report: ReuseReport) -> None:
            if asked == self._asked:
                self.view.show_content(Content(now_, report, exclusions), release, paragraph)

        def failed(why: Message) -> None:
            if asked == self._asked:
                self.view.say(tools.speech.render(why))

        tools.librarian.ask(hold, held, failed)

    def _why_nothing(self, draft: OpenDraft | None) -> str:
        tr = self._tools.speech.tr
        if draft is None:
            return tr("Open a draft: what of it was published before is shown here.")
        if loss := self._tools.librarian.shelf.loss:
            return self._tools.speech.render(loss)
        return tr("There is no library yet, so nothing is known of what was published.")

    def _give_texts(self, draft: Draft, taken: Taken) -> None:
        """Both texts with what they share marked, worked out where the window does not wait."""
        from pr_editor.app.side_by_side import beside_release

        source = taken.source

        def marked(library: Library) -> Sides:
            return beside_release(draft, library.show(source.release, source.number).draft, taken.pairs)

        self._tools.librarian.ask(
            marked,
            lambda both: self.view.show_texts(taken, both),
            lambda why: self.view.say(self._tools.speech.render(why)),
        )

    def _ask_why(self, source: Source) -> None:
        from pr_editor.gui.reuse.exclude import ExcludeForm

        draft, look = self._tools.drafts.current, self._tools.look
        if draft is None:
            return
        recent = look.settings.exclusion_reasons
        done = partial(self._exclude, draft, source)
        ExcludeForm(self.view, self._tools.speech, source.headline, recent, done).open()

    def _exclude(self, draft: OpenDraft, source: Source, reason: str) -> None:
        look, session = self._tools.look, draft.session
        exclusion = Exclusion(source.release, reason, self._tools.people.signed_in, now())
        session.exclusions = (*session.exclusions, exclusion)
        recent = (reason, *(old for old in look.settings.exclusion_reasons if old != reason))
        look.keep(exclusion_reasons=recent[:_REASONS])
        self._decided(draft)

    def _take_back(self, release: str) -> None:
        draft = self._tools.drafts.current
        if draft is not None:
            session = draft.session
            session.exclusions = tuple(one for one in session.exclusions if one.release != release)
            self._decided(draft)

    def _decided(self, draft: OpenDraft) -> None:
        self._tools.autosave.touch(draft)
        self._tools.checking.check(draft)
        self._look_again()

    def _go_to(self, pair: Pair) -> None:
        draft = self._tools.drafts.current
        if draft is None or draft.editor is None:
            return
        self.view.accept()
        draft.editor.move_caret(pair.paragraph.key, pair.start)
        draft.editor.setFocus()
