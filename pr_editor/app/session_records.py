"""Sessions as JSON, for their folders."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from pr_editor.app.change_records import decode_changes, encode_changes
from pr_editor.app.decisions import Decisions, matter
from pr_editor.app.session import Session
from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.model import Answer, Exclusion
from pr_editor.text.draft import Draft, Kind, Paragraph

_SCHEMA = "pr-editor/session/1"
_SLICE = 100
"""Paragraphs or changes that are put into JSON by one call."""


def encode_session(session: Session) -> bytes:
    """What ``decode_session`` reads again."""
    return _json(_encode(session))


def decode_session(name: str, data: bytes) -> Session:
    """The session in the folder ``name``. Raises ``ValueError``, ``KeyError``, ``TypeError`` or ``AttributeError``."""
    return _decode(name, json.loads(data.decode("utf-8", "surrogatepass")))


def _encode(session: Session) -> dict[str, Any]:
    return {
        "schema": _SCHEMA,
        "title": session.title,
        "source": session.source,
        "received": {
            "title": session.received.title,
            "source": session.received.source,
            "paragraphs": _rows(session.received.paragraphs),
        },
        "paragraphs": _rows(session.paragraphs),
        "overrides": {str(key): kind.value for key, kind in session.overrides.items()},
        "from_pdf": session.from_pdf,
        "release_kind": session.release_kind,
        "left_here": sorted(session.decisions.left_here),
        "left_in_draft": sorted(map(list, session.decisions.left_in_draft)),
        "caret": list(session.caret),
        "top": list(session.top),
        "opened": session.opened,
        "changed": session.changed,
        "release": session.release,
        "submitted": session.submitted,
        "editors": sorted(session.editors),
        "changes": encode_changes(session.changes),
        "known": None if session.known is None else dict(session.known),
        "fresh": dict(session.fresh),
        "taught": {word: dict(settled) for word, settled in session.taught.items()},
        "shown": session.shown,
        "exclusions": [[one.release, one.reason, one.by, one.at.isoformat()] for one in session.exclusions],
        "answers": [
            [one.version, one.comment, one.by, one.at.isoformat(), one.text, one.settled] for one in session.answers
        ],
    }


def _json(value: object) -> bytes:
    """``value`` as JSON, put together of fields and of slices of lists.

    One call for a long draft would keep the interpreter to itself for ten milliseconds, and the window waiting.
    """
    if isinstance(value, dict) and len(value) <= _SLICE:
        return b"{%b}" % b",".join(b"%b:%b" % (_json(key), _json(one)) for key, one in value.items())
    if isinstance(value, list) and len(value) > _SLICE:
        slices = (value[at : at + _SLICE] for at in range(0, len(value), _SLICE))
        return b"[%b]" % b",".join(_json(some)[1:-1] for some in slices)
    # A text box may hold half of a surrogate pair; losing a character is worse than odd UTF-8.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _decode(name: str, data: dict[str, Any]) -> Session:
    if data["schema"] != _SCHEMA:
        raise ValueError(f"schema {data['schema']}")
    received = data["received"]
    key, offset = data["caret"]
    top_key, top_offset = data.get("top", (0, 0))
    return Session(
        # Not what the file says: what is called so will be deleted when the draft is closed.
        id=name,
        title=data["title"],
        source=data["source"],
        received=Draft(_paragraphs(received["paragraphs"]), received["title"], received["source"]),
        paragraphs=_paragraphs(data["paragraphs"]),
        overrides={int(key): Kind(kind) for key, kind in data["overrides"].items()},
        decisions=Decisions(set(data["left_here"]), {(matter(code), text) for code, text in data["left_in_draft"]}),
        caret=(int(key), int(offset)),
        top=(int(top_key), int(top_offset)),
        opened=float(data["opened"]),
        changed=float(data["changed"]),
        # Sessions of the first versions knew neither library nor changes nor these two.
        from_pdf=bool(data.get("from_pdf", False)),
        release_kind=ReleaseKind(kind) if (kind := data.get("release_kind")) else None,
        release=str(data.get("release", "")),
        submitted=str(data.get("submitted", "")),
        editors=set(data.get("editors", ())),
        changes=decode_changes(data["changes"]) if "changes" in data else (),
        exclusions=tuple(
            Exclusion(release, reason, by, datetime.fromisoformat(at))
            for release, reason, by, at in data.get("exclusions", ())
        ),
        answers=tuple(
            Answer(int(version), int(comment), by, datetime.fromisoformat(at), text, bool(settled))
            for version, comment, by, at, text, settled in data.get("answers", ())
        ),
        known=None if (known := data.get("known")) is None else dict(known),
        fresh=dict(data.get("fresh", {})),
        taught={word: dict(settled) for word, settled in data.get("taught", {}).items()},
        # They did not tell either which drafts had been looked at: somebody had worked on each.
        shown=float(data.get("shown", data["changed"])),
    )


def _rows(paragraphs: tuple[Paragraph, ...]) -> list[list[Any]]:
    return [[p.key, p.text, p.kind.value] for p in paragraphs]


def _paragraphs(rows: list[list[Any]]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(int(key), str(text), Kind(kind)) for key, text, kind in rows)
