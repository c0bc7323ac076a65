"""What a draft takes from published releases: how much of it, from which, and whether as a copy or as news of it.

Thresholds as measured on real and altered copies: from half of the word triples of a paragraph, or 0.7 of a long
sentence, a paragraph is taken over (precision .999 at recall .84 on hard alterations); from .35 or .5 it probably is
(.996 at .94). Containment after A. Broder, «On the resemblance and containment of documents» (1997).
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from pr_editor.checks.person_names import names_in
from pr_editor.checks.view import ParagraphView
from pr_editor.profile.model import Severity
from pr_editor.text.alignment import align, without_figures
from pr_editor.text.date_words import WEEKDAYS
from pr_editor.text.dates import read_dates
from pr_editor.text.draft import Kind, Paragraph
from pr_editor.text.numbers import read_numbers
from pr_editor.text.reuse import LEAST_WORDS, LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pr_editor.checks.house import House
    from pr_editor.checks.ports import Against, Match, Source
    from pr_editor.text.alignment import FigureChange
    from pr_editor.text.span import Span


_SURE, _SURE_SENTENCE = 0.5, 0.7
_LIKELY, _LIKELY_SENTENCE = 0.35, 0.5
_FEW = 10
"""Fewer shared words are chance, unless the whole paragraph is the same."""
_MOSTLY = 0.5
"""From this share of its words a draft is another release's text."""
_LEAST_PARAGRAPHS = 2
_TITLES = frozenset({Kind.HEADLINE, Kind.SUBHEAD})


class Relation(StrEnum):
    """How a draft stands to a release it takes text from."""

    COPIED = "copied"
    """Most of it is that release, and nothing in it is new."""
    UPDATED = "updated"
    """Most of it is that release, with new paragraphs, figures, dates or names: the same story told on."""
    PARTLY = "partly"
    """Less than half of it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the draft beside the paragraph of a release that it takes most from."""

    view: ParagraphView
    match: Match

    @property
    def weight(self) -> Severity | None:
        """WARNING where it is sure to be taken over, NOTE where it probably is, None where it may be chance."""
        match = self.match
        if self.words < _FEW and not (match.exact and self.view.kind is Kind.HEADLINE):
            return None
        if match.exact or match.share >= _SURE or match.sentence >= _SURE_SENTENCE:
            return Severity.WARNING
        return Severity.NOTE if match.share >= _LIKELY or match.sentence >= _LIKELY_SENTENCE else None

    @property
    def words(self) -> int:
        """How many words of the draft are taken over; those far from all others are chance."""
        whole = self.view.compared
        if self.match.exact:
            return len(whole)
        return min(self.match.words, sum(self.match.start <= word.start < self.match.end for word in whole))

    @property
    def span(self) -> Span:
        """The part of the draft's paragraph that is taken over; all of it, full stop included, where it is the same."""
        match, whole = self.match, self.match.exact
        return self.view.span(0, len(self.view.text)) if whole else self.view.span(match.start, match.end)

    @property
    def share(self) -> float:
        """How much of the draft's paragraph is taken over, 0–1."""
        return self.words / len(self.view.compared)

    @property
    def figures_differ(self) -> bool:
        """Whether the draft has a figure here that the release had not; one that was left out is no other figure."""
        return self.match.figures_differ and any(change.a for change in _figure_changes(self.view.text, self.match))

    @property
    def only_figures(self) -> bool:
        """Whether both paragraphs are the same but for their figures."""
        return self.figures_differ and without_figures(self.view.text) == without_figures(self.match.text)


@dataclass(frozen=True, slots=True)
class Reuse:
    """What a draft takes from one version of a release, in the order of the draft."""

    source: Source
    passages: tuple[Passage, ...]
    words: int
    """How many words of the draft are taken over."""
    compared: int
    """How many words of the draft were compared: not those that all releases have in common."""
    changed: int
    """Passages with a figure, date or name that the release did not have there."""
    new: int
    """Paragraphs of the draft that the release does not have."""

    @property
    def share(self) -> float:
        """How much of the draft is taken over, 0–1."""
        return self.words / self.compared

    @property
    def relation(self) -> Relation:
        """Whether the draft is that release again, tells its story on, or takes a part of it."""
        if self.share < _MOSTLY or len(self.passages) < _LEAST_PARAGRAPHS:
            return Relation.PARTLY
        return Relation.UPDATED if self.changed or self.new else Relation.COPIED


def percent_of(share: float) -> int:
    """A share in percent; something is never nothing, and less than all is never all."""
    rounded = round(100 * share)
    return min(99, max(1, rounded)) if 0 < share < 1 else rounded


