"""Patterns over folded text: any of a house's phrases, and the verb that tells a sentence from a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.text.fold import fold
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterable

_VERB = re.compile(
    r"(?<!\w)(?:است|هست|نیست|بود|شد|شدند|شده|کرد|کردند|کرده|گفت|گفتند|دارد|دارند|داشت|داد|دادند|یافت|گرفت|رسید|افزود|"
    r"باشد|باشند|هستند|هستیم|بودند|شود|شوند|کند|کنند|ن?می\w{2,}|خواهد|خواهند|رفت|امد)(?!\w)"
)


def any_of(entries: Iterable[str]) -> str:
    """A pattern for folded text that matches any of ``entries`` as whole words, longest first; never by default.

    Between the words of an entry, and at its half-spaces, there may be any space or none.
    """
    folded = sorted({_spaced(entry) for entry in entries} - {""}, key=len, reverse=True)
    if not folded:
        return r"(?!)"
    words = (r"\s*".join(map(re.escape, entry.split())) for entry in folded)
    return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"


def has_verb(folded: str) -> bool:
    """Whether a folded line holds one of the common finite verbs: it is then a sentence, not a name."""
    return bool(_VERB.search(folded))


def _spaced(entry: str) -> str:
    return fold(entry.replace(ZWNJ, " ")).strip(" :").strip()
