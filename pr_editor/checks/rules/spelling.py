"""SPL: misspelled, joined and unknown words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, OverviewCheck, ParagraphCheck, Rule
from pr_editor.checks.splits import SPLIT_WORD, splits
from pr_editor.checks.strangers import announces_name, foreign_passages, is_spelt_out, speaks
from pr_editor.checks.word_places import alone_in_marks, beside, is_part, replacements
from pr_editor.language.normal import normal
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
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

_JUDGED = (MISSPELLED, JOINED, UNKNOWN)
"""What is judged alike wherever the word stands."""
_HAMZA, _HOUSE_TERMS = "SPL007", "TRM004"
_TERMS = {"errors": "TRM001", "advice": "TRM002", "taste": "TRM003"}
"""Rules that have more to say about a word than that no list has it."""
_DOUBT = 3.0
"""By so much the best candidate must convince the more where a name is likely: «وزیر کشر» means «کشور»."""
_NEAR = 1.0
"""… and by so much that it is worth a note there."""
_BESIDE = 1.5
"""The same for a word that stands beside another unlisted one, or speaks at the head of a paragraph: «وسلی اسنایدر»."""
_OFTEN = 2
"""More often than this nobody makes the same slip in one draft …"""
_EVIDENCE = 0.3
"""… and by so much a candidate must convince the more, each further time: the word is sooner a name or a term."""
_LEAST_MEANT = 4
"""Letters of a word whose standing in the draft as well tells that it was meant: little words stand in every draft."""
_ENDINGS = ("هایی", "های", "ها", "ان", "ی")


def check(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report every word that no list knows, with what may have been meant."""
    unlisted = _unlisted(view, context)
    if not any(unlisted):
        return
    words = view.words
    foreign = tuple(foreign_passages(unlisted))
    yield from (Hit(UNKNOWN, view.span(words[run[0]].start, words[run[-1]].end)) for run in foreign)
    reported = frozenset(at for run in foreign for at in run)
    for at, token in enumerate(words):
        if unlisted[at] and at not in reported:
            beside_unlisted = unlisted[max(0, at - 1) : at + 2].count(True) > 1
            yield from _judge(view, at, token, context.language, _BESIDE if beside_unlisted else 0.0)


def _unlisted(view: ParagraphView, context: Context) -> list[bool]:
    """Which words no list knows and no other rule explains."""
    unknown = [not context.language.knows(token.text) for token in view.words]
    if not any(unknown):
        return unknown
    pieces = _pieces(view, context)
    return [
        is_unknown and at not in pieces and not _is_told(token.text, context)
        for at, (is_unknown, token) in enumerate(zip(unknown, view.words, strict=True))
    ]


def _judge(view: ParagraphView, at: int, token: Token, language: Language, least: float) -> Iterator[Hit]:
    """What there is to say about one word: where a name is expected, nothing unless another word suggests itself.

    By ``least`` the best candidate must convince the more than elsewhere.
    """
    before, after = beside(view, at, at - 1), beside(view, at, at + 1)
    if is_spelt_out(before, token.text, after) or is_part(language, before, token.text, after):
        return
    candidates = language.candidates(token.text, before, after)
    name_expected = announces_name(before)
    if name_expected and _rule(candidates, _NEAR) is UNKNOWN:
        return
    if name_expected or alone_in_marks(view, token):
        least = _DOUBT
    elif speaks(at, after):
        least = _BESIDE
    yield _hit(view, token, _rule(candidates, least), candidates)


def _pieces(view: ParagraphView, context: Context) -> frozenset[int]:
    """Which words of a paragraph are but pieces of a word torn apart."""
    if not context.profile.runs(SPLIT_WORD):
        return frozenset()
    found = splits(view, context)
    return frozenset(at for split in found for at in range(split.first, split.last + 1))


def _is_told(word: str, context: Context) -> bool:
    """Whether another rule says what is wrong with the word."""
    if context.profile.runs(_HAMZA) and context.language.with_hamza(word):
        return True
    if context.profile.runs(_HOUSE_TERMS) and context.house.terms.at((word,), 0):
        return True
    match = context.language.terms.at((word,), 0)
    return match is not None and context.profile.runs(_TERMS[match.term.pack])


def _rule(candidates: tuple[Candidate, ...], least: float = 0.0) -> Rule:
    if not candidates or candidates[0].margin < least:
        return UNKNOWN
    return JOINED if " " in candidates[0].text else MISSPELLED


def _hit(view: ParagraphView, token: Token, rule: Rule, candidates: tuple[Candidate, ...]) -> Hit:
    return Hit(rule, view.span(token.start, token.end), fixes=replacements(view, token, candidates))


def agree(draft: DraftView, hits: Sequence[Hit], context: Context) -> Iterator[Hit]:
    """Judge a word alike wherever it stands in a draft.

    What is announced as a name in one place is that name in all others. What is a name in one place is no misspelling
    in another, and what stands three times is sooner a name or a term than a slip, unless the word that seems to be
    meant stands in the draft as well.
    """
    yield from (hit for hit in hits if hit.rule not in _JUDGED)
    texts = {view.key: view.text for view in draft.paragraphs}
    judged = [hit for hit in hits if hit.rule in _JUDGED]
    forms = [normal(hit.span.of(texts[hit.span.key])) for hit in judged]
    known = frozenset(forms)
    groups: dict[str, list[Hit]] = {}
    for hit, form in zip(judged, forms, strict=True):
        groups.setdefault(_stem(form, known), []).append(hit)
    announced = _announced(draft, frozenset(hit.span.of(texts[hit.span.key]) for hit in judged))
    for stem, group in groups.items():
        if stem in announced and _rule(context.language.candidates(stem), _NEAR) is UNKNOWN:
            continue
        is_name = _is_name(stem, group, draft, context)
        yield from map(_doubted, group) if is_name else group


def _announced(draft: DraftView, written: frozenset[str]) -> frozenset[str]:
    """The normal forms of those of the words ``written`` that somewhere stand where a name is expected."""
    return frozenset(
        normal(token.text)
        for view in draft.paragraphs
        for at, token in enumerate(view.words)
        if token.text in written and announces_name(beside(view, at, at - 1))
    )


def _doubted(hit: Hit) -> Hit:
    return hit if hit.rule is UNKNOWN else replace(hit, rule=UNKNOWN)


def _stem(form: str, forms: frozenset[str]) -> str:
    """What a form shares with its inflected ones: the part before its half-space, or the one of ``forms`` in it."""
    head = form.partition(ZWNJ)[0]
    bases = (head.removesuffix(ending) for ending in _ENDINGS if head.endswith(ending))
    return next((base for base in bases if base in forms), head)


def _is_name(word: str, group: list[Hit], draft: DraftView, context: Context) -> bool:
    """Whether these places of one word, taken together, speak against a slip."""
    rules = {hit.rule for hit in group}
    evidence = _EVIDENCE * (max(len(group) - _OFTEN, 0) + len(rules) - 1)
    if rules == {UNKNOWN} or not evidence:
        return False
    best = context.language.candidates(word)[:1]
    if any(candidate.margin >= evidence for candidate in best):
        return False
    meant = {candidate.text for candidate in best if len(candidate.text) >= _LEAST_MEANT}
    return all(meant.isdisjoint(view.once(_forms, context)) for view in draft.paragraphs)


def _forms(view: ParagraphView, _context: Context) -> frozenset[str]:
    """The normal forms of all words."""
    return frozenset(normal(token.text) for token in view.words)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((MISSPELLED, JOINED, UNKNOWN), check),
    OverviewCheck(_JUDGED, agree),
)
