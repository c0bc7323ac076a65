"""Every check of the program, in one tuple, and every rule by its code."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.checks.rules import (
    bracket_spacing,
    brackets,
    byline,
    characters,
    compounds,
    consistency,
    direction,
    dots_and_dashes,
    doubtful_letters,
    ezafe,
    half_space_endings,
    half_space_places,
    half_space_prefixes,
    half_space_verbs,
    hamza,
    headline,
    hidden,
    invisible,
    issuer,
    kashida,
    latin_words,
    lost_half_spaces,
    mark_spacing,
    misspellings,
    number_marks,
    number_shapes,
    numbers,
    presentation,
    prose_length,
    punctuation,
    quote_pairs,
    quotes,
    real_words,
    release_parts,
    repeated_text,
    repeated_words,
    script_spacing,
    spacing,
    spelling,
    split_words,
    symbols,
    unended,
    vowel_signs,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.checks.model import Check, Rule

CHECKS: tuple[Check, ...] = (
    *characters.CHECKS,
    *presentation.CHECKS,
    *kashida.CHECKS,
    *hidden.CHECKS,
    *vowel_signs.CHECKS,
    *symbols.CHECKS,
    *doubtful_letters.CHECKS,
    *direction.CHECKS,
    *invisible.CHECKS,
    *ezafe.CHECKS,
    *numbers.CHECKS,
    *number_marks.CHECKS,
    *number_shapes.CHECKS,
    *punctuation.CHECKS,
    *dots_and_dashes.CHECKS,
    *brackets.CHECKS,
    *quotes.CHECKS,
    *quote_pairs.CHECKS,
    *mark_spacing.CHECKS,
    *bracket_spacing.CHECKS,
    *spacing.CHECKS,
    *script_spacing.CHECKS,
    *repeated_words.CHECKS,
    *half_space_places.CHECKS,
    *half_space_verbs.CHECKS,
    *half_space_endings.CHECKS,
    *half_space_prefixes.CHECKS,
    *compounds.CHECKS,
    *lost_half_spaces.CHECKS,
    *hamza.CHECKS,
    *misspellings.CHECKS,
    *latin_words.CHECKS,
    *split_words.CHECKS,
    *spelling.CHECKS,
    *real_words.CHECKS,
    *headline.CHECKS,
    *prose_length.CHECKS,
    *unended.CHECKS,
    *release_parts.CHECKS,
    *byline.CHECKS,
    *issuer.CHECKS,
    *consistency.CHECKS,
    *repeated_text.CHECKS,
)
"""Cheap ones first."""

RULES: Mapping[str, Rule] = MappingProxyType(
    dict(sorted((rule.code, rule) for check in CHECKS for rule in check.rules))
)
