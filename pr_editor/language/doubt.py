"""Forms that grammar allows but usage explains better as slips of the fingers.

Lilak derives «ابران», «گزرش» and «نشستت» by rules no writer follows. A form nobody was seen to write, with a common
word one letter away, is that word misspelled far more often than it is meant: rare words in a dictionary hide slips
(J. L. Peterson, «A note on undetected typing errors», 1986).
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from pr_editor.language.affixes import INFLECTIONS
from pr_editor.language.edits import neighbours
from pr_editor.language.formation import AFTER_HALF_SPACE
from pr_editor.language.normal import table
from pr_editor.text.letters import HAMZA_ABOVE, ZWNJ

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.language.lexicon import Lexicon

_LEAST_LETTERS = 3
_LEAST_DOUBLED = 5
_VERBAL = (f"می{ZWNJ}", f"نمی{ZWNJ}")
"""Verbs are met in too many forms for one unseen to be strange."""
_RARE = 1000
"""Occurrences in general Persian below which a word of hazm's list is as good as never met."""
_UNUSED = 100
"""The same in thousands for the larger corpus of ``Lexicon.general``."""
_COMMON = 60
"""Articles a neighbour must stand in to explain a form that is met nowhere."""
_MET = 10
"""Articles a stem must stand in for its endings to be believed unseen: «درسش», «کارهایش» …"""
_MET_IN_GENERAL = 1500
"""… or so many thousand times in general Persian: «ابرها», «رشته‌ای», «سطری» …"""
_PART = 20
"""Articles a word stands in that may well be part of a compound nobody listed …"""
_PART_IN_GENERAL = 8000
"""… or thousands of occurrences in general Persian: «مه‌گرفتگی»."""
_FAR_COMMONER = math.log(5)
_SEATS = str.maketrans({"آ": "ا", "أ": "ا", "ئ": "ی", "ؤ": "و", "ء": None})
_PERSONAL = frozenset("متش")
"""… but not before these, which the press rarely writes and slips often make."""
_ENDINGS = table("هایشان هایمان هایتان هایش هایم هایت شان مان تان یش یم یت هایی های ها ست ش م ت ی", f"{ZWNJ}ای")


class Doubt:
    """Judges accepted forms over one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon; cheap."""
        self._lexicon = lexicon

    def falls_on(self, form: str) -> bool:
        """Whether the normal ``form``, though derived by rule, is sooner a slip than a word."""
        return self._is_only_derived(form) and (self._doubles_last_letter(form) or self._hides_common_word(form))

    def _is_only_derived(self, form: str) -> bool:
        lexicon = self._lexicon
        return (
            len(form) >= _LEAST_LETTERS
            and not form.startswith(_VERBAL)
            and form not in lexicon.counts
            and lexicon.words.get(form, 0) < _RARE
            and lexicon.general.get(form, 0) < _UNUSED
            and form not in lexicon.verbs
            and form not in lexicon.accepted
            and form not in lexicon.added
        )

    def _doubles_last_letter(self, form: str) -> bool:
        """«نشستت»: grammar allows «your session», but in press copy it is «نشست» with a letter typed twice."""
        doubled = len(form) >= _LEAST_DOUBLED and form[-1] == form[-2] and form[-1] in "تمش"
        return doubled and self._lexicon.lists(form[:-1])

    def _hides_common_word(self, form: str) -> bool:
        return not (HAMZA_ABOVE in form or self._inflects_met_word(form)) and self.is_near_common_word(form)

    def is_near_common_word(self, form: str) -> bool:
        """Whether a word most readers know lies one slip away; half-spaces are none."""
        bare = form.replace(ZWNJ, "")
        near = {word for rest in _shortened(form) for word in self._common.get(rest, ())}
        return any(word.replace(ZWNJ, "") != bare and OSA.distance(word, form, score_cutoff=1) <= 1 for word in near)

    def is_rare_beside(self, form: str) -> bool:
        """«اتوموبیل»: whether a word one slip away is several times as common."""
        least = self._lexicon.weight(form) + _FAR_COMMONER
        return any(other != form and self._lexicon.weight(other) > least for other in neighbours(form))

    def misspells_compound(self, form: str) -> bool:
        """«شط‌بندی»: one of the parts is hardly a word, and with one slip undone the whole is a compound that is met."""
        if ZWNJ not in form or self._is_listed(form):
            return False
        return any(
            self._is_listed(other) and self._spoils_part(form.split(ZWNJ), other.split(ZWNJ))
            for other in neighbours(form)
            if ZWNJ in other and not (other.startswith(form) or form.startswith(other))
        )

    def _spoils_part(self, parts: list[str], others: list[str]) -> bool:
        """Whether the one part in which these differ is a rare word and no ending."""
        if len(parts) != len(others):
            return False
        changed = [(part, other) for part, other in zip(parts, others, strict=True) if part != other]
        if len(changed) != 1 or changed[0][0].translate(_SEATS) == changed[0][1].translate(_SEATS):
            return False
        part = changed[0][0]
        if part in AFTER_HALF_SPACE or (parts[-1] in INFLECTIONS and part in self._lexicon.words):
            return False
        counts, general = self._lexicon.counts, self._lexicon.general
        return counts.get(part, 0) < _PART and general.get(part, 0) < _PART_IN_GENERAL

    def _is_listed(self, form: str) -> bool:
        lexicon = self._lexicon
        return lexicon.met(form) or lexicon.counts_any(form) or form in lexicon.accepted

    @cached_property
    def _common(self) -> Mapping[str, list[str]]:
        """The common words by what is left of them without one letter: words one slip apart meet there.

        After W. Garbe's symmetric deletion, which needs no alphabet to try.
        """
        meet: dict[str, list[str]] = defaultdict(list)
        for word, articles in self._lexicon.counts.items():
            if articles >= _COMMON:
                for rest in _shortened(word):
                    meet[rest].append(word)
        return meet

    def _inflects_met_word(self, form: str) -> bool:
        return any(
            form.endswith(ending)
            and len(base := form.removesuffix(ending)) >= _LEAST_LETTERS
            and self._is_met(base, personal=ending in _PERSONAL)
            for ending in _ENDINGS
        )

    def _is_met(self, base: str, *, personal: bool) -> bool:
        in_general = 0 if personal else self._lexicon.general.get(base, 0)
        return self._lexicon.counts.get(base, 0) >= _MET or in_general >= _MET_IN_GENERAL


def _shortened(word: str) -> set[str]:
    """The word, and the word without any one of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
