"""How alike two texts are: shared word triples, fingerprints to find pairs worth comparing, and a diff by words.

Words are compared folded, so that letters of another keyboard, half-spaces and hamza make no difference.
Containment after A. Broder, «On the resemblance and containment of documents» (1997); winnowing after S. Schleimer,
D. Wilkerson and A. Aiken, «Winnowing: local algorithms for document fingerprinting» (SIGMOD 2003).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from rapidfuzz.distance import Indel

from pr_editor.text.fold import fold
from pr_editor.text.letters import ZWNJ
from pr_editor.text.tokens import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GRAM = 3
WINNOW_K = 4
WINNOW_W = 4
"""Two texts that share a run of ``WINNOW_K + WINNOW_W - 1`` words share a fingerprint."""

_CROWD = 8
"""With how many earlier holders of a fingerprint a text is paired: standing formulas would pair all with all."""

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{SIGNS}{ZWNJ}\u00ad\u200e\u200f])*")
_PIECE = re.compile(rf"\s+|{_WORD.pattern}|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, at ``[start, end)`` of the verbatim text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a diff: ``[a_start, a_end)`` of the old text stands against ``[b_start, b_end)`` of the new.

    ``equal`` stretches are the same verbatim; in all others one side or both differ, and one may be empty.
    """

    equal: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return fold(word)


def split_words(text: str) -> tuple[Word, ...]:
    """The words and numbers of ``text`` in order; one that folding leaves nothing of is left out."""
    found = ((_folded(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))
    return tuple(Word(*word) for word in found if word[0])


def folded_words(text: str) -> list[str]:
    """The texts of ``split_words``, for who does not need to know where they are: three times as fast."""
    return [folded for word in _WORD.findall(text) if (folded := _folded(word))]


def grams(words: Sequence[str], size: int = GRAM) -> frozenset[tuple[str, ...]]:
    """All runs of ``size`` words; of a shorter text the text itself."""
    if len(words) <= size:
        return frozenset([tuple(words)] if words else [])
    return frozenset(_runs(words, size))


def containment(a: Sequence[str], b: Sequence[str]) -> float:
    """How much of the shorter of two word lists is found in the other, by word triples: 0–1, and 1 for equal lists."""
    grams_a, grams_b = grams(a), grams(b)
    if not grams_a or not grams_b:
        return float(grams_a == grams_b)
    return len(grams_a & grams_b) / min(len(grams_a), len(grams_b))


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """Share of words in common and in the same order, 0–1: twice the longest common subsequence over both lengths."""
    return Indel.normalized_similarity(*_ids(a, b))


def longest_run(a: Sequence[str], b: Sequence[str]) -> tuple[int, int, int]:
    """The longest run of at least ``WINNOW_K`` words both lists share: where it begins in each, and its length.

    ``(0, 0, 0)`` when there is none. Works on runs of four words, which are rare enough to keep the cost linear.
    """
    best = (0, 0, 0)
    ending: dict[int, int] = {}
    places: dict[tuple[str, ...], list[int]] = {}
    for j, run in enumerate(_runs(b, WINNOW_K)):
        known = places.setdefault(run, [])
        if len(known) < _CROWD:
            known.append(j)
    for i, run in enumerate(_runs(a, WINNOW_K)):
        ending = {j: ending.get(j - 1, 0) + 1 for j in places.get(run, ())}
        for j, count in ending.items():
            if count + WINNOW_K - 1 > best[2]:
                best = (i - count + 1, j - count + 1, count + WINNOW_K - 1)
    return best


def common_stretch(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """``[start, end)`` of the words of ``b`` between the first and the last run of ``GRAM`` words it shares with ``a``.

    Runs are those of the best alignment; ``(0, 0)`` when there is none.
    """
    runs = [op for op in Indel.opcodes(*_ids(a, b)) if op.tag == "equal" and op.src_end - op.src_start >= GRAM]
    return (runs[0].dest_start, runs[-1].dest_end) if runs else (0, 0)


def _runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(size)), strict=False)


def run_hashes(words: Sequence[str], k: int = WINNOW_K) -> list[int]:
    """A checksum of 32 bits of each run of ``k`` words, in order; a shorter text is one run.

    Libraries keep these numbers, so another way to count them needs another schema.
    """
    return [crc32("\x1f".join(run).encode()) for run in _runs(words, min(k, len(words)))]


def fingerprints(words: Sequence[str], k: int = WINNOW_K, w: int = WINNOW_W) -> frozenset[int]:
    """Winnow the hashes of all runs of ``k`` words: the least of every window of ``w``; the same in every process."""
    hashes = run_hashes(words, k)
    if len(hashes) <= w:
        return frozenset([min(hashes)] if hashes else [])
    return frozenset(map(min, zip(*(hashes[at:] for at in range(w)), strict=False)))


def candidate_pairs(prints: Iterable[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs ``(earlier, later)`` of texts that share a fingerprint, later ones in order, each pair once.

    What everything shares tells nothing: only some of many holders of one fingerprint are paired.
    """
    holders: dict[int, list[int]] = {}
    for later, marks in enumerate(prints):
        earlier: set[int] = set()
        for mark in marks:
            known = holders.setdefault(mark, [])
            earlier.update(known[:_CROWD])
            earlier.update(known[-1:])
            known.append(later)
        yield from ((at, later) for at in sorted(earlier))


def word_diff(a: str, b: str) -> tuple[Change, ...]:
    """What changed from ``a`` to ``b``, word by word, in order; the changes cover both texts without gaps."""
    pieces_a, pieces_b = _PIECE.findall(a), _PIECE.findall(b)
    ends_a, ends_b = _ends(pieces_a), _ends(pieces_b)
    changes: list[Change] = []
    for op in Indel.opcodes(*_ids(pieces_a, pieces_b)):
        equal = op.tag == "equal"
        step = (ends_a[op.src_start], ends_a[op.src_end], ends_b[op.dest_start], ends_b[op.dest_end])
        last = changes[-1] if changes else None
        if last and not last.equal and not equal:
            changes[-1] = Change(False, last.a_start, step[1], last.b_start, step[3])
        else:
            changes.append(Change(equal, *step))
    return tuple(changes)


def _ends(pieces: Sequence[str]) -> list[int]:
    """Offsets between pieces: the n-th is where the n-th piece begins, the last the length of all."""
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _ids(a: Sequence[str], b: Sequence[str]) -> tuple[list[int], list[int]]:
    """Number the distinct words, since rapidfuzz compares numbers fastest."""
    numbers: dict[str, int] = {}
    ids_a = [numbers.setdefault(word, len(numbers)) for word in a]
    return ids_a, [numbers.setdefault(word, len(numbers)) for word in b]
