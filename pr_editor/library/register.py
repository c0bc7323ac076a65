"""Who had which role and key when, and how the house worked: replayed from the events, never read from a table."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.library.events import EventKind
from pr_editor.review.people import House, Permission, Person, Role, require, require_house_change
from pr_editor.text.fold import fold
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pr_editor.library.events import Event


@dataclass(frozen=True, slots=True)
class Member:
    """An account with the public half of its key."""

    person: Person
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Roll:
    """All accounts and the house's ways at one moment. ``library`` is the random name of the library."""

    library: str
    members: Mapping[str, Member]
    house: House

    def member(self, name: str) -> Member:
        """The account called ``name``, however its letters were typed. Raises ``KnownError``."""
        if found := self.members.get(name) or self._folded().get(_folded(name)):
            return found
        raise KnownError("There is no account called {name}.", name=name)

    def has(self, name: str) -> bool:
        """Whether an account is called so, or so nearly that people would mix them up."""
        return _folded(name) in self._folded()

    @property
    def deciders(self) -> int:
        """How many people can approve."""
        return sum(member.person.may(Permission.DECIDE) for member in self.members.values())

    def _folded(self) -> dict[str, Member]:
        return {_folded(name): member for name, member in self.members.items()}


class Register:
    """The rolls of all times. An event is judged by the roll before it."""

    def __init__(self) -> None:
        """Nobody is there yet."""
        self._since: list[int] = []
        self._rolls: list[Roll] = []

    @property
    def last(self) -> int:
        """The number of the last event that changed the roll, 0 before the first."""
        return self._since[-1] if self._since else 0

    @property
    def now(self) -> Roll:
        """The roll after all events."""
        return self._rolls[-1]

    def before(self, seq: int) -> Roll | None:
        """The roll that holds for event ``seq``; None for the first, which has none."""
        at = bisect_left(self._since, seq)
        return self._rolls[at - 1] if at else None

    def enter(self, event: Event) -> None:
        """Follow an event. Raises ``KnownError`` when its actor may not do that, ``ValueError`` for nonsense."""
        self._rolls.append(follow(self._rolls[-1] if self._rolls else None, event))
        self._since.append(event.seq)

    def key_for(self, event: Event) -> bytes:
        """The public key ``event`` must be signed with. Raises ``KnownError`` for an unknown actor."""
        roll = self.before(event.seq)
        if roll is None:
            return bytes.fromhex(event.data["public_key"])
        return roll.member(event.actor).public_key


def follow(roll: Roll | None, event: Event) -> Roll:
    """The roll after ``event``. Raises ``KnownError`` or ``ValueError`` when it may not be."""
    if event.kind is EventKind.LIBRARY_CREATED:
        if roll is not None:
            raise ValueError("a library is created once")
        first = Member(Person(event.actor, Role.SUPERVISOR), bytes.fromhex(event.data["public_key"]))
        return Roll(event.library, MappingProxyType({event.actor: first}), House(solo=event.data["solo"]))
    if roll is None:
        raise ValueError("the library has not been created")
    require(roll.member(event.actor).person, Permission.MANAGE)
    return _FOLLOW[event.kind](roll, event)


def _added(roll: Roll, event: Event) -> Roll:
    name = event.data["name"]
    if not name.strip() or name != name.strip() or len(name.splitlines()) != 1:
        raise KnownError("An account needs a name.")
    if roll.has(name):
        raise KnownError("There is already an account called {name}.", name=name)
    return _with(roll, Member(Person(name, Role(event.data["role"])), bytes.fromhex(event.data["public_key"])))


def _disabled(roll: Roll, event: Event) -> Roll:
    member = roll.member(event.data["name"])
    left = _with(roll, replace(member, person=replace(member.person, enabled=False)))
    if not left.deciders:
        raise KnownError("{name} is the only supervisor and can't be disabled.", name=member.person.name)
    return left


def _enabled(roll: Roll, event: Event) -> Roll:
    member = roll.member(event.data["name"])
    return _with(roll, replace(member, person=replace(member.person, enabled=True)))


def _key_replaced(roll: Roll, event: Event) -> Roll:
    member = roll.member(event.data["name"])
    return _with(roll, replace(member, public_key=bytes.fromhex(event.data["public_key"])))


def _house_changed(roll: Roll, event: Event) -> Roll:
    house = House(event.data["solo"], frozenset(event.data["emergency"]))
    if not event.data["reason"].strip():
        raise KnownError("Say why the house changes how it approves.")
    require_house_change(roll.house, house, roll.deciders)
    for name in house.emergency:
        require(roll.member(name).person, Permission.DECIDE)
    return replace(roll, house=house)


_FOLLOW: dict[EventKind, Callable[[Roll, Event], Roll]] = {
    EventKind.ACCOUNT_ADDED: _added,
    EventKind.ACCOUNT_DISABLED: _disabled,
    EventKind.ACCOUNT_ENABLED: _enabled,
    EventKind.ACCOUNT_KEY_REPLACED: _key_replaced,
    EventKind.HOUSE_CHANGED: _house_changed,
}


def _with(roll: Roll, member: Member) -> Roll:
    return replace(roll, members=MappingProxyType({**roll.members, member.person.name: member}))


def _folded(name: str) -> str:
    return " ".join(fold(name).split())
