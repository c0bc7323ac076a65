"""What a command and a menu are; the tables are in ``actions`` and ``library.commands``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Needs(Enum):
    """What must be there for a command to make sense; without it the command is greyed."""

    NOTHING = auto()
    DRAFT = auto()
    FINDING = auto()
    FIX = auto()
    SAFE_FIXES = auto()
    OTHER_PLACE = auto()
    RELATED = auto()
    """Another place the finding in hand is about, in the draft or in the library."""
    WORK = auto()
    """Something under way that can be called off."""
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. ``text`` is translated; ``keys`` are portable key names, the first is shown.

    ``handler`` is ``controller.method`` of the window's controllers; ``choice`` names a group of which one is ticked,
    ``ticks`` marks a command that is on or off.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    handler: str
    needs: Needs = Needs.NOTHING
    icon: str = ""
    choice: str = ""
    ticks: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: ids of commands, None for a line, ``@name`` for a list filled when it opens, menus inside it."""

    text: str
    items: tuple[str | Menu | None, ...]


def commands_of(menu: Menu) -> list[str]:
    """The ids of the commands in a menu and in the menus inside it, in their order."""
    found: list[str] = []
    for item in menu.items:
        if isinstance(item, Menu):
            found += commands_of(item)
        elif item is not None and not item.startswith("@"):
            found.append(item)
    return found
