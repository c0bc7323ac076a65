"""When what is sent to the checker, and what becomes of its answers."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from pr_editor.app import protocol
from pr_editor.checks.structure import Structure
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.draft import Kind
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.work import CheckerClient

_PAUSE = 80
"""Milliseconds without a keystroke before a check."""
_LONGEST = 900
"""Milliseconds after which a text is checked though the typing goes on."""
_GIVE_UP = 3
"""Deaths of the checker in a row after which the user hears that checking may stay away."""


class Checking(QObject):
    """Sends the draft in front after a short pause in the typing and hands the answers to its review."""

    reviewed = Signal(object)
    """More is known about an ``OpenDraft``: its findings should be shown anew."""
    finished = Signal(object)
    """An ``OpenDraft`` has been checked completely at its newest revision."""
    given_up = Signal(object)
    """The checker met a difficulty with an ``OpenDraft`` and says no more about the text it has."""
    kinds_changed = Signal(object)
    """The kinds of an ``OpenDraft`` were recognised anew."""
    recovered = Signal(object)
    """Checking works again: the ``Message`` that told otherwise can go."""
    state_changed = Signal(str)
    """``starting``, ``checking`` or ``idle``."""

    def __init__(self, client: CheckerClient, drafts: Drafts, tell: Tell, parent: QObject) -> None:
        """Listen to the client and to the drafts."""
        super().__init__(parent)
        self._client = client
        self._drafts = drafts
        self._tell = tell
        self._revisions = count(1)
        self._ready = False
        self._told: Message | None = None
        self._missing: set[str] = set()
        """Rules the user knows did not run."""
        self._changed: OpenDraft | None = None
        """The draft that was edited and not checked since."""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._check_shown)
        self._since = QElapsedTimer()
        client.ready.connect(self._client_ready)
        client.answered.connect(self._answered)
        client.trouble.connect(self._trouble)
        client.died.connect(self._died)
        drafts.removed.connect(lambda draft: client.forget(draft.id))

    @property
    def state(self) -> str:
        """``starting``, ``checking`` or ``idle``, for the status line."""
        if not self._ready:
            return "starting"
        draft = self._drafts.current
        return "checking" if draft is not None and (self._pause.isActive() or draft.review.awaited) else "idle"

    def text_changed(self) -> None:
        """The text in front was edited: check it after a pause."""
        self._client.hold()
        self._changed = self._drafts.current
        if not self._pause.isActive():
            self._since.start()
        self._pause.start(max(0, min(_PAUSE, _LONGEST - self._since.elapsed())))
        self.state_changed.emit(self.state)

    def check(self, draft: OpenDraft, *, can_wait: bool = False) -> None:
        """Have a draft checked now, or, if it ``can_wait``, when there is nothing else to do."""
        if draft is self._drafts.current:
            self._pause.stop()
        paragraphs, revision = draft.paragraphs(), next(self._revisions)
        draft.review.sent(revision, paragraphs)
        session = draft.session
        self._client.check(
            draft.id,
            revision,
            paragraphs,
            session.overrides,
            session.hints,
            from_pdf=session.from_pdf,
            release_kind=session.release_kind,
            own=session.release,
            without=tuple(one.release for one in session.exclusions),
            can_wait=can_wait,
        )
        self.state_changed.emit(self.state)

    def check_soon(self) -> None:
        """Check the draft in front once it is painted: taking all of a long text to the checker takes a while."""
        self._since.start()
        self._pause.start(0)

    def check_again(self) -> None:
        """Check the draft in front anew, as the user asked."""
        self._missing.clear()
        self._check_shown()

    def check_all(self) -> None:
        """Check every draft anew: those that have an editor now, the others in the backlog's time."""
        for draft in self._drafts.all:
            if draft.editor is not None:
                self.check(draft)
            else:
                draft.review.revision = -1

    def _check_shown(self) -> None:
        changed, self._changed = self._changed, None
        if changed is not self._drafts.current and changed in self._drafts.all:
            self.check(changed)  # Somebody turned to another draft before the pause was over.
        if self._drafts.current is not None:
            self.check(self._drafts.current)

    def _client_ready(self) -> None:
        self._ready = True
        self.state_changed.emit(self.state)

    def _draft(self, name: str | None) -> OpenDraft | None:
        return next((draft for draft in self._drafts.all if draft.id == name), None)

    def _answered(self, event: protocol.Structured | protocol.Found | protocol.Done) -> None:
        draft = self._draft(event.draft)
        if draft is None:
            return
        match event:
            case protocol.Structured():
                draft.review.kinds = {key: Kind(kind) for key, kind in event.kinds.items()}
                draft.review.structure = Structure(draft.review.kinds, event.byline, event.source, event.release_kind)
                self.kinds_changed.emit(draft)
            case protocol.Found():
                self._found(draft, event)
            case protocol.Done():
                draft.review.finished = event.revision
                if not draft.review.failures:
                    self._missing.clear()
                self.reviewed.emit(draft)
                self.finished.emit(draft)
                self.state_changed.emit(self.state)
                if self._told is not None:
                    self.recovered.emit(self._told)
                    self._told = None

    def _found(self, draft: OpenDraft, event: protocol.Found) -> None:
        draft.review.found(event.scope, event.keys, event.findings)
        if event.revision != draft.review.revision:
            return
        if event.scope == "paragraph" and not event.more:
            self.reviewed.emit(draft)
        if event.failures:
            draft.review.failures += event.failures
            self._failed({code for codes, _ in event.failures for code in codes})

    def _failed(self, failed: set[str]) -> None:
        """Say which rules did not run, but not with every keystroke."""
        if not failed <= self._missing:
            self._missing |= failed
            codes = "، ".join(sorted(failed))
            self._tell(
                Notice(
                    message("Some rules could not run: {codes}", codes=codes),
                    message("What they would have found is missing. Check again; if it stays so, please report it."),
                    Tone.ERROR,
                )
            )

    def _trouble(self, event: protocol.Trouble) -> None:
        self._tell(
            Notice(
                message("The checker reports a difficulty."), Message("{what}", (("what", event.message),)), Tone.ERROR
            )
        )
        if (draft := self._draft(event.draft)) is not None:
            draft.review.given_up = draft.review.revision
            self.reviewed.emit(draft)
            self.given_up.emit(draft)
            self.state_changed.emit(self.state)

    def _died(self, error: KnownError) -> None:
        self._ready = False
        more = message("Drafts can be edited and saved meanwhile.")
        if self._client.deaths >= _GIVE_UP:
            more = message("It has stopped several times. Drafts can be edited and saved; please report this.")
        self._told = error.message
        self._tell(Notice(error.message, more, Tone.ERROR))
        self.state_changed.emit(self.state)
