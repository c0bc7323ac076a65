"""SPL: misspelled, joined and unknown words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule
from pr_editor.checks.word_places import alone_in_marks, beside, follows_title, is_part, replacements
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Candidate
    from pr_editor.text.tokens import Token

_LISTS = "Lilak and hazm word lists, and words counted in published news"

MISSPELLED = Rule(
    code="SPL001",
    name="misspelled-word",
    summary=N_("«{text}» is not a word; another word is very likely meant."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority=_LISTS,
)
JOINED = Rule(
    code="SPL002",
    name="words-run-together",
    summary=N_("«{text}» is two words without the space between them."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority=_LISTS,
)
UNKNOWN = Rule(
    code="SPL005",
    name="unknown-word",
    summary=N_("«{text}» is in no word list: check its spelling."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority=_LISTS,
)

_FOREIGN_RUN = 3


def check(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report every word that no list knows, with what may have been meant."""
    words = view.words
    unknown = [not context.language.knows(token.text) for token in words]
    foreign = _in_foreign_speech(unknown)
    for at, token in enumerate(words):
        before, after = beside(view, at, at - 1), beside(view, at, at + 1)
        if not unknown[at] or is_part(context.language, before, token.text, after):
            continue
        candidates = context.language.candidates(token.text, before, after)
        doubtful = foreign[at] or follows_title(view, at) or alone_in_marks(view, token)
        yield _hit(view, token, UNKNOWN if doubtful else _rule(candidates), candidates)


def _rule(candidates: tuple[Candidate, ...]) -> Rule:
    if not candidates or not candidates[0].convincing:
        return UNKNOWN
    return JOINED if " " in candidates[0].text else MISSPELLED


def _in_foreign_speech(unknown: list[bool]) -> list[bool]:
    """For each word whether it stands among unknown ones, as in a verse or in another language of the same script."""
    foreign: list[bool] = []
    for is_unknown, run in groupby(unknown):
        length = len(list(run))
        foreign += [is_unknown and length >= _FOREIGN_RUN] * length
    return foreign


def _hit(view: ParagraphView, token: Token, rule: Rule, candidates: tuple[Candidate, ...]) -> Hit:
    return Hit(rule, view.span(token.start, token.end), fixes=replacements(view, token, candidates))


CHECKS: tuple[Check, ...] = (ParagraphCheck((MISSPELLED, JOINED, UNKNOWN), check),)
