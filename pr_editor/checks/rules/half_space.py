"""ZWN: half-spaces between words and their affixes, and where there should be none."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.checks.pairs import word_pairs
from pr_editor.language.affixes import (
    COMPARATIVES,
    DEMONSTRATIVES,
    ENDINGS,
    FREE_ENDINGS,
    FUNCTION_WORDS,
    PLURALS,
    POSSESSIVES,
    VERB_PREFIXES,
    plain,
)
from pr_editor.profile.model import Severity
from pr_editor.text.letters import NON_JOINING, ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.pairs import WordPair
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.text.span import Edit
    from pr_editor.text.tokens import Token

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi"


def _rule(code: str, name: str, summary: str, severity: Severity, best: Applicability) -> Rule:
    return Rule(code, name, summary, severity, best, _ACADEMY)


VERB = _rule(
    "ZWN001",
    "verb-prefix",
    N_("In «{text}» the prefix می or نمی is joined to its verb by a half-space."),
    Severity.ERROR,
    Applicability.SAFE,
)
PLURAL = _rule(
    "ZWN002",
    "plural-ending",
    N_("In «{text}» the plural ending is joined to its word by a half-space."),
    Severity.ERROR,
    Applicability.SAFE,
)
COMPARATIVE = _rule(
    "ZWN003",
    "comparative-ending",
    N_("In «{text}» the ending تر or ترین is joined to its word by a half-space."),
    Severity.ERROR,
    Applicability.SAFE,
)
STRAY = _rule(
    "ZWN004",
    "stray-half-space",
    N_("«{text}» holds a half-space that separates nothing."),
    Severity.ERROR,
    Applicability.SAFE,
)
ENDING = _rule(
    "ZWN005",
    "personal-ending",
    N_("In «{text}» the ending is joined to its word by a half-space."),
    Severity.ERROR,
    Applicability.SAFE,
)
JOINED_PLURAL = _rule(
    "ZWN006",
    "joined-plural",
    N_("«{text}» is easier to read with a half-space before the plural ending."),
    Severity.NOTE,
    Applicability.ASK,
)
JOINED_COMPARATIVE = _rule(
    "ZWN007",
    "joined-comparative",
    N_("«{text}» is easier to read with a half-space before تر or ترین."),
    Severity.NOTE,
    Applicability.ASK,
)
PREFIX_VERB = _rule(
    "ZWN008",
    "split-prefix-verb",
    N_("«{text}» is one verb: its first part is written joined."),
    Severity.NOTE,
    Applicability.ASK,
)
_MONTH_BEFORE = re.compile(rf"(?:(?<![A-Za-z0-9۰-۹٠-٩]){D}{{1,2}}|(?<![{LETTERS}])ماه) +$")
_OPENS = re.compile(f"باز ن?می{ZWNJ}ش(?:و|د).*")
"""«در باز می‌شود»: an adjective and its verb, though hazm lists a verb «بازشدن»."""
_REACH = 8
_WRITE = N_("Write «{word}»")


def split_words(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report words and their affixes that stand apart."""
    for pair in word_pairs(view, context):
        for look in (_verb, _plural, _comparative, _ending):
            if hit := look(pair):
                yield hit
                break


def _verb(pair: WordPair) -> Hit | None:
    """«می رود», «نمی رود», «برمی گردد», and «بر می‌گردد»."""
    prefix = next((p for p in VERB_PREFIXES if pair.a in (f"{p}می", f"{p}نمی")), None)
    if prefix is None:
        return _prefix_verb(pair)
    verb = pair.joined.removeprefix(prefix)
    if not any(pair.language.is_verb(form) or pair.language.lists(form) for form in (pair.joined, verb)):
        return None
    month = pair.a == "می" and _may_be_month(pair)
    return pair.hit(VERB, Applicability.ASK if month else Applicability.SAFE)


def _may_be_month(pair: WordPair) -> bool:
    """Whether «می» follows «ماه» or a day of the month, as May does."""
    before = pair.view.text[max(pair.first.start - _REACH, 0) : pair.first.start]
    return _MONTH_BEFORE.search(before) is not None


def _prefix_verb(pair: WordPair) -> Hit | None:
    is_split = pair.a in VERB_PREFIXES and pair.a and pair.b.startswith((f"می{ZWNJ}", f"نمی{ZWNJ}"))
    if is_split and not _OPENS.fullmatch(f"{pair.a} {pair.b}") and pair.language.is_verb(pair.a + pair.b):
        return pair.hit(PREFIX_VERB, Applicability.ASK, between="")
    return None


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
    if pair.b not in ENDINGS or pair.a in FUNCTION_WORDS or not pair.language.lists(pair.joined):
        return None
    if pair.b in POSSESSIVES:
        return pair.hit(ENDING, Applicability.ASK, severity=Severity.NOTE)
    after_heh = pair.a.endswith("ه")
    if not after_heh and pair.a[-1] not in "یاو":
        return None
    sure = pair.b not in FREE_ENDINGS or (after_heh and not _opens_name(pair))
    return pair.hit(ENDING, Applicability.SAFE if sure else Applicability.ASK)


