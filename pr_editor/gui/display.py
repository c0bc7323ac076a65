"""Keeps what the panels show in step with what the controllers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from pr_editor.gui.actions import Needs
from pr_editor.gui.editor.marks import token_of
from pr_editor.gui.fixing import OPENINGS
from pr_editor.gui.panels.card import CardContent
from pr_editor.gui.panels.row_words import Standing
from pr_editor.gui.panels.snippet import Snippet, snippet
from pr_editor.gui.panels.status import Status
from pr_editor.gui.review import replacement

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding
    from pr_editor.gui.mainwindow import MainWindow
    from pr_editor.gui.open_draft import OpenDraft

_DECISIONS = (
    "fix-alike",
    "leave-here",
    "leave-draft",
    "leave-mine",
    "leave-house",
    "add-word",
    "add-house-word",
    "open-again",
    "why",
    "side-by-side",
    "other-place",
)


class Display(QObject):
    """Reads controllers, writes panels; decides nothing."""

    def __init__(self, window: MainWindow) -> None:
        """Follow the controllers of ``window``."""
        super().__init__(window)
        self._window = window
        self._saved: dict[str, str] = {}
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self.status)
        self._alike = 0
        """How many findings are like the one on the card."""
        window.reviewing.changed.connect(self.findings)
        window.reviewing.counted.connect(self.drafts)
        window.work.changed.connect(self._enable)
        window.reviewing.moved.connect(self._moved)
        window.origin.changed.connect(self.look_changed)
        window.comparing.changed.connect(self.look_changed)
        window.comparing.changed.connect(self.drafts)
        window.changes.shown.connect(self.look_changed)
        window.checking.state_changed.connect(lambda _: self.status())
        window.checking.kinds_changed.connect(lambda _: self.drafts())
        window.drafts.added.connect(lambda _: self.drafts())
        window.drafts.removed.connect(lambda _: self.drafts())
        window.desk.undo_changed.connect(self.undo)
        window.autosave.changed.connect(lambda name: self._saving(name, "waiting"))
        window.autosave.saved.connect(lambda name: self._saving(name, "saved"))
        window.autosave.failed.connect(lambda draft, _: self._saving(draft.id, "failed"))

    def everything(self) -> None:
        """Write all panels anew."""
        self.look_changed()
        self.drafts()
        self.findings()
        self.undo()

    def text_changed(self) -> None:
        """The text in front has changed."""
        self.status()
        self.undo()

    def look_changed(self) -> None:
        """Tick what the settings say."""
        look = self._window.look
        settings = look.settings
        self._window.menus.tick(
            {
                f"theme-{settings.theme}": True,
                f"language-{settings.language}": True,
                "half-spaces": settings.show_half_spaces,
                "invisibles": settings.show_invisibles,
                "show-drafts": look.show_drafts,
                "show-findings": look.show_findings,
                "from-pdf": self._window.origin.is_from_pdf,
                "compare": self._window.comparing.on,
                "changes": self._window.changes.on,
            }
        )
        self.status()

    def status(self) -> None:
        """The line at the bottom; while the words of a long text are being counted, once more soon."""
        window = self._window
        draft = window.drafts.current
        words = draft.words() if draft else None
        if draft is not None and words is None:
            self._counting.start()
        window.status.show_status(
            Status(
                words=words,
                paragraphs=len(draft.paragraphs()) if draft else 0,
                half_spaces=window.look.settings.show_half_spaces,
                invisibles=window.look.settings.show_invisibles,
                release=window.release_kinds.name(draft) if draft else "",
                profile=window.offers.profile_title(window.look.settings.profile),
                saved=self._saved.get(draft.id, "saved") if draft else "",
                checker=window.checking.state if draft else "idle",
            )
        )

    def drafts(self) -> None:
        """The list of drafts."""
        window = self._window
        rows = [(draft.id, draft.name, *self._row(draft)) for draft in window.drafts.all]
        current = window.drafts.current
        window.drafts_panel.show_drafts(rows, current.id if current else None)
        about = [current.name, self._state(current)] if current else []
        if window.comparing.shown:
            about.insert(1, window.speech.tr("Comparison"))
        window.setWindowTitle(" · ".join([*about, window.speech.tr("PR Editor")]))

    def _row(self, draft: OpenDraft) -> tuple[str, str]:
        """State and icon: what the library says goes before what was found."""
        state, icon = self._window.approval.following.state(draft)
        if state or icon:
            return state or self._state(draft), icon or "pencil"
        if not draft.seen:
            return f"{self._window.speech.tr('Unread')} · {self._state(draft)}", "circle"
        return self._state(draft), "pencil" if draft.open_findings or draft.review.finished < 0 else "check"

    def _state(self, draft: OpenDraft) -> str:
        tr = self._window.speech.tr
        if draft.review.finished < 0:
            return tr("Not checked yet")
        number = draft.open_findings
        if number == 1:
            return tr("{number} finding", number=number)
        return tr("{number} findings", number=number) if number else tr("Nothing open")

    def findings(self) -> None:
        """The panel, the marks in the text, the chips, and what can be done."""
        window = self._window
        draft, reviewing = window.drafts.current, window.reviewing
        self._sieve()
        window.findings_panel.say_empty(self._why_empty())
        window.findings_panel.show_findings(reviewing.groups, draft.review.texts if draft else {})
        window.bar.show_counts(reviewing.by_severity(), reviewing.sieve.severities)
        if draft is not None and draft.editor is not None:
            draft.editor.set_repeated(reviewing.repeated)
            draft.editor.show_findings(reviewing.open)
        self._card(reveal=False)
        self.drafts()

    def _sieve(self) -> None:
        """What is listed, how far the review is, and what is new."""
        window = self._window
        reviewing, panel = window.reviewing, window.findings_panel
        hidden = len(reviewing.listed) - len(reviewing.open)
        left = {one.fingerprint: why for one in reviewing.listed if hidden and (why := window.leaving.why(one))}
        fresh = reviewing.fresh
        panel.show_standing(Standing(len(reviewing.open), reviewing.decided, frozenset(fresh), left))
        panel.sieve.show_sieve(reviewing.sieve, reviewing.by_severity, reviewing.by_family)
        panel.sieve.show_more(fresh=len(fresh), left=reviewing.left, shows_left=reviewing.shows_left)
        window.menus.tick({"only-new": reviewing.sieve.fresh, "show-left": reviewing.shows_left})

    def _moved(self, _finding: Finding | None, reveal: bool) -> None:
        self._card(reveal=reveal)

    def _card(self, *, reveal: bool) -> None:
        window = self._window
        finding, draft = window.reviewing.current, window.drafts.current
        place = window.reviewing.place
        number = 0 if place is None else place + 1
        window.findings_panel.show_card(self._content(finding) if finding else None, number)
        if draft is not None and draft.editor is not None:
            draft.editor.set_current(finding.fingerprint if finding else None, reveal)
        self._enable()

    def _content(self, finding: Finding) -> CardContent:
        window = self._window
        other = next((one.span.key for one in finding.related if one.release is None), None)
        draft = window.drafts.current
        texts = draft.review.texts if draft else {}
        self._alike = len(window.fixing.like(finding))
        return CardContent(
            finding=finding,
            snippet=self._cut(finding),
            candidates=window.fixing.candidates(finding),
            ink=token_of(finding),
            alike=self._alike,
            other=texts.get(other, "") if other is not None else "",
            other_number=list(texts).index(other) + 1 if other in texts else 0,
            can_add_word=window.teaching.can_add_word(finding),
            can_add_house_word=window.teaching.can_add_word(finding) and window.approval.can_add_house_word,
            missing_line=OPENINGS.get(finding.code, ""),
            same=window.reviewing.same(finding),
            can_leave_mine=window.leaving.can_leave_for_good(finding),
            can_leave_house=window.leaving.by_house and window.leaving.can_leave_for_good(finding),
            fresh=finding.fingerprint in window.reviewing.fresh,
            left=window.leaving.why(finding),
        )

    def _cut(self, finding: Finding) -> Snippet:
        draft = self._window.drafts.current
        return snippet(finding, draft.review.texts.get(finding.span.key, "") if draft else "")

    def _why_empty(self) -> str:
        """What there is to do when nothing is listed."""
        window, tr = self._window, self._window.speech.tr
        draft = window.drafts.current
        if draft is None:
            return tr("Open a draft: what is found in it is listed here.")
        if not draft.review.checked:
            return tr("The text is being checked…")
        if window.reviewing.open:
            said, number = window.findings_panel.sieve.said(), len(window.reviewing.open)
            return tr(
                "None of the {number} findings is listed, because only these are asked for: {what}. "
                "Backspace lists them all.",
                number=number,
                what=said,
            )
        return tr("Nothing is open in this draft. Read it once more, then save a copy (Ctrl+S).")

    def _enable(self) -> None:
        window = self._window
        draft, finding = window.drafts.current, window.reviewing.current
        editor = draft.editor if draft else None
        sure = window.reviewing.sure
        there = {
            Needs.DRAFT: editor is not None,
            Needs.FINDING: finding is not None,
            Needs.FIX: bool(window.fixing.candidates(finding)),
            Needs.SAFE_FIXES: bool(sure),
            Needs.OTHER_PLACE: finding is not None and any(one.release is None for one in finding.related),
            Needs.RELATED: finding is not None and bool(finding.related),
            Needs.WORK: bool(window.work.all),
        }
        window.menus.enable(there)
        self._enable_leaving(finding)
        window.menus.actions["add-word"].setEnabled(window.teaching.can_add_word(finding))
        window.approval.enable()
        tr = window.speech.tr
        window.menus.say(
            "fix-safe",
            tr("Fix everything that is sure"),
            tr("Sure fixes ({number})", number=sure) if sure else tr("Sure fixes"),
        )
        window.menus.say("next", tr("Next finding"), tr("Next"))
        window.menus.say("compare", tr("Compare with the draft as received"), tr("Compare"))
        window.menus.say("previous", tr("Previous finding"), tr("Previous"))
        window.menus.say("submit", tr("Submit for approval…"), tr("Submit for approval"))

    def _enable_leaving(self, finding: Finding | None) -> None:
        """What can be left can be left for good, if it is about words; what was left can be opened again."""
        window, actions = self._window, self._window.menus.actions
        was_left = finding is not None and window.leaving.why(finding) is not None
        for_good = not was_left and window.leaving.can_leave_for_good(finding)
        for name in ("leave-here", "leave-draft"):
            actions[name].setEnabled(finding is not None and not was_left)
        actions["leave-mine"].setEnabled(for_good)
        actions["leave-house"].setEnabled(for_good and window.leaving.by_house)
        actions["open-again"].setEnabled(was_left)
        alike = self._alike if window.fixing.candidates(finding) else 0
        tr = window.speech.tr
        text = tr("Fix all of these ({number})", number=alike) if alike > 1 else tr("Fix all of these")
        window.menus.say("fix-alike", text)

    def undo(self) -> None:
        """Name what can be undone and redone."""
        window, tr = self._window, self._window.speech.tr
        editor = window.drafts.current.editor if window.drafts.current else None
        undo, redo = (editor.undo_name(), editor.redo_name()) if editor else ("", "")
        window.menus.say("undo", tr("Undo: {name}", name=undo) if undo else tr("Undo"))
        window.menus.say("redo", tr("Redo: {name}", name=redo) if redo else tr("Redo"))
        document = editor.document() if editor else None
        can_undo = document is not None and document.isUndoAvailable()
        can_redo = document is not None and document.isRedoAvailable()
        window.menus.enable({Needs.UNDO: can_undo, Needs.REDO: can_redo})

    def do(self, name: str) -> None:
        """Do what a key or a button of the findings panel says."""
        window = self._window
        moves = {
            "previous-family": lambda: window.reviewing.go_next_family(-1),
            "next-family": lambda: window.reviewing.go_next_family(1),
            "first": lambda: window.reviewing.go_to_end(first=True),
            "last": lambda: window.reviewing.go_to_end(first=False),
            "add-line": window.fixing.add_line,
        }
        if name in moves:
            moves[name]()
        else:
            window.menus.actions[name].trigger()

    def finding_menu(self, fingerprint: str, place: QPoint) -> None:
        """The card's offers as a menu at a place on the screen."""
        window = self._window
        window.reviewing.take(fingerprint, reveal=False)
        finding = window.reviewing.current
        if finding is None:
            return
        menu = QMenu(window)
        menu.aboutToHide.connect(menu.deleteLater)
        for at, fix in enumerate(window.fixing.candidates(finding)):
            title = replacement(finding, fix) or window.speech.render(fix.title)
            menu.addAction(title.replace("&", "&&")).triggered.connect(
                lambda _=False, at=at: window.fixing.fix_with(at)
            )
        menu.addSeparator()
        for name in _DECISIONS:
            if window.menus.actions[name].isEnabled():
                menu.addAction(window.menus.actions[name])
        menu.popup(place)

    def _saving(self, name: str, state: str) -> None:
        self._saved[name] = state
        self.status()
