"""Words the press writes without their hamza or tanvin though no spelling of the Academy allows it.

The list is closed: «عمدا» is on it, «دنیا» and «رضا» are not. Neither are «تاکید», «سوال» or «هیات», which half of the
press writes so by choice: a form that stands in fifty of the articles counted is a variant, for a house to decide upon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.language.affixes import PLURALS, POSSESSIVES
from pr_editor.language.lists import read_lines
from pr_editor.text.letters import HAMZA_ABOVE, TANVIN, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HAMZA = "hamza.tsv"
_ENDINGS = (
    HAMZA_ABOVE,
    *(f"{ZWNJ}{ending}" for ending in sorted((*PLURALS, *POSSESSIVES, "ای", "اش", "اند", "ی"), key=len, reverse=True)),
    *sorted(PLURALS, key=len, reverse=True),
)
_START = 3
"""First letters that tell most words apart, so that nearly all are passed by at once."""
_YE = "ی"
_LEAST_BEFORE_YE = 5
"""Letters of a word that may take a joined ی: shorter ones with it are surnames, «مومنی»."""


class Hamza:
    """The right spelling by the written one."""

    def __init__(self, right: Mapping[str, str]) -> None:
        """Take the words, both in normal form."""
        self._right = right
        self._starts = frozenset(word[:_START] for word in right)

    @classmethod
    def load(cls, path: Path) -> Hamza:
        """Read lines «written TAB right». Raises ``KnownError`` for a file that is missing or broken."""
        pairs = (line.partition("\t") for line in read_lines(path))
        return cls({written: right for written, _, right in pairs})

    def right(self, form: str) -> str:
        """The normal ``form`` with the hamza or tanvin it lacks; empty where it lacks none."""
        if form[:_START] not in self._starts:
            return ""
        if whole := self._right.get(form):
            return whole
        for ending in _ENDINGS:
            if form.endswith(ending):
                return self._inflected(form.removesuffix(ending), ending)
        return self._inflected(form[:-1], _YE) if form.endswith(_YE) and len(form) > _LEAST_BEFORE_YE else ""

    def _inflected(self, base: str, ending: str) -> str:
        """The right base with its ending; an adverb takes none."""
        right = self._right.get(base, "")
        return right + ending if right and not right.endswith(TANVIN) else ""
