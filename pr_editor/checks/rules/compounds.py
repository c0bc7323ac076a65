"""ZWN: parts of one compound that stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, ParagraphCheck, Rule
from pr_editor.checks.pairs import word_pairs
from pr_editor.language.affixes import (
    ADVERBS_WITH_BE,
    COMPARATIVES,
    COMPOUND_ENDS,
    COMPOUND_STARTS,
    ENDINGS,
    FUNCTION_WORDS,
    MEASURES,
    NUMBER_STARTS,
    PLURALS,
    VERB_PREFIXES,
)
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.pairs import WordPair
    from pr_editor.checks.view import Context, ParagraphView

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
    if pair.b in FUNCTION_WORDS or ZWNJ in pair.b.removesuffix(f"{ZWNJ}ای"):
        return None
    participle = pair.b.endswith("ه") and pair.language.is_verb(pair.b)
    if participle and pair.following in _AUXILIARIES:
        return None
    if _is_built(pair):
        return pair.hit(COMPOUND, Applicability.ASK)
    if pair.a in FUNCTION_WORDS - COMPOUND_STARTS or not pair.language.lists(pair.joined):
        return None
    if not participle and pair.language.written_apart(pair.a, pair.b):
        return None
    return pair.hit(COMPOUND, Applicability.ASK if pair.language.lists(pair.b) else Applicability.SAFE)


def _is_built(pair: WordPair) -> bool:
    """Whether the two make a compound by a living pattern of word formation."""
    a, b = pair.a, pair.b.removesuffix(_EZAFE)
    if a in NUMBER_STARTS or a == "به":
        return b in (MEASURES if a in NUMBER_STARTS else ADVERBS_WITH_BE)
    if a in FUNCTION_WORDS - COMPOUND_STARTS or not (pair.language.lists(a) and pair.language.lists(b)):
        return False
    return a in COMPOUND_STARTS - FUNCTION_WORDS or b in COMPOUND_ENDS


CHECKS: tuple[Check, ...] = (ParagraphCheck((COMPOUND,), compounds),)