def views_of(paragraphs: Iterable[Paragraph]) -> tuple[ParagraphView, ...]:
    """A view of each paragraph, for who does not come from a review."""
    return tuple(map(ParagraphView, paragraphs))


def reuse_of(paragraphs: Sequence[ParagraphView], house: House, against: Against) -> tuple[Reuse, ...]:
    """What these paragraphs take from which releases, most first. Raises ``KnownError``."""
    asked = [view for view in paragraphs if _is_asked(view, house)]
    if not asked:
        return ()
    found: dict[tuple[str, int], tuple[Source, dict[int, list[Match]]]] = {}
    for match in against.reuse([view.text for view in asked]):
        _, matches = found.setdefault((match.source.release, match.source.number), (match.source, {}))
        matches.setdefault(match.paragraph, []).append(match)
    compared = _without_standing(asked, frozenset().union(*(matches for _, matches in found.values())), against)
    made = [one for source, matches in found.values() if (one := _taken(asked, compared, source, matches))]
    made.sort(key=lambda one: (-one.words, -one.source.day.toordinal(), one.source.release, -one.source.number))
    return tuple(_best_versions(made))


def _best_versions(ranked: Iterable[Reuse]) -> Iterator[Reuse]:
    """Of a corrected release the version most is taken from, and others where they alone have a paragraph."""
    told: dict[str, set[int]] = {}
    for one in ranked:
        here = {passage.view.key for passage in one.passages}
        known = told.setdefault(one.source.release, set())
        if not here <= known:
            known |= here
            yield one


def _is_asked(view: ParagraphView, house: House) -> bool:
    if view.kind in LEFT_OUT or len(view.compared) < LEAST_WORDS:
        return False
    return house.standing.recognise(tuple(word.text for word in view.compared)) is None


def _without_standing(asked: Sequence[ParagraphView], met: Collection[int], against: Against) -> list[ParagraphView]:
    """What the house writes under each release is neither taken over nor new, registered or not."""
    others = [at for at in range(len(asked)) if at not in met]
    standing = against.standing([asked[at].text for at in others]) if others else frozenset()
    left_out = {others[at] for at in standing}
    return [view for at, view in enumerate(asked) if at not in left_out]


def _taken(
    asked: Sequence[ParagraphView], compared: Sequence[ParagraphView], source: Source, matches: dict[int, list[Match]]
) -> Reuse | None:
    """What is taken from one release; None where it may all be chance. Matches count the paragraphs ``asked``."""
    passages, words = [], 0
    for at, view in enumerate(asked):
        here = [passage for match in matches.get(at, ()) if (passage := Passage(view, match)).weight is not None]
        if here:
            passages.append(max(here, key=lambda one: (one.match.exact, one.words, one.match.share)))
            words += _covered(here)
    if not passages:
        return None
    known = {passage.view.key for passage in passages}
    news = [view for view in compared if view.key not in known and _may_be_news(view)]
    total = sum(len(view.compared) for view in compared)
    said = frozenset[Hashable]().union(*(_facts(match.text) for match in chain.from_iterable(matches.values())))
    changed = sum(passage.figures_differ or not _facts(passage.view.text) <= said for passage in passages)
    return Reuse(source, tuple(passages), words, total, changed, len(news))


def _covered(passages: Sequence[Passage]) -> int:
    """How many words of a paragraph are taken from any of several paragraphs of one release."""
    kept: list[Passage] = []
    for passage in sorted(passages, key=lambda one: -one.words):
        if all(passage.span.end <= other.span.start or other.span.end <= passage.span.start for other in kept):
            kept.append(passage)
    return sum(passage.words for passage in kept)


def _may_be_news(view: ParagraphView) -> bool:
    """Whether a paragraph that the release does not have carries the story on: another headline does not."""
    return view.kind not in _TITLES and len(view.compared) >= _FEW


@lru_cache(maxsize=1024)
def _figure_changes(text: str, match: Match) -> tuple[FigureChange, ...]:
    return align(text[match.start : match.end], match.text[match.there_start : match.there_end]).figures


@lru_cache(maxsize=1024)
def _facts(text: str) -> frozenset[Hashable]:
    """The figures, days and people of a text. A lone «یک» is an article as often as not."""
    view = ParagraphView(Paragraph(0, text))
    days = {(date.calendar, date.month, date.day) for date in read_dates(text)}
    weekdays = {word.text for word in view.compared if word.text in WEEKDAYS}
    figures = {one.value for one in read_numbers(text) if not one.in_words or one.value > 1}
    return frozenset((*days, *weekdays, *names_in(view), *figures))
