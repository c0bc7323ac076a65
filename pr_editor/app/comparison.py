"""Two texts against each other: what differs word by word and, in a draft, through which rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Postfix, Prefix

from pr_editor.app.change_places import find
from pr_editor.app.changes import following, texts_of, together
from pr_editor.text.compare import compare
from pr_editor.text.edits import apply
from pr_editor.text.similarity import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pr_editor.app.changes import Change as Fixed
    from pr_editor.text.compare import Passage
    from pr_editor.text.draft import Draft

BY_HAND = ""
"""Stands among families of rules for what no fix has done."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch that differs: the ``change``-th of the changes of the ``passage``-th passage."""

    passage: int
    change: int
    codes: tuple[str, ...]
    """The rules whose fixes stand in it; none where it was made by hand."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both texts side by side."""

    passages: tuple[Passage, ...]
    differences: tuple[Difference, ...]
    """All that differs, in reading order."""
    counts: Mapping[str, int]
    """How many fixes of each family of rules are in the text, most first; ``BY_HAND`` last.

    Empty where nothing differs, and where no fixes are on record.
    """
    by_hand: tuple[tuple[str, str], ...]
    """What no fix has done, before and after, in reading order."""


def compare_with_received(received: Draft, now: Draft, changes: Sequence[Fixed]) -> Comparison:
    """Compare a draft ``now`` with the same as received; ``changes`` are the fixes on record."""
    passages = tuple(map(_joined, compare(received, now)))
    standing = standing_in(now, changes)
    counts = Counter(change.family for change in standing)
    by_hand = tuple(_differing(map(_joined, compare(received, without(now, standing)))))
    return Comparison(
        passages,
        tuple(_differences(passages, now, standing)),
        {**dict(counts.most_common()), **({BY_HAND: len(by_hand)} if by_hand else {})},
        by_hand,
    )


def compare_texts(older: Draft, newer: Draft) -> Comparison:
    """Compare two texts of which no fixes are on record."""
    passages = tuple(map(_joined, compare(older, newer)))
    return Comparison(passages, tuple(_differences(passages, newer, ())), {}, ())


def standing_in(draft: Draft, changes: Iterable[Fixed]) -> list[Fixed]:
    """The fixes whose words are in a draft: neither reversed nor overtaken by hand."""
    texts = texts_of(draft.paragraphs)
    return [change for change in changes if not change.reversed and change.why_not(texts) is None]


def without(draft: Draft, changes: Iterable[Fixed]) -> Draft:
    """The draft as it would be had these fixes never been applied."""
    left = {change.id: change for change in changes}
    while chosen := together(left.values(), texts_of(draft.paragraphs)):
        before = texts_of(draft.paragraphs)
        draft = apply(draft, [edit for edits in chosen.values() for edit in edits])
        rest = [change for change in left.values() if change not in chosen]
        left = {change.id: change for change in following(rest, before, texts_of(draft.paragraphs))}
    return draft


def in_reading_order(changes: Iterable[Fixed], draft: Draft) -> list[Fixed]:
    """Changes by where they stand in a draft; those that took a paragraph away by where it stood."""
    index, texts = draft.index(), texts_of(draft.paragraphs)

    def place(change: Fixed) -> tuple[int, int, int]:
        first = change.places[0]
        if (span := find(first, texts)) is not None:
            return index[span.key], span.start, change.id
        above = next((index[key] for key in first.above if key in index), -1)
        return above, len(texts.get(draft.paragraphs[above].key, "")) if above >= 0 else 0, change.id

    return sorted(changes, key=place)


def _joined(passage: Passage) -> Passage:
    """The passage with two words that became one, or one that became two, as one change.

    A diff by words takes the space between them for what has stayed.
    """
    joined: list[Change] = []
    for change in passage.changes:
        if len(joined) > 1 and not change.equal and joined[-1].equal and not joined[-2].equal:
            first, space = joined[-2:]
            lopsided = _one_sided(passage, first) or _one_sided(passage, change)
            if lopsided and not passage.after[space.b_start : space.b_end].strip():
                joined[-2:] = _trimmed(passage, Change(False, first.a_start, change.a_end, first.b_start, change.b_end))
                continue
        joined.append(change)
    return replace(passage, changes=tuple(joined))


def _trimmed(passage: Passage, change: Change) -> list[Change]:
    """A change without the white space with which both its sides end."""
    a, b = change.a_end, change.b_end
    while a > change.a_start and b > change.b_start and passage.before[a - 1] == passage.after[b - 1] == " ":
        a, b = a - 1, b - 1
    rest = [Change(True, a, change.a_end, b, change.b_end)] if a < change.a_end else []
    return [Change(False, change.a_start, a, change.b_start, b), *rest]


def _one_sided(passage: Passage, change: Change) -> bool:
    before, after = passage.before[change.a_start : change.a_end], passage.after[change.b_start : change.b_end]
    return not before.strip() or not after.strip()


def _differing(passages: Iterable[Passage]) -> Iterable[tuple[str, str]]:
    """Before and after of every stretch that differs."""
    for passage in passages:
        for change in passage.changes:
            if not change.equal:
                yield passage.before[change.a_start : change.a_end], passage.after[change.b_start : change.b_end]


def _differences(passages: Sequence[Passage], now: Draft, changes: Sequence[Fixed]) -> Iterable[Difference]:
    """Every stretch that differs, with the rules whose fixes touch it."""
    texts = texts_of(now.paragraphs)
    spans: dict[int, list[tuple[int, int, str]]] = {}
    gone: dict[str, str] = {}
    for change in changes:
        for place in change.places:
            if place.whole and not place.now:
                gone[place.was] = change.code
            elif (span := find(place, texts)) is not None:
                spans.setdefault(span.key, []).append((span.start, span.end, change.code))
    for at, passage in enumerate(passages):
        here = [] if passage.new is None else spans.get(now.paragraphs[passage.new].key, [])
        for number, stretch in enumerate(passage.changes):
            if not stretch.equal:
                first, last = _reach(passage, number)
                codes = [code for start, end, code in here if start <= last and first <= end]
                if passage.new is None and passage.before in gone:
                    codes = [gone[passage.before]]
                yield Difference(at, number, tuple(dict.fromkeys(codes)))


def _reach(passage: Passage, number: int) -> tuple[int, int]:
    """From where to where in the new text a change may have been made.

    Of two words alike that stood side by side either may have gone, and the diff need not name the one a fix took.
    """
    change = passage.changes[number]
    if change.a_start < change.a_end and change.b_start < change.b_end:
        return change.b_start, change.b_end
    text, start, end = passage.after, change.b_start, change.b_end
    if start == end:
        text, start, end = passage.before, change.a_start, change.a_end
    back = Postfix.similarity(text[:start], text[:end]) if number else 0
    on = Prefix.similarity(text[start:], text[end:]) if number + 1 < len(passage.changes) else 0
    around = passage.changes[max(number - 1, 0)], passage.changes[min(number + 1, len(passage.changes) - 1)]
    room_before, room_after = (one.b_end - one.b_start for one in around)
    return change.b_start - min(back, room_before), change.b_end + min(on, room_after)
