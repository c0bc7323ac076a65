"""Words run together: where may a space have been left out?"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pr_editor.language.frequency import weight
from pr_editor.language.normal import table
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.language.lexicon import Lexicon
    from pr_editor.language.morphology import Morphology

_LOST_SPACE = 6.0
"""Weight of a space left out …"""
_SHORT_WORD = 2.0
"""… and of a part of two letters that is none of the little words which do get stuck to others."""
_LEAST_AFTER_BE = 3
_AND = "و"
_LITTLE_WORDS = frozenset(table("به در از که یا تا را با هر هم بر این آن", _AND))


class Splits:
    """Takes forms apart into words of one lexicon."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        """Keep what knows the words; cheap."""
        self._lexicon = lexicon
        self._morphology = morphology

    def scored(self, form: str) -> Iterator[tuple[str, float]]:
        """``form`` as two words, or as three of which the first or the last is a little one, and how likely each is."""
        for parts in (*self._halves(form), *self._thirds(form), *self._after_be(form)):
            yield " ".join(parts), self._score(parts)

    def _after_be(self, form: str) -> Iterator[tuple[str, str]]:
        """The preposition «به» in its old spelling, joined to its word: «بناچار»."""
        word = form.removeprefix("ب")
        if word != form and len(word) >= _LEAST_AFTER_BE and self._is_word(word):
            yield "به", word

    def _thirds(self, form: str) -> Iterator[tuple[str, ...]]:
        for little in sorted(_LITTLE_WORDS):
            if form.startswith(little):
                yield from ((little, *rest) for rest in self._halves(form.removeprefix(little).lstrip(ZWNJ)))
            if form.endswith(little):
                yield from ((*rest, little) for rest in self._halves(form.removesuffix(little).rstrip(ZWNJ)))

    def _halves(self, form: str) -> Iterator[tuple[str, str]]:
        for at in range(1, len(form)):
            left, right = form[:at].rstrip(ZWNJ), form[at:].lstrip(ZWNJ)
            if self._is_word(left) and self._is_word(right):
                yield left, right

    def _is_word(self, part: str) -> bool:
        if len(part) < 2:
            return part == _AND
        return self._morphology.accepts_plainly(part) or (ZWNJ in part and self._morphology.accepts(part))

    def _score(self, parts: tuple[str, ...]) -> float:
        """Logarithm of how common the words are together by chance, less what the lost spaces weigh."""
        common = sum(weight(part, self._lexicon) for part in parts)
        spaces = (len(parts) - 1) * (math.log(self._lexicon.articles) + _LOST_SPACE)
        odd = sum(len(part) == 2 and part not in _LITTLE_WORDS for part in parts)
        return common - spaces - _SHORT_WORD * odd
