"""NAM001, NAM002, NAM004: names the house has registered, and how a draft writes them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, DraftCheck, Hit, ParagraphCheck, Related, Rule, fix
from pr_editor.checks.phrase_index import unbroken, words_of
from pr_editor.profile.lists import Organisation, Person
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.phrase_index import Found
    from pr_editor.checks.registered_names import NearMiss
    from pr_editor.checks.view import Context, DraftView, ParagraphView

_REGISTERED = "The people and organisations the house has registered (profile, [lists])"

MISWRITTEN = Rule(
    "NAM001",
    "registered-name-miswritten",
    N_("«{text}» is registered as «{name}»."),
    Severity.WARNING,
    Applicability.ASK,
    _REGISTERED,
)
SHORT_FIRST = Rule(
    "NAM002",
    "short-name-first",
    N_("At first mention «{text}» is called in full: «{name}»."),
    Severity.WARNING,
    Applicability.ASK,
    _REGISTERED,
)
WRONG_NAME = Rule(
    "NAM004",
    "former-or-wrong-name",
    N_("The registered name of «{text}» is «{name}»."),
    Severity.WARNING,
    Applicability.ASK,
    _REGISTERED,
)

_FORMER = frozenset(("سابق", "پیشین", "قدیم", "اسبق", "قدیمی"))
"""Words that say a former name is meant as such."""
_POST_REACH = 12
"""How many words from a name the post is looked for that tells whose name is misspelled."""
_TEXT = frozenset({Kind.LEAD, Kind.BODY, Kind.LIST})
"""Where a name is first mentioned: headlines may shorten."""
_TITLES = frozenset(("دکتر", "مهندس", "اقای", "خانم", "استاد", "سردار", "حجت الاسلام", "حجتالاسلام"))


def miswritten(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """NAM001, NAM004: what is registered as wrong, then what is a registered name but for a letter or a space."""
    names = context.house.names
    right = [*names.exact.find(view), *context.house.short_names.find(view)]
    for found in names.wrong.find(view):
        if not any(other.holds(found) for other in right) and not _is_past(view, found):
            rule = WRONG_NAME if isinstance(found.value, Organisation) else MISWRITTEN
            yield _hit(rule, view, found.start, found.end, found.value.name)
    wrong = list(names.wrong.find(view))
    for miss in names.near(view):
        inside = any(one.first <= miss.first and miss.last <= one.last for one in wrong)
        if not inside and (miss.odd is None or _is_slip(miss, view, context)):
            start, end = view.compared[miss.first].start, view.compared[miss.last].end
            yield _hit(MISWRITTEN, view, start, end, miss.name.text)


def _is_past(view: ParagraphView, found: Found[Person | Organisation]) -> bool:
    """«شرکت مخابرات سابق»: the draft knows that this name is no more."""
    around = view.compared[max(found.first - 1, 0) : found.last + 2]
    return any(word.text in _FORMER for word in around)


def _is_slip(miss: NearMiss, view: ParagraphView, context: Context) -> bool:
    """Whether a word that is a letter off is no word itself, or the registered post stands beside the name."""
    odd = view.compared[miss.odd or 0]
    if not context.language.knows(view.text[odd.start : odd.end]):
        return True
    entry = miss.name.entry
    post = words_of(entry.post) if isinstance(entry, Person) else ()
    around = view.compared[max(miss.first - _POST_REACH, 0) : miss.last + _POST_REACH]
    words = tuple(word.text for word in around)
    return bool(post) and any(words[at : at + len(post)] == post for at in range(len(words) - len(post) + 1))


def _hit(rule: Rule, view: ParagraphView, start: int, end: int, name: str, *related: Related) -> Hit:
    return Hit(rule, view.span(start, end), (("name", name),), related, (_write(view, start, end, name),))


def _write(view: ParagraphView, start: int, end: int, name: str) -> Fix:
    return fix("Write «{name}»", [view.edit(start, end, name)], Applicability.ASK, name=name)


def short_first(draft: DraftView, context: Context) -> Iterator[Hit]:
    """NAM002: the short name of an organisation, or a title with the surname, before the name in full."""
    lists = context.house.lists
    if not lists.organisations and not lists.people:
        return
    full: dict[str, tuple[int, int]] = {}
    shown: set[str] = set()
    text = [(at, view) for at, view in enumerate(draft.paragraphs) if view.kind in _TEXT]
    for at, view in text:
        for mention in context.house.names.exact.find(view):
            full.setdefault(mention.value.entry.name, (at, mention.start))
    for at, view in text:
        names = list(context.house.names.exact.find(view))
        for short in context.house.short_names.find(view):
            name = short.value.name
            if name in shown or any(other.holds(short) for other in names):
                continue
            shown.add(name)
            if full.get(name, (at, len(view.text))) >= (at, short.start):
                yield _hit(SHORT_FIRST, view, short.start, short.end, name)
        yield from _surnames(view, at, full, context, shown)


def _surnames(
    view: ParagraphView, at: int, full: dict[str, tuple[int, int]], context: Context, shown: set[str]
) -> Iterator[Hit]:
    """«دکتر کریمی» above the place that says who that is."""
    words = view.compared
    later = {words_of(name)[-1]: name for name, place in full.items() if place > (at, 0) and len(words_of(name)) > 1}
    people = {person.name for person in context.house.lists.people}
    for before, word in pairwise(words):
        name = later.get(word.text)
        if before.text not in _TITLES or name not in people or name in shown:
            continue
        shown.add(name)
        if full[name] > (at, word.start) and unbroken(view.text, (before, word)):
            yield _hit(SHORT_FIRST, view, word.start, word.end, name)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((MISWRITTEN, WRONG_NAME), miswritten),
    DraftCheck((SHORT_FIRST,), short_first),
)
