"""How much of one paragraph another one says as well, formulas left out.

Compared are folded words by triples (containment after A. Broder, «On the resemblance and containment of documents»,
1997), for the whole paragraph and for each long sentence, since a sentence may be all that was taken over.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Self
from zlib import crc32

from pr_editor.text.alignment import align
from pr_editor.text.draft import Kind
from pr_editor.text.sentences import sentence_spans
from pr_editor.text.similarity import (
    GRAM,
    WINNOW_K,
    WINNOW_W,
    fingerprints,
    folded_words,
    run_hashes,
    split_words,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pr_editor.text.similarity import Word

LEFT_OUT = frozenset({Kind.BYLINE, Kind.SOURCE, Kind.KICKER, Kind.DATELINE, Kind.CONTACT, Kind.BOILERPLATE, Kind.OTHER})
"""What releases of one office have in common by its nature: neither kept nor sought."""
LEAST_WORDS = 5
"""Shorter paragraphs are not compared: too little is left when a triple or two are chance."""
SENTENCE = 10
"""Words a sentence needs to be looked for by itself."""
COMMON = 5
"""A run of words in so many releases belongs to the language of the house, or of the press."""
FORMULA = 20
"""A stretch of common runs is a formula if it is shorter than this, in words; a longer one is text said again."""
STANDING = 20
"""What stands in so many releases is standing text, however long."""

_LEAST = 4
"""Fewer triples that count are no evidence, be they shared ones or all there are in a sentence."""
_FLOOR, _SENTENCE_FLOOR = 0.35, 0.5
"""Below both nothing is told: press texts of one subject reach that by chance."""

type Triple = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph made ready for comparing. ``sentences`` are the long ones, as ``[first, after)`` of its words."""

    text: str
    words: tuple[Word, ...]
    folded: tuple[str, ...]
    triples: tuple[Triple, ...]
    sentences: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The passage of a verbatim text."""
        words = split_words(text)
        folded = tuple(word.text for word in words)
        return cls(text, words, folded, tuple(_triples(folded)), tuple(_sentences(text, words)))

    @property
    def compared(self) -> bool:
        """Whether it is long enough to be compared."""
        return len(self.words) >= LEAST_WORDS

    def span(self, triples: Collection[int]) -> tuple[int, int]:
        """``[start, end)`` of the text from the first to the last of these triples, lone ones left out if possible."""
        longer = {at for at in triples if at - 1 in triples or at + 1 in triples} or triples
        return self.words[min(longer)].start, self.words[max(longer) + GRAM - 1].end


class Sought:
    """A passage that is looked for, and what of it counts: neither formulas nor standing text."""

    def __init__(self, passage: Passage, releases: Sequence[int] = ()) -> None:
        """``releases``: in how many each run of ``WINNOW_K`` words is known to stand; if empty, everything counts."""
        self.passage = passage
        self._common = _covered(passage, releases, COMMON)
        self._standing = _covered(passage, releases, STANDING)
        own = set(self.counted(range(len(passage.triples))))
        self.own = frozenset(passage.triples[at] for at in own)
        """The triples that count."""
        self.formulas = frozenset(triple for at, triple in enumerate(passage.triples) if at not in own)
        self._triples = self.own | self.formulas

    def counted(self, triples: Iterable[int]) -> Iterator[int]:
        """Of these triples, in order, those that are neither formula nor standing text."""
        for stretch in _stretches(triples):
            for common, part in groupby(stretch, self._common.__getitem__):
                places = list(part)
                if not common or len(places) + GRAM - 1 >= FORMULA:
                    yield from (at for at in places if not self._standing[at])

    def may_be_in(self, text: str) -> bool:
        """Whether so much of it stands in ``text`` that comparing is worth while: that is asked first, being quick."""
        folded = folded_words(text)
        return len(self._triples.intersection(_triples(folded))) >= _LEAST or folded == list(self.passage.folded)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a passage shares with an earlier one. The fields are those of ``checks.ports.Match``."""

    start: int
    end: int
    there_start: int
    there_end: int
    share: float
    sentence: float
    words: int
    exact: bool
    figures_differ: bool


