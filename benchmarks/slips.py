"""Sentences with slips in them beside the same sentences without, and what the difference says about each word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import starmap
from typing import TYPE_CHECKING

from pr_editor.language.normal import normal
from pr_editor.text.fold import fold
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PIECE = re.compile(r"\S+")
_MARKS = " .،؛:!؟?»«()|/\"'"
_LONGEST = 3
"""More words than these replaced at once are a rewrite, no slip."""

type Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slip:
    """A misspelling at ``[start, end)``, and the words that were meant."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence as it was typed, and as it was meant.

    ``touched`` holds every place where the two differ. Differences of half-space, hamza and marks alone are no
    ``slips``: nobody owes a mark there, and a mark there is not held against anybody.
    """

    wrong: str
    right: str
    slips: tuple[Slip, ...]
    touched: tuple[Place, ...]


def read_pairs(folder: Path) -> list[Pair]:
    """The pairs in ``wrong.txt`` and ``right.txt`` of a folder, a line each.

    Raises ``ValueError`` when one has more lines than the other.
    """
    wrong, right = ((folder / name).read_text("utf-8").splitlines() for name in ("wrong.txt", "right.txt"))
    return list(starmap(_pair, zip(wrong, right, strict=True)))


def misspelled(pairs: Iterable[Pair]) -> list[str]:
    """The words, in normal form, that are slips or part of one; sorted, each once."""
    typed = (words(pair.wrong[slip.start : slip.end]) for pair in pairs for slip in pair.slips)
    return sorted({normal(token.text) for tokens in typed for token in tokens})


def same_words(text: str, other: str) -> bool:
    """Whether two sentences have the same words, however they write half-spaces, hamza and marks."""
    return [_bare(word) for word in text.split()] == [_bare(word) for word in other.split()]


def overlaps(one: Place, other: Place) -> bool:
    """Whether two places have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def _bare(word: str) -> str:
    return fold(word).strip(_MARKS)


def _pair(wrong: str, right: str) -> Pair:
    pieces, meant = list(_PIECE.finditer(wrong)), list(_PIECE.finditer(right))
    matcher = SequenceMatcher(None, [m.group() for m in pieces], [m.group() for m in meant], autojunk=False)
    slips: list[Slip] = []
    touched: list[Place] = []
    for tag, first, last, first_meant, last_meant in matcher.get_opcodes():
        if tag != "equal":
            changed, better = pieces[first:last], meant[first_meant:last_meant]
            start = pieces[first].start() if first < len(pieces) else len(wrong)
            touched.append((max(0, start - 1), (changed[-1].end() if changed else start) + 1))
            slips += _slips(changed, better)
    return Pair(wrong, right, tuple(slips), tuple(touched))


def _slips(typed: list[re.Match[str]], meant: list[re.Match[str]]) -> list[Slip]:
    """The slips in a stretch that differs: word for word, or the same letters with other spaces."""
    if not typed or not meant or max(len(typed), len(meant)) > _LONGEST:
        return []
    if len(typed) == len(meant):
        pairs = zip(typed, meant, strict=True)
        return [Slip(a.start(), a.end(), b.group()) for a, b in pairs if _bare(a.group()) != _bare(b.group())]
    phrase = " ".join(match.group() for match in meant)
    if "".join(_bare(match.group()) for match in typed) == "".join(map(_bare, phrase.split())):
        return [Slip(typed[0].start(), typed[-1].end(), phrase)]
    return []
