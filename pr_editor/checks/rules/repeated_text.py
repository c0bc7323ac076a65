"""DUP: paragraphs, leads and sentences that stand twice in a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, DraftCheck, Hit, Related, Rule, Touches, fix
from pr_editor.checks.passages import LAYOUT, OPENING, Passage
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_
from pr_editor.text.similarity import (
    candidate_pairs,
    common_stretch,
    containment,
    fingerprints,
    likeness,
    longest_run,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.passages import Sentence
    from pr_editor.checks.view import Context, DraftView
    from pr_editor.text.span import Edit

_NEWSROOM = "Newsroom practice: what has been said once is not said again"

PARAGRAPH_REPEATED = Rule(
    "DUP001",
    "paragraph-repeated",
    N_("This paragraph stands twice in the draft."),
    Severity.BLOCKER,
    Applicability.ASK,
    _NEWSROOM,
    Touches.ALL,
)
NEARLY_REPEATED = Rule(
    "DUP002",
    "paragraph-nearly-repeated",
    N_("This paragraph is nearly the same as an earlier one ({percent} percent of the words)."),
    Severity.ERROR,
    Applicability.ASK,
    _NEWSROOM,
    Touches.ALL,
)
LEAD_REPEATED = Rule(
    "DUP003",
    "lead-repeated-inside",
    N_("The lead is repeated inside this paragraph."),
    Severity.ERROR,
    Applicability.ASK,
    "Newsroom practice: the body carries the story on, it does not say the lead again",
    Touches.ALL,
)
SENTENCE_REPEATED = Rule(
    "DUP004",
    "sentence-repeated",
    N_("This sentence has been said before."),
    Severity.WARNING,
    Applicability.ASK,
    _NEWSROOM,
    Touches.ALL,
)

_LEAST_WORDS = 4
"""Shorter paragraphs may stand twice without a word about it."""
_SHORT = 10
"""Identical lines of fewer words are a matter of layout: contents, tables, parallel blocks."""
_FEW = 15
"""Below this many words two sentences built alike are as likely as a copy."""
_ALIKE_RUN = 0.7
_ECHO = 0.6
"""Share of the lead's word triples from which a paragraph says the lead again."""
_INSIDE, _INSIDE_WORDS = 0.85, 20
"""A paragraph of so many words of which so much stands in a longer one is a copy that was shortened or continued."""

_SKIPPED = frozenset({Kind.BYLINE, Kind.SOURCE, Kind.KICKER, Kind.DATELINE, Kind.OTHER})
_STANDING = frozenset({Kind.BOILERPLATE, Kind.CONTACT})


def _repeats(draft: DraftView, context: Context) -> Iterator[Hit]:
    texts = [Passage(at, view) for at, view in enumerate(draft.paragraphs) if view.kind not in _SKIPPED]
    texts = [text for text in texts if len(text.words) >= _LEAST_WORDS]
    if context.house.standing:
        texts = [text for text in texts if context.house.standing.recognise(text.words) is None]
    first: dict[str, Passage] = {}
    distinct: list[Passage] = []
    for text in texts:
        # Joined, so that «می شود» is «می‌شود».
        earlier = first.setdefault("".join(text.words), text)
        if earlier is text:
            distinct.append(text)
        else:
            yield _exact(earlier, text)
    yield from _alike(distinct, context.profile.options.repeats.near)


def _exact(earlier: Passage, later: Passage) -> Hit:
    only_headline = earlier.kind is Kind.HEADLINE and later.kind is Kind.LEAD
    return Hit(
        PARAGRAPH_REPEATED,
        later.span,
        related=(Related(earlier.span),),
        fixes=_deletions(later, earlier),
        message=N_("The lead only repeats the headline.") if only_headline else "",
        severity=Severity.NOTE if _is_layout(earlier, later) else None,
    )


def _is_layout(earlier: Passage, later: Passage) -> bool:
    """Whether two identical paragraphs are lines of lists, contents or parallel blocks rather than a pasted copy."""
    if earlier.kind in OPENING:
        return False
    if earlier.is_title or later.is_title or LAYOUT & {earlier.kind, later.kind}:
        return True
    return len(later.words) < _SHORT and later.at - earlier.at > 1


def _alike(texts: Sequence[Passage], near: float) -> Iterator[Hit]:
    """What is not the same but shares a fingerprint: echoes of headline and lead, near copies, sentences."""
    pairs: dict[int, list[Passage]] = {}
    for a, b in candidate_pairs(fingerprints(text.words) for text in texts):
        pairs.setdefault(b, []).append(texts[a])
    for at, later in enumerate(texts):
        yield from _sentences_within(later)
        rest = []
        copies: list[tuple[float, Passage]] = []
        for earlier in pairs.get(at, ()):
            if earlier.kind in OPENING and (hit := _echo(earlier, later)):
                yield hit
            elif score := _near(earlier, later, near):
                copies.append((score, earlier))
            else:
                rest.append(earlier)
        if copies:
            yield _near_hit(copies, later)
        else:
            yield from _sentences(rest, later)


def _echo(opening: Passage, later: Passage) -> Hit | None:
    """The headline or the lead said again inside ``later``. A headline restated in the lead is nothing."""
    if later.kind in OPENING or min(len(opening.words), len(later.words)) < _LEAST_WORDS:
        return None
    share = containment(opening.words, later.words)
    severity: Severity | None = None
    if opening.kind is Kind.HEADLINE:
        run = longest_run(opening.words, later.words)[2]
        if not (run >= _SHORT or later.is_title) or run < _ALIKE_RUN * len(opening.words):
            return None
        severity = Severity.NOTE if later.is_title else Severity.WARNING
    elif share < _ECHO or later.is_title or min(len(opening.words), len(later.words)) < _SHORT:
        return None
    start, end = common_stretch(opening.words, later.words)
    if start == end:
        return None
    return Hit(
        LEAD_REPEATED,
        later.view.span(later.places[start].start, later.places[end - 1].end),
        related=(Related(opening.span, share),),
        fixes=_echo_fixes(opening, later, share),
        message=N_("The headline is repeated inside this paragraph.") if opening.kind is Kind.HEADLINE else "",
        severity=severity,
    )


