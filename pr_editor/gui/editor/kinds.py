"""What the kinds of paragraphs are called, and how each is set."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from pr_editor.text.draft import Kind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.KICKER: N_("Kicker"),
        Kind.HEADLINE: N_("Headline"),
        Kind.LEAD: N_("Lead"),
        Kind.BODY: N_("Body"),
        Kind.SUBHEAD: N_("Subhead"),
        Kind.LIST: N_("List item"),
        Kind.BYLINE: N_("Byline"),
        Kind.SOURCE: N_("Source"),
        Kind.DATELINE: N_("Dateline"),
        Kind.BOILERPLATE: N_("Boilerplate"),
        Kind.CONTACT: N_("Contact"),
        Kind.OTHER: N_("Other"),
    }
)
"""Message ids, in the order of a menu."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a kind is set: ``scale`` times the size of body text, in a weight."""

    scale: float
    weight: QFont.Weight


BODY_STYLE = TypeStyle(1.0, QFont.Weight.Normal)
TYPE_STYLES: Mapping[Kind, TypeStyle] = MappingProxyType(
    {
        Kind.KICKER: TypeStyle(1.0, QFont.Weight.Medium),
        Kind.HEADLINE: TypeStyle(1.25, QFont.Weight.Bold),
        Kind.LEAD: TypeStyle(1.0, QFont.Weight.Medium),
        Kind.SUBHEAD: TypeStyle(1.0, QFont.Weight.Bold),
    }
)
"""Kinds that differ from body text."""
