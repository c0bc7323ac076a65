"""Which unlisted words of the news, of general Persian and of lists of names are words, and which are misspelled?

All three hold the names, brands and new words no dictionary has; they also hold every common slip many times over. A
word is believed when nothing better explains it: no much more frequent neighbour one letter away, no two very frequent
words run together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.language.edits import neighbours
from pr_editor.language.normal import table
from pr_editor.text.letters import NON_JOINING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pr_editor.language.morphology import Morphology

LEAST = 8
"""Articles a word must stand in to be believed at all."""
LEAST_GENERAL = 5
"""Thousands of occurrences in general Persian a word must have."""
_NEIGHBOUR_RATIO = 12
"""A neighbour this many times as frequent explains the word as its misspelling …"""
_LONG = 6
"""… if the word is at least this long; short names have neighbours by chance …"""
_SHORT_RATIO = 60
"""… and need a stronger one."""
_GENERAL_RATIO = 20
"""The same for general Persian, where misspellings of all writers add up."""
_LEAST_LETTERS = 4
"""Letters of a word that is believed though the news never has it: shorter ones are a slip of anything."""
_RUN_ON = 150 * 150
"""Product of the articles of both parts from which the word is a lost space."""

_PREPOSITIONS = frozenset(table("از با بر به تا در که هر"))
_ALEF = re.compile("^ا")
_SPOKEN = re.compile("و(?=[نم])")


def vetted(counts: Mapping[str, int], morphology: Morphology) -> frozenset[str]:
    """The words of ``counts`` that ``morphology`` does not accept and that are to be believed all the same."""
    return frozenset(
        word
        for word, count in counts.items()
        if count >= LEAST and not morphology.accepts(word) and _is_believed(word, count, counts, morphology)
    )


def vetted_general(general: Mapping[str, int], counts: Mapping[str, int], morphology: Morphology) -> frozenset[str]:
    """The words of general Persian to be believed; ``counts`` are those of the news."""
    return frozenset(
        word
        for word, count in general.items()
        if count >= LEAST_GENERAL
        and len(word) >= _LEAST_LETTERS
        and not morphology.accepts(word)
        and not _has_neighbour(word, _GENERAL_RATIO * count, general)
        and not _is_respelled(word, morphology)
        and not _falls_apart(word, counts, morphology)
        and _is_believed(word, counts.get(word, 1), counts, morphology)
    )


def vetted_names(
    names: Iterable[str], general: Mapping[str, int], counts: Mapping[str, int], morphology: Morphology
) -> frozenset[str]:
    """The names to be believed. What general Persian has is judged there: a list of names proves nothing of it."""
    return frozenset(
        name
        for name in names
        if len(name) >= _LEAST_LETTERS
        and name not in general
        and not morphology.accepts(name)
        and not _is_respelled(name, morphology)
        and _is_believed(name, counts.get(name, 1), counts, morphology)
    )


def _is_believed(word: str, count: int, counts: Mapping[str, int], morphology: Morphology) -> bool:
    ratio = _NEIGHBOUR_RATIO if len(word) >= _LONG else _SHORT_RATIO
    return not (_has_neighbour(word, ratio * count, counts) or _runs_on(word, counts) or _keeps_alef(word, morphology))


def _has_neighbour(word: str, frequency: int, counts: Mapping[str, int]) -> bool:
    """Whether another word one slip away is at least as frequent as that."""
    return any(other != word and counts.get(other, 0) >= frequency for other in neighbours(word))


def _runs_on(word: str, counts: Mapping[str, int]) -> bool:
    return any(counts.get(word[:at], 0) * counts.get(word[at:], 0) >= _RUN_ON for at in range(2, len(word) - 1))


def _falls_apart(word: str, counts: Mapping[str, int], morphology: Morphology) -> bool:
    """«سهمیهبندی», «درامتداد»: a half-space or a space is lost between two words."""
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return any(
        (left in _PREPOSITIONS and right in counts)
        or (left[-1] not in NON_JOINING and morphology.is_usual_compound(left, right))
        for left, right in halves
    )


def _is_respelled(word: str, morphology: Morphology) -> bool:
    """«البوم» for «آلبوم», «مهمون» for «مهمان»: a madda left out, or a word as it is spoken."""
    others = {_ALEF.sub("آ", word), _SPOKEN.sub("ا", word)} - {word}
    return any(map(morphology.accepts_plainly, others))


def _keeps_alef(word: str, morphology: Morphology) -> bool:
    """«بیافتد» for «بیفتد»: the commonest misspelling of a verb, too common for counts to tell."""
    return word.startswith(("بیا", "نیا")) and morphology.accepts_plainly(word[:2] + word[3:])
