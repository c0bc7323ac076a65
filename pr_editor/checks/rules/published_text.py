"""DUP101, DUP102: text that stands in a release that was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import ArchiveCheck, Hit, Related, Rule
from pr_editor.checks.ports import Fate
from pr_editor.checks.reuse import Relation, percent_of, reuse_of
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.ports import Against, Match, Source
    from pr_editor.checks.reuse import Passage, Reuse
    from pr_editor.checks.view import Context, DraftView
    from pr_editor.text.message import Args

_NEWSROOM = "Newsroom practice: what was published is said again only on purpose"

PARAGRAPH_PUBLISHED = Rule(
    "DUP101",
    "paragraph-published",
    N_("{percent} percent of this paragraph was published on {on} as release {release}, approved by {name}."),
    Severity.WARNING,
    None,
    _NEWSROOM,
)
RELEASE_PUBLISHED = Rule(
    "DUP102",
    "release-published",
    N_(
        "This text is a copy of release {release} of {on}, approved by {name}: "
        "{percent} percent of its words are taken from there."
    ),
    Severity.WARNING,
    None,
    _NEWSROOM,
)
_SAME = N_("This paragraph was published word for word on {on} as release {release}, approved by {name}.")
_ONLY_FIGURES = N_(
    "This paragraph was published on {on} as release {release}, approved by {name}; only the figures differ."
)
_WITH_FIGURES = N_(
    "{percent} percent of this paragraph was published on {on} as release {release}, approved by {name}; figures "
    "differ."
)
_STANDING = N_(
    "This paragraph stands word for word in {count} earlier releases, at last in {release} of {on}. If it is a "
    "standard paragraph of the house, register it."
)
_NOT_IN_FORCE = {
    Fate.WITHDRAWN: N_(
        "{percent} percent of this paragraph was published on {on} as release {release}, which was withdrawn since."
    ),
    Fate.CORRECTED: N_(
        "{percent} percent of this paragraph stands in release {release} of {on} as it was before it was corrected."
    ),
}
"""What has to be known first of all, whoever approved it."""
_RELEASE_NOT_IN_FORCE = {
    Fate.WITHDRAWN: N_(
        "{percent} percent of the words of this text are taken from release {release} of {on}, which was withdrawn "
        "since."
    ),
    Fate.CORRECTED: N_(
        "{percent} percent of the words of this text are taken from release {release} of {on} as it was before it was "
        "corrected."
    ),
}
_FROM_ARCHIVE = {
    "": N_("{percent} percent of this paragraph was published on {on}; in the archive it is release {release}."),
    _SAME: N_("This paragraph was published word for word on {on}; in the archive it is release {release}."),
    _ONLY_FIGURES: N_(
        "This paragraph was published on {on} with other figures; in the archive it is release {release}."
    ),
    _WITH_FIGURES: N_(
        "{percent} percent of this paragraph was published on {on}, with other figures; in the archive it is release "
        "{release}."
    ),
}
"""What is said of a release that nobody approved here."""
_OFTEN = 3
"""What stands in so many releases is hardly copied by mistake."""
_UPDATED = N_(
    "This text tells the story of release {release} of {on}, approved by {name}, again: {percent} percent of its "
    "words are taken from there. Paragraphs with other figures, dates or names: {changed}; new ones: {new}."
)
_COPY_FROM_ARCHIVE = N_(
    "This text is a copy of release {release} from the archive, published on {on}: {percent} percent of its words are "
    "taken from there."
)
_UPDATED_FROM_ARCHIVE = N_(
    "This text tells the story of release {release} from the archive, published on {on}, again: {percent} percent of "
    "its words are taken from there. Paragraphs with other figures, dates or names: {changed}; new ones: {new}."
)
_MOST_RELATED = 5


def _published(draft: DraftView, against: Against, context: Context) -> Iterator[Hit]:
    """Both rules. Where the whole draft is another release, its single paragraphs are only noted."""
    reuse = reuse_of(draft.paragraphs, context.house, against)
    whole = [one for one in reuse if one.relation is not Relation.PARTLY]
    if whole:
        yield _release(draft, whole)
    told = frozenset(one.source.release for one in whole)
    by_paragraph: dict[int, list[Passage]] = {}
    for passage in (passage for one in reuse for passage in one.passages):
        by_paragraph.setdefault(passage.view.key, []).append(passage)
    for passages in by_paragraph.values():
        yield _paragraph(sorted(passages, key=_rank, reverse=True), told)


def _rank(passage: Passage) -> tuple[int, bool, int, bool, int]:
    """Of what is as much, the text that is in force; then the newer one."""
    match, source = passage.match, passage.match.source
    return passage.weight or 0, match.exact, passage.words, source.fate is Fate.IN_FORCE, source.day.toordinal()


def _paragraph(passages: Sequence[Passage], told: Collection[str]) -> Hit:
    best, same = passages[0], len({passage.match.source.release for passage in passages if passage.match.exact})
    noted = same >= _OFTEN or any(passage.match.source.release in told for passage in passages)
    return Hit(
        PARAGRAPH_PUBLISHED,
        best.span,
        (*_named(best.match.source), ("percent", percent_of(best.share)), ("count", same)),
        related=tuple(_place(passage.match) for passage in passages[:_MOST_RELATED]),
        message=_STANDING if same >= _OFTEN else _wording(best),
        severity=Severity.NOTE if noted or best.weight is Severity.NOTE else None,
    )


def _wording(passage: Passage) -> str:
    source, said = passage.match.source, ""
    if source.fate is not Fate.IN_FORCE:
        return _NOT_IN_FORCE[source.fate]
    if passage.match.exact:
        said = _SAME
    elif passage.only_figures:
        said = _ONLY_FIGURES
    elif passage.figures_differ:
        said = _WITH_FIGURES
    return said if source.approved_by else _FROM_ARCHIVE[said]


def _release(draft: DraftView, reuse: Sequence[Reuse]) -> Hit:
    """Stands on the headline, else on the first paragraph that is taken over."""
    first = reuse[0]
    headline = next((view for view in draft.paragraphs if view.kind is Kind.HEADLINE), first.passages[0].view)
    updated = first.relation is Relation.UPDATED
    news: Args = (("changed", first.changed), ("new", first.new)) if updated else ()
    archived = not first.source.approved_by
    updates, copies = (_UPDATED_FROM_ARCHIVE, _COPY_FROM_ARCHIVE) if archived else (_UPDATED, "")
    return Hit(
        RELEASE_PUBLISHED,
        headline.span(0, len(headline.text)),
        (*_named(first.source), ("percent", percent_of(first.share)), *news),
        related=tuple(_place(one.passages[0].match, one.share) for one in reuse[:_MOST_RELATED]),
        message=_RELEASE_NOT_IN_FORCE.get(first.source.fate) or (updates if updated else copies),
    )


def _named(source: Source) -> Args:
    return ("release", source.release), ("on", source.day.isoformat()), ("name", source.approved_by)


def _place(match: Match, score: float | None = None) -> Related:
    """The place in the release; its key is the number of the paragraph there."""
    likeness = max(match.share, match.sentence) if score is None else score
    return Related(Span(match.there, match.there_start, match.there_end), round(likeness, 3), match.source.release)


CHECKS: tuple[Check, ...] = (ArchiveCheck((PARAGRAPH_PUBLISHED, RELEASE_PUBLISHED), _published),)
