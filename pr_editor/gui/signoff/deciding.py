"""Approving, returning, recalling: each asks once more, and says what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from pr_editor.gui.library.form import Form
from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.signoff.marks import mark_of, name_of
from pr_editor.gui.signoff.reason import Reason, ReasonForm
from pr_editor.review.model import Eyes
from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.comments.remarking import Remarking
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.people import People
    from pr_editor.gui.speech import Speech
    from pr_editor.library.store import Library


class ApproveForm(Form):
    """The passphrase, which unlocks the key the version is signed with; in an emergency also the reason."""

    def __init__(
        self, window: QWidget, speech: Speech, sheet: Sheet, name: str, done: Callable[[Form, str, str], None]
    ) -> None:
        """``done`` gets the form, the passphrase and the reason of an emergency."""
        release, number = name_of(sheet.release.id, speech), sheet.text.version.number
        super().__init__(window, speech, speech.tr("Approve release {release}", release=release), speech.tr("Approve"))
        self.setObjectName("approve")
        self._done = done
        self.emergency: Reason | None = None
        self.explain(
            speech.tr(
                "You sign exactly this text: version {number}, {words} words. Any later change needs a new approval.",
                number=number,
                words=sheet.text.draft.words,
            )
        )
        eyes = Eyes.EMERGENCY if sheet.power.refusal is not None else sheet.power.eyes
        if mark := mark_of(eyes):
            said = speech.tr("The approval is marked for ever: {mark}.", mark=speech.tr(mark))
            self.body.addWidget(self.label(speech.sentence(said), tone="warning"))
        if eyes is Eyes.EMERGENCY:
            title = speech.tr("Why nobody else can approve it")
            self.emergency = Reason(self, title)
            self.emergency.textChanged.connect(self.look)
            self.body.addWidget(QLabel(title, self))
            self.body.addWidget(self.emergency)
        self.passphrase = self.line(speech.tr("Passphrase of {name}", name=name), secret=True)
        self.passphrase.setFocus()

    def why_not(self) -> str:
        """What is missing."""
        if self.emergency is not None and not self.emergency.toPlainText().strip():
            return self.speech.tr("Say why.")
        return "" if self.passphrase.text() else self.speech.tr("Type your passphrase.")

    def go(self) -> None:
        """Sign."""
        reason = self.emergency.toPlainText().strip() if self.emergency is not None else ""
        self._done(self, self.passphrase.text(), reason)

    def fail(self, message: Message) -> None:
        """Let the passphrase be typed again."""
        super().fail(message)
        self.passphrase.selectAll()
        self.passphrase.setFocus()


class Deciding(QObject):
    """Takes decisions to the library, as whoever is logged in."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        librarian: Librarian,
        people: People,
        remarking: Remarking,
        tell: Tell,
    ) -> None:
        """Ask over ``window``; ``remarking`` has the comments that go with a decision, ``tell`` shows what was done."""
        super().__init__(window)
        self._remarking = remarking
        self._window, self._speech, self._tell = window, speech, tell
        self._librarian, self._people = librarian, people

    def approve(self, sheet: Sheet) -> None:
        """Ask for the passphrase and sign the version that is shown, no other."""
        signer = self._people.signer
        if signer is None:
            return
        name, release, seen = signer.person.name, sheet.release.id, sheet.text.version.submission.digest
        comments = self._remarking.of(sheet)

        def sign(form: Form, passphrase: str, emergency: str) -> None:
            def approve(library: Library) -> Eyes:
                return library.approve(release, name, passphrase, seen=seen, emergency=emergency, comments=comments)

            what = message("Release {release} is approved.", release=name_of(release, self._speech))
            self._do(form, approve, what, sheet)

        form = ApproveForm(self._window, self._speech, sheet, name, sign)
        if comments:
            told = self._speech.tr("Your comments are kept with the approval: {number}.", number=len(comments))
            form.body.insertWidget(1, form.label(self._speech.sentence(told)))
        form.open()

    def send_back(self, sheet: Sheet) -> None:
        """Ask for the reasons and send the version back to its editor."""
        signer, release = self._people.signer, sheet.release.id
        if signer is None:
            return

        seen, comments = sheet.text.version.submission.digest, self._remarking.of(sheet)

        def send(form: Form, note: str) -> None:
            what = message("Release {release} goes back to its editor.", release=name_of(release, self._speech))
            self._do(form, lambda library: library.return_(release, signer, note, comments, seen=seen), what, sheet)

        tr = self._speech.tr
        title = tr("Return release {release}", release=name_of(release, self._speech))
        form = ReasonForm(self._window, self._speech, title, tr("Return"), send, needed=not comments)
        told = tr("Your comments go with it: {number}.", number=len(comments)) if comments else ""
        form.explain(" ".join(filter(None, (tr("The editor reads your reasons beside the text."), told))))
        form.open()

    def withdraw(self, sheet: Sheet) -> None:
        """Ask for the reason and recall the approved version."""
        signer, release = self._people.signer, sheet.release.id
        if signer is None:
            return

        def recall(form: Form, reason: str) -> None:
            what = message("Release {release} is withdrawn.", release=name_of(release, self._speech))
            self._do(form, lambda library: library.withdraw(release, signer, reason), what)

        title = self._speech.tr("Withdraw release {release}", release=name_of(release, self._speech))
        form = ReasonForm(self._window, self._speech, title, self._speech.tr("Withdraw"), recall)
        form.explain(self._speech.tr("The text is kept and stays readable; it counts as approved no more."))
        form.open()

    def _do(self, form: Form, job: Callable[[Library], object], what: Message, commented: Sheet | None = None) -> None:
        """Decide; the comments on a version that is ``commented`` are the library's from then on."""

        def done(result: object) -> None:
            if commented is not None:
                self._remarking.handed_over(commented)
            form.accept()
            mark = mark_of(result) if isinstance(result, Eyes) else ""
            self._tell(Notice(what, Message(mark) if mark else None, Tone.DONE))
            self._librarian.look_again()

        form.wait(True)
        self._librarian.ask(job, done, form.fail)
