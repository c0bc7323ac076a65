"""Forms that grammar allows but usage explains better as slips of the fingers.

Lilak derives «ابران», «گزرش» and «نشستت» by rules no writer follows. A form nobody was seen to write, with a common
word one letter away, is that word misspelled far more often than it is meant: rare words in a dictionary hide slips
(J. L. Peterson, «A note on undetected typing errors», 1986).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

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
        if HAMZA_ABOVE in form or self._inflects_met_word(form):
            return False
        bare = form.replace(ZWNJ, "")
        near = {word for rest in _shortened(form) for word in self._common.get(rest, ())}
        return any(word.replace(ZWNJ, "") != bare and OSA.distance(word, form, score_cutoff=1) <= 1 for word in near)

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
