"""A house style as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

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


class Script(StrEnum):
    """Which digits a house writes in Persian text."""

    PERSIAN = "persian"
    LATIN = "latin"
    KEEP = "keep"


class ReleaseKind(StrEnum):
    """What sort of release a draft is: it decides how heavy a missing byline weighs."""

    NEWS = "news"
    NOTE = "note"
    REPORT = "report"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class BylineStyle:
    """How a house names who wrote and who issued a release. All entries are plain text, compared after folding."""

    labels: tuple[str, ...] = ()
    """Words that open a byline: «نویسنده», «به قلم», «خبرنگار» …"""
    source_labels: tuple[str, ...] = ()
    """Words that open a source line: «منبع» …"""
    formulas: tuple[str, ...] = ()
    """Openings that name the issuing office in the text: «به گزارش», «به نقل از» …"""
    outlets: tuple[str, ...] = ()
    """First words of names of outlets and offices that may stand alone as the last line: «روابط عمومی» …"""
    roles: tuple[str, ...] = ()
    """Words a role begins with: «کارشناس», «مدیرکل» …"""
    registered_formula: str = ""
    """The house's own attribution formula; empty when it has registered none."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a house may choose where good practice differs. Each field is one key of the TOML table it names."""

    digits: Script = Script.PERSIAN
    """``[numbers] digits``"""
    release_kind: ReleaseKind | None = None
    """``[release] kind``: None lets the program judge by the draft's labels."""
    near_duplicate: float = 0.82
    """``[repeats] near``: share of equal words, 0–1, from which two paragraphs count as nearly the same."""
    byline: BylineStyle = field(default_factory=BylineStyle)
    """``[byline]``"""


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

    def runs(self, code: str) -> bool:
        """Whether the house wants this rule at all."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))

    def severity(self, code: str, default: Severity) -> Severity:
        """The weight the house gives a rule, or ``default`` where it says nothing."""
        matches = [prefix for prefix in self.severities if code.startswith(prefix)]
        return self.severities[max(matches, key=len)] if matches else default
