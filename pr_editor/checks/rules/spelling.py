"""SPL: misspelled, joined and unknown words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.checks.strangers import announces_name, foreign_passages, is_spelt_out
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Candidate, Language
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

_OPENING = tuple('(«“"[')
_CLOSING = tuple(')»”"]')


def check(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report every word that no list knows, with what may have been meant."""
    words = view.words
    unknown = [not context.language.knows(token.text) for token in words]
    foreign = tuple(foreign_passages(unknown))
    yield from (Hit(UNKNOWN, view.span(words[run[0]].start, words[run[-1]].end)) for run in foreign)
    reported = {at for run in foreign for at in run}
    for at, token in enumerate(words):
        before, after = _beside(view, at, at - 1), _beside(view, at, at + 1)
        if not unknown[at] or at in reported or is_spelt_out(before, token.text, after):
            continue
        if _is_part(context.language, before, token.text, after):
            continue
        candidates = context.language.candidates(token.text, before, after)
        rule = _rule(candidates)
        if announces_name(before):
            if rule is not UNKNOWN:
                yield _hit(view, token, UNKNOWN, candidates)
            continue
        yield _hit(view, token, UNKNOWN if _alone_in_marks(view, token) else rule, candidates)


def _is_part(language: Language, before: str, word: str, after: str) -> bool:
    """Whether the word only lacks its half-space to a neighbour, as in «بهره وری»: the half-space rules say so."""
    return bool(before and language.lists(f"{before}{ZWNJ}{word}")) or bool(
        after and language.lists(f"{word}{ZWNJ}{after}")
    )


def _beside(view: ParagraphView, at: int, other: int) -> str:
    """The neighbour ``other`` of a word, when nothing but white space parts them."""
    if not 0 <= other < len(view.words):
        return ""
    left, right = view.words[min(at, other)], view.words[max(at, other)]
    return view.words[other].text if view.text[left.end : right.start].isspace() else ""


def _rule(candidates: tuple[Candidate, ...]) -> Rule:
    if not candidates or not candidates[0].convincing:
        return UNKNOWN
    return JOINED if " " in candidates[0].text else MISSPELLED


def _alone_in_marks(view: ParagraphView, token: Token) -> bool:
    """Whether brackets or quotation marks hold this one word: «… (ایسا)» gives a name or a short form."""
    return view.text[token.start - 1 : token.start] in _OPENING and view.text[token.end : token.end + 1] in _CLOSING


def _hit(view: ParagraphView, token: Token, rule: Rule, candidates: tuple[Candidate, ...]) -> Hit:
    fixes = tuple(
        fix(
            N_("Replace with «{word}»"),
            [view.edit(token.start, token.end, candidate.text)],
            Applicability.ASK,
            word=candidate.text,
        )
        for candidate in candidates
    )
    return Hit(rule, view.span(token.start, token.end), fixes=fixes)


CHECKS: tuple[Check, ...] = (ParagraphCheck((MISSPELLED, JOINED, UNKNOWN), check),)
