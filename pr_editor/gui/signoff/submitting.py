"""Handing the draft in front in: by whom, with what, as which release."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.signoff.entered import Entered, Standing
from pr_editor.gui.signoff.marks import name_of
from pr_editor.review.model import ReleaseState
from pr_editor.review.people import Permission, require
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.services import Services
    from pr_editor.app.session import Session
    from pr_editor.checks.engine import Review
    from pr_editor.checks.model import Finding
    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.drafts.release_kinds import ReleaseKinds
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.people import People
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.signoff.submit import SubmitForm
    from pr_editor.gui.speech import Speech
    from pr_editor.library.log import Identity
    from pr_editor.library.store import Library
    from pr_editor.review.model import Metadata
    from pr_editor.text.message import Message

_DECIDED = (ReleaseState.APPROVED, ReleaseState.WITHDRAWN)
_STANDING = (ReleaseState.SUBMITTED, ReleaseState.APPROVED)
"""In these the same text is not handed in once more."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What handing in needs of the window."""

    services: Services
    drafts: Drafts
    checking: Checking
    reviewing: Reviewing
    release_kinds: ReleaseKinds
    autosave: Autosave
    librarian: Librarian
    people: People
    speech: Speech
    tell: Tell
    window: QWidget


class Submitting(QObject):
    """Opens the sheet and sends what it says to the library."""

    submitted = Signal(object)
    """An ``OpenDraft`` has been handed in."""
    show_release = Signal(str)
    """The user wants to see a release (id)."""

    def __init__(self, tools: Tools) -> None:
        """Nothing is entered yet."""
        super().__init__(tools.window)
        self._tools = tools
        self._entered: dict[str, Entered] = {}
        self._form: SubmitForm | None = None
        tools.drafts.removed.connect(lambda draft: self._entered.pop(draft.id, None))
        tools.checking.reviewed.connect(self._reviewed)
        tools.checking.state_changed.connect(lambda _: self._reviewed(tools.drafts.current))

    def begin(self) -> None:
        """Ask for what is missing and hand the draft in front in."""
        draft = self._tools.drafts.current
        if draft is not None:
            self._tools.people.with_signer(lambda signer: self._prepare(draft, signer))

    def edited(self, draft: OpenDraft) -> None:
        """The text was changed: who is logged in has a hand in it and can't be its second pair of eyes."""
        if self._tools.people.signer is not None:
            draft.session.editors.add(self._tools.people.signer.person.name)

    def _prepare(self, draft: OpenDraft, signer: Identity) -> None:
        try:
            require(signer.person, Permission.SUBMIT)
        except KnownError as error:
            self._failed(error.message)
            return
        if (entered := self._entered.get(draft.id)) is not None:
            self._open(draft, signer, entered)
            return
        session, review = draft.session, _review(draft)
        services, profile = self._tools.services, self._profile()

        def propose(library: Library) -> Entered:
            from pr_editor.app.submission import Prepared

            release = _own_release(library, session)
            before = library.show(release) if release else None
            prepared = Prepared(review, services.profile(profile), before)
            return Entered(prepared.proposed(), before.version.submission.waivers if before else ())

        self._tools.librarian.ask(propose, lambda entered: self._open(draft, signer, entered), self._failed)

    def _open(self, draft: OpenDraft, signer: Identity, entered: Entered) -> None:
        from pr_editor.gui.signoff.submit import SubmitForm

        if draft is not self._tools.drafts.current:
            return
        self._entered[draft.id] = entered
        kind = draft.session.release_kind or entered.metadata.kind
        entered.metadata = replace(entered.metadata, kind=kind)

        def submit(form: SubmitForm, metadata: Metadata, reasons: dict[str, str]) -> None:
            self._submit(draft, signer, form, metadata, reasons)

        def go_to(finding: Finding) -> None:
            self._tools.drafts.show_draft(draft)
            self._tools.reviewing.take(finding.fingerprint)

        name = signer.person.name
        review_as = partial(self._tools.release_kinds.review_as, draft)
        self._form = SubmitForm(self._tools.window, self._tools.speech, name, entered, submit, go_to, review_as)
        self._form.finished.connect(self._closed)
        review_as(kind)
        self._form.show_standing(self._standing(draft))
        self._form.open()

    def _closed(self) -> None:
        self._form = None

    def _reviewed(self, draft: OpenDraft | None) -> None:
        if self._form is not None and draft is not None and draft is self._tools.drafts.current:
            self._form.show_standing(self._standing(draft))

    def _standing(self, draft: OpenDraft) -> Standing:
        tr, findings = self._tools.speech.tr, tuple(draft.review.all_findings())
        exclusions = draft.session.exclusions
        if not draft.paragraphs():
            return Standing(problem=tr("There is no text to submit."))
        if not draft.review.checked or draft.review.texts != draft.texts():
            return Standing(findings, tr("The text is being checked…"), exclusions)
        if draft.release_state in _STANDING and draft.session.submitted == draft.draft().digest:
            return Standing(findings, tr("Nothing has changed since it was submitted."), exclusions)
        return Standing(findings, exclusions=exclusions, unanswered=draft.unanswered)

    def _submit(
        self, draft: OpenDraft, signer: Identity, form: SubmitForm, metadata: Metadata, reasons: dict[str, str]
    ) -> None:
        review, session = _review(draft), draft.session
        received, editors = session.received, frozenset(session.editors)
        exclusions, answers = session.exclusions, session.answers
        services, profile = self._tools.services, self._profile()

        def hand_in(library: Library) -> str:
            from pr_editor.app.submission import Prepared

            release = _own_release(library, session)
            before = library.show(release) if release else None
            prepared = Prepared(review, services.profile(profile), before)
            name, answered = signer.person.name, answers if release else ()
            handover = prepared.handover(metadata, name, reasons, received, editors, exclusions, answered)
            if release and library.release(release).state in _DECIDED:
                library.correct(release, handover, signer)
                return release
            return library.submit(handover, signer, release or None)

        def done(name: str) -> None:
            session.release, session.submitted = name, review.draft.digest
            session.editors -= editors
            session.answers = tuple(one for one in session.answers if one not in answers)
            draft.release_state = ReleaseState.SUBMITTED
            self._tools.autosave.touch(draft)
            self._entered.pop(draft.id, None)
            form.accept()
            what = message("Submitted as {release}.", release=name_of(name, self._tools.speech))
            more = message("It waits for a supervisor. You are told here when it comes back.")
            see = message("Show it")
            self._tools.tell(Notice(what, more, Tone.DONE, see, lambda: self.show_release.emit(name)))
            self.submitted.emit(draft)

        form.wait(True)
        self._tools.librarian.ask(hand_in, done, form.fail)

    def _profile(self) -> str:
        return self._tools.services.settings.load().profile

    def _failed(self, why: Message) -> None:
        self._tools.tell(Notice(message("The draft can't be submitted."), why, Tone.ERROR))


def _own_release(library: Library, session: Session) -> str:
    """The release a draft was handed in as; empty when it was not, or not in this library."""
    return session.release if library.knows(session.release, session.submitted) else ""


def _review(draft: OpenDraft) -> Review:
    """What the checker said about the text as it stands, in the form in which the commands have it."""
    from pr_editor.checks.engine import Failure, Review

    now_, known = draft.draft(), draft.review
    failures = tuple(Failure(tuple(codes), reason) for codes, reason in known.failures)
    return Review(now_, known.structure, tuple(known.all_findings()), failures)
