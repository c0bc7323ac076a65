"""People, texts and findings for the tests about approval."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from pr_editor.profile.model import Severity
from pr_editor.review.model import Dated, Exclusion, OpenFinding, Origin, Release, SignOff, Submission, Verdict, Waiver
from pr_editor.review.people import House, Person, Role
from pr_editor.review.workflow import advance, corrected_next, eyes_for
from pr_editor.text.message import Message

AT = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
SARA = Person("سارا", Role.EDITOR)
OMID = Person("امید", Role.EDITOR)
LEILA = Person("لیلا", Role.SUPERVISOR)
BEHROUZ = Person("بهروز", Role.SUPERVISOR)
GUEST = Person("مهمان", Role.READER)
FOUR_EYES = House()


def digest(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def origin(text: str) -> Origin:
    return Origin("خبر.txt", Dated.TEXT, digest(f"file of {text}"), digest(text))


def finding(name: str = "a1", severity: Severity = Severity.BLOCKER) -> OpenFinding:
    return OpenFinding(name, "DUP001", severity, 1, 0, 4, "متنی", Message("The paragraph is repeated."))


def waiver(by: Person, name: str = "a1", reason: str = "نقل قول است") -> Waiver:
    return Waiver(name, "DUP001", by.name, reason, AT)


def exclusion(by: Person, reason: str = "هر سال همین است") -> Exclusion:
    return Exclusion("1403-0052", reason, by.name, AT)


def submission(text: str, by: Person, release: Release | None = None, **more: object) -> Submission:
    corrects = corrected_next(release) if release else None
    return Submission(**{"digest": digest(text), "by": by.name, "at": AT, "corrects": corrects, **more})  # type: ignore[arg-type]  # fields by name


def submitted(text: str, by: Person, release: Release | None = None, **more: object) -> Release:
    release = release or Release("1405-0001")
    return advance(release, submission(text, by, release, **more), by, FOUR_EYES)


def decided(
    release: Release, verdict: Verdict, by: Person, note: str = "", house: House = FOUR_EYES, *, emergency: bool = False
) -> Release:
    """The newest version approved or returned, or the one in force withdrawn."""
    eyes = eyes_for(release, by, house, emergency=emergency) if verdict is Verdict.APPROVE else None
    version = (release.in_force if verdict is Verdict.WITHDRAW else None) or release.versions[-1]
    return advance(release, SignOff(by.name, verdict, version.submission.digest, AT, note, eyes=eyes), by, house)
