"""Reports of a review: the JSON of the contract, a text for people, a page for the browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pr_editor import __version__
from pr_editor.app.review import DraftReport, Outcome, Unreviewed, failure_message
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pr_editor.app.i18n import Translator
    from pr_editor.checks.model import Finding, Fix
    from pr_editor.profile.model import Profile
    from pr_editor.text.message import Message

SCHEMA = "pr-editor/check/1"

KIND_NAMES = {
    Kind.KICKER: N_("kicker"),
    Kind.HEADLINE: N_("headline"),
    Kind.LEAD: N_("lead"),
    Kind.BODY: N_("body"),
    Kind.SUBHEAD: N_("subhead"),
    Kind.LIST: N_("list"),
    Kind.BYLINE: N_("byline"),
    Kind.SOURCE: N_("source"),
    Kind.DATELINE: N_("dateline"),
    Kind.BOILERPLATE: N_("boilerplate"),
    Kind.CONTACT: N_("contact"),
    Kind.OTHER: N_("other"),
}
"""What people call a part of a release."""

SEVERITY_NAMES = (N_("note"), N_("warning"), N_("error"), N_("blocker"))
"""What people call a severity, by its value."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a report could not cover: a file, or some rules in a file."""

    name: str
    message: Message


def problems(outcomes: Sequence[Outcome]) -> list[Problem]:
    """Files without a draft and rules that did not run, in the order of the files."""
    found = []
    for outcome in outcomes:
        match outcome:
            case Unreviewed(name=name, message=why):
                found.append(Problem(name, why))
            case DraftReport(name=name, failures=failures):
                found += [Problem(name, failure_message(name, failure)) for failure in failures]
    return found


def check_report(outcomes: Sequence[Outcome], profile: Profile, tr: Translator) -> dict[str, Any]:
    """The JSON object of the contract, ``pr-editor/check/1``; messages in the language of ``tr``."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "profile": {"name": profile.name, "version": profile.version},
        "drafts": [_draft(outcome, tr) for outcome in outcomes if isinstance(outcome, DraftReport)],
        "errors": [{"path": problem.name, "message": tr.render(problem.message)} for problem in problems(outcomes)],
    }


def _draft(report: DraftReport, tr: Translator) -> dict[str, Any]:
    draft, place = report.draft, report.draft.index()
    byline, source = report.byline, report.source
    return {
        "path": report.name,
        "digest": draft.digest,
        "words": draft.words,
        "seconds": round(report.seconds, 4),
        "paragraphs": [
            {"index": at, "kind": paragraph.kind.value, "text": paragraph.text}
            for at, paragraph in enumerate(draft.paragraphs)
        ],
        "byline": byline
        and {
            "paragraph": place[byline.span.key],
            "name": byline.name,
            "role": byline.role,
            "organisation": byline.organisation,
        },
        "source": source and {"paragraph": place[source.span.key], "text": source.text},
        "findings": [_finding(finding, place, tr) for finding in report.findings],
    }


def _finding(finding: Finding, place: Mapping[int, int], tr: Translator) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity.label,
        "paragraph": place[finding.span.key],
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "message": tr.render(finding.message),
        "fixes": [_fix(fix, place, tr) for fix in finding.fixes],
        "related": [
            {
                "paragraph": place.get(other.span.key, other.span.key) if other.release is None else other.span.key,
                "start": other.span.start,
                "end": other.span.end,
                "release": other.release,
                "score": round(other.score, 4),
            }
            for other in finding.related
        ],
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix, place: Mapping[int, int], tr: Translator) -> dict[str, Any]:
    return {
        "title": tr.render(fix.title),
        "applicability": fix.applicability.label,
        "edits": [
            {
                "paragraph": place[edit.span.key],
                "start": edit.span.start,
                "end": edit.span.end,
                "text": edit.text,
            }
            for edit in fix.edits
        ],
    }
