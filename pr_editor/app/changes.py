"""What fixes have changed in a draft: each is on record, and can be reversed alone, also days later.

Nothing here changes a text. ``recorded`` says what has been done, ``together`` which edits would take it back.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.app.change_places import Place, Rewriting, find, placed, undoing
from pr_editor.text.edits import edit_text
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from pr_editor.text.draft import Paragraph
    from pr_editor.text.message import Message
    from pr_editor.text.span import Edit, Span

_NEIGHBOURS = 3
"""Paragraphs above and below remembered with one that goes, since these may go as well."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who did something, and when."""

    name: str
    """Of the account that was logged in, else of the system's user."""
    at: datetime
    """With its time zone."""


@dataclass(frozen=True, slots=True)
class Done:
    """A fix about to be applied: for which rule, why, and its edits of the text as it stands."""

    code: str
    reason: Message
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One fix that was applied, as it stands now. Changes of one ``step`` were made at once."""

    id: int
    step: int
    code: str
    reason: Message
    """The sentence of the finding."""
    places: tuple[Place, ...]
    """Where it stands now; after a reversal ``was`` and ``now`` have changed sides."""
    by: Author
    turns: tuple[Author, ...] = ()
    """Reversals, and reversals of these, in order."""

    @property
    def reversed(self) -> bool:
        """Whether the text reads again as it did before the fix."""
        return len(self.turns) % 2 == 1

    @property
    def is_new_line(self) -> bool:
        """Whether the fix has added a paragraph. What is written into that later belongs to it."""
        place, *more = self.places
        return place.whole and not more and not self.reversed and bool(place.now)

    @property
    def family(self) -> str:
        """The three letters of the rule's code."""
        return self.code[:3]

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """Before and after of each edit, as the fix had it, with the words they are parts of."""
        pairs = (place.shown() for place in self.places)
        return tuple((after, before) if self.reversed else (before, after) for before, after in pairs)

    def why_not(self, texts: Mapping[int, str]) -> Message | None:
        """Why the change can't be reversed, or made again, in a text (paragraphs by key); None where it can."""
        for place in self.places:
            if undoing(place, texts) is None:
                if place.whole and not place.now:
                    return message("The paragraphs it stood between are gone.")
                return message("“{words}” does not stand there any more.", words=place.shown()[1].strip())
        return None


def texts_of(paragraphs: Iterable[Paragraph]) -> dict[int, str]:
    """The texts of paragraphs by key, in order."""
    return {paragraph.key: paragraph.text for paragraph in paragraphs}


def recorded(
    done: Iterable[Done],
    before: Mapping[int, str],
    after: Mapping[int, str],
    known: Sequence[Change],
    by: Author,
    *,
    join: bool = False,
) -> tuple[Change, ...]:
    """The records of fixes that have, in one step, made ``after`` of ``before``; numbered on from those ``known``.

    ``join`` counts them to the step before.
    """
    fixes = list(done)
    places = _places([edit for fix in fixes for edit in fix.edits], before, after)
    number = max((change.id for change in known), default=0) + 1
    step = max((change.step for change in known), default=0) + (not join)
    return tuple(
        Change(number + at, step, fix.code, fix.reason, tuple(places[edit] for edit in fix.edits), by)
        for at, fix in enumerate(fixes)
    )


def turned(
    reversals: Mapping[Change, Sequence[Edit]], before: Mapping[int, str], after: Mapping[int, str], by: Author
) -> tuple[Change, ...]:
    """The changes after their ``reversals`` (the edits of each) have, in one step, made ``after`` of ``before``."""
    places = _places([edit for edits in reversals.values() for edit in edits], before, after)
    return tuple(
        replace(change, places=tuple(places[edit] for edit in edits), turns=(*change.turns, by))
        for change, edits in reversals.items()
    )


