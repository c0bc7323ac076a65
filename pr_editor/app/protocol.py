"""The wire between the window and the checker: one JSON object a line, either way.

The window sends requests, the checker answers with events. ASCII JSON, so that no text, however broken, can break a
line; findings travel whole and come back equal.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from pr_editor.app.finding_json import decode_finding, encode_finding, place
from pr_editor.app.preview import RuleChange
from pr_editor.checks.structure import Byline, SourceLine
from pr_editor.profile.choices import ReleaseKind
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.checks.engine import Scope
    from pr_editor.checks.model import Finding, Rule


class ProtocolError(ValueError):
    """A line that is no request or no event."""


@dataclass(frozen=True, slots=True)
class Check:
    """Review a draft. A paragraph's text is None when it has not changed since the last ``Check`` of this draft."""

    draft: str
    revision: int
    paragraphs: tuple[tuple[int, str | None], ...]
    """Key and text, in order."""
    overrides: Mapping[int, str] = field(default_factory=dict)
    """Kinds the editor chose, by key."""
    from_pdf: bool = False
    """Whether the text is marked as read from a PDF."""
    hints: Mapping[int, str] = field(default_factory=dict)
    """Kinds the draft's file proposed, by key."""
    release_kind: ReleaseKind | None = None
    """What sort of release the editor says it is."""
    can_wait: bool = False
    """Whether nobody is looking at the draft: other requests go first."""
    own: str = ""
    """The release it is to become a version of: it is not held against itself."""
    without: tuple[str, ...] = ()
    """Earlier releases its editor has left out."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Say what another house style would change in a draft, as it was last sent; nothing is switched."""

    draft: str
    name: str
    """Of the house style, or the path of its file."""
    overrides: Mapping[int, str] = field(default_factory=dict)
    from_pdf: bool = False
    hints: Mapping[int, str] = field(default_factory=dict)
    release_kind: ReleaseKind | None = None


@dataclass(frozen=True, slots=True)
class Forget:
    """A draft was closed: its texts are needed no more."""

    draft: str


@dataclass(frozen=True, slots=True)
class Words:
    """The whole dictionary of the user, as it is now."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseProfile:
    """Go on by another house style: its name, or the path of its file."""

    name: str


@dataclass(frozen=True, slots=True)
class UseHouse:
    """The approved releases have taught something new: read their counts again."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave."""


type Request = Check | Preview | Forget | Words | UseProfile | UseHouse | Stop


@dataclass(frozen=True, slots=True)
class Ready:
    """The checker is loaded; it took so many ``seconds``."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Structured:
    """The parts of a draft."""

    draft: str
    revision: int
    kinds: Mapping[int, str]
    byline: Byline | None = None
    source: SourceLine | None = None
    release_kind: ReleaseKind | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """All findings of one scope in the paragraphs ``keys``: they replace what was known of these.

    Only paragraphs travel where they have changed, so each counts, whatever has become of its revision.
    """

    draft: str
    revision: int
    scope: Scope
    keys: tuple[int, ...]
    findings: tuple[Finding, ...]
    failures: tuple[tuple[tuple[str, ...], str], ...] = ()
    """Rules that could not run: their codes, and the technical reason."""
    more: bool = False
    """Whether more of this scope follows at once."""


@dataclass(frozen=True, slots=True)
class Done:
    """A draft has been reviewed at this revision."""

    draft: str
    revision: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Previewed:
    """What the house style ``name`` would change in a draft."""

    draft: str
    name: str
    changes: tuple[RuleChange, ...] = ()
    trouble: str = ""
    """Why it can't be said, for the user, in his language."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something went wrong; the checker lives on. ``draft`` is None when no draft is to blame."""

    message: str
    """For the user, in his language."""
    draft: str | None = None


type Event = Ready | Structured | Found | Done | Previewed | Trouble


