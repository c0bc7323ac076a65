"""Where the words stand that a fix has left behind, however the text around them has changed since.

A place is followed through every change of the text while a draft is open. Where that fails, as when a paragraph was
split or cut and put elsewhere, it is looked for by its words and those beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Postfix, Prefix

from pr_editor.text.letters import ZWNJ
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BESIDE = 48
"""Code points kept of the text on either side of a place."""
_MAX_CELLS = 64_000_000
"""Code points of old × new text up to which single ones are compared."""
_PART = rf"[\w{ZWNJ}]"
_HAS_WORD = re.compile(r"\w")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"\S*$"), re.compile(r"^\S*")
_WORDS_BEFORE, _WORDS_AFTER = re.compile(r"\S*\s*$"), re.compile(r"^\s*\S*")


@dataclass(frozen=True, slots=True)
class Place:
    """One edit: in the paragraph ``key``, at the offset ``start``, ``now`` stands where ``was`` stood.

    ``left`` and ``right`` are the text beside it. A place that is ``whole`` is a paragraph that has come (``was`` is
    empty) or gone (``now`` is empty); ``above`` and ``below`` are the keys of those it stood between, nearest first.
    """

    key: int
    start: int
    was: str
    now: str
    left: str = ""
    right: str = ""
    whole: bool = False
    above: tuple[int, ...] = ()
    below: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """Where ``now`` ends."""
        return self.start + len(self.now)

    def shown(self) -> tuple[str, str]:
        """What stood here and what stands here, each with the parts of words it is joined to."""
        if self.whole:
            return self.was, self.now
        left, right = _beside(self, words=not _HAS_WORD.search(self.was + self.now))
        return left + self.was + right, left + self.now + right


def placed(place: Place, text: str, start: int) -> Place:
    """The place at ``start`` of the paragraph ``text``, seen with the text that is beside it there."""
    end = start + len(place.now)
    return replace(place, start=start, left=text[max(0, start - _BESIDE) : start], right=text[end : end + _BESIDE])


def undoing(place: Place, texts: Mapping[int, str]) -> Edit | None:
    """The edit that puts back what stood at a place before; None where the words it left stand no more.

    ``texts`` are all paragraphs by key, in order. A paragraph comes back behind a line feed of the one above it.
    """
    if place.whole and not place.now:
        return _returning(place, texts)
    span = find(place, texts)
    return None if span is None else Edit(span, place.was)


def find(place: Place, texts: Mapping[int, str]) -> Span | None:
    """Where the words of a place stand now, if they do and there is no doubt which they are."""
    if place.whole:
        return _whole(place, texts)
    text = texts.get(place.key)
    start = None
    if text is not None:
        start = place.start if _is_at(place, text, place.start) else _likeliest(place, text)
    if text is not None and start is not None:
        return Span(place.key, start, start + len(place.now))
    elsewhere = [Span(key, at, at + len(place.now)) for key, other in texts.items() for at in _at(place, other)]
    return elsewhere[0] if len(elsewhere) == 1 else None


@dataclass(frozen=True)
class Rewriting:
    """A paragraph that read ``before`` and reads ``now``; what both have in common is looked up once for all places."""

    before: str
    now: str

    def follow(self, place: Place) -> Place:
        """The place in the new text; as it was where its own words were changed."""
        if place.whole or self.before[place.start : place.end] != place.now:
            return place
        start = self._carried(place)
        return place if start is None else placed(place, self.now, start)

    def follow_line(self, place: Place) -> Place:
        """A paragraph that has come, as it reads now; as it was where another stands in its place."""
        return replace(place, now=self.now) if self.before == place.now else place

    def _carried(self, place: Place) -> int | None:
        head, tail = self._head, self._tail
        if place.end <= head:
            return place.start
        if place.start >= len(self.before) - tail:
            return place.start + len(self.now) - len(self.before)
        for old, new, length in self._common:
            if old <= place.start - head and place.end - head <= old + length:
                return place.start - old + new
        return None

    @cached_property
    def _head(self) -> int:
        return Prefix.similarity(self.before, self.now)

    @cached_property
    def _tail(self) -> int:
        return Postfix.similarity(self.before[self._head :], self.now[self._head :])

    @cached_property
    def _common(self) -> tuple[tuple[int, int, int], ...]:
        """What stands in both between head and tail: offset in the old text, in the new one, length."""
        old = self.before[self._head : len(self.before) - self._tail]
        new = self.now[self._head : len(self.now) - self._tail]
        if len(old) * len(new) > _MAX_CELLS:
            return ()
        return tuple((block.a, block.b, block.size) for block in Indel.editops(old, new).as_matching_blocks())


def _is_at(place: Place, text: str, start: int) -> bool:
    """Whether the words stand exactly there, between the words they stood between."""
    left, right = _beside(place, words=True)
    return text.startswith(left + place.now + right, start - len(left)) if start >= len(left) else False


def _likeliest(place: Place, text: str) -> int | None:
    """Where in its paragraph the words of a place stand: the only place, or the one with most of its surroundings."""
    left, right = _beside(place, words=not _HAS_WORD.search(place.now))
    starts = [at + len(left) for at in _occurrences(left + place.now + right, text)]
    scores = {at: _likeness(place, text[:at], text[at + len(place.now) :]) for at in starts}
    best = [at for at in starts if scores[at] == max(scores.values())]
    return best[0] if len(best) == 1 else None


def _likeness(place: Place, left: str, right: str) -> int:
    """How much of the text beside a place stands here as well; one more for an end they share."""
    score = Postfix.similarity(place.left, left) + Prefix.similarity(place.right, right)
    return score + (place.left == left) + (place.right == right)


def _at(place: Place, text: str) -> Iterator[int]:
    """Every place in another paragraph where the words stand between the words they stood between."""
    left, right = _beside(place, words=True)
    if (left + right).strip() or _HAS_WORD.search(place.now):
        yield from (at + len(left) for at in _occurrences(left + place.now + right, text))


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Where ``words`` stand in ``text``, not as parts of longer words."""
    if not words.strip():
        return
    head = rf"(?<!{_PART})" if re.match(_PART, words) else ""
    foot = rf"(?!{_PART})" if re.match(_PART, words[-1]) else ""
    yield from (found.start() for found in re.finditer(f"(?={head}{re.escape(words)}{foot})", text))


def _beside(place: Place, *, words: bool) -> tuple[str, str]:
    """The ends of words a place is joined to; with ``words`` also the words beyond white space."""
    before, after = (_WORDS_BEFORE, _WORDS_AFTER) if words else (_WORD_BEFORE, _WORD_AFTER)
    left, right = before.search(place.left), after.search(place.right)
    return left.group() if left else "", right.group() if right else ""


def _whole(place: Place, texts: Mapping[int, str]) -> Span | None:
    """A paragraph that has come, if it reads as it came."""
    same = [key for key, text in texts.items() if text == place.now]
    key = place.key if place.key in same else same[0] if len(same) == 1 else None
    return None if key is None else Span(key, 0, len(place.now))


def _returning(place: Place, texts: Mapping[int, str]) -> Edit | None:
    """What brings back a paragraph that has gone, beside one of its neighbours."""
    for key in place.above:
        if (text := texts.get(key)) is not None:
            return Edit(Span(key, len(text), len(text)), f"\n{place.was}")
    for key in place.below:
        if key in texts:
            return Edit(Span(key, 0, 0), f"{place.was}\n")
    return None
