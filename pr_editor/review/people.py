"""Who may do what, and the house's choice between four eyes and one person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pr_editor.text.message import KnownError


class Role(StrEnum):
    """What an account is for. The values are those stored and typed on the command line."""

    EDITOR = "editor"
    SUPERVISOR = "supervisor"
    READER = "reader"


class Permission(StrEnum):
    """What an account may do beyond reading."""

    SUBMIT = "submit"
    """Hand in drafts, give waivers, add words to the house's dictionary."""
    DECIDE = "decide"
    """Approve, return, withdraw."""
    MANAGE = "manage"
    """Add and disable accounts, change how the house works."""


_MAY: dict[Role, frozenset[Permission]] = {
    Role.EDITOR: frozenset({Permission.SUBMIT}),
    Role.SUPERVISOR: frozenset(Permission),
    Role.READER: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One account. ``name`` is its identity: unique in the library, and never changed."""

    name: str
    role: Role
    enabled: bool = True

    def may(self, permission: Permission) -> bool:
        """Whether the role allows it and the account is not disabled."""
        return self.enabled and permission in _MAY[self.role]


@dataclass(frozen=True, slots=True)
class House:
    """How a house approves. ``solo``: one person may submit and approve, and every such approval says so.

    ``emergency`` names those who may, in need, approve what they wrote themselves.
    """

    solo: bool = False
    emergency: frozenset[str] = frozenset()


def require(person: Person, permission: Permission) -> None:
    """Raise ``KnownError`` unless ``person`` has the ``permission``."""
    if not person.enabled:
        raise KnownError("The account of {name} is disabled.", name=person.name)
    if person.may(permission):
        return
    if permission is Permission.SUBMIT:
        raise KnownError("{name} may only read.", name=person.name)
    raise KnownError("Only a supervisor may do this; {name} is not one.", name=person.name)


def require_house_change(old: House, new: House, deciders: int) -> None:
    """Raise ``KnownError`` if four eyes would be given up although ``deciders`` > 1 people can approve."""
    if new.solo and not old.solo and deciders > 1:
        raise KnownError(
            "Working alone can be chosen only where one person can approve; here {count} can.", count=deciders
        )