def encode(item: Request | Event) -> bytes:
    """A request or an event as one line, its line feed included."""
    data = {"type": type(item).__name__, **_fields(item)}
    return json.dumps(data, separators=(",", ":")).encode("ascii") + b"\n"


def decode_request(line: bytes) -> Request:
    """The request in a line. Raises ``ProtocolError``."""
    try:
        data = json.loads(line)
        match data.pop("type"):
            case "Check":
                rows = tuple((int(key), text) for key, text in data["paragraphs"])
                kinds, hints = _by_key(data["overrides"]), _by_key(data["hints"])
                told = data["from_pdf"], hints, _kind(data), data["can_wait"], data["own"], tuple(data["without"])
                return Check(data["draft"], data["revision"], rows, kinds, *told)
            case "Preview":
                kinds, hints = _by_key(data["overrides"]), _by_key(data["hints"])
                return Preview(data["draft"], data["name"], kinds, data["from_pdf"], hints, _kind(data))
            case "Forget":
                return Forget(data["draft"])
            case "Words":
                return Words(tuple(data["words"]))
            case "UseProfile":
                return UseProfile(data["name"])
            case "UseHouse":
                return UseHouse()
            case "Stop":
                return Stop()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProtocolError(f"not a request: {line[:200]!r}") from error
    raise ProtocolError(f"not a request: {line[:200]!r}")


def decode_event(line: bytes, rules: Mapping[str, Rule]) -> Event:
    """The event in a line; ``rules`` are those of the registry, by code. Raises ``ProtocolError``."""
    try:
        data = json.loads(line)
        match data.pop("type"):
            case "Ready":
                return Ready(data["seconds"])
            case "Structured":
                return _structured(data)
            case "Found":
                return _found(data, rules)
            case "Done":
                return Done(data["draft"], data["revision"], data["seconds"])
            case "Previewed":
                changes = tuple(RuleChange(**change) for change in data["changes"])
                return Previewed(data["draft"], data["name"], changes, data["trouble"])
            case "Trouble":
                return Trouble(data["message"], data["draft"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProtocolError(f"not an event: {line[:200]!r}") from error
    raise ProtocolError(f"not an event: {line[:200]!r}")


def _fields(item: Request | Event) -> dict[str, Any]:
    data = {name: getattr(item, name) for name in item.__slots__}
    match item:
        case Structured(byline=byline, source=source):
            data["byline"] = byline and [place(byline.span), byline.name, byline.role, byline.organisation]
            data["source"] = source and [place(source.span), source.text]
            data["kinds"] = dict(item.kinds)
        case Found(findings=findings):
            data["findings"] = [encode_finding(finding) for finding in findings]
        case Check(overrides=overrides, hints=hints) | Preview(overrides=overrides, hints=hints):
            data["overrides"], data["hints"] = dict(overrides), dict(hints)
        case Previewed(changes=changes):
            data["changes"] = [asdict(change) for change in changes]
    return data


def _structured(data: dict[str, Any]) -> Structured:
    byline, source = data["byline"], data["source"]
    return Structured(
        data["draft"],
        data["revision"],
        _by_key(data["kinds"]),
        Byline(Span(*byline[0]), *byline[1:]) if byline else None,
        SourceLine(Span(*source[0]), source[1]) if source else None,
        _kind(data),
    )


def _found(data: dict[str, Any], rules: Mapping[str, Rule]) -> Found:
    return Found(
        data["draft"],
        data["revision"],
        data["scope"],
        tuple(data["keys"]),
        tuple(decode_finding(finding, rules) for finding in data["findings"]),
        tuple((tuple(codes), reason) for codes, reason in data["failures"]),
        data["more"],
    )


def _kind(data: Mapping[str, Any]) -> ReleaseKind | None:
    kind = data["release_kind"]
    return None if kind is None else ReleaseKind(kind)


def _by_key(data: Mapping[str, str]) -> dict[int, str]:
    """JSON knows keys only as strings."""
    return {int(key): value for key, value in data.items()}