def together(changes: Iterable[Change], texts: Mapping[int, str]) -> dict[Change, tuple[Edit, ...]]:
    """Those changes that can be reversed at once in a text, each with the edits for it; later ones go first.

    One that stands within another has to wait until that one has been reversed.
    """
    chosen: dict[Change, tuple[Edit, ...]] = {}
    taken: list[Span] = []
    for change in sorted(changes, key=lambda one: one.id, reverse=True):
        edits = [edit for place in change.places if (edit := undoing(place, texts)) is not None]
        if len(edits) == len(change.places) and not any(_is_taken(edit.span, taken) for edit in edits):
            chosen[change] = tuple(edits)
            for edit in edits:
                insort(taken, edit.span)
    return chosen


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Whether ``span`` overlaps one of ``taken``. Those are sorted and apart, so only its two neighbours can."""
    at = bisect_left(taken, span)
    return any(span.overlaps(other) for other in taken[max(at - 1, 0) : at + 1])


def declined(changes: Iterable[Change], texts: Mapping[int, str]) -> frozenset[tuple[str, Span]]:
    """Where in a text (paragraphs by key) which rule's fix was reversed, so that it is not applied again unasked."""
    back = [(change.code, find(place, texts)) for change in changes if change.reversed for place in change.places]
    return frozenset((code, span) for code, span in back if span is not None)


def following(changes: Sequence[Change], before: Mapping[int, str], now: Mapping[int, str]) -> tuple[Change, ...]:
    """The changes with their places in the text that ``before`` has become."""
    rewritten = {key: Rewriting(before[key], text) for key, text in now.items() if before.get(key, text) != text}
    return tuple(_follow(change, rewritten) for change in changes) if rewritten else tuple(changes)


def _follow(change: Change, rewritten: Mapping[int, Rewriting]) -> Change:
    if not any(place.key in rewritten for place in change.places):
        return change
    if change.is_new_line:
        return replace(change, places=(rewritten[change.places[0].key].follow_line(change.places[0]),))
    places = (rewriting.follow(place) if (rewriting := rewritten.get(place.key)) else place for place in change.places)
    return replace(change, places=tuple(places))


def _places(edits: Sequence[Edit], before: Mapping[int, str], after: Mapping[int, str]) -> dict[Edit, Place]:
    """Where each of the edits that have made ``after`` of ``before`` stands in ``after``."""
    by_key: dict[int, list[Edit]] = {}
    for edit in edits:
        by_key.setdefault(edit.span.key, []).append(edit)
    places: dict[Edit, Place] = {}
    for key, group in by_key.items():
        own = [edit for edit in sorted(group) if not _is_paragraph(edit, before[key])]
        places |= {edit: _arrived(edit, before, after) for edit in group if _is_paragraph(edit, before[key])}
        places |= _within(own, before[key], after[key]) if key in after else {edit: _gone(edit, before) for edit in own}
    return places


def _within(edits: Sequence[Edit], before: str, after: str) -> dict[Edit, Place]:
    """The places of the edits (in order) of one paragraph; white space bared at its ends has gone with them."""
    expected = edit_text(before, edits)
    head, foot = len(expected) - len(expected.lstrip()), len(expected.rstrip())
    places, moved = {}, 0
    for edit in edits:
        start, was = edit.span.start + moved, edit.span.of(before)
        if not edit.text and start == 0:
            was += expected[:head]
        if not edit.text and start == len(expected):
            was = expected[foot:] + was
        place = Place(edit.span.key, 0, was, edit.text)
        places[edit] = placed(place, after, min(max(0, start - head), len(after)))
        moved += len(edit.text) - (edit.span.end - edit.span.start)
    return places


def _is_paragraph(edit: Edit, text: str) -> bool:
    """Whether an edit brings a paragraph of its own, before or after the one called ``text``."""
    behind = edit.span.start == len(text) and edit.text.startswith("\n")
    return behind or (edit.span.end == 0 and edit.text.endswith("\n"))


def _arrived(edit: Edit, before: Mapping[int, str], after: Mapping[int, str]) -> Place:
    text = edit.text.strip()
    new = [key for key, words in after.items() if key not in before and words == text]
    # A key of old may be given back to a paragraph that comes back.
    key = new[0] if new else next((key for key, words in after.items() if words == text), edit.span.key)
    return Place(key, 0, "", text, whole=True)


def _gone(edit: Edit, before: Mapping[int, str]) -> Place:
    keys = list(before)
    at = keys.index(edit.span.key)
    above, below = keys[max(0, at - _NEIGHBOURS) : at], keys[at + 1 : at + 1 + _NEIGHBOURS]
    return Place(edit.span.key, 0, before[edit.span.key], "", whole=True, above=tuple(above[::-1]), below=tuple(below))