def _echo_fixes(opening: Passage, later: Passage, share: float) -> tuple[Fix, ...]:
    """The lead may go when the paragraph right after it holds nearly all of it."""
    if opening.kind is not Kind.LEAD or later.at != opening.at + 1 or share < _INSIDE:
        return ()
    return (fix("Delete the lead and keep this paragraph", [_emptied(opening)], Applicability.ASK),)


def _near(earlier: Passage, later: Passage, near: float) -> float:
    """How alike two paragraphs of the body are, 0 where it is not worth a word."""
    if {earlier.kind, later.kind} & (OPENING | _STANDING) or earlier.is_title or later.is_title:
        return 0.0
    shorter = min(len(earlier.words), len(later.words))
    if shorter < _SHORT:
        return 0.0
    score = likeness(earlier.words, later.words)
    if score >= near:
        return score
    inside = containment(earlier.words, later.words)
    return inside if shorter >= _INSIDE_WORDS and inside >= _INSIDE else 0.0


def _near_hit(copies: Sequence[tuple[float, Passage]], later: Passage) -> Hit:
    score, earlier = max(copies, key=lambda copy: copy[0])
    figures = earlier.without_figures == later.without_figures
    return Hit(
        NEARLY_REPEATED,
        later.span,
        args=(("percent", int(100 * score)),),
        related=tuple(Related(text.span, round(one, 3)) for one, text in copies),
        fixes=_deletions(*sorted((later, earlier), key=lambda text: len(text.words))),
        message=_near_words(score, earlier, later, figures=figures),
        severity=_near_severity(copies, later, figures=figures),
    )


def _near_words(score: float, earlier: Passage, later: Passage, *, figures: bool) -> str:
    """What is said instead of the share in common, where something plainer can be said."""
    if figures:
        return N_("This paragraph differs from an earlier one only in its figures.")
    if score < 1:
        return ""
    # Of paragraphs that are not the same all is shared only where one holds the other.
    if len(later.words) < len(earlier.words):
        return N_("All of this paragraph stands in an earlier one as well.")
    return N_("This paragraph holds all of an earlier one.")


def _near_severity(copies: Sequence[tuple[float, Passage]], later: Passage, *, figures: bool) -> Severity | None:
    parallel = later.kind is Kind.LIST or later.view.text.rstrip().endswith(":")
    if parallel or (figures and (len(copies) > 1 or len(later.words) < _FEW)):
        return Severity.NOTE
    return Severity.WARNING if figures or len(later.words) < _FEW else None


def _sentences(earlier: Iterable[Passage], later: Passage) -> Iterator[Hit]:
    """Long sentences of ``later`` that one of the ``earlier`` paragraphs says as well, perhaps inside a longer one."""
    if later.is_title or later.kind in _STANDING:
        return
    said: set[int] = set()
    for text in earlier:
        if text.is_title or text.kind in {Kind.HEADLINE, *_STANDING}:
            continue
        a, b, run = longest_run(text.words, later.words)
        there, here = text.sentence_at(a, run), later.sentence_at(b, run)
        length = min(len(there.words), len(here.words))
        if run >= max(_SHORT, _ALIKE_RUN * length) and here.start not in said:
            said.add(here.start)
            place = text.view.span(there.start, there.end)
            yield _sentence_hit(later, here, Related(place, round(min(1.0, run / length), 3)))


def _sentences_within(text: Passage) -> Iterator[Hit]:
    """Long sentences a paragraph says twice itself."""
    seen: dict[tuple[str, ...], Sentence] = {}
    if len(text.words) < 2 * _SHORT:
        return
    for sentence in text.sentences:
        if len(sentence.words) >= _SHORT:
            earlier = seen.setdefault(sentence.words, sentence)
            if earlier is not sentence:
                yield _sentence_hit(text, sentence, Related(text.view.span(earlier.start, earlier.end)))


def _sentence_hit(text: Passage, sentence: Sentence, related: Related) -> Hit:
    at = text.number_of(sentence.start)
    if at:
        gone = text.view.edit(text.sentences[at - 1].end, sentence.end, "")
    else:
        gone = text.view.edit(0, text.sentences[1].start if len(text.sentences) > 1 else sentence.end, "")
    return Hit(
        SENTENCE_REPEATED,
        text.view.span(sentence.start, sentence.end),
        related=(related,),
        fixes=(fix("Delete this sentence", [gone], Applicability.ASK),),
    )


def _deletions(first: Passage, second: Passage) -> tuple[Fix, ...]:
    """Two ways to leave one copy; that of ``first`` is offered first."""
    this, other = N_("Delete this copy"), N_("Delete the earlier one")
    titles = (this, other) if first.at > second.at else (other, this)
    return tuple(
        fix(title, [_emptied(text)], Applicability.ASK) for title, text in zip(titles, (first, second), strict=True)
    )


def _emptied(text: Passage) -> Edit:
    return text.view.edit(0, len(text.view.text), "")


CHECKS: tuple[Check, ...] = (
    DraftCheck((PARAGRAPH_REPEATED, NEARLY_REPEATED, LEAD_REPEATED, SENTENCE_REPEATED), _repeats),
)
