"""Which paragraph is what, who wrote the release and who issued it.

``recognise`` proposes; what the editor has decided always wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.text.draft import Draft, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.profile.model import BylineStyle
    from pr_editor.text.span import Span


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote the release. Parts that are not given are empty; ``span`` covers the words of the byline."""

    span: Span
    name: str = ""
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Who issued the release: a line of its own, or the formula in the text. ``text`` is verbatim."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a draft."""

    kinds: Mapping[int, Kind] = field(default_factory=lambda: MappingProxyType({}))
    """A kind for every key of the draft."""
    byline: Byline | None = None
    source: SourceLine | None = None


def recognise(draft: Draft, style: BylineStyle, overrides: Mapping[int, Kind] | None = None) -> Structure:
    """Propose a kind for every paragraph and find byline and source. ``overrides`` are the editor's own decisions."""
    raise NotImplementedError