def marks(folded: Sequence[str]) -> frozenset[int]:
    """What a paragraph is kept by, to be found again: winnowed runs of words, and the whole."""
    return fingerprints(folded) | {whole(folded)}


def whole(folded: Sequence[str]) -> int:
    """A checksum of all words of a paragraph."""
    return crc32("\x1f".join(folded).encode())


def lookups(folded: Sequence[str]) -> list[int]:
    """What a paragraph is looked for by: all its runs. Any that was kept of a copy, however it was cut, is met."""
    return run_hashes(folded)


def overlap(sought: Sought, text: str) -> Overlap | None:
    """What a passage shares with an earlier ``text``, or None if that is too little to speak of."""
    if not sought.may_be_in(text):
        return None
    later, earlier = sought.passage, Passage.of(text)
    there, exact = frozenset(earlier.triples), later.folded == earlier.folded
    taken = set(sought.counted(at for at, triple in enumerate(later.triples) if triple in there))
    shared = frozenset(later.triples[at] for at in taken)
    if not shared or (len(shared) < _LEAST and not exact):
        return None
    share = len(shared) / min(len(sought.own), len((there - sought.formulas) | shared))
    sentence = max(_best_sentence(passage, shared, sought.formulas) for passage in (later, earlier))
    if share < _FLOOR and sentence < _SENTENCE_FLOOR:
        return None
    if exact:
        start, end = later.span(range(len(later.triples)))
        there_start, there_end = earlier.span(range(len(earlier.triples)))
    else:
        start, end = later.span(taken)
        there_start, there_end = earlier.span({at for at, triple in enumerate(earlier.triples) if triple in shared})
    return Overlap(
        start=start,
        end=end,
        there_start=there_start,
        there_end=there_end,
        share=share,
        sentence=sentence,
        words=len({at + step for at in taken for step in range(GRAM)}),
        exact=exact,
        figures_differ=not exact and bool(align(later.text[start:end], earlier.text[there_start:there_end]).figures),
    )


def _best_sentence(passage: Passage, shared: frozenset[Triple], formulas: frozenset[Triple]) -> float:
    """How much of the long sentence that is found best is shared, 0 if there is none to speak of."""
    best = 0.0
    for first, after in passage.sentences:
        said = frozenset(passage.triples[first : after - GRAM + 1]) - (formulas - shared)
        if len(said) >= _LEAST:
            best = max(best, len(said & shared) / len(said))
    return best


def _sentences(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    first = 0
    for _, end in sentence_spans(text):
        after = first
        while after < len(words) and words[after].start < end:
            after += 1
        if after - first >= SENTENCE:
            yield first, after
        first = after


def _triples(folded: Sequence[str]) -> Iterator[Triple]:
    return zip(folded, folded[1:], folded[2:], strict=False)


def _covered(passage: Passage, releases: Sequence[int], least: int) -> tuple[bool, ...]:
    """Which triples lie within runs that stand in at least ``least`` releases.

    Of the runs of a text some are kept, but one in every window: what lies between two common runs that follow each
    other within a window is as common as they are.
    """
    covered = [False] * len(passage.words)
    before = -WINNOW_W - 1
    for at, known in enumerate(releases):
        if known >= least:
            first = before if at - before <= WINNOW_W else at
            covered[first : at + WINNOW_K] = [True] * (at + WINNOW_K - first)
            before = at
    return tuple(all(covered[at : at + GRAM]) for at in range(len(passage.triples)))


def _stretches(places: Iterable[int]) -> Iterator[Iterator[int]]:
    """Numbers in ascending order, parted where one is missing."""
    for _, stretch in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        yield (place for _, place in stretch)
