"""Handing in a text: what window and command line do alike between a review and the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.checks.registry import RULES
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.review.model import Exclusion, Metadata, Waiver, now, open_findings, today
from pr_editor.review.ports import Handover
from pr_editor.review.workflow import surviving, unwaived
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pr_editor.checks.engine import Engine, Review
    from pr_editor.checks.ports import Against
    from pr_editor.profile.model import Profile
    from pr_editor.review.model import Answer, OpenFinding
    from pr_editor.review.ports import VersionText
    from pr_editor.text.draft import Draft


class Prepared:
    """A reviewed text on its way into the library.

    ``findings`` are those that stand; ``carried`` the waivers of the version before that still speak of one of them.
    """

    def __init__(self, review: Review, profile: Profile, before: VersionText | None = None) -> None:
        """Take a review by ``profile``, and the newest version of the release the text belongs to.

        Raises ``KnownError`` when a rule did not run that may find blockers: nobody knows whether there are any.
        """
        _refuse_unchecked(review, profile)
        self._review = review
        self._profile = profile
        self._before = before
        self.findings = open_findings(review.draft, review.findings)
        self.carried = surviving(before.version.submission.waivers if before else (), self.findings)

    def proposed(self) -> Metadata:
        """What is probably right to know about the text: as for the version before, else as it says itself."""
        if self._before is not None:
            return self._before.metadata
        structure = self._review.structure
        kind = structure.release_kind or ReleaseKind.NEWS
        return Metadata(today(now()), kind, author=structure.byline.name if structure.byline else "")

    def blockers(self, reasons: Mapping[str, str]) -> tuple[OpenFinding, ...]:
        """What stands in the way when the fingerprints in ``reasons`` are waived. Raises ``KnownError``."""
        return unwaived(self.findings, (*self.carried, *self._waivers(reasons, "")))

    def handover(
        self,
        metadata: Metadata,
        by: str,
        reasons: Mapping[str, str],
        received: Draft | None = None,
        editors: Iterable[str] = (),
        exclusions: Iterable[Exclusion] = (),
        answers: Iterable[Answer] = (),
    ) -> Handover:
        """The text as ``by`` hands it in, waiving the fingerprints in ``reasons``. Raises ``KnownError``.

        ``exclusions`` are all that hold, ``answers`` those that are new; one without a name was made by ``by``.
        """
        given = self._waivers(reasons, by)
        left_out = tuple(replace(one, by=one.by or by) for one in exclusions)
        answered = tuple(replace(one, by=one.by or by) for one in answers)
        before = self._before.version.submission.exclusions if self._before else ()
        # Who decides what a text may be taken from works on it, and so does who answers for it.
        hands = {one.by for one in left_out if one not in before} | {one.by for one in answered}
        kept = (waiver for waiver in self.carried if waiver.fingerprint not in reasons)
        return Handover(
            draft=self._review.draft,
            metadata=metadata,
            findings=self.findings,
            waivers=(*kept, *given),
            exclusions=left_out,
            answers=answered,
            received=received,
            editors=frozenset(editors) | hands - {by},
            profile=f"{self._profile.name} {self._profile.version}",
        )

    def _waivers(self, reasons: Mapping[str, str], by: str) -> tuple[Waiver, ...]:
        codes = {finding.fingerprint: finding.code for finding in self.findings}
        for fingerprint in reasons:
            if fingerprint not in codes:
                raise KnownError("No open finding has the fingerprint {fingerprint}.", fingerprint=fingerprint)
        at = now()
        return tuple(Waiver(fingerprint, codes[fingerprint], by, reason, at) for fingerprint, reason in reasons.items())


def review_as(engine: Engine, draft: Draft, said: ReleaseKind | None, against: Against | None = None) -> Review:
    """Review a text as the kind it is handed in as: what is ``said``, else what it seems to be, news if nothing."""
    kind = said or engine.structure(draft).release_kind or ReleaseKind.NEWS
    return engine.review(draft, release_kind=kind, against=against)


def exclusions_of(before: VersionText | None, reasons: Mapping[str, str], by: str) -> tuple[Exclusion, ...]:
    """Those of the version before, and new ones of ``by`` with their reasons by release, which replace older ones."""
    kept = before.version.submission.exclusions if before else ()
    at = now()
    new = (Exclusion(release, reason, by, at) for release, reason in reasons.items())
    return (*(one for one in kept if one.release not in reasons), *new)


def _refuse_unchecked(review: Review, profile: Profile) -> None:
    failed, kind = [code for failure in review.failures for code in failure.codes], review.structure.release_kind
    codes = [code for code in failed if profile.severity(code, RULES[code].severity, kind) is Severity.BLOCKER]
    if codes:
        raise KnownError(
            "The rules {codes} could not run on this text, so it may hold blockers nobody has seen.",
            codes=", ".join(codes),
        )
