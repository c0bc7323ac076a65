"""Open drafts on disk, so that no crash costs a word.

A session is a folder: ``session.json`` with the text as received, as it is now and what was decided; beside it the
bytes of the file it came from, never touched. A lock beside the folder tells other windows that it is in use.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import shutil
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pr_editor.app.change_records import decode_changes, encode_changes
from pr_editor.app.decisions import Decisions, matter
from pr_editor.app.lock import FileLock
from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.model import Answer, Exclusion
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.files import write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pr_editor.app.changes import Change

_log = logging.getLogger(__name__)
_SCHEMA = "pr-editor/session/1"
_STATE = "session.json"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")
_SLICE = 100
"""Paragraphs or changes that are put into JSON by one call."""


@dataclass(slots=True)
class Session:
    """One open draft: as received, as it is now, and what was decided about it."""

    id: str
    title: str
    source: str
    """The path as given, or empty."""
    received: Draft
    paragraphs: tuple[Paragraph, ...]
    overrides: dict[int, Kind] = field(default_factory=dict)
    """Kinds the editor chose, by key."""
    decisions: Decisions = field(default_factory=Decisions)
    caret: tuple[int, int] = (0, 0)
    """Key of the paragraph, offset in code points."""
    opened: float = 0.0
    """Seconds since the epoch, like ``changed``."""
    changed: float = 0.0
    release: str = ""
    """Id of the release this text was handed in as, or is to become a new version of."""
    submitted: str = ""
    """Digest of the text last handed in."""
    editors: set[str] = field(default_factory=set)
    """Who was logged in while the text was changed since then."""
    from_pdf: bool = False
    """Whether the editor, the file or the clipboard said that the text was read from a PDF."""
    top: tuple[int, int] = (0, 0)
    """The place, told like the caret's, at the top of what was in sight."""
    release_kind: ReleaseKind | None = None
    """What sort of release the editor says it is."""
    changes: tuple[Change, ...] = ()
    """What fixes have changed, in the order they were applied."""
    exclusions: tuple[Exclusion, ...] = ()
    """Earlier releases the text is not held against; without a name where nobody had logged in."""
    answers: tuple[Answer, ...] = ()
    """To comments on versions handed in before; without a name where nobody had logged in."""
    known: Mapping[str, str] | None = None
    """The findings the editor knew when the draft was last checked, see ``seen``; None before it was."""
    fresh: Mapping[str, str] = field(default_factory=dict)
    """Those that were new to him."""
    taught: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Words put into a dictionary from this draft, and the findings each of them settled: fingerprint and family."""
    shown: float = 0.0
    """When it last came to the front, in seconds since the epoch; 0 while nobody has had it there."""

    @property
    def hints(self) -> dict[int, Kind]:
        """The kinds that the file or the clipboard proposed, by key."""
        return {p.key: p.kind for p in self.received.paragraphs if p.kind is not Kind.BODY}

    @property
    def draft(self) -> Draft:
        """The text as it is now."""
        return Draft(self.paragraphs, self.title, self.source, self.from_pdf)


class SessionStore:
    """The sessions under one folder. One store a window: it holds the locks of the sessions it opened."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``; it need not exist."""
        self._folder = folder
        self._locks: dict[str, FileLock] = {}
        self.problems: list[KnownError] = []
        """What ``all`` could not read, to be told to the user; nothing of it is deleted."""

    def create(self, received: Draft, original: bytes | None = None, suffix: str = "") -> Session:
        """Begin a session of a draft, owned by this window; ``original`` is its file, verbatim. Raises ``OSError``."""
        now = time.time()
        name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        session = Session(
            name,
            received.title,
            received.source,
            received,
            received.paragraphs,
            from_pdf=received.from_pdf,
            opened=now,
            changed=now,
        )
        # The lock comes first: a folder without a state and without an owner is what a crash has left.
        self._folder.mkdir(parents=True, exist_ok=True)
        self.claim(session)
        self._place(name).mkdir()
        if original is not None:
            ending = suffix if _SUFFIX.fullmatch(suffix) else ""
            write_atomically(self._place(name) / f"original{ending}", original)
        self.save(session)
        return session

    def save(self, session: Session) -> None:
        """Write the session's state. Raises ``OSError``; then the state saved before still stands."""
        write_atomically(self._place(session.id) / _STATE, _json(_encode(session)))

    def all(self) -> list[Session]:
        """Every readable session, newest change first, whether or not another window has it open."""
        self.problems = []
        sessions = []
        for place in sorted(self._folder.glob("*/")):
            try:
                state = json.loads((place / _STATE).read_bytes().decode("utf-8", "surrogatepass"))
                sessions.append(_decode(place.name, state))
            except FileNotFoundError:
                self._sweep(place)
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
                _log.warning("session %s not read: %r", place.name, error)
                self.problems.append(
                    KnownError("An open draft could not be read. Its files are kept: {path}", path=str(place))
                )
        return sorted(sessions, key=lambda session: session.changed, reverse=True)

    def claim(self, session: Session) -> bool:
        """Make this window the owner of a session; False when another running window is."""
        lock = self._locks.setdefault(session.id, FileLock(self._lock_path(session.id)))
        return lock.acquire()

    def release(self, session: Session) -> None:
        """Let other windows have the session; it stays on disk."""
        if lock := self._locks.pop(session.id, None):
            lock.release()

    def original(self, session: Session) -> Path | None:
        """The untouched copy of the file a session came from, if it came from one."""
        return next(iter(sorted(self._place(session.id).glob("original*"))), None)

    def close(self, session: Session) -> None:
        """End a session: everything of it leaves the disk. Raises ``OSError``."""
        place = self._place(session.id)
        if place.exists():
            # Without its state a folder is no session: a crash in the middle leaves rubbish, not half a draft.
            (place / _STATE).unlink(missing_ok=True)
            shutil.rmtree(place)
        self.release(session)
        self._lock_path(session.id).unlink(missing_ok=True)

    def _sweep(self, place: Path) -> None:
        """Take away what a crash left while a session was made or closed, unless a window is at it just now."""
        lock = FileLock(self._lock_path(place.name))
        if place.name in self._locks or not lock.acquire():
            return
        shutil.rmtree(place, ignore_errors=True)
        lock.release()
        self._lock_path(place.name).unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        return self._folder / name

    def _lock_path(self, name: str) -> Path:
        return self._folder / f"{name}.lock"


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
    """The session in the folder ``name``. Raises ``ValueError``, ``KeyError``, ``TypeError`` or ``AttributeError``."""
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