def _opens_name(pair: WordPair) -> bool:
    """Whether what follows «ام» or «ای» makes it a word of its own: «ام‌البنین», «ام آر آی», «ای کاش»."""
    return pair.following.startswith("ال") or pair.following in {"اس", "آر", "کاش", "کلثوم"}


_JOINED_VERB = re.compile("(ن?می)(?=[^\u200c]{2})")
_JOINED_PLURAL = re.compile(f"([^{ZWNJ}]{{3,}})({'|'.join(sorted(PLURALS, key=len, reverse=True))})")
_JOINED_COMPARATIVE = re.compile(f"([^{ZWNJ}]{{3,}})(تر|ترین)")
_NEVER_PLURAL = frozenset(("آنها", "اینها", "منتها", "منتهای", "اشتها", "اشتهای"))
_CLEARLY = 5
"""How many times commoner the split form must be to doubt a joined one that the lists hold."""


def joined_words(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report affixes joined to their words without the half-space."""
    for token in view.words:
        word = plain(token.text)
        if hit := _joined_verb(view, context.language, token, word) or _joined_ending(
            view, context.language, token, word
        ):
            yield hit


def _joined_verb(view: ParagraphView, language: Language, token: Token, word: str) -> Hit | None:
    match = _JOINED_VERB.match(word)
    if match is None or not language.is_verb(split := f"{match[1]}{ZWNJ}{word[match.end() :]}"):
        return None
    if not language.lists(word):
        return _split(view, token, VERB, match.end(), split, Applicability.SAFE)
    if language.frequency(split) >= _CLEARLY * max(language.frequency(word), 1):
        return _split(view, token, VERB, match.end(), split, Applicability.ASK)
    return None


def _joined_ending(view: ParagraphView, language: Language, token: Token, word: str) -> Hit | None:
    if (match := _JOINED_PLURAL.fullmatch(word)) and word not in _NEVER_PLURAL:
        split = f"{match[1]}{ZWNJ}{match[2]}"
        if match[1].endswith("ه"):
            if language.lists(match[1]) and not language.lists(word):
                return _split(view, token, PLURAL, match.end(1), split, Applicability.SAFE)
        elif match[1][-1] not in NON_JOINING and language.lists(match[1]) and language.lists(split):
            return _split(view, token, JOINED_PLURAL, match.end(1), split, Applicability.ASK)
    elif match := _JOINED_COMPARATIVE.fullmatch(word):
        split = f"{match[1]}{ZWNJ}{match[2]}"
        if match[1][-1] not in NON_JOINING and language.lists(match[1]) and language.lists(f"{match[1]}{ZWNJ}تر"):
            return _split(view, token, JOINED_COMPARATIVE, match.end(1), split, Applicability.ASK)
    return None


def _split(
    view: ParagraphView, token: Token, rule: Rule, at: int, word: str, applicability: Applicability
) -> Hit | None:
    """A finding over a word whose fix puts a half-space ``at`` characters into it; none in a word full of signs."""
    if len(plain(token.text)) != len(token.text):
        return None
    place = token.start + at
    parted = fix(_WRITE, [view.edit(place, place, ZWNJ)], applicability, word=word)
    return Hit(rule, view.span(token.start, token.end), fixes=(parted,))


_RUN = re.compile(f"{ZWNJ}+")
_PIECE = re.compile(f"[{LETTERS}{SIGNS}{ZWNJ}]+")
_AFTER_FOREIGN = re.compile(rf"[A-Za-z0-9۰-۹٠-٩»)]{ZWNJ}(?=[{LETTERS}])")


def stray(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report half-spaces that are doubled or don't stand between two letters, one finding for each word."""
    if ZWNJ not in view.text:
        return
    for piece in _PIECE.finditer(view.text):
        edits = list(_needless(view, piece))
        if edits:
            removed = fix(N_("Remove the needless half-space"), edits, Applicability.SAFE)
            yield Hit(STRAY, view.span(piece.start(), piece.end()), fixes=(removed,))


def _needless(view: ParagraphView, piece: re.Match[str]) -> Iterator[Edit]:
    """Edits of the half-spaces of a word.

    Those at a border with white space are hidden characters (CHR005). Beside a direction mark a half-space still keeps
    letters apart, because such marks are transparent to joining.
    """
    text = view.text
    for run in _RUN.finditer(text, piece.start(), piece.end()):
        start, end = run.span()
        inside = piece.start() < start and end < piece.end()
        at_border = start == 0 or end == len(text) or _is_unseen(text[start - 1]) or _is_unseen(text[end])
        after_foreign = start > 0 and _AFTER_FOREIGN.match(text, start - 1)
        keep = ZWNJ if inside else ""
        if not at_border and not after_foreign and run.group() != keep:
            yield view.edit(start, end, keep)


def _is_unseen(ch: str) -> bool:
    return ch != ZWNJ and (ch.isspace() or ch == "¬" or unicodedata.category(ch) == "Cf")


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((STRAY,), stray),
    ParagraphCheck((VERB, PLURAL, COMPARATIVE, ENDING, PREFIX_VERB), split_words),
    ParagraphCheck((VERB, PLURAL, JOINED_PLURAL, JOINED_COMPARATIVE), joined_words),
)
