"""Handing in a text: what window and command line do alike between a review and the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.checks.registry import RULES
from pr_editor.checks.rules.byline import release_kind
from pr_editor.checks.view import DraftView, ParagraphView
from pr_editor.profile.model import ReleaseKind, Severity
from pr_editor.review.model import Metadata, Waiver, open_findings
from pr_editor.review.ports import Handover
from pr_editor.review.workflow import surviving
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from pr_editor.checks.engine import Review
    from pr_editor.profile.model import Profile
    from pr_editor.review.model import OpenFinding, Release
    from pr_editor.text.draft import Draft


def propose_metadata(review: Review, profile: Profile, day: date, previous: Metadata | None = None) -> Metadata:
    """What is probably right about a text handed in on ``day``: as its version before, else as it says itself."""
    if previous is not None:
        return previous
    byline = review.structure.byline
    view = DraftView(review.draft, tuple(map(ParagraphView, review.draft.paragraphs)), review.structure)
    kind = release_kind(view, profile.options.release_kind)
    return Metadata(date=day, kind=kind or ReleaseKind.NEWS, author=byline.name if byline else "")


def for_kind(profile: Profile, kind: ReleaseKind) -> Profile:
    """The house style as it holds for releases of this kind: a missing byline weighs more in a report than in news."""
    return replace(profile, options=replace(profile.options, release_kind=kind))


def give_waivers(
    reasons: Mapping[str, str], findings: Iterable[OpenFinding], by: str, at: datetime
) -> tuple[Waiver, ...]:
    """A waiver by ``by`` for each fingerprint. Raises ``KnownError`` when nothing open is called so."""
    codes = {finding.fingerprint: finding.code for finding in findings}
    if unknown := [fingerprint for fingerprint in reasons if fingerprint not in codes]:
        raise KnownError("No open finding has the fingerprint {fingerprint}.", fingerprint=", ".join(unknown))
    return tuple(Waiver(fingerprint, codes[fingerprint], by, reason, at) for fingerprint, reason in reasons.items())


def given_before(release: Release) -> tuple[Waiver, ...]:
    """The waivers handed in with the newest version: those of unchanged words count for the next one, too."""
    return release.versions[-1].submission.waivers if release.versions else ()


def build_handover(
    review: Review,
    profile: Profile,
    metadata: Metadata,
    waivers: Iterable[Waiver] = (),
    received: Draft | None = None,
    editors: Iterable[str] = (),
) -> Handover:
    """The reviewed text with its open findings and the waivers that speak of one; of two the later one counts.

    Raises ``KnownError`` when rules did not run that could have found a blocker.
    """
    refuse_unchecked(review, profile)
    findings = open_findings(review.draft, review.findings)
    standing = {waiver.fingerprint: waiver for waiver in surviving(waivers, findings)}
    return Handover(
        draft=review.draft,
        metadata=metadata,
        findings=findings,
        waivers=tuple(standing.values()),
        received=received,
        editors=frozenset(editors),
        profile=f"{profile.name} {profile.version}",
    )


def refuse_unchecked(review: Review, profile: Profile) -> None:
    """Raise ``KnownError`` when a rule did not run that may find blockers: nobody knows whether there are any."""
    failed = [code for failure in review.failures for code in failure.codes]
    codes = [code for code in failed if profile.severity(code, RULES[code].severity) is Severity.BLOCKER]
    if codes:
        raise KnownError(
            "The rules {codes} could not run on this text, so it may hold blockers nobody has seen.",
            codes=", ".join(codes),
        )
