"""The sheet to hand a draft in with: what is known about it, and every blocker fixed or left with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pr_editor.app.dates import parse_day, parse_moment, show_day, show_moment
from pr_editor.gui.library.form import Form
from pr_editor.gui.panels.discard import discard
from pr_editor.gui.signoff.entered import Standing
from pr_editor.gui.signoff.marks import name_of
from pr_editor.gui.theme import fit
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.review.model import Metadata
from pr_editor.review.names import KINDS
from pr_editor.text.message import N_, KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.checks.model import Finding
    from pr_editor.gui.signoff.entered import Entered
    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import Waiver

REASONS = (
    N_("Repeated on purpose"),
    N_("Wording of the source"),
    N_("Agreed with the author"),
    N_("Agreed with the supervisor"),
)
_SIZE = (620, 640)
_QUOTE = 90


class Blocker(QFrame):
    """A finding in the way: go to it, or give a reason to leave it."""

    def __init__(self, form: SubmitForm, finding: Finding, waiver: Waiver | None, reason: str) -> None:
        """``waiver`` is the one given before; ``reason`` what was typed already."""
        super().__init__(form)
        self.finding = finding
        self.setProperty("card", True)
        tr = form.speech.tr
        sentence = form.label(form.speech.sentence(form.speech.render(finding.message)))
        quote = form.label(f"«{_short(finding.text)}»" if finding.text else "", tone="muted")
        quote.setVisible(bool(finding.text))
        self.reason = QComboBox(self, editable=True)
        self.reason.addItems(["", *(tr(text) for text in REASONS)])
        self.reason.setCurrentText(reason)
        line = self.reason.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Why it stays as it is — pick or write"))
        for part in (self.reason, line):
            part.setAccessibleName(tr("Why it stays as it is"))
        self.reason.currentTextChanged.connect(form.look)
        self.jump = QPushButton(tr("Go to it"), self)
        self.jump.setProperty("link", True)
        self.jump.setAutoDefault(False)
        self.jump.clicked.connect(lambda: form.jump(finding))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.addWidget(sentence)
        layout.addWidget(quote)
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(self.jump)
        layout.addLayout(row)
        if waiver is not None:
            self.reason.hide()
            given = tr("Left as it is by {name}: {reason}", name=waiver.by, reason=waiver.reason)
            layout.insertWidget(2, form.label(form.speech.sentence(given), tone="success"))
        self.waived_before = waiver is not None

    @property
    def text(self) -> str:
        """The reason given here and now."""
        return "" if self.waived_before else self.reason.currentText().strip()

    @property
    def settled(self) -> bool:
        """Whether it is in the way no more."""
        return self.waived_before or bool(self.text)


class SubmitForm(Form):
    """Kept beside the text: what changes there is seen here at once."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        name: str,
        entered: Entered,
        submit: Callable[[SubmitForm, Metadata, dict[str, str]], None],
        go_to: Callable[[Finding], None],
        review_as: Callable[[ReleaseKind], None],
    ) -> None:
        """``name`` is who hands in; ``submit`` gets the metadata and the reasons by fingerprint.

        ``review_as`` has the text reviewed as the kind it is handed in as.
        """
        super().__init__(window, speech, speech.tr("Submit for approval"), speech.tr("Submit"))
        self.setObjectName("submit")
        fit(self, *_SIZE)
        self.explain(
            speech.tr("The text is frozen as a version and waits for a supervisor. You submit it as {name}.", name=name)
        )
        self.entered = entered
        self._submit, self._go_to, self._review_as = submit, go_to, review_as
        self._standing = Standing(problem=speech.tr("The text is being checked…"))
        self.blockers: list[Blocker] = []
        self._add_fields(entered)
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._cards = QVBoxLayout()
        self.others = self.label(tone="muted")
        self.left_out = self.label(tone="muted")
        self.unanswered = self.label(tone="warning")
        self.body.addWidget(self._title)
        self.body.addLayout(self._cards)
        self.body.addWidget(self.others)
        self.body.addWidget(self.left_out)
        self.body.addWidget(self.unanswered)
        self.body.addStretch()

    def _add_fields(self, entered: Entered) -> None:
        tr, metadata = self.speech.tr, entered.metadata
        self.kind = self.row(tr("Kind"), QComboBox(self))
        for kind in ReleaseKind:
            self.kind.addItem(tr(KINDS[kind]), kind)
        self.kind.setCurrentIndex(self.kind.findData(metadata.kind))
        self.kind.currentIndexChanged.connect(lambda _: self._review_as(ReleaseKind(self.kind.currentData())))
        self.kind.setFocus()
        self.date = self.line(tr("Date"), entered.date or show_day(metadata.date, self.speech.translator))
        self.author = self.line(tr("Author"), metadata.author)
        self.outlet = self.line(tr("Outlet"), metadata.outlet)
        self.keywords = self.line(tr("Keywords"), "، ".join(metadata.keywords))
        self.keywords.setPlaceholderText(tr("separated by commas"))
        embargo = show_moment(metadata.embargo, self.speech.translator) if metadata.embargo else ""
        self.embargo = self.line(tr("Not before"), entered.embargo or embargo)
        self.embargo.setPlaceholderText(tr("no embargo; or a day and an hour, as {example}", example=self._example()))

    def _example(self) -> str:
        return self.speech.digits("1404/05/12 14:30")

    def show_standing(self, standing: Standing) -> None:
        """The text, or what is known about it, has changed."""
        reasons = self.reasons()
        self._standing = standing
        waivers = {(one.fingerprint, one.code): one for one in self.entered.waived}
        blocking = [one for one in standing.findings if one.severity is Severity.BLOCKER]
        if [one.fingerprint for one in blocking] != [card.finding.fingerprint for card in self.blockers]:
            kept = {**self.entered.reasons, **reasons}
            self._clear()
            for finding in blocking:
                waiver = waivers.get((finding.fingerprint, finding.code))
                self.blockers.append(Blocker(self, finding, waiver, kept.get(finding.fingerprint, "")))
                self._cards.addWidget(self.blockers[-1])
            self.order()
        self._say_counts()
        self._say_left_out()
        self.look()

    def reasons(self) -> dict[str, str]:
        """The reasons given here, by fingerprint."""
        return {card.finding.fingerprint: card.text for card in self.blockers if card.text}

    def jump(self, finding: Finding) -> None:
        """Leave for the text; what was entered is kept."""
        self.reject()
        self._go_to(finding)

    def reject(self) -> None:
        """Keep what was entered."""
        self._keep()
        super().reject()

    def why_not(self) -> str:
        """What has to be done before it can be handed in."""
        if self._standing.problem:
            return self._standing.problem
        try:
            self._metadata()
        except KnownError as error:
            return self.speech.render(error.message)
        left = sum(not card.settled for card in self.blockers)
        if left == 1:
            return self.speech.tr("One blocker is neither fixed nor left with a reason.")
        return (
            self.speech.tr("{number} blockers are neither fixed nor left with a reason.", number=left) if left else ""
        )

    def go(self) -> None:
        """Hand it in."""
        self._submit(self, self._metadata(), self.reasons())

    def _metadata(self) -> Metadata:
        """What the fields say. Raises ``KnownError``."""
        embargo = self.embargo.text().strip()
        words = self.keywords.text().replace(",", "،").split("،")
        return Metadata(
            date=parse_day(self.date.text()),
            kind=ReleaseKind(self.kind.currentData()),
            outlet=self.outlet.text().strip(),
            author=self.author.text().strip(),
            keywords=tuple(filter(None, map(str.strip, words))),
            embargo=parse_moment(embargo) if embargo else None,
        )

    def _keep(self) -> None:
        entered = self.entered
        entered.date, entered.embargo, entered.reasons = self.date.text(), self.embargo.text(), self.reasons()
        try:
            entered.metadata = self._metadata()
        except KnownError:
            return  # The field that is wrong is kept as it was typed.

    def _clear(self) -> None:
        self.blockers.clear()
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                discard(widget)

    def _say_counts(self) -> None:
        tr = self.speech.tr
        number = len(self.blockers)
        self._title.setText(
            tr("Blockers: fix each, or give a reason to leave it") if number else tr("Nothing blocks the text.")
        )
        rest = [one.severity for one in self._standing.findings if one.severity is not Severity.BLOCKER]
        counts = (
            (Severity.ERROR, "{number} error", "{number} errors"),
            (Severity.WARNING, "{number} warning", "{number} warnings"),
            (Severity.NOTE, "{number} note", "{number} notes"),
        )
        parts = [
            tr(one if rest.count(severity) == 1 else many, number=rest.count(severity))
            for severity, one, many in counts
            if severity in rest
        ]
        said = tr("Still open, for the supervisor to see: {what}", what=" · ".join(parts)) if parts else ""
        self.others.setText(self.speech.sentence(said))

    def _say_left_out(self) -> None:
        tr = self.speech.tr
        parts = [
            tr("{release}: {reason}", release=name_of(one.release, self.speech), reason=one.reason)
            for one in self._standing.exclusions
        ]
        said = tr("Not held against earlier releases: {what}", what=" · ".join(parts))
        self.left_out.setText(self.speech.sentence(said))
        self.left_out.setVisible(bool(parts))
        number = self._standing.unanswered
        self.unanswered.setText(
            self.speech.sentence(tr("Comments neither answered nor settled: {number}", number=number))
        )
        self.unanswered.setVisible(bool(number))


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(" ", 1)[0] + " …"
