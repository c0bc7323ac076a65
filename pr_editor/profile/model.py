"""A house style as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.profile.lists import Lists
from pr_editor.profile.options import Options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.profile.choices import ReleaseKind


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
    by_kind: Mapping[ReleaseKind, Mapping[str, Severity | None]] = field(default_factory=lambda: MappingProxyType({}))
    """What goes before ``severities`` in releases of a kind; None for rules that don't run for it."""
    options: Options = field(default_factory=Options)
    lists: Lists = field(default_factory=Lists)

    def runs(self, code: str, kind: ReleaseKind | None = None) -> bool:
        """Whether the house wants this rule at all, and in releases of this kind."""
        chosen = not self.select or code.startswith(self.select)
        if not chosen or (self.ignore and code.startswith(self.ignore)):
            return False
        of_kind = self._of_kind(kind)
        entry = _entry(code, of_kind)
        return not entry or of_kind[entry] is not None

    def severity(self, code: str, default: Severity, kind: ReleaseKind | None = None) -> Severity:
        """The weight the house gives a rule in releases of this kind, or ``default`` where it says nothing."""
        said: Mapping[str, Severity | None]
        for said in (self._of_kind(kind), self.severities):
            entry = _entry(code, said)
            if entry and (severity := said[entry]) is not None:
                return severity
        return default

    def names(self, code: str, kind: ReleaseKind | None = None) -> bool:
        """Whether the house says what this very rule weighs, and not only its family."""
        return code in self.severities or code in self._of_kind(kind)

    def for_kind(self, kind: ReleaseKind | None) -> Profile:
        """The house style of a house whose drafts are all of this kind; None leaves it as it is."""
        if kind is None:
            return self
        release = replace(self.options.release, kind=kind)
        return replace(self, options=replace(self.options, release=release))

    def _of_kind(self, kind: ReleaseKind | None) -> Mapping[str, Severity | None]:
        return self.by_kind.get(kind, {}) if kind else {}


def _entry(code: str, said: Mapping[str, object]) -> str:
    """The longest code or family in ``said`` that is about ``code``; empty when none is."""
    return max((entry for entry in said if code.startswith(entry)), key=len, default="")
