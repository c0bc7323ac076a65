"""What a draft takes from earlier releases, ranked, with the passages to be read side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.checks.house import House
from pr_editor.checks.reuse import Relation, reuse_of, views_of
from pr_editor.text.alignment import align

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.checks.ports import Against, Source
    from pr_editor.checks.reuse import Passage, Reuse
    from pr_editor.profile.lists import Lists
    from pr_editor.text.alignment import Alignment
    from pr_editor.text.draft import Draft, Paragraph

_SURE = 0.5
"""From this share on whole paragraphs are held against each other, else only what lies between shared words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the draft beside the paragraph of a release it is taken from; both are counted from 1."""

    number: int
    paragraph: Paragraph
    start: int
    end: int
    """The part of it that is taken over, in code points."""
    there: int
    text: str
    """The release's paragraph, verbatim."""
    there_start: int
    there_end: int
    share: float
    """How much of the draft's paragraph is taken over, 0–1."""
    exact: bool
    only_figures: bool
    figures_differ: bool

    def alignment(self) -> Alignment:
        """Word by word, the draft's side first; offsets are those of the paragraphs."""
        if self.share >= _SURE:
            return align(self.paragraph.text, self.text)
        here, there = self.paragraph.text[self.start : self.end], self.text[self.there_start : self.there_end]
        return align(here, there).within(self.start, self.there_start)


@dataclass(frozen=True, slots=True)
class Taken:
    """One earlier release and all that is taken from it; pairs whose figures differ come first."""

    source: Source
    relation: Relation
    words: int
    """How many words of the draft are taken from it."""
    share: float
    """How much of the draft that is, 0–1."""
    changed: int
    """Passages with a figure, date or name that the release did not have."""
    new: int
    """Paragraphs of the draft that the release does not have."""
    pairs: tuple[Pair, ...]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs of the draft take something from it."""
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class ReuseReport:
    """What a draft takes from earlier releases, the one most is taken from first."""

    share: float
    """How much of the draft was published before, in whichever release, 0–1."""
    sources: tuple[Taken, ...]


def reuse_report(draft: Draft, lists: Lists, against: Against) -> ReuseReport:
    """Hold a draft, whose paragraphs carry their kinds, against what was published.

    ``lists`` are the house's: its standard paragraphs are left out. Exclude a source by asking ``against`` without it.
    Raises ``KnownError``.
    """
    reuse = reuse_of(views_of(draft.paragraphs), House(lists), against)
    numbers = {paragraph.key: (at, paragraph) for at, paragraph in enumerate(draft.paragraphs, 1)}
    return ReuseReport(_share(reuse), tuple(_taken(one, numbers) for one in reuse))


def _share(reuse: Iterable[Reuse]) -> float:
    """Each paragraph counts with what is taken most from, whichever release that is."""
    most: dict[int, float] = {}
    compared = 1
    for one in reuse:
        compared = one.compared
        for passage in one.passages:
            key, words = passage.view.key, passage.share * len(passage.view.compared)
            most[key] = max(most.get(key, 0.0), words)
    return min(1.0, sum(most.values()) / compared)


def _taken(reuse: Reuse, numbers: dict[int, tuple[int, Paragraph]]) -> Taken:
    pairs = [_pair(passage, *numbers[passage.view.key]) for passage in reuse.passages]
    ordered = sorted(pairs, key=lambda pair: (not pair.figures_differ, pair.number))
    return Taken(reuse.source, reuse.relation, reuse.words, reuse.share, reuse.changed, reuse.new, tuple(ordered))


def _pair(passage: Passage, number: int, paragraph: Paragraph) -> Pair:
    match, span = passage.match, passage.span
    return Pair(
        number=number,
        paragraph=paragraph,
        start=span.start,
        end=span.end,
        there=match.there + 1,
        text=match.text,
        there_start=match.there_start,
        there_end=match.there_end,
        share=passage.share,
        exact=match.exact,
        only_figures=passage.only_figures,
        figures_differ=passage.figures_differ,
    )
