"""Names of people in a draft, and which of them are one name in two spellings.

A given name with a surname behind it is a person. Two such names are one where only spaces differ; where the surnames
are one letter apart and the rarer is no word; or where one post is given to people of one surname whose given names
are nearly the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from pr_editor.checks.phrase_index import unbroken
from pr_editor.language.affixes import FUNCTION_WORDS
from pr_editor.language.given_names import GIVEN_NAMES
from pr_editor.language.normal import normal, table
from pr_editor.text.fold import fold
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.similarity import Word
    from pr_editor.text.span import Span

_SECOND_HALVES = frozenset(table("نژاد زاده پور فر نیا راد مقدم تبار خواه پناه وند اصل منش دوست فرد پرور یان"))
"""What ends a surname and may be written apart from it."""
_NEVER = frozenset(map(fold, FUNCTION_WORDS)) | frozenset(
    table(
        "است بود شد گفت افزود کرد داد دارد نیز هم را اظهار بیان تصریح تاکید ادامه امروز دیروز فردا مدیر رییس معاون",
        "وزیر گفته رغم الاسلام الله ماه های ها هایی",
    )
)
_LEAST_SURNAME, _LEAST_ODD = 3, 4
_POST_BEFORE, _POST_AFTER = 8, 2
_MOST = 200
"""Names of a draft that are compared, each with each: no release has more."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in a draft: folded letters of both parts, and the post that stands beside it, or empty."""

    span: Span
    text: str
    given: str
    surname: str
    post: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TwoNames:
    """A mention, and the one it is taken to mean."""

    odd: Mention
    model: Mention


def two_spellings(draft: DraftView, context: Context) -> Iterator[TwoNames]:
    """Every mention that is another's name in another spelling; the registered or the commoner spelling is right."""
    roles = _roles(context.profile.options.byline.roles)
    mentions = [mention for view in draft.paragraphs for mention in _mentions(view, roles)]
    counts = Counter(_written(mention) for mention in mentions)
    if len(counts) < 2:
        return
    registered = {normal(person.name) for person in context.house.lists.people}
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(_written(mention), []).append(mention)
    first = {written: group[0] for written, group in groups.items()}

    def weight(written: str) -> tuple[bool, int, int]:
        return written in registered, counts[written], -written.count(" ")

    reported: set[str] = set()
    for a, b in combinations(list(groups)[:_MOST], 2):
        rare, common = sorted((b, a), key=weight)
        if rare not in reported and _are_one(groups[rare], groups[common], context.language.knows, weight):
            reported.add(rare)
            yield from (TwoNames(mention, first[common]) for mention in groups[rare])


def names_in(view: ParagraphView) -> frozenset[str]:
    """The people a paragraph names with both their names, by the folded letters of these."""
    return frozenset(mention.given + mention.surname for mention in _mentions(view, frozenset()))


def _are_one(
    rare: Sequence[Mention],
    common: Sequence[Mention],
    knows: Callable[[str], bool],
    weight: Callable[[str], tuple[bool, int, int]],
) -> bool:
    a, b = rare[0], common[0]
    if a.given + a.surname == b.given + b.surname:
        return True
    same_post = any(x.post and x.post == y.post for x in rare for y in common)
    if a.given == b.given:
        unknown = not knows(a.text.split()[-1]) and weight(_written(a))[:2] < weight(_written(b))[:2]
        return (unknown or same_post) and _near(a.surname, b.surname)
    return a.surname == b.surname and same_post and (_near(a.given, b.given) or _longer(a.given, b.given))


def _near(a: str, b: str) -> bool:
    """One slip apart, and neither the other with an ending."""
    if min(len(a), len(b)) < _LEAST_ODD or a.startswith(b) or b.startswith(a):
        return False
    return OSA.distance(a, b, score_cutoff=1) == 1


def _longer(a: str, b: str) -> bool:
    """«علی» and «علیرضا»."""
    return a != b and (a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a))


def _written(mention: Mention) -> str:
    return " ".join(normal(mention.text).split())


def _mentions(view: ParagraphView, roles: frozenset[str]) -> Iterator[Mention]:
    words = view.compared
    after = 0
    for at, word in enumerate(words):
        if at < after or word.text not in GIVEN_NAMES:
            continue
        surname = at + 1
        while surname < min(at + 3, len(words)) and words[surname].text in GIVEN_NAMES:
            surname += 1
        if surname < len(words) and words[surname].text in GIVEN_NAMES:
            continue
        last = _last(words, surname)
        if last is None or not unbroken(view.text, words[at : last + 1]):
            continue
        after = last + 1
        span = view.span(word.start, words[last].end)
        yield Mention(
            span,
            span.of(view.text),
            "".join(one.text for one in words[at:surname]),
            "".join(one.text for one in words[surname : last + 1]),
            _post(words, at, last, roles),
        )


def _last(words: Sequence[Word], surname: int) -> int | None:
    """The last word of a surname that begins at a word, or None where that word is none."""
    if surname >= len(words):
        return None
    text = words[surname].text
    if len(text) < _LEAST_SURNAME or text in _NEVER or text[0].isdigit():
        return None
    following = words[surname + 1].text if surname + 1 < len(words) else ""
    return surname + 1 if following in _SECOND_HALVES else surname


def _post(words: Sequence[Word], first: int, last: int, roles: frozenset[str]) -> tuple[str, ...]:
    """The word of office nearest to a name, with the word after it."""
    after = range(last + 1, min(last + 1 + _POST_AFTER, len(words) - 1))
    before = range(first - 2, max(first - 2 - _POST_BEFORE, -1), -1)
    for at in (*after, *before):
        if words[at].text in roles:
            return words[at].text, words[at + 1].text
    return ()


@lru_cache(maxsize=16)
def _roles(roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(role.replace(ZWNJ, "")) for role in roles if " " not in role)
