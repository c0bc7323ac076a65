"""ZWN: parts of one compound that stand apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, OverviewCheck, ParagraphCheck, Rule
from pr_editor.checks.pairs import word_pairs
from pr_editor.language.affixes import (
    ADVERBS_WITH_BE,
    ARABIC_COMPOUNDS,
    COMPARATIVES,
    COMPOUND_ENDS,
    COMPOUND_STARTS,
    DAYS,
    DETERMINERS,
    ENDINGS,
    FUNCTION_WORDS,
    MEASURES,
    NUMBER_STARTS,
    PLURALS,
    VERB_PREFIXES,
    plain,
)
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.pairs import WordPair
    from pr_editor.checks.view import Context, DraftView, ParagraphView

COMPOUND = Rule(
    code="ZWN009",
    name="compound",
    summary=N_("«{text}» is one word with a half-space inside."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)

_AFFIXES = PLURALS | COMPARATIVES | ENDINGS
_VERB_STARTS = frozenset(prefix + mi for prefix in VERB_PREFIXES for mi in ("می", "نمی"))
_EZAFE = "\u0654"
_LEAST = 2
_JOINED_ENDINGS = ("ان", "ی", "ها", "های")
_OF_VERBS = frozenset(("شده", "نشده", "کرده", "داده", "بوده"))
"""Participles that make no compounds a reader misses: whether «انجام شده» is one is disputed."""
_AUXILIARIES = frozenset(("است", "بود", "بودند", "باشد", "باشند", "بوده", "و", *ENDINGS))
"""After these a participle belongs to the verb: «ارسال شده است» is no compound."""


def compounds(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report two words that make one. Affixes are the business of the other half-space rules."""
    for pair in word_pairs(view, context):
        if pair.b in _AFFIXES or pair.a in _VERB_STARTS:
            continue
        if hit := _compound(pair):
            yield hit


def _compound(pair: WordPair) -> Hit | None:
    """Two words that make one. Sure only where the second is no word by itself, as in «بین المللی».

    What the whole press writes apart, such as «روابط عمومی», is left alone, whatever a word list holds.
    """
    stem = _stem(pair.b)
    if len(stem) < _LEAST or stem in FUNCTION_WORDS or pair.a in DETERMINERS:
        return None
    participle = stem.endswith("ه") and pair.language.is_verb(stem)
    if participle and (stem in _OF_VERBS or pair.following in _AUXILIARIES):
        return None
    if _is_built(pair, stem):
        return pair.hit(COMPOUND, Applicability.ASK)
    if not _is_listed(pair, stem) or (not participle and _stands_apart(pair, stem)):
        return None
    return pair.hit(COMPOUND, Applicability.ASK if pair.language.lists(stem) else Applicability.SAFE)


def _stem(word: str) -> str:
    """The second half without the ezafe and without endings behind a half-space; nothing where more follows one."""
    stem, _, ending = word.removesuffix(_EZAFE).partition(ZWNJ)
    return stem if not ending or ending in _AFFIXES else ""


def _is_built(pair: WordPair, stem: str) -> bool:
    """Whether the two make a compound by a living pattern of word formation, or are Arabic and known as one."""
    first = pair.a
    if first in NUMBER_STARTS or first == "به":
        return stem in (MEASURES if first in NUMBER_STARTS else ADVERBS_WITH_BE)
    if f"{first} {stem}" in ARABIC_COMPOUNDS:
        return True
    if first in FUNCTION_WORDS - COMPOUND_STARTS or not (pair.language.lists(first) and pair.language.lists(stem)):
        return False
    return first in COMPOUND_STARTS - FUNCTION_WORDS or stem in COMPOUND_ENDS


def _is_listed(pair: WordPair, stem: str) -> bool:
    """Whether a list holds the compound, or the one «سرمایه‌داران» is made of."""
    if pair.a in FUNCTION_WORDS - COMPOUND_STARTS:
        return False
    bases = (stem, *(stem.removesuffix(ending) for ending in _JOINED_ENDINGS if stem.endswith(ending)))
    return any(len(base) >= _LEAST and pair.language.lists(f"{pair.a}{ZWNJ}{base}") for base in bases)


def _stands_apart(pair: WordPair, stem: str) -> bool:
    """Whether two words a list holds as one may well be two: «از یک سو», «فروردین ماه», «روابط عمومی»."""
    if pair.a in NUMBER_STARTS and stem not in DAYS and pair.language.lists(stem):
        return True
    if stem == "ماه":
        return True
    return not stem.startswith("ال") and pair.language.written_apart(pair.a, stem)


def both_ways(draft: DraftView, hits: Sequence[Hit], _: Context) -> Iterator[Hit]:
    """Make a warning of a compound that the draft itself also writes with its half-space; elsewhere it is advice."""
    joined = _joined_words(draft) if any(hit.rule is COMPOUND for hit in hits) else frozenset()
    for hit in hits:
        words = [str(dict(fix.title.args)["word"]) for fix in hit.fixes] if hit.rule is COMPOUND else []
        is_both = any(_halves(word) in joined for word in words)
        yield replace(hit, severity=Severity.WARNING) if is_both else hit


def _joined_words(draft: DraftView) -> frozenset[str]:
    return frozenset(_halves(word.text) for view in draft.paragraphs for word in view.words if ZWNJ in word.text)


def _halves(word: str) -> str:
    """The two halves of a compound, without what is joined behind them."""
    return ZWNJ.join(plain(word).removesuffix(_EZAFE).split(ZWNJ)[:2])


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((COMPOUND,), compounds),
    OverviewCheck((COMPOUND,), both_ways),
)
