"""Keeps what the panels show in step with what the controllers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from pr_editor.gui.panels.row_words import Standing
from pr_editor.gui.panels.status import Status
from pr_editor.gui.settings.keymap import with_key
from pr_editor.gui.window.card_writer import CardWriter
from pr_editor.gui.window.enabling import Enabling

if TYPE_CHECKING:
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.window.mainwindow import MainWindow


class Display(QObject):
    """Reads controllers, writes panels; decides nothing."""

    def __init__(self, window: MainWindow) -> None:
        """Follow the controllers of ``window``."""
        super().__init__(window)
        self._window = window
        self._saved: dict[str, str] = {}
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self.status)
        self.card = CardWriter(window)
        self._enabling = Enabling(window)
        window.reviewing.changed.connect(self.findings)
        window.reviewing.counted.connect(self.drafts)
        window.reviewing.weighed.connect(self._enable)
        window.work.changed.connect(self._enable)
        window.reviewing.moved.connect(lambda _, reveal: self._card(reveal=reveal))
        window.origin.changed.connect(self.look_changed)
        window.comparing.changed.connect(self.look_changed)
        window.comparing.changed.connect(self.drafts)
        window.changes.shown.connect(self.look_changed)
        window.checking.state_changed.connect(lambda _: self.status())
        window.checking.kinds_changed.connect(lambda _: self.drafts())
        window.drafts.added.connect(lambda _: self.drafts())
        window.drafts.removed.connect(lambda _: self.drafts())
        window.desk.undo_changed.connect(self._enabling.name_undo)
        window.taking_back.changed.connect(self._enabling.name_undo)
        window.autosave.changed.connect(lambda name: self._saving(name, "waiting"))
        window.autosave.saved.connect(lambda name: self._saving(name, "saved"))
        window.autosave.failed.connect(lambda draft, _: self._saving(draft.id, "failed"))

    def everything(self) -> None:
        """Write all panels anew."""
        self.look_changed()
        self.drafts()
        self.findings()
        self._enabling.name_undo()

    def text_changed(self) -> None:
        """The text in front has changed."""
        self.status()
        self._enabling.name_undo()

    def look_changed(self) -> None:
        """The settings, or what is shown beside the text."""
        self._enabling.tick()
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
        window.setWindowTitle(window.speech.row([*about, window.speech.tr("PR Editor")]))

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
            return tr("Not checked yet") if draft.review.awaited else tr("Could not be checked")
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

    def _why_empty(self) -> str:
        """What there is to do when nothing is listed."""
        window, tr = self._window, self._window.speech.tr
        draft = window.drafts.current
        if draft is None:
            return tr("Open a draft: what is found in it is listed here.")
        if draft.review.awaited:
            return tr("The text is being checked…")
        if not draft.review.checked:
            again = with_key(tr("Check again"), window.keys_of("recheck"))
            return tr(
                "This text could not be checked. Use “{command}”; if it stays so, please report it.", command=again
            )
        if window.reviewing.open:
            said, number = window.findings_panel.sieve.said(), len(window.reviewing.open)
            return tr(
                "None of the {number} findings is listed, because only these are asked for: {what}. "
                "Backspace lists them all.",
                number=number,
                what=said,
            )
        done = tr("Nothing is open in this draft. Read it once more, then save a copy")
        return f"{with_key(done, window.keys_of('save-copy'))}."

    def _card(self, *, reveal: bool) -> None:
        self.card.write(reveal=reveal)
        self._enable()

    def _enable(self) -> None:
        self._enabling.enable(self.card.alike)

    def _saving(self, name: str, state: str) -> None:
        self._saved[name] = state
        self.status()
