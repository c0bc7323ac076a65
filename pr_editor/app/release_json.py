"""Releases as JSON for other programs. Days are given in both calendars, moments in UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pr_editor.library.canonical import write_time
from pr_editor.library.jalali import to_jalali
from pr_editor.review.comments import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from pr_editor.app.i18n import Translator
    from pr_editor.review.model import Answer, Exclusion, Metadata, Origin, SignOff, Submission
    from pr_editor.review.people import Person
    from pr_editor.review.ports import Entry, Hit, Quoted, Summary, VersionText
    from pr_editor.text.draft import Draft

LIST = "pr-editor/releases/1"
SHOW = "pr-editor/release/1"
ACCOUNTS = "pr-editor/accounts/1"


def list_json(summaries: Iterable[Summary]) -> dict[str, Any]:
    """What ``library list`` prints."""
    return {"schema": LIST, "releases": [_summary(summary) for summary in summaries]}


def hits_json(hits: Iterable[Hit]) -> dict[str, Any]:
    """What ``library search`` prints: the list, with the paragraphs found; offsets count code points."""
    return {"schema": LIST, "releases": [_hit(hit) for hit in hits]}


def show_json(text: VersionText, history: Sequence[Entry], tr: Translator) -> dict[str, Any]:
    """What ``library show`` prints: one version, all it was handed in with, and what happened to its release."""
    return {
        "schema": SHOW,
        "id": text.release,
        **_version(text, tr),
        **_metadata(text.metadata),
        "paragraphs": [
            {"index": at, "kind": paragraph.kind.value, "text": paragraph.text}
            for at, paragraph in enumerate(text.draft.paragraphs)
        ],
        "history": [_entry(entry) for entry in history],
    }


def accounts_json(people: Iterable[Person]) -> dict[str, Any]:
    """What ``account list`` prints."""
    rows = [{"name": person.name, "role": person.role.value, "enabled": person.enabled} for person in people]
    return {"schema": ACCOUNTS, "accounts": rows}


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "state": summary.state.value,
        "headline": summary.headline,
        **_metadata(summary.metadata),
        "versions": summary.versions,
        "in_force": summary.in_force,
        "submitted_by": summary.submitted_by,
        "submitted_at": write_time(summary.submitted_at),
        "decided_by": summary.decided_by,
        "decided_at": _time(summary.decided_at),
        "eyes": summary.eyes and summary.eyes.value,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    found = [{"paragraph": h.paragraph, "text": h.text, "spans": [*map(list, h.spans)]} for h in hit.highlights]
    return {**_summary(hit.summary), "version": hit.number, "found": found}


def _metadata(metadata: Metadata) -> dict[str, Any]:
    return {
        "date": metadata.date.isoformat(),
        "jalali": to_jalali(metadata.date),
        "kind": metadata.kind.value,
        "outlet": metadata.outlet,
        "author": metadata.author,
        "keywords": list(metadata.keywords),
        "embargo": _time(metadata.embargo),
    }


def _version(text: VersionText, tr: Translator) -> dict[str, Any]:
    version = text.version
    return {
        "version": version.number,
        "state": version.state.value,
        **_submission(version.submission, tr),
        "decisions": [_decision(sign_off, text.draft) for sign_off in version.sign_offs],
    }


def _submission(handed: Submission, tr: Translator) -> dict[str, Any]:
    return {
        "digest": handed.digest,
        "profile": handed.profile,
        "corrects": handed.corrects,
        "origin": _origin(handed.origin),
        "submitted_by": handed.by,
        "submitted_at": write_time(handed.at),
        "editors": sorted(handed.editors),
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.label,
                "paragraph": finding.paragraph,
                "start": finding.start,
                "end": finding.end,
                "text": finding.text,
                "message": tr.render(finding.message),
                "fingerprint": finding.fingerprint,
            }
            for finding in handed.findings
        ],
        "waivers": [
            {
                "fingerprint": waiver.fingerprint,
                "code": waiver.code,
                "by": waiver.by,
                "reason": waiver.reason,
                "at": write_time(waiver.at),
            }
            for waiver in handed.waivers
        ],
        "exclusions": _exclusions(handed.exclusions),
        "answers": _answers(handed.answers),
    }


def _exclusions(exclusions: Iterable[Exclusion]) -> list[dict[str, Any]]:
    """Earlier releases the text was not held against."""
    return [
        {"release": one.release, "reason": one.reason, "by": one.by, "at": write_time(one.at)} for one in exclusions
    ]


def _answers(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """What was said to comments on earlier versions; comments count from 0, as they stand in their decision."""
    return [
        {
            "version": one.version,
            "comment": one.comment,
            "by": one.by,
            "at": write_time(one.at),
            "text": one.text,
            "settled": one.settled,
        }
        for one in answers
    ]


def _comments(comments: Iterable[Quoted]) -> list[dict[str, Any]]:
    """What was said about passages, and their words."""
    return [
        {
            "paragraph": one.comment.paragraph,
            "start": one.comment.start,
            "end": one.comment.end,
            "words": one.words,
            "text": one.comment.text,
        }
        for one in comments
    ]


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    """Where an imported release was found; null for one that was written here."""
    if origin is None:
        return None
    return {"file": origin.name, "line": origin.line, "id": origin.id, "dated": origin.dated.value}


def _decision(sign_off: SignOff, draft: Draft) -> dict[str, Any]:
    return {
        "verdict": sign_off.verdict.value,
        "by": sign_off.by,
        "at": write_time(sign_off.at),
        "note": sign_off.note,
        "comments": _comments(quoted(sign_off.comments, draft)),
        "eyes": sign_off.eyes and sign_off.eyes.value,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": write_time(entry.at),
        "by": entry.by,
        "kind": entry.kind,
        "version": entry.number,
        "digest": entry.digest,
        "note": entry.note,
        "eyes": entry.eyes and entry.eyes.value,
        "exclusions": _exclusions(entry.exclusions),
        "comments": _comments(entry.comments),
        "answers": _answers(entry.answers),
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else write_time(moment)
