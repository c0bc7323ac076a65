"""Texts and the steps about them as the data that is stored, and back.

The names of keys and kinds are the file format (docs/library.md): they may be added to, never changed.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pr_editor.library.canonical import canonical, read_time, write_time
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.model import Severity
from pr_editor.review.model import (
    Answer,
    Comment,
    Dated,
    Exclusion,
    Eyes,
    Metadata,
    OpenFinding,
    Origin,
    SignOff,
    Submission,
    Verdict,
    Waiver,
)
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

VERSION = "pr-editor/version/1"
RECEIVED = "pr-editor/received/1"


def encode_version(draft: Draft, metadata: Metadata) -> bytes:
    """The exact bytes of a version: paragraphs, kinds, metadata. Raises ``KnownError``."""
    return canonical({"schema": VERSION, "metadata": _metadata(metadata), "paragraphs": _paragraphs(draft)})


def encode_received(draft: Draft) -> bytes:
    """The exact bytes of a draft as it came in: nothing but its paragraphs. Raises ``KnownError``."""
    return canonical({"schema": RECEIVED, "paragraphs": _paragraphs(draft)})


def decode_draft(body: bytes) -> Draft:
    """The text of a version or of a received draft, keys counting from 0."""
    rows = json.loads(body)["paragraphs"]
    return Draft(tuple(Paragraph(key, row["text"], Kind(row["kind"])) for key, row in enumerate(rows)))


def decode_metadata(body: bytes) -> Metadata:
    """What a version knows beside its text."""
    data = json.loads(body)["metadata"]
    return Metadata(
        date=date.fromisoformat(data["date"]),
        kind=ReleaseKind(data["kind"]),
        outlet=data["outlet"],
        author=data["author"],
        keywords=tuple(data["keywords"]),
        embargo=None if data["embargo"] is None else read_time(data["embargo"]),
    )


def encode_submission(step: Submission) -> dict[str, Any]:
    """What an event says about a text handed in, beyond who, when and which."""
    return {
        "editors": sorted(step.editors),
        "findings": [_finding(finding) for finding in step.findings],
        "waivers": [_waiver(waiver) for waiver in step.waivers],
        "exclusions": [_exclusion(exclusion) for exclusion in step.exclusions],
        "answers": [_answer(answer) for answer in step.answers],
        "received": step.received,
        "profile": step.profile,
        "corrects": step.corrects,
    }


def decode_submission(data: Mapping[str, Any], by: str, at: datetime, version: str) -> Submission:
    """The step of an event. Raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    return Submission(
        digest=version,
        by=by,
        at=at,
        editors=frozenset(data["editors"]),
        findings=tuple(
            OpenFinding(**{**row, "severity": Severity[row["severity"].upper()], "message": _message(row["message"])})
            for row in data["findings"]
        ),
        waivers=tuple(Waiver(**{**row, "at": read_time(row["at"])}) for row in data["waivers"]),
        # Events of the first libraries know neither of these.
        exclusions=tuple(Exclusion(**{**row, "at": read_time(row["at"])}) for row in data.get("exclusions", ())),
        answers=tuple(Answer(**{**row, "at": read_time(row["at"])}) for row in data.get("answers", ())),
        received=data["received"],
        profile=data["profile"],
        corrects=data["corrects"],
    )


def encode_import(origin: Origin) -> dict[str, Any]:
    """What an event says about a release that was published before it came here."""
    return {
        "origin": {
            "name": origin.name,
            "line": origin.line,
            "id": origin.id,
            "dated": origin.dated.value,
            "source": origin.source,
            "text": origin.text,
        }
    }


def decode_import(data: Mapping[str, Any], by: str, at: datetime, version: str) -> Submission:
    """The step of an event. Raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    row = data["origin"]
    return Submission(version, by, at, origin=Origin(**{**row, "dated": Dated(row["dated"])}))


def encode_sign_off(step: SignOff) -> dict[str, Any]:
    """What an event says about a decision, beyond who, when and on which text."""
    comments = [{"paragraph": c.paragraph, "start": c.start, "end": c.end, "text": c.text} for c in step.comments]
    return {"note": step.note, "comments": comments, "eyes": step.eyes and step.eyes.value}


def decode_sign_off(data: Mapping[str, Any], verdict: Verdict, by: str, at: datetime, version: str) -> SignOff:
    """The step of an event. Raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    return SignOff(
        by=by,
        verdict=verdict,
        digest=version,
        at=at,
        note=data["note"],
        comments=tuple(Comment(**row) for row in data["comments"]),
        eyes=None if data["eyes"] is None else Eyes(data["eyes"]),
    )


def _paragraphs(draft: Draft) -> list[dict[str, str]]:
    return [{"kind": paragraph.kind.value, "text": paragraph.text} for paragraph in draft.paragraphs]


def _metadata(metadata: Metadata) -> dict[str, Any]:
    return {
        "date": metadata.date.isoformat(),
        "kind": metadata.kind.value,
        "outlet": metadata.outlet,
        "author": metadata.author,
        "keywords": list(metadata.keywords),
        "embargo": None if metadata.embargo is None else write_time(metadata.embargo),
    }


def _finding(finding: OpenFinding) -> dict[str, Any]:
    # A share such as 0.83 is only ever shown, so its digits will do.
    args = {name: str(value) if isinstance(value, float) else value for name, value in finding.message.args}
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "severity": finding.severity.label,
        "paragraph": finding.paragraph,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": {"id": finding.message.id, "args": args},
    }


def _message(data: Mapping[str, Any]) -> Message:
    return Message(data["id"], tuple(data["args"].items()))


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "fingerprint": waiver.fingerprint,
        "code": waiver.code,
        "by": waiver.by,
        "reason": waiver.reason,
        "at": write_time(waiver.at),
    }


def _exclusion(exclusion: Exclusion) -> dict[str, Any]:
    return {
        "release": exclusion.release,
        "reason": exclusion.reason,
        "by": exclusion.by,
        "at": write_time(exclusion.at),
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "version": answer.version,
        "comment": answer.comment,
        "by": answer.by,
        "at": write_time(answer.at),
        "text": answer.text,
        "settled": answer.settled,
    }
