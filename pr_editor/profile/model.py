"""A house style as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.profile.lists import Lists
from pr_editor.profile.options import Options

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(IntEnum):
    """How much a finding weighs. A BLOCKER stops sign-off until it is fixed or waived."""

    NOTE = 0
    WARNING = 1
    ERROR = 2
    BLOCKER = 3

    @property
    def label(self) -> str:
        """The word of the JSON contract and of house styles: ``note``, ``warning``, ``error``, ``blocker``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Profile:
    """One house style. ``select`` and ``ignore`` hold codes or family prefixes; an empty ``select`` means all."""

    name: str
    version: int = 1
    title: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Name for people, by language: ``{"fa": …, "en": …}``."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    """By code or family prefix; the longest match counts."""
    options: Options = field(default_factory=Options)
    lists: Lists = field(default_factory=Lists)

    def runs(self, code: str) -> bool:
        """Whether the house wants this rule at all."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))

    def severity(self, code: str, default: Severity) -> Severity:
        """The weight the house gives a rule, or ``default`` where it says nothing."""
        matches = [prefix for prefix in self.severities if code.startswith(prefix)]
        return self.severities[max(matches, key=len)] if matches else default
