"""Plant one slip in every third sentence of a correct text, so that what a checker finds and misses can be counted.

``python -m benchmarks.plant benchmarks/data/press/dev.txt /somewhere/dev`` writes ``dev.txt`` with the slips and
``dev.tsv`` with their places; the same seed plants the same slips. The single-letter kinds (replaced, dropped, added,
swapped) are Damerau's (1964); letters of one sound, dots, and lost and stray spaces are what Persian adds. The shares
are an assumption, not a measurement: figures taken with them compare programs, they don't foretell an office's slips.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import astuple, dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.language.lists import read_counts
from pr_editor.text.sentences import sentence_spans
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

COUNTS = Path(__file__).parents[1] / "resources" / "dictionaries" / "counts.tsv"
SHARES = {
    "neighbour": 24, "dropped": 18, "sound": 12, "swapped": 10, "dots": 8, "doubled": 8, "joined": 8, "added": 6,
    "split": 6,
}  # fmt: skip
"""Per cent of all slips by kind."""
EVERY = 3
SHORTEST = 4
"""Letters: shorter words are left alone."""
USUAL = 50
"""A slip that reads as a word of so many news articles is a real word: no list of words can tell it."""
_ROWS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
"""The letters of ISIRI 9147 without Shift, each row half a key further right than the one above."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip at ``[start, end)`` of a line (from 1) of the wrong text. ``real``: it reads as a usual word."""

    line: int
    start: int
    end: int
    wrong: str
    right: str
    kind: str
    real: str


def _others(groups: Iterable[str]) -> dict[str, str]:
    """For each letter the others of its groups."""
    groups = list(groups)
    return {one: "".join(g.replace(one, "") for g in groups if one in g) for one in "".join(groups)}


def neighbours() -> dict[str, str]:
    """For each letter those on the keys that touch its key."""
    touching = [pair for row in _ROWS for pair in pairwise(row)]
    for upper, lower in pairwise(_ROWS):
        touching += [*zip(lower, upper, strict=False), *zip(lower, upper[1:], strict=False)]
    return _others(map("".join, touching))


_REPLACED = {
    "neighbour": neighbours(),
    "sound": _others(("زذضظ", "سصث", "تط", "حه", "قغ", "اع")),
    "dots": _others(("بپتث", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ")),
}
_EDITS: dict[str, Callable[[str, str, str], Iterable[str]]] = {
    "dropped": lambda head, _, tail: [head + tail],
    "added": lambda head, letter, tail: [head + letter + n + tail for n in _REPLACED["neighbour"].get(letter, "")],
    "doubled": lambda head, letter, tail: [head + letter * 2 + tail],
    "swapped": lambda head, letter, tail: [head + tail[0] + letter + tail[1:]] if tail[:1].isalpha() else [],
    "split": lambda head, letter, tail: [f"{head} {letter}{tail}"] if len(tail) > 1 and head[1:][-1:].isalpha() else [],
}
"""From what stands before a letter, the letter and what follows to the word with the slip."""


def plant(
    lines: Sequence[str], rng: random.Random, known: Collection[str], usual: Collection[str]
) -> tuple[list[str], list[Planted]]:
    """The text with one slip in every third sentence, and the slips in order.

    No slip is equal to a word of ``known``; one that is a word of ``usual`` is marked as real.
    """
    wrong, slips, seen = list(lines), list[Planted](), 0
    for number, line in enumerate(lines, 1):
        for start, end in sentence_spans(line):
            seen += 1
            if not seen % EVERY and (found := _slip(line[start:end], rng, known)):
                at, right, typed, kind = found
                at += start + len(wrong[number - 1]) - len(line)
                wrong[number - 1] = wrong[number - 1][:at] + typed + wrong[number - 1][at + len(right) :]
                real = "real" if all(word in usual for word in typed.split()) else ""
                slips.append(Planted(number, at, at + len(typed), typed, right, kind, real))
    return wrong, slips


def _slip(sentence: str, rng: random.Random, known: Collection[str]) -> tuple[int, str, str, str] | None:
    """Where a slip stands in a sentence, what stood there, what is typed, and its kind; nothing if no word suits."""
    tokens = [token for token in words(sentence) if sum(map(str.isalpha, token.text)) >= SHORTEST]
    alone = [(token.start, token.text) for token in tokens]
    pairs = [(a.start, f"{a.text} {b.text}") for a, b in pairwise(tokens) if sentence[a.end : b.start] == " "]
    kinds = dict(SHARES)
    while kinds:
        kind = rng.choices(list(kinds), list(kinds.values()))[0]
        del kinds[kind]
        places = pairs if kind == "joined" else alone
        for at, right in rng.sample(places, len(places)):
            possible = [right.replace(" ", "")] if kind == "joined" else _typed(right, kind)
            typed = [wrong for wrong in possible if not all(word in known for word in wrong.split())]
            if typed:
                return at, right, rng.choice(typed), kind
    return None


def _typed(right: str, kind: str) -> Iterator[str]:
    """Everything a word becomes by one slip of a kind."""
    for at, letter in enumerate(right):
        head, tail = right[:at], right[at + 1 :]
        if kind in _REPLACED:
            yield from (head + other + tail for other in _REPLACED[kind].get(letter, ""))
        elif letter.isalpha():
            yield from (wrong for wrong in _EDITS[kind](head, letter, tail) if wrong != right)


def main() -> None:
    """Write the wrong text and its slips beside each other."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("text", type=Path, help="a correct text; no slip is a word of it or of the texts beside it")
    parser.add_argument("target", type=Path, help="where to write, without an ending and in another folder")
    parser.add_argument("--seed", type=int, default=9147)
    options = parser.parse_args()
    if options.target.parent.resolve() == options.text.parent.resolve():
        parser.error("the wrong text must not stand among the correct ones")
    texts = [path.read_text("utf-8") for path in sorted(options.text.parent.glob("*.txt"))]
    known = {token.text for text in texts for line in text.splitlines() for token in words(line)}
    usual = {word for word, articles in read_counts(COUNTS).items() if articles >= USUAL}
    lines = options.text.read_text("utf-8").splitlines()
    wrong, slips = plant(lines, random.Random(options.seed), known, usual)
    rows = [[field.name for field in fields(Planted)], *map(astuple, slips)]
    options.target.with_suffix(".txt").write_text("\n".join(wrong) + "\n", "utf-8")
    options.target.with_suffix(".tsv").write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
