"""STR: the shape of headline and kicker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.lengths import after_words
from pr_editor.checks.model import Applicability, DraftCheck, Hit, ParagraphCheck, Related, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind, count_words
from pr_editor.text.fold import fold
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.tokens import Token

_NEWSROOM = "Newsroom practice: a headline says one thing, in one line, and stands alone"

LONG_HEADLINE = Rule(
    "STR003",
    "headline-too-long",
    N_("The headline has {count} words; {limit} are enough."),
    Severity.NOTE,
    None,
    _NEWSROOM,
)
ENDED_HEADLINE = Rule(
    "STR004",
    "headline-ends-with-mark",
    N_("The headline ends with «{text}»."),
    Severity.NOTE,
    Applicability.ASK,
    "Newsroom practice: headlines take no full stop, and nothing follows them that a comma could part",
)
WORD_TWICE = Rule(
    "STR005", "word-twice-in-headline", N_("«{text}» stands twice in the headline."), Severity.NOTE, None, _NEWSROOM
)
ECHOED_KICKER = Rule(
    "STR006",
    "kicker-repeated-in-headline",
    N_("The headline says again what the kicker says."),
    Severity.NOTE,
    None,
    "Newsroom practice: the kicker adds to the headline what it leaves out",
)
LONG_KICKER = Rule(
    "STR007",
    "kicker-too-long",
    N_("The kicker has {count} words; {limit} are enough."),
    Severity.NOTE,
    None,
    "Newsroom practice: a kicker is a few words above the headline",
)

_IN_CHARACTERS = N_("The headline has {count} characters; {limit} are enough.")
_FINAL_MARK = re.compile(r"(?<![.…A-Za-z])[.،؛,;](?=[»\"”)]*$)")
_LEAST_LETTERS = 3
_SMALL_WORDS = frozenset(map(fold, (
    "از", "است", "ای", "اما", "او", "این", "آن", "با", "باید", "بر", "برای", "به", "بود", "بین", "بیش", "پس",
    "پیش", "تا", "جهت", "چه", "خواهد", "خود", "دارد", "در", "درباره", "درصد", "دو", "دیگر", "را", "روی", "سال",
    "شد", "شده", "شود", "طی", "علیه", "کرد", "کند", "که", "کنند", "مورد", "میلیارد", "میلیون", "می‌شود",
    "می‌کند", "نباید", "نه", "نیز", "نیست", "هر", "هزار", "هم", "و", "وی", "یا", "یک",
)))  # fmt: skip
"""Words of grammar and counting: they may stand as often as they like."""
_PAIR = re.compile(r"\s*(?:به|و|تا|در|با|،|-|–)\s*")
"""What doubles a word on purpose: «دست در دست», «شهر به شهر»."""
_SECTION = re.compile(r"\S[-–|]\s|\s[-–|]\s")
"""What parts a headline from the names of section and outlet that web pages put behind it."""


def headline(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a headline that is too long, ends like a sentence, or uses a word twice."""
    if view.kind is not Kind.HEADLINE:
        return
    yield from _length(view, context)
    if mark := _FINAL_MARK.search(view.text):
        removed = fix(N_("Remove «{text}»"), [view.edit(*mark.span(), "")], Applicability.ASK, text=mark.group())
        yield Hit(ENDED_HEADLINE, view.span(*mark.span()), fixes=(removed,))
    yield from _repeated_words(view)


def kicker(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report a kicker that is too long."""
    limit = context.profile.options.structure.kicker_words
    if view.kind is Kind.KICKER and (start := after_words(view.text, limit)) is not None:
        yield Hit(LONG_KICKER, view.span(start, len(view.text)), args=_counted(view, limit))


def echo(draft: DraftView, _: Context) -> Iterator[Hit]:
    """Report a kicker all of whose words stand in the headline; that both are the same is for another rule."""
    kickers = [view for view in draft.paragraphs if view.kind is Kind.KICKER]
    title = next((view for view in draft.paragraphs if view.kind is Kind.HEADLINE), None)
    if not kickers or title is None:
        return
    said = {fold(word.text) for word in title.words}
    for view in kickers:
        words = [word for word in view.words if _is_telling(word)]
        if len(words) > 1 and {fold(word.text) for word in words} <= said and view.folded != title.folded:
            where = title.span(0, len(title.text))
            yield Hit(ECHOED_KICKER, view.span(words[0].start, words[-1].end), related=(Related(where),))


def _length(view: ParagraphView, context: Context) -> Iterator[Hit]:
    limits = context.profile.options.structure
    start = after_words(view.text, limits.headline_words)
    if start is not None:
        yield Hit(LONG_HEADLINE, view.span(start, len(view.text)), args=_counted(view, limits.headline_words))
    elif len(view.text) > limits.headline_characters:
        yield Hit(
            LONG_HEADLINE,
            view.span(limits.headline_characters, len(view.text)),
            args=(("count", len(view.text)), ("limit", limits.headline_characters)),
            message=_IN_CHARACTERS,
        )


def _counted(view: ParagraphView, limit: int) -> tuple[tuple[str, int], ...]:
    return (("count", count_words(view.text)), ("limit", limit))


def _repeated_words(view: ParagraphView) -> Iterator[Hit]:
    seen: dict[str, Token] = {}
    section = _SECTION.search(view.text)
    end = section.start() if section else len(view.text)
    for word in view.words:
        if word.start >= end:
            return
        folded = fold(word.text)
        before = seen.setdefault(folded, word)
        if before is word or not _is_telling(word):
            continue
        between = view.text[before.end : word.start]
        if not between.isspace() and not _PAIR.fullmatch(between):
            related = (Related(view.span(before.start, before.end)),)
            yield Hit(WORD_TWICE, view.span(word.start, word.end), related=related)


def _is_telling(word: Token) -> bool:
    return len(word.text) >= _LEAST_LETTERS and fold(word.text) not in _SMALL_WORDS


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((LONG_HEADLINE, ENDED_HEADLINE, WORD_TWICE), headline),
    ParagraphCheck((LONG_KICKER,), kicker),
    DraftCheck((ECHOED_KICKER,), echo),
)
