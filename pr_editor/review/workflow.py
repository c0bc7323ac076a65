"""Which step may follow which: editing → submitted → returned or approved, later corrected or withdrawn.

What was published before it came here begins as approved, marked as from the archive, and goes on like any other.

``advance`` is the only way a release changes, and it is pure. Who stores releases stores the steps and replays them
here, so that what a file claims to have happened can be held against these rules at any time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.review.model import Eyes, Release, ReleaseState, SignOff, Submission, Verdict, Version
from pr_editor.review.people import Permission, require
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.review.model import OpenFinding, Step, Waiver
    from pr_editor.review.people import House, Person

_DECIDED = (ReleaseState.APPROVED, ReleaseState.WITHDRAWN)
_UNDONE = (ReleaseState.RETURNED, ReleaseState.WITHDRAWN)
"""After these the same text may be handed in once more."""


def advance(release: Release, step: Step, by: Person, house: House) -> Release:
    """The release after ``step``, taken by ``by`` under the rules of ``house``. Raises ``KnownError``."""
    if step.by != by.name:
        raise ValueError(f"a step of {step.by} taken by {by.name}")
    if isinstance(step, Submission):
        return _submit(release, step, by) if step.origin is None else _import(release, step, by)
    return _DECISIONS[step.verdict](release, step, by, house)


def eyes_for(release: Release, by: Person, house: House, *, emergency: bool = False) -> Eyes:
    """How independent ``by`` would be in approving the newest version. Raises ``KnownError`` when not enough."""
    if by.name not in contributors(release):
        return Eyes.FOUR
    if house.solo:
        return Eyes.SOLO
    if not emergency:
        raise KnownError("{name} edited or submitted this text; somebody else has to approve it.", name=by.name)
    if by.name not in house.emergency:
        raise KnownError("{name} is not among those who may approve in an emergency.", name=by.name)
    return Eyes.EMERGENCY


def contributors(release: Release) -> frozenset[str]:
    """All whose words nobody else has approved yet: who edited or submitted since the last four-eyes approval."""
    people: frozenset[str] = frozenset()
    for version in reversed(release.versions):
        approval = version.approval
        if approval is not None and approval.eyes is Eyes.FOUR:
            break
        people |= version.submission.contributors
    return people


def corrected_next(release: Release) -> int | None:
    """The number of the version that the next submission takes the place of: the last that was approved, if any."""
    return next((v.number for v in reversed(release.versions) if v.approval), None)


def unwaived(findings: Iterable[OpenFinding], waivers: Iterable[Waiver]) -> tuple[OpenFinding, ...]:
    """The blockers nobody has waived."""
    waived = {(waiver.fingerprint, waiver.code) for waiver in waivers}
    return tuple(f for f in findings if f.blocks and (f.fingerprint, f.code) not in waived)


def surviving(waivers: Iterable[Waiver], findings: Iterable[OpenFinding]) -> tuple[Waiver, ...]:
    """The waivers that still speak of something: those of changed words are dead."""
    standing = {(finding.fingerprint, finding.code) for finding in findings}
    return tuple(w for w in waivers if (w.fingerprint, w.code) in standing)


def _submit(release: Release, submission: Submission, by: Person) -> Release:
    require(by, Permission.SUBMIT)
    _check_waivers(release, submission)
    _check_exclusions(release, submission)
    _check_answers(release, submission)
    _check_correction(release, submission)
    versions = list(release.versions)
    if versions:
        last = versions[-1]
        if last.submission.digest == submission.digest and last.state not in _UNDONE:
            raise KnownError("Release {release}: nothing has changed since it was submitted.", release=release.id)
        if last.state is ReleaseState.SUBMITTED:
            versions[-1] = replace(last, state=ReleaseState.REPLACED)
    return replace(release, versions=(*versions, Version(len(versions) + 1, submission)))


def _import(release: Release, step: Submission, by: Person) -> Release:
    require(by, Permission.DECIDE)
    if release.versions:
        raise KnownError("There is already a release {release}.", release=release.id)
    if step != Submission(step.digest, step.by, step.at, origin=step.origin):
        raise ValueError(f"{release.id}: imported with what only a text written here has")
    vouched = SignOff(step.by, Verdict.APPROVE, step.digest, step.at, eyes=Eyes.ARCHIVE)
    return replace(release, versions=(Version(1, step, ReleaseState.APPROVED, (vouched,)),))


def _check_waivers(release: Release, submission: Submission) -> None:
    known = {waiver for version in release.versions for waiver in version.submission.waivers}
    standing = {(finding.fingerprint, finding.code) for finding in submission.findings}
    for waiver in submission.waivers:
        if not waiver.reason.strip():
            raise KnownError("The waiver for {code} needs a reason.", code=waiver.code)
        if (waiver.fingerprint, waiver.code) not in standing:
            raise KnownError("No open finding has the fingerprint {fingerprint}.", fingerprint=waiver.fingerprint)
        # A waiver counts in the name of the one who gave it, so nobody hands in a new one of somebody else.
        if waiver.by != submission.by and waiver not in known:
            raise KnownError("{name} did not give the waiver for {code}.", name=waiver.by, code=waiver.code)
    if blockers := unwaived(submission.findings, submission.waivers):
        codes = ", ".join(sorted({finding.code for finding in blockers}))
        raise KnownError("These blockers must be fixed or waived first: {codes}", codes=codes)


def _check_exclusions(release: Release, submission: Submission) -> None:
    known = {exclusion for version in release.versions for exclusion in version.submission.exclusions}
    for exclusion in submission.exclusions:
        if not exclusion.reason.strip():
            raise KnownError("Say why release {release} is left out.", release=exclusion.release)
        # As with waivers, but whoever worked on the text may have left it out.
        if exclusion.by not in submission.contributors and exclusion not in known:
            raise KnownError(
                "{name} did not leave release {release} out.", name=exclusion.by, release=exclusion.release
            )


def _check_answers(release: Release, submission: Submission) -> None:
    for answer in submission.answers:
        version = next((v for v in release.versions if v.number == answer.version), None)
        if version is None or not 0 <= answer.comment < len(version.comments):
            raise KnownError(
                "There is no comment {number} on version {version} of release {release}.",
                number=answer.comment + 1,
                version=answer.version,
                release=release.id,
            )
        if not answer.settled and not answer.text.strip():
            raise KnownError("An answer needs words.")
        if answer.by not in submission.contributors:
            raise KnownError("{name} did not give this answer.", name=answer.by)


def _check_comments(step: SignOff) -> None:
    for comment in step.comments:
        if not comment.text.strip():
            raise KnownError("A comment needs words.")
        if comment.paragraph < 0 or not 0 <= comment.start < comment.end:
            raise KnownError("A comment needs a passage it is about.")


def _check_correction(release: Release, submission: Submission) -> None:
    expected = corrected_next(release)
    if submission.corrects is None and release.state in _DECIDED:
        raise KnownError("Release {release} has been decided; it can only be corrected.", release=release.id)
    if submission.corrects is not None and expected is None:
        raise KnownError("Release {release} was never approved, so there is nothing to correct.", release=release.id)
    if submission.corrects != expected:
        raise ValueError(f"{release.id} corrects {submission.corrects}, not {expected}")


def _approve(release: Release, step: SignOff, by: Person, house: House) -> Release:
    require(by, Permission.DECIDE)
    _check_comments(step)
    version = _waiting(release, step)
    emergency = step.eyes is Eyes.EMERGENCY
    if step.eyes is not eyes_for(release, by, house, emergency=emergency):
        raise ValueError(f"{release.id}: approval marked {step.eyes}")
    if emergency and not step.note.strip():
        raise KnownError("An approval in an emergency needs a reason.")
    before = release.in_force
    versions = (replace(v, state=ReleaseState.CORRECTED) if v is before else v for v in release.versions[:-1])
    return replace(release, versions=(*versions, _decided(version, step, ReleaseState.APPROVED)))


def _return(release: Release, step: SignOff, by: Person, house: House) -> Release:
    require(by, Permission.DECIDE)
    _check_comments(step)
    version = _waiting(release, step)
    if not step.note.strip() and not step.comments:
        raise KnownError("Say why the text goes back.")
    return replace(release, versions=(*release.versions[:-1], _decided(version, step, ReleaseState.RETURNED)))


def _withdraw(release: Release, step: SignOff, by: Person, house: House) -> Release:
    require(by, Permission.DECIDE)
    version = release.in_force
    if version is None:
        raise KnownError("Release {release} has no approved version to withdraw.", release=release.id)
    _check_bytes(release, version, step)
    if not step.note.strip():
        raise KnownError("Say why the text is withdrawn.")
    recalled = _decided(version, step, ReleaseState.WITHDRAWN)
    return replace(release, versions=tuple(recalled if v is version else v for v in release.versions))


_DECISIONS = {Verdict.APPROVE: _approve, Verdict.RETURN: _return, Verdict.WITHDRAW: _withdraw}


def _waiting(release: Release, step: SignOff) -> Version:
    """The version that waits for a decision. Raises ``KnownError`` when there is none, or it is not the one meant."""
    if release.state is not ReleaseState.SUBMITTED:
        raise KnownError("Release {release} is not waiting for a decision.", release=release.id)
    version = release.versions[-1]
    _check_bytes(release, version, step)
    return version


def _check_bytes(release: Release, version: Version, step: SignOff) -> None:
    if step.digest != version.submission.digest:
        raise KnownError("The text of release {release} has changed since it was looked at.", release=release.id)


def _decided(version: Version, step: SignOff, state: ReleaseState) -> Version:
    return replace(version, state=state, sign_offs=(*version.sign_offs, step))
