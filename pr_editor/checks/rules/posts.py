"""NAM003: a person in a post that has ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, DraftCheck, Hit, Rule, fix
from pr_editor.checks.phrase_index import words_of
from pr_editor.checks.release_date import release_date
from pr_editor.profile.model import Severity
from pr_editor.text.dates import read_dates
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.phrase_index import Found
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.profile.lists import Person

POST_ENDED = Rule(
    "NAM003",
    "post-ended",
    N_("{name} was «{post}» until {until}."),
    Severity.WARNING,
    Applicability.ASK,
    "The people the house has registered, and since and until when each held a post (profile, [lists] people)",
)
_SUCCEEDED = N_("{name} was «{post}» until {until} and is «{now}» now.")

_IRAN = timedelta(hours=3, minutes=30)
_BEFORE, _AFTER = 8, 3
"""Words between a post and the name it is given to: «معاون … استان تهران، علی کریمی», «علی کریمی، معاون»."""
_FORMER = frozenset(("سابق", "پیشین", "اسبق", "وقت", "پیش", "بازنشسته", "سابقش", "دوره", "زمان"))
"""Words near a post that say it is over."""


def ended(draft: DraftView, context: Context) -> Iterator[Hit]:
    """Report posts that had ended by the day of the draft, or by today where it bears no date."""
    if not any(person.until for person in context.house.lists.people):
        return
    known = release_date(draft)
    day = known.day if known else (datetime.now(UTC) + _IRAN).toordinal()
    for view in draft.paragraphs:
        for found in context.house.names.people.find(view):
            yield from _posts(view, found, day)


def _posts(view: ParagraphView, found: Found[tuple[Person, ...]], day: int) -> Iterator[Hit]:
    held = [entry for entry in found.value if _holds(entry, day)]
    for entry in found.value:
        over = _day(entry.until)
        post = words_of(entry.post)
        if over is None or over >= day or not post or any(words_of(other.post) == post for other in held):
            continue
        place = _place(view, found, post)
        if place is not None:
            yield _hit(view, place, entry, held)


def _holds(entry: Person, day: int) -> bool:
    since, until = _day(entry.since), _day(entry.until)
    return bool(entry.post) and (since is None or since <= day) and (until is None or day <= until)


def _day(written: str) -> int | None:
    """The day a list gives, as ``date.toordinal`` counts; None where it gives none."""
    return next((date.ordinal() for date in read_dates(written)), None)


def _place(view: ParagraphView, found: Found[tuple[Person, ...]], post: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the post stands beside the name, unless something says that it is over."""
    words = [word.text for word in view.compared]
    earliest = max(found.first - _BEFORE - len(post), 0)
    before = _last(words[earliest : found.first], post)
    after = _first(words[found.last + 1 : found.last + 1 + _AFTER + len(post)], post)
    first = earliest + before if before is not None else found.last + 1 + after if after is not None else None
    if first is None:
        return None
    last = first + len(post) - 1
    between = (min(first, found.first), max(last, found.last))
    start, end = view.compared[between[0]].start, view.compared[between[1]].end
    around = words[max(between[0] - 2, 0) : between[1] + 3]
    if not _FORMER.isdisjoint(around) or any(mark in view.text[start:end] for mark in ".؛؟!:"):
        return None
    return first, last


def _last(words: Sequence[str], post: tuple[str, ...]) -> int | None:
    places = range(len(words) - len(post), -1, -1)
    return next((at for at in places if tuple(words[at : at + len(post)]) == post), None)


def _first(words: Sequence[str], post: tuple[str, ...]) -> int | None:
    places = range(len(words) - len(post) + 1)
    return next((at for at in places if tuple(words[at : at + len(post)]) == post), None)


def _hit(view: ParagraphView, place: tuple[int, int], entry: Person, held: Sequence[Person]) -> Hit:
    start, end = view.compared[place[0]].start, view.compared[place[1]].end
    args = (("name", entry.name), ("post", entry.post), ("until", entry.until))
    if not held:
        return Hit(POST_ENDED, view.span(start, end), args)
    now = held[-1].post
    put = fix("Write «{now}»", [view.edit(start, end, now)], Applicability.ASK, now=now)
    return Hit(POST_ENDED, view.span(start, end), (*args, ("now", now)), fixes=(put,), message=_SUCCEEDED)


CHECKS: tuple[Check, ...] = (DraftCheck((POST_ENDED,), ended),)
