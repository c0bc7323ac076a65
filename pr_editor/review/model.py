"""The vocabulary of approval: what is handed in, what is decided about it, and what a release is made of.

Everything here is data. A release is the list of its versions; each was handed in as a ``Submission`` and carries every
``SignOff`` about it. Both name the version by the digest of its exact bytes, so that neither can be taken to speak of
another text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING

from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.model import Finding
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message

IRAN = timezone(timedelta(hours=3, minutes=30))
"""Iran's civil time; it has had no summer time since 1401, and the system's time zones may be missing."""


class ReleaseState(StrEnum):
    """Where a release stands, or one version of it."""

    EDITING = "editing"
    """Nothing has been handed in."""
    SUBMITTED = "submitted"
    RETURNED = "returned"
    """Back to editing, with reasons."""
    APPROVED = "approved"
    REPLACED = "replaced"
    """A version only: a newer one was handed in before anybody decided."""
    CORRECTED = "corrected"
    """A version only: it was approved, and an approved correction took its place."""
    WITHDRAWN = "withdrawn"
    """It was approved and has been recalled."""


class Verdict(StrEnum):
    """What a supervisor decides about a version."""

    APPROVE = "approve"
    RETURN = "return"
    WITHDRAW = "withdraw"


class Eyes(StrEnum):
    """How independent an approval is."""

    FOUR = "four"
    """By somebody who neither edited nor submitted the text."""
    SOLO = "solo"
    """In a house of one person, by the one who wrote it."""
    EMERGENCY = "emergency"
    """By a named person who wrote it, in need, with a reason."""
    ARCHIVE = "archive"
    """Published before it came here, as the supervisor who imported it vouches; nobody reviewed it here."""


class Dated(StrEnum):
    """How the day of an imported release is known. The values are stored."""

    FIELD = "field"
    """The archive names it."""
    TEXT = "text"
    OPTION = "option"
    """The importer named it for all that have none."""
    NAME = "name"
    """The names of file and folders hold it."""
    FILE = "file"
    """The day the file was last changed: a guess."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a release beside its text. Part of the bytes that are signed."""

    date: date
    """The day it is dated; shown in the Jalali calendar."""
    kind: ReleaseKind = ReleaseKind.NEWS
    outlet: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    embargo: datetime | None = None
    """Aware; before this moment the text is not final for anybody outside."""


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding that stood when the text was handed in. ``paragraph`` counts from 0; offsets are code points."""

    fingerprint: str
    code: str
    severity: Severity
    paragraph: int
    start: int
    end: int
    text: str
    message: Message

    @property
    def blocks(self) -> bool:
        """Whether it has to be waived before the text can be handed in."""
        return self.severity is Severity.BLOCKER


@dataclass(frozen=True, slots=True)
class Waiver:
    """«Leave it as it is»: who says so and why. It speaks of one fingerprint and dies when those words change."""

    fingerprint: str
    code: str
    by: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Exclusion:
    """«This earlier release may be taken from»: who says so and why. The text is then not held against it."""

    release: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """A supervisor's remark on ``[start, end)`` of a paragraph, in code points."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a comment when the text is handed in again; ``settled`` where it is held to be dealt with."""

    version: int
    """The number of the version the comment is on."""
    comment: int
    """Which of the comments on that version, from 0."""
    by: str
    at: datetime
    text: str = ""
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a published release was found. ``source`` is the digest of its bytes there, ``text`` of its paragraphs."""

    name: str
    """Path of the file inside the archive."""
    dated: Dated
    source: str
    text: str
    line: int | None = None
    """In a file of many releases, from 1."""
    id: str = ""
    """What the archive calls it: a number, an address."""

    @property
    def place(self) -> str:
        """File and line, with what the archive calls it: ``1402.jsonl:17 (n-5512)``."""
        place = self.name if self.line is None else f"{self.name}:{self.line}"
        return f"{place} ({self.id})" if self.id else place


@dataclass(frozen=True, slots=True)
class Submission:
    """A text handed in. ``digest`` names its exact bytes, ``received`` those of the draft the work began with.

    ``editors`` are all who changed it since the version before, whoever handed it in.
    """

    digest: str
    by: str
    at: datetime
    editors: frozenset[str] = frozenset()
    findings: tuple[OpenFinding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    """Earlier releases it was not held against."""
    answers: tuple[Answer, ...] = ()
    """To comments on the versions before."""
    received: str | None = None
    profile: str = ""
    """The house style it was reviewed by, and its version."""
    corrects: int | None = None
    """The number of the approved version it is to take the place of."""
    origin: Origin | None = None
    """Set on releases that were published elsewhere and imported by ``by``."""

    @property
    def contributors(self) -> frozenset[str]:
        """All who had a hand in the text; in an imported one nobody here had."""
        return frozenset() if self.origin else self.editors | {self.by}


@dataclass(frozen=True, slots=True)
class SignOff:
    """A supervisor's decision, bound to the exact bytes of one version. ``note`` is the reason where one is due."""

    by: str
    verdict: Verdict
    digest: str
    at: datetime
    note: str = ""
    comments: tuple[Comment, ...] = ()
    eyes: Eyes | None = None
    """Set on approvals only."""


type Step = Submission | SignOff


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it was handed in, and what was decided about it. Numbers count from 1."""

    number: int
    submission: Submission
    state: ReleaseState = ReleaseState.SUBMITTED
    sign_offs: tuple[SignOff, ...] = ()

    @property
    def approval(self) -> SignOff | None:
        """The approval, also of a version that was later corrected or withdrawn."""
        return next((s for s in self.sign_offs if s.verdict is Verdict.APPROVE), None)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All that was said about passages of it, in the order of the decisions."""
        return tuple(comment for sign_off in self.sign_offs for comment in sign_off.comments)


@dataclass(frozen=True, slots=True)
class Release:
    """A release and all its versions, oldest first."""

    id: str
    versions: tuple[Version, ...] = field(default=())

    @property
    def state(self) -> ReleaseState:
        """The state of the newest version."""
        return self.versions[-1].state if self.versions else ReleaseState.EDITING

    @property
    def in_force(self) -> Version | None:
        """The approved version that counts, even while a correction of it is waiting."""
        return next((v for v in reversed(self.versions) if v.state is ReleaseState.APPROVED), None)


def open_findings(draft: Draft, findings: Iterable[Finding]) -> tuple[OpenFinding, ...]:
    """The findings of ``draft`` as they are handed in with it."""
    positions = draft.index()
    return tuple(
        OpenFinding(
            f.fingerprint, f.code, f.severity, positions[f.span.key], f.span.start, f.span.end, f.text, f.message
        )
        for f in findings
    )


def now() -> datetime:
    """The present moment in UTC, to the second: that is how exactly times are kept."""
    return datetime.now(UTC).replace(microsecond=0)


def today(moment: datetime) -> date:
    """The day it is in Iran at that moment."""
    return moment.astimezone(IRAN).date()
