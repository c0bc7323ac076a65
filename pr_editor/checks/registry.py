"""Every check of the program, in one tuple, and every rule by its code."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.checks.rules import (
    byline,
    characters,
    compounds,
    consistency,
    half_space,
    numbers,
    quotes,
    real_words,
    release_parts,
    repeated_text,
    repeated_words,
    spacing,
    spelling,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.checks.model import Check, Rule

CHECKS: tuple[Check, ...] = (
    *characters.CHECKS,
    *numbers.CHECKS,
    *quotes.CHECKS,
    *spacing.CHECKS,
    *repeated_words.CHECKS,
    *half_space.CHECKS,
    *compounds.CHECKS,
    *spelling.CHECKS,
    *real_words.CHECKS,
    *release_parts.CHECKS,
    *byline.CHECKS,
    *consistency.CHECKS,
    *repeated_text.CHECKS,
)
"""Cheap ones first."""

RULES: Mapping[str, Rule] = MappingProxyType(
    dict(sorted((rule.code, rule) for check in CHECKS for rule in check.rules))
)
