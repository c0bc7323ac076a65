"""STR: leads, sentences and paragraphs longer than readers follow, and text that is hard to read as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.lengths import after_words
from pr_editor.checks.model import DraftCheck, Hit, ParagraphCheck, Rule
from pr_editor.language.readability import Counts, counts
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind, count_words
from pr_editor.text.message import N_
from pr_editor.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView

LONG_LEAD = Rule(
    "STR008",
    "lead-too-long",
    N_("The lead has {count} words; {limit} are enough."),
    Severity.NOTE,
    None,
    "Newsroom practice: a lead is one paragraph of one or two sentences",
)
LONG_SENTENCE = Rule(
    "STR009",
    "sentence-too-long",
    N_("This sentence has {count} words; {limit} are enough."),
    Severity.NOTE,
    None,
    "Newsroom practice: one thought a sentence",
)
LONG_PARAGRAPH = Rule(
    "STR010",
    "paragraph-too-long",
    N_("This paragraph has {count} words; {limit} are enough."),
    Severity.NOTE,
    None,
    "Newsroom practice: paragraphs that an outlet can take out without taking the story apart",
)
HARD_TO_READ = Rule(
    "STR012",
    "hard-to-read",
    N_("The text is hard to read: {score} points of reading ease, with {words} words a sentence; {limit} are wanted."),
    Severity.NOTE,
    None,
    "Reading Ease (R. Flesch) with the constants of M. H. Dayani for Persian",
)

_PROSE = frozenset({Kind.LEAD, Kind.BODY})
_LEAST_WORDS = 100
"""The score is defined on samples of a hundred words."""


def lengths(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a lead or paragraph that is too long, and sentences that are."""
    if view.kind not in _PROSE:
        return
    limits = context.profile.options.structure
    rule, limit = (LONG_LEAD, limits.lead_words) if view.kind is Kind.LEAD else (LONG_PARAGRAPH, limits.paragraph_words)
    yield from _beyond(view, rule, 0, len(view.text), limit)
    if after_words(view.text, limits.sentence_words) is not None:
        for start, end in sentence_spans(view.text):
            yield from _beyond(view, LONG_SENTENCE, start, end, limits.sentence_words)


def readability(draft: DraftView, context: Context) -> Iterator[Hit]:
    """Report prose whose score is below what the house wants, once, at its beginning."""
    prose = [view for view in draft.paragraphs if view.kind in _PROSE]
    total = sum((counts(view.text) for view in prose), Counts())
    limit = context.profile.options.structure.reading_ease
    if total.words >= _LEAST_WORDS and total.reading_ease < limit:
        score, words = round(total.reading_ease), round(total.words / total.sentences)
        yield Hit(HARD_TO_READ, prose[0].span(0, 0), args=(("score", score), ("words", words), ("limit", limit)))


def _beyond(view: ParagraphView, rule: Rule, start: int, end: int, limit: int) -> Iterator[Hit]:
    """Report what of ``[start, end)`` stands after its first ``limit`` words."""
    text = view.text[start:end]
    at = after_words(text, limit)
    if at is not None:
        yield Hit(rule, view.span(start + at, end), args=(("count", count_words(text)), ("limit", limit)))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((LONG_LEAD, LONG_SENTENCE, LONG_PARAGRAPH), lengths),
    DraftCheck((HARD_TO_READ,), readability),
)
