"""Everything a person needs on one page to decide about a version, gathered from the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.review.checklist import Item, checklist
from pr_editor.review.model import Eyes, ReleaseState
from pr_editor.review.people import Permission, require
from pr_editor.review.workflow import eyes_for
from pr_editor.text.compare import Passage, compare
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from pr_editor.library.store import Library
    from pr_editor.review.model import Release
    from pr_editor.review.people import House, Person
    from pr_editor.review.ports import Entry, VersionText


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of an earlier text in this one. ``number`` is the earlier version, None for the received draft."""

    number: int | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """What somebody may do about a version. ``refusal`` says why he can't approve it; None when he can."""

    eyes: Eyes | None = None
    refusal: Message | None = None
    emergency: bool = False
    """He may approve what he wrote, in need, with a reason."""
    decides: bool = False
    """He may return and withdraw."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A version with all that is known about it."""

    release: Release
    text: VersionText
    history: tuple[Entry, ...]
    comparisons: tuple[Comparison, ...]
    items: tuple[Item, ...]
    power: Power
    person: Person | None
    """Whom ``power`` speaks of; None when nobody has logged in."""

    @property
    def waits(self) -> bool:
        """Whether this very version waits for a decision."""
        return self.text.version.state is ReleaseState.SUBMITTED


def sheet_of(library: Library, release: str, number: int | None, person: Person | None) -> Sheet:
    """The sheet of version ``number`` (the newest by default) as ``person`` should see it. Raises ``KnownError``."""
    found = library.release(release)
    text = library.show(release, number)
    return Sheet(
        release=found,
        text=text,
        history=library.history(release),
        comparisons=_comparisons(library, found, text, person),
        items=checklist(text.draft),
        power=power_of(found, person, library.accounts.house),
        person=person,
    )


def power_of(release: Release, person: Person | None, house: House) -> Power:
    """What ``person`` may do about the newest version; None is nobody who has logged in."""
    if person is None:
        return Power(refusal=message("Log in to decide."))
    try:
        require(person, Permission.DECIDE)
    except KnownError as error:
        return Power(refusal=error.message)
    try:
        return Power(eyes_for(release, person, house), decides=True)
    except KnownError as error:
        return Power(refusal=error.message, emergency=person.name in house.emergency, decides=True)


def last_seen(release: Release, before: int, person: Person | None) -> int | None:
    """The newest version before version ``before`` about which ``person`` has decided, else anybody has."""
    earlier = [version for version in release.versions if version.number < before and version.sign_offs]
    mine = [v for v in earlier if person and any(sign_off.by == person.name for sign_off in v.sign_offs)]
    return next((version.number for version in reversed(mine or earlier)), None)


def _comparisons(
    library: Library, release: Release, text: VersionText, person: Person | None
) -> tuple[Comparison, ...]:
    """With the version last seen, which is what a supervisor looks for first, and with the draft as received.

    What was handed in as it was received is compared once.
    """
    made = []
    seen = last_seen(release, text.version.number, person)
    before = library.show(release.id, seen).draft if seen is not None else None
    if before is not None:
        made.append(Comparison(seen, compare(before, text.draft)))
    if text.received is not None and (before is None or before.digest != text.received.digest):
        made.append(Comparison(None, compare(text.received, text.draft)))
    return tuple(made)
