"""Is a word nobody lists misspelled, or only new? The odds that its best candidate was meant, weighed from evidence.

Logistic regression (D. R. Cox, «The regression analysis of binary sequences», 1958), fitted to words known to be slips
and to names and new words of the press which are none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from pr_editor.language.frequency import weight
from pr_editor.language.weights import distance
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from pr_editor.language.lexicon import Lexicon

LINE = -0.2
"""Log-odds from which a candidate convinces: the lower, the more slips are found and the more names are suspected."""
_CLEAR = 8.0
"""Lead over the others beyond which a greater one says no more."""
_SHORT = {2: 2.8, 3: 1.1}
"""Added for words of so many letters: few names are that short."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a candidate for a word. Scores and frequencies are logarithms."""

    letters: int
    """Of the word."""
    joined: bool
    """Whether the word has half-spaces: it may be a compound nobody listed."""
    surprise: float
    """How little the word is built like others."""
    strange: int
    """Sequences of three letters in it that no word has."""
    in_news: float
    in_general: float
    """How often the word was met as it stands: a slip that many make alike is sooner a name."""
    lead: float
    """How far the best other candidate is behind; negative when it is ahead."""
    common: float
    """How common the candidate is, in articles."""
    split: bool
    """Whether the candidate is several words."""
    slips: int
    """Letters added, lost, replaced or swapped; a lost space is none."""
    distance: float
    """What these slips cost."""

    def log_odds(self) -> float:
        """Logarithm of the odds that the candidate was meant."""
        if self.split:
            # Many lose the same spaces, as in «دراین»: being met is less of an excuse.
            return 0.25 * self.lead + 0.47 * self.common - 0.5 * self.in_news - 0.25 * self.in_general - 1.5
        odds = 0.2 + _SHORT.get(self.letters, 0.0) - 0.8 * self.joined
        odds += 0.13 * self.surprise + 0.6 * self.strange - 0.75 * self.in_news - 0.3 * self.in_general
        return odds + 0.15 * self.lead + 0.6 * self.common - 1.25 * self.slips - 4.0 * self.distance


def evidence(form: str, candidate: str, lead: float, lexicon: Lexicon) -> Evidence:
    """Gather what speaks for ``candidate``, which leads by ``lead`` in score, to be what ``form`` was to be."""
    words = candidate.split(" ")
    split = len(words) > 1
    return Evidence(
        letters=len(form),
        joined=ZWNJ in form,
        surprise=lexicon.trigrams.surprise(form),
        strange=lexicon.trigrams.strange(form),
        in_news=math.log1p(lexicon.counts.get(form, 0)),
        in_general=math.log1p(lexicon.general.get(form, 0)),
        lead=min(_CLEAR, lead),
        common=sum(weight(word, lexicon) for word in words) - (len(words) - 1) * math.log(lexicon.articles),
        split=split,
        slips=0 if split else OSA.distance(form, candidate),
        distance=0.0 if split else distance(form, candidate),
    )
