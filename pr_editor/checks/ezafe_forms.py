"""The ways to write the ezafe after silent heh, and which of them a house wants."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.profile.choices import Ezafe
from pr_editor.text.letters import HAMZA_ABOVE, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.checks.view import Context
    from pr_editor.language.language import Language

HEH = "ه"
ENDS: Mapping[Ezafe, str] = MappingProxyType(
    {Ezafe.HAMZA: HEH + HAMZA_ABOVE, Ezafe.LIGATURE: "ۀ", Ezafe.YE: f"{HEH}{ZWNJ}ی"}
)
"""What a word in silent heh ends in when it has the ezafe, by form."""


def house_end(context: Context) -> str:
    """How the house ends such a word; by the Academy where it leaves that to the draft."""
    return ENDS.get(context.profile.options.orthography.ezafe, ENDS[Ezafe.HAMZA])


def is_silent(language: Language, word: str) -> bool:
    """Whether final heh is only the vowel before it: «خانه», not «راه». Such words take the hamza of the ezafe."""
    return language.lists(word + HAMZA_ABOVE)
