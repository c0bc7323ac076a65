"""Which unlisted words of the news are words, and which are the misspellings of busy people?

News holds the names, brands and new words no dictionary has; it also holds every common slip many times over. A word is
believed when enough articles have it and nothing better explains it: no much more frequent neighbour one letter away,
no two very frequent words run together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.language.edits import neighbours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.language.morphology import Morphology

LEAST = 8
"""Articles a word must stand in to be believed at all."""
_NEIGHBOUR_RATIO = 12
"""A neighbour this many times as frequent explains the word as its misspelling …"""
_LONG = 6
"""… if the word is at least this long; short names have neighbours by chance …"""
_SHORT_RATIO = 60
"""… and need a stronger one."""
_RUN_ON = 150 * 150
"""Product of the articles of both parts from which the word is a lost space."""


def vetted(counts: Mapping[str, int], morphology: Morphology) -> frozenset[str]:
    """The words of ``counts`` that ``morphology`` does not accept and that are to be believed all the same."""
    return frozenset(
        word
        for word, count in counts.items()
        if count >= LEAST
        and not morphology.accepts(word)
        and not _misspells(word, count, counts)
        and not _runs_on(word, counts)
        and not _keeps_alef(word, morphology)
    )


def _misspells(word: str, count: int, counts: Mapping[str, int]) -> bool:
    ratio = _NEIGHBOUR_RATIO if len(word) >= _LONG else _SHORT_RATIO
    return any(counts.get(other, 0) >= ratio * count for other in neighbours(word))


def _runs_on(word: str, counts: Mapping[str, int]) -> bool:
    return any(counts.get(word[:at], 0) * counts.get(word[at:], 0) >= _RUN_ON for at in range(2, len(word) - 1))


def _keeps_alef(word: str, morphology: Morphology) -> bool:
    """«بیافتد» for «بیفتد»: the commonest misspelling of a verb, too common for counts to tell."""
    return word.startswith(("بیا", "نیا")) and morphology.accepts_plainly(word[:2] + word[3:])
