"""How an option of a house style is declared: once, as a field of a class in ``options.py``."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_METADATA = "option"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What there is to know about an option besides its name, which is the key in the file."""

    default: object
    """Also tells how the key is read: a word of an enumeration, true or false, a share, a number, a text, a list."""
    about: str
    """What it decides, in English, for ``docs/profiles.md``."""
    choices: Mapping[str, StrEnum]
    """The words the key may have; empty where it is not a choice of words."""
    rules: tuple[str, ...]
    """Codes of the rules that consult it; empty where it concerns more than rules."""
    idle: Mapping[object, tuple[str, ...]]
    """By value: codes of the rules that can find nothing under it."""
    holding: str = ""
    """What a text must have in it."""


def option[T](
    default: T,
    about: str,
    *,
    rules: tuple[str, ...] = (),
    idle: Mapping[T, tuple[str, ...]] = MappingProxyType({}),
    choices: type[StrEnum] | None = None,
    holding: str = "",
) -> T:
    """Declare a field as an option. ``choices`` is needed only where ``default`` is None, «not said».

    ``holding`` is what a text must have in it, such as a place for a name.
    """
    words = choices or (type(default) if isinstance(default, StrEnum) else ())
    allowed = {word.value: word for word in words}
    silent: dict[object, tuple[str, ...]] = dict(idle.items())
    declared = Declaration(default, about, allowed, rules, silent, holding)
    return dataclasses.field(default=default, metadata={_METADATA: declared})


def declarations(group: type) -> Iterator[tuple[str, Declaration]]:
    """The options of one table: (key, declaration)."""
    for field in dataclasses.fields(group):
        yield field.name, field.metadata[_METADATA]
