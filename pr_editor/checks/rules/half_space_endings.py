"""ZWN: endings that stand apart from their words, or are joined to them where a half-space reads easier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, ParagraphCheck, Rule
from pr_editor.checks.pairs import parted, single_words, word_pairs
from pr_editor.language.affixes import (
    COMPARATIVES,
    DEMONSTRATIVES,
    ENDINGS,
    FREE_ENDINGS,
    FUNCTION_WORDS,
    PLURALS,
    POSSESSIVES,
)
from pr_editor.profile.model import Severity
from pr_editor.text.letters import NON_JOINING, ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.pairs import WordPair
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.text.tokens import Token

PLURAL = Rule(
    code="ZWN002",
    name="plural-ending",
    summary=N_("In «{text}» the plural ending is joined to its word by a half-space."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
COMPARATIVE = Rule(
    code="ZWN003",
    name="comparative-ending",
    summary=N_("In «{text}» the ending تر or ترین is joined to its word by a half-space."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
ENDING = Rule(
    code="ZWN005",
    name="personal-ending",
    summary=N_("In «{text}» the ending is joined to its word by a half-space."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
JOINED_PLURAL = Rule(
    code="ZWN006",
    name="joined-plural",
    summary=N_("«{text}» is easier to read with a half-space before the plural ending."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
JOINED_COMPARATIVE = Rule(
    code="ZWN007",
    name="joined-comparative",
    summary=N_("«{text}» is easier to read with a half-space before تر or ترین."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)


_SHORT = 3
_ANY = PLURALS | COMPARATIVES | ENDINGS


def split_endings(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report plural, comparative and personal endings after a space."""
    for pair in word_pairs(view, context):
        if pair.b not in _ANY:
            continue
        for look in (_plural, _comparative, _ending):
            if hit := look(pair):
                yield hit
                break


def _plural(pair: WordPair) -> Hit | None:
    if pair.b not in PLURALS or pair.a in FUNCTION_WORDS - DEMONSTRATIVES or pair.a in PLURALS:
        return None
    if pair.b == "های" and pair.following in {"و", "های"}:  # the sigh of «های و هوی»: no plural is bound to «و»
        return None
    lists = pair.language.lists
    sure = lists(pair.joined) or (lists(pair.a) and not pair.language.is_verb(pair.a))
    return pair.hit(PLURAL, Applicability.SAFE if sure else Applicability.ASK)


def _comparative(pair: WordPair) -> Hit | None:
    """«بزرگ تر»; but in «لباس تر» and «تر و خشک» «تر» means wet, so only listed adjectives count."""
    if pair.b not in COMPARATIVES or pair.a in FUNCTION_WORDS:
        return None
    language = pair.language
    if pair.b.startswith("ترین"):
        sure = language.lists(pair.a)
    elif language.lists(f"{pair.a}{ZWNJ}تر"):
        sure = not re.match(r" +و +خشک\b", pair.view.text[pair.second.end : pair.second.end + 8])
    elif language.frequency(f"{pair.a}{ZWNJ}تر") or language.frequency(f"{pair.a}تر"):
        sure = False
    else:
        return None
    return pair.hit(COMPARATIVE, Applicability.SAFE if sure else Applicability.ASK)


def _ending(pair: WordPair) -> Hit | None:
    """«رفته اند», «خانه ای», «خسته ام», «زندگی اش»."""
    if pair.b not in ENDINGS or pair.a in FUNCTION_WORDS:
        return None
    if not pair.language.lists(pair.joined):
        return pair.hit(ENDING, Applicability.ASK) if _is_open(pair) else None
    if pair.b in POSSESSIVES:
        return pair.hit(ENDING, Applicability.ASK, severity=Severity.NOTE)
    after_heh = pair.a.endswith("ه")
    if not after_heh and pair.a[-1] not in "یاو":
        return None
    sure = pair.b not in FREE_ENDINGS or (after_heh and not _opens_name(pair))
    return pair.hit(ENDING, Applicability.SAFE if sure else Applicability.ASK)


def _is_open(pair: WordPair) -> bool:
    """Whether the word ends in a silent heh and may take any ending, though no list holds the two: «دمنده ای»."""
    after_heh = pair.a.endswith("ه") and len(pair.a) > _SHORT and pair.b not in POSSESSIVES
    return after_heh and pair.language.lists(pair.a) and not _opens_name(pair)


def _opens_name(pair: WordPair) -> bool:
    """Whether what follows «ام» or «ای» makes it a word of its own: «ام‌البنین», «ام آر آی», «ای کاش»."""
    return pair.following.startswith("ال") or pair.following in {"اس", "آر", "کاش", "کلثوم"}


_JOINED_PLURAL = re.compile(f"([^{ZWNJ}]{{3,}})({'|'.join(sorted(PLURALS, key=len, reverse=True))})")
_JOINED_COMPARATIVE = re.compile(f"([^{ZWNJ}]{{3,}})(تر|ترین)")
_NEVER_PLURAL = frozenset(("آنها", "اینها", "منتها", "منتهای", "اشتها", "اشتهای"))


def joined_endings(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report plural and comparative endings joined to their words without the half-space."""
    for token, word in single_words(view, context):
        if hit := _joined_ending(view, context.language, token, word):
            yield hit


def _joined_ending(view: ParagraphView, language: Language, token: Token, word: str) -> Hit | None:
    if (match := _JOINED_PLURAL.fullmatch(word)) and word not in _NEVER_PLURAL:
        split = f"{match[1]}{ZWNJ}{match[2]}"
        if match[1].endswith("ه"):
            if language.lists(match[1]) and not language.lists(word):
                return parted(view, token, PLURAL, match.end(1), ZWNJ, Applicability.SAFE)
        elif match[1][-1] not in NON_JOINING and language.lists(match[1]) and language.lists(split):
            return parted(view, token, JOINED_PLURAL, match.end(1), ZWNJ, Applicability.ASK)
    elif match := _JOINED_COMPARATIVE.fullmatch(word):
        split = f"{match[1]}{ZWNJ}{match[2]}"
        if match[1][-1] not in NON_JOINING and language.lists(match[1]) and language.lists(f"{match[1]}{ZWNJ}تر"):
            return parted(view, token, JOINED_COMPARATIVE, match.end(1), ZWNJ, Applicability.ASK)
    return None


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((PLURAL, COMPARATIVE, ENDING), split_endings),
    ParagraphCheck((PLURAL, JOINED_PLURAL, JOINED_COMPARATIVE), joined_endings),
)
