"""What an archive of releases must offer. The library offers it; window and commands ask for nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from pr_editor.profile.choices import ReleaseKind
    from pr_editor.review.model import (
        Answer,
        Comment,
        Exclusion,
        Eyes,
        Metadata,
        OpenFinding,
        Origin,
        Release,
        ReleaseState,
        Version,
        Waiver,
    )
    from pr_editor.review.people import Person
    from pr_editor.text.draft import Draft
    from pr_editor.text.message import Message


class Signer(Protocol):
    """Somebody who has given the passphrase and can sign."""

    @property
    def person(self) -> Person:
        """Whose account it is."""
        ...


@dataclass(frozen=True, slots=True)
class Handover:
    """A text as it is handed in. ``received`` is the draft the work began with, ``editors`` who else changed it."""

    draft: Draft
    metadata: Metadata
    findings: tuple[OpenFinding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    answers: tuple[Answer, ...] = ()
    received: Draft | None = None
    editors: frozenset[str] = frozenset()
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A release that was published before it comes into the archive."""

    draft: Draft
    metadata: Metadata
    origin: Origin


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an arrival: the release it is now, or the one of the same text that was there already."""

    release: str
    new: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """A release as one row of a list. Everything speaks of the newest version, ``eyes`` of its approval."""

    id: str
    state: ReleaseState
    headline: str
    metadata: Metadata
    versions: int
    in_force: int | None
    """Number of the approved version that counts."""
    submitted_by: str
    submitted_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    eyes: Eyes | None


@dataclass(frozen=True, slots=True)
class VersionText:
    """A version with its text: verbatim, paragraphs keyed by position."""

    release: str
    version: Version
    draft: Draft
    metadata: Metadata
    received: Draft | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A comment with the words it is about."""

    comment: Comment
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a release's history. ``digest`` names the text it speaks of, ``note`` what was said."""

    seq: int
    at: datetime
    by: str
    kind: str
    """``imported``, ``submitted``, ``approved``, ``returned`` or ``withdrawn``."""
    number: int
    digest: str
    note: str
    eyes: Eyes | None
    exclusions: tuple[Exclusion, ...] = ()
    """Earlier releases a text was not held against when it was handed in."""
    comments: tuple[Quoted, ...] = ()
    """On passages, with a decision."""
    answers: tuple[Answer, ...] = ()
    """To comments, with a text handed in."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Where a paragraph of the original text holds what was searched for: ``[start, end)`` in code points."""

    paragraph: int
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A release that was found, the version in which, and the paragraphs; none when only its metadata fit."""

    summary: Summary
    number: int
    highlights: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; an empty field does not narrow. Names are compared folded, in part."""

    state: ReleaseState | None = None
    kind: ReleaseKind | None = None
    since: date | None = None
    until: date | None = None
    """Days the release is dated, both included."""
    outlet: str = ""
    author: str = ""
    editor: str = ""
    """Who submitted any version of it."""
    supervisor: str = ""
    """Who decided about any version of it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A version for use outside. ``final`` only when it is approved, in force and past its embargo."""

    release: str
    number: int
    draft: Draft
    metadata: Metadata
    final: bool
    mark: Message | None
    """«Without a second pair of eyes» and the like, to be shown wherever the text is."""


class Archive[Who: Signer](Protocol):
    """Releases and the way to approval; ``Who`` has logged in there.

    Every method raises ``KnownError`` when it can't be done.
    """

    def submit(self, handover: Handover, by: Who, release: str | None = None) -> str:
        """Hand in a new release, or a new version of ``release``. Gives the release's id."""
        ...

    def approve(
        self,
        release: str,
        by: str,
        passphrase: str,
        *,
        seen: str | None = None,
        emergency: str = "",
        comments: tuple[Comment, ...] = (),
    ) -> Eyes:
        """Sign the version that waits; ``seen`` is the digest that was looked at."""
        ...

    def return_(
        self, release: str, by: Who, note: str, comments: tuple[Comment, ...] = (), *, seen: str | None = None
    ) -> None:
        """Send the version that waits back to editing; ``seen`` is the digest the comments are about."""
        ...

    def withdraw(self, release: str, by: Who, reason: str) -> None:
        """Recall the version in force."""
        ...

    def correct(self, release: str, handover: Handover, by: Who) -> int:
        """Hand in a text that is to take the place of the approved one. Gives its number."""
        ...

    def bring_in(self, arrivals: Sequence[Arrival], by: Who) -> Sequence[Receipt]:
        """Take in what was published elsewhere, all of it or nothing."""
        ...

    def list(self, filters: Filters = ..., limit: int = ...) -> Sequence[Summary]:
        """Releases, newest first."""
        ...

    def search(self, words: str, filters: Filters = ..., limit: int = ...) -> Sequence[Hit]:
        """Releases that hold all ``words``, newest first."""
        ...

    def release(self, release: str) -> Release:
        """A release with its versions and decisions."""
        ...

    def show(self, release: str, number: int | None = None) -> VersionText:
        """A version with its text, the newest by default."""
        ...

    def history(self, release: str) -> Sequence[Entry]:
        """All that happened to a release, oldest first."""
        ...

    def export_draft(self, release: str, number: int | None = None, *, proof: bool = False) -> Copy:
        """The version in force, or ``number``; what is not final only as a ``proof``."""
        ...
