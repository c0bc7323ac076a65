"""Walking through all events from the first: what they say, and whether they can be believed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.library.events import FIRST, PEOPLE, WORKFLOW, Event, Stored
from pr_editor.library.log import COLUMNS
from pr_editor.library.pace import unheard
from pr_editor.library.projection import empty_derived, index_version, project_people, project_release, project_word
from pr_editor.library.register import Register
from pr_editor.library.replay import take
from pr_editor.library.reuse_index import publish
from pr_editor.review.model import Release
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pr_editor.library.file import Tables

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and why, where there is more to say. ``rebuild`` can put derived tables right."""

    message: Message
    reason: Message | None = None
    derived: bool = False


@dataclass(slots=True)
class Audit:
    """What the events say. Releases and words are followed only as far as everything before can be believed."""

    register: Register = field(default_factory=Register)
    count: int = 0
    head: str = FIRST
    hashes: dict[int, str] = field(default_factory=dict)
    releases: dict[str, Release] = field(default_factory=dict)
    submitted: dict[str, list[int]] = field(default_factory=dict)
    """The events by which the versions of a release were handed in."""
    words: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def follow(self, stored: Stored) -> None:
        """Look at the next event."""
        for missing in range(self.count + 1, stored.seq):
            self._note(message("Event {seq} is missing.", seq=missing))
        whole = stored.seq == self.count + 1
        before, self.count, self.head = self.head, stored.seq, stored.hash
        self.hashes[stored.seq] = stored.hash
        if stored.hash != stored.claimed:
            self._note(
                message("Event {seq} was changed: its bytes do not have the hash kept beside it.", seq=stored.seq)
            )
        try:
            event = stored.decode()
            if event.seq != stored.seq or (whole and event.prev != before):
                self._note(message("Event {seq} does not follow the one before it.", seq=stored.seq))
            self._enter(event, stored)
        except (ValueError, KeyError, TypeError, AttributeError):
            self._note(message("Event {seq} can't be understood.", seq=stored.seq))
        except KnownError as error:
            self._note(message("Event {seq} was not allowed.", seq=stored.seq), error.message)

    def _enter(self, event: Event, stored: Stored) -> None:
        if self.register.last and event.library != self.register.now.library:
            self._note(message("Event {seq} is from another library.", seq=event.seq))
        if not stored.signed_by(self.register.key_for(event)):
            self._note(message("Event {seq} is not signed with the key of {name}.", seq=event.seq, name=event.actor))
        if event.kind in PEOPLE:
            self.register.enter(event)
        elif self.problems:
            # One cause is enough; what follows from it would only hide it.
            return
        elif event.kind in WORKFLOW:
            self._take(event)
        else:
            self.words.append(event)

    def _take(self, event: Event) -> None:
        name = event.release or ""
        before = self.releases.get(name, Release(name))
        after = take(before, event, self.register)
        if len(after.versions) > len(before.versions):
            self.submitted.setdefault(name, []).append(event.seq)
        self.releases[name] = after

    def _note(self, what: Message, reason: Message | None = None) -> None:
        self.problems.append(Problem(what, reason))


def audit(tables: Tables, heard: Callable[[], None] = unheard) -> Audit:
    """Walk through all events; ``heard`` is called after each."""
    result = Audit()
    for stored in _stored(tables):
        result.follow(stored)
        heard()
    if not result.count:
        result.problems.append(Problem(message("The library has no events.")))
    return result


def fill(tables: Tables, result: Audit, heard: Callable[[], None] = unheard) -> None:
    """Write all derived tables anew from what the events say, inside a transaction.

    ``heard`` is called after each version that can be found by its words, and after each that is held against drafts.
    """
    empty_derived(tables)
    project_people(tables, result.register.now)
    for event in result.words:
        project_word(tables, event)
    for name, release in result.releases.items():
        project_release(tables, release, result.submitted[name])
    handed = [
        (seq, name, version.submission.digest)
        for name, release in result.releases.items()
        for seq, version in zip(result.submitted[name], release.versions, strict=True)
    ]
    for seq, name, digest in sorted(handed):
        index_version(tables, name, digest, seq)
        heard()
    publish(tables, heard)


def _stored(tables: Tables) -> Iterator[Stored]:
    last = 0
    while rows := tables.rows(
        f"SELECT {COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT {_PAGE}",  # noqa: S608 - constants
        (last,),
    ):
        yield from (Stored(*row) for row in rows)
        last = rows[-1][0]
