"""Are these neighbours one word torn apart by a space?

«کامپ یوتر» is, «کامپ» and «یوتر» being no words; «بر گزار» is, for nobody has ever seen those two side by side. The
same noisy channel as for candidates: the likeliest reading wins, and a slip has its price.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.language.affixes import (
    COMPARATIVES,
    COMPOUND_STARTS,
    ENDINGS,
    FUNCTION_WORDS,
    NUMBER_STARTS,
    PLURALS,
    VERB_PREFIXES,
)
from pr_editor.language.normal import table
from pr_editor.text.letters import HAMZA_ABOVE, ZWNJ

if TYPE_CHECKING:
    from pr_editor.language.context import Context
    from pr_editor.language.lexicon import Lexicon
    from pr_editor.language.morphology import Morphology

_AFFIXES = PLURALS | COMPARATIVES | ENDINGS
_STARTS = (
    COMPOUND_STARTS
    | NUMBER_STARTS
    | frozenset(
        (*(prefix + mi for prefix in VERB_PREFIXES for mi in ("می", "نمی")), *table("این آن پیش پس پر کم خوش نیم"))
    )
)
"""What begins verbs and compounds that others write with a half-space: the half-space rules judge those."""
_GOD = "لله"
"""Formulas with it are written apart or with half-spaces: «ان شاء الله»."""
_LEAST_LETTERS = 4
"""Letters of a word that may have been torn: shorter ones come about by chance."""
_SPLIT_COST = 5.0
"""What it costs to have typed a space, as a logarithm."""
_OF_WORDS = 3.0
"""By how much the one word must be likelier where all parts are words."""
_OF_PIECES = 0.0
"""… and where one part is none."""
_NO_WORD = math.log(0.3)
"""Weight of a piece that is no word."""
_KNOWN = math.log(1)
"""Weight of a word that is common enough to have been meant."""
_COMMON = math.log(20)
"""Weight of one that is common enough to have been torn into two words."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Judges neighbours over one lexicon. All forms are normal."""

    lexicon: Lexicon
    morphology: Morphology
    context: Context

    def may_be(self, word: str) -> bool:
        """Whether pieces that make ``word`` are worth a look: a quick question that rules out nearly all."""
        return len(word) >= _LEAST_LETTERS and self.lexicon.counts_any(word.removesuffix(HAMZA_ABOVE))

    def joined(self, parts: tuple[str, ...], before: str, after: str) -> str:
        """The word the ``parts`` make when that is the far better reading; else nothing."""
        word = "".join(parts)
        bare = word.removesuffix(HAMZA_ABOVE)
        if not self.may_be(word) or _spelled_out(parts, before, after):
            return ""
        whole = [self._is_word(part) for part in parts]
        if self._is_affixed(parts, whole[0]) or self._belong_apart(parts):
            return ""
        if len(parts) > 2 and sum(whole) > 1:  # two words and a piece between: the piece belongs to one of them
            return ""
        least = _COMMON if all(whole) else _KNOWN
        if self.lexicon.weight(bare) < least or not self.morphology.accepts_plainly(bare):
            return ""
        gain = self._gain(bare, parts, whole, (before, after))
        return word if gain >= (_OF_WORDS if all(whole) else _OF_PIECES) else ""

    def _gain(self, word: str, parts: tuple[str, ...], whole: list[bool], sides: tuple[str, str]) -> float:
        """How much likelier one word with a slip is than several, as a logarithm."""
        before, after = sides
        judged = zip(parts, whole, strict=True)
        weights = [self.lexicon.weight(part) if is_word else _NO_WORD for part, is_word in judged]
        apart = sum(weights) - (len(parts) - 1) * math.log(self.lexicon.articles)
        apart += self.context.support(before, " ".join(parts), after)
        return self.lexicon.weight(word) + self.context.support(before, word, after) - apart - _SPLIT_COST

    def _is_affixed(self, parts: tuple[str, ...], begins: bool) -> bool:
        """Whether the half-space rules judge these: a word and its affix."""
        if not _STARTS.isdisjoint(parts) or _GOD in parts[-1]:
            return True
        return begins and (ZWNJ in "".join(parts) or not _AFFIXES.isdisjoint(parts[1:]))

    def _belong_apart(self, parts: tuple[str, ...]) -> bool:
        """Whether the press has these words side by side, or as a compound with a half-space."""
        return any(
            f"{a} {b}" in self.lexicon.pairs or self.lexicon.counts_any(f"{a}{ZWNJ}{b}") for a, b in pairwise(parts)
        )

    def _is_word(self, part: str) -> bool:
        """Whether a part may stand alone. A single letter but «و» is an initial at best."""
        if len(part) == 1:
            return part == "و"
        return part in FUNCTION_WORDS or self.morphology.accepts(part)


def _spelled_out(parts: tuple[str, ...], before: str, after: str) -> bool:
    """Whether single letters stand beside each other: «م ه م» for emphasis, or initials."""
    return any(len(a) == len(b) == 1 for a, b in pairwise((before, *parts, after)))
