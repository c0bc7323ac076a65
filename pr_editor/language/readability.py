"""How hard a Persian text is to read.

The score is Flesch's Reading Ease with the constants M. H. Dayani found for Persian («معیاری برای تعیین سطح خوانایی
نوشته‌های فارسی», and his book of 1379/2000)::

    262.835 - 0.846 * syllables in 100 words - 1.01 * words in a sentence

The higher, the easier; schoolbooks for children lie above 80. Studies since have found that the figure ranks texts of
one kind well and says little about grades of schooling, so it is good for comparing releases with releases.

Persian writes its long vowels and leaves the short ones out, so syllables are estimated: every vowel written is one,
and consonants that no written vowel can carry have a short vowel to every two of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from pr_editor.text.fold import fold
from pr_editor.text.letters import ZWNJ
from pr_editor.text.sentences import sentence_spans
from pr_editor.text.tokens import words

_BASE, _PER_SYLLABLE, _PER_WORD = 262.835, 0.846, 1.01

_VOWEL, _CONSONANT = "V", "C"
_GLIDE = re.compile(r"^[وی](?=.)|[وی](?=ا)|(?<=ا)[وی]")
"""At the start of a word, or beside a long «a», these two are consonants: «یاد», «گویا», «جاوید»."""
_LONG = re.compile(r"[اوی]")
_SILENT_HEH = re.compile(r"(?<=[^اوی])ه$")
_OTHER = re.compile(rf"[^{_VOWEL}{_CONSONANT}]")
_RUN = re.compile(rf"(?P<before>(?<={_VOWEL}))?{_CONSONANT}+(?P<after>(?={_VOWEL}))?")


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables a Persian word has; parts joined by half-spaces are counted one by one. At least 1."""
    return max(1, sum(_syllables(fold(part)) for part in word.split(ZWNJ)))


def _syllables(part: str) -> int:
    shape = _GLIDE.sub(_CONSONANT, _SILENT_HEH.sub(_VOWEL, part))
    shape = _OTHER.sub(_CONSONANT, _LONG.sub(_VOWEL, shape))
    if _VOWEL not in shape:
        return len(shape) // 2 or len(shape)
    return shape.count(_VOWEL) + sum(map(_short_vowels, _RUN.finditer(shape)))


def _short_vowels(run: re.Match[str]) -> int:
    """Vowels that nobody writes between consonants: those around the run carry one consonant each."""
    free = len(run.group()) - (run["before"] is not None) - (run["after"] is not None)
    return (free + 1) // 2


@dataclass(frozen=True, slots=True)
class Counts:
    """What of a text the score hangs on: Persian words, the sentences that have any, and their syllables."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The counts of both texts."""
        return Counts(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)

    @property
    def reading_ease(self) -> float:
        """The score of a text that has words."""
        return _BASE - _PER_SYLLABLE * 100 * self.syllables / self.words - _PER_WORD * self.words / self.sentences


@lru_cache(maxsize=2048)
def counts(text: str) -> Counts:
    """Count a paragraph. Numbers, Latin words and addresses are left out: how they are read aloud is another matter."""
    found = words(text)
    starts = [word.start for word in found]
    sentences = sum(bisect_left(starts, start) < bisect_left(starts, end) for start, end in sentence_spans(text))
    return Counts(len(found), sentences, sum(syllables(word.text) for word in found))
