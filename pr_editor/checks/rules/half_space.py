"""ZWN: half-spaces and affixes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.affixes import (
    ADVERBS_WITH_BE,
    COMPARATIVES,
    COMPOUND_ENDS,
    COMPOUND_STARTS,
    DEMONSTRATIVES,
    ENDINGS,
    FREE_ENDINGS,
    FUNCTION_WORDS,
    MEASURES,
    NON_JOINING,
    NUMBER_STARTS,
    PLURALS,
    POSSESSIVES,
    VERB_PREFIXES,
    plain,
)
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.fold import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, D

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
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
COMPOUND = _rule(
    "ZWN009",
    "compound",
    N_("«{text}» is one word with a half-space inside."),
    Severity.NOTE,
    Applicability.SAFE,
)

_SPACE = re.compile("[ \u00a0]+")
_EZAFE = "\u0654"
_AUXILIARIES = frozenset(("است", "بود", "بودند", "باشد", "باشند", "بوده", "و"))
"""After these a participle belongs to the verb: «ارسال شده است» is no compound."""
_WRITE = N_("Write «{word}»")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words with nothing but spaces between them, in plain Persian letters, and what may be asked about them."""

    view: ParagraphView
    language: Language
    at: int
    first: Token
    second: Token
    a: str
    b: str

    @property
    def joined(self) -> str:
        """Both words with a half-space between them."""
        return f"{self.a}{ZWNJ}{self.b}"

    @property
    def following(self) -> str:
        """The word after both, or nothing."""
        return "".join(word.text for word in self.view.words[self.at + 2 : self.at + 3])

    def hit(self, rule: Rule, applicability: Applicability, between: str = ZWNJ) -> Hit:
        """A finding over both words whose fix puts ``between`` in the place of the space."""
        edits = [self.view.edit(self.first.end, self.second.start, between)]
        word = f"{self.first.text}{between}{self.second.text}"
        joined = fix(_WRITE, edits, applicability, word=word)
        return Hit(rule, self.view.span(self.first.start, self.second.end), fixes=(joined,))


def split_words(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report words and their affixes, and parts of one compound, that stand apart."""
    texts = [plain(word.text) for word in view.words]
    for at, (first, second) in enumerate(pairwise(view.words)):
        if not _SPACE.fullmatch(view.text, first.end, second.start):
            continue
        pair = _Pair(view, context.language, at, first, second, texts[at], texts[at + 1])
        for look in (_verb, _plural, _comparative, _ending, _compound):
            if hit := look(pair):
                yield hit
                break


def _verb(pair: _Pair) -> Hit | None:
    """«می رود», «نمی رود», «برمی گردد», and «بر می‌گردد»."""
    prefix = next((p for p in VERB_PREFIXES if pair.a in (f"{p}می", f"{p}نمی")), None)
    if prefix is None:
        return _prefix_verb(pair)
    verb = pair.joined.removeprefix(prefix)
    if not any(pair.language.is_verb(form) or pair.language.lists(form) for form in (pair.joined, verb)):
        return None
    month = pair.a == "می" and _may_be_month(pair)
    return pair.hit(VERB, Applicability.ASK if month else Applicability.SAFE)


def _may_be_month(pair: _Pair) -> bool:
    """Whether «می» follows «ماه» or a day of the month, as May does."""
    before = pair.view.text[max(pair.first.start - 4, 0) : pair.first.start]
    return re.search(rf"(?:^|[^\d])(?:{D}{{1,2}}|(?<![\u0621-\u06d3])ماه) +$", before) is not None


def _prefix_verb(pair: _Pair) -> Hit | None:
    is_split = pair.a in VERB_PREFIXES and pair.a and pair.b.startswith((f"می{ZWNJ}", f"نمی{ZWNJ}"))
    if is_split and pair.language.is_verb(pair.a + pair.b):
        return pair.hit(PREFIX_VERB, Applicability.ASK, between="")
    return None


def _plural(pair: _Pair) -> Hit | None:
    if pair.b not in PLURALS or pair.a in FUNCTION_WORDS - DEMONSTRATIVES or pair.a in PLURALS:
        return None
    if pair.b == "های" and pair.following in {"و", "های"}:  # the sigh of «های و هوی»: no plural is bound to «و»
        return None
    lists = pair.language.lists
    sure = lists(pair.joined) or (lists(pair.a) and not pair.language.is_verb(pair.a))
    return pair.hit(PLURAL, Applicability.SAFE if sure else Applicability.ASK)


def _comparative(pair: _Pair) -> Hit | None:
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


def _ending(pair: _Pair) -> Hit | None:
    """«رفته اند», «خانه ای», «خسته ام», «زندگی اش»."""
    if pair.b not in ENDINGS or pair.a in FUNCTION_WORDS or not pair.language.lists(pair.joined):
        return None
    if pair.b in POSSESSIVES:
        return pair.hit(ENDING, Applicability.ASK)
    after_heh = pair.a.endswith("ه")
    if not after_heh and pair.a[-1] not in "یاو":
        return None
    sure = pair.b not in FREE_ENDINGS or (after_heh and not _opens_name(pair))
    return pair.hit(ENDING, Applicability.SAFE if sure else Applicability.ASK)


def _opens_name(pair: _Pair) -> bool:
    """Whether what follows «ام» or «ای» makes it a word of its own: «ام‌البنین», «ام آر آی», «ای کاش»."""
    return pair.following.startswith("ال") or pair.following in {"اس", "آر", "کاش", "کلثوم"}


def _compound(pair: _Pair) -> Hit | None:
    """Two words that make one. Sure only where the second is no word by itself, as in «بین المللی»."""
    if pair.b in FUNCTION_WORDS or ZWNJ in pair.b.removesuffix(f"{ZWNJ}ای"):
        return None
    if pair.b.endswith("ه") and pair.language.is_verb(pair.b) and pair.following in _AUXILIARIES:
        return None
    lists = pair.language.lists
    if pair.a not in FUNCTION_WORDS - COMPOUND_STARTS and lists(pair.joined):
        return pair.hit(COMPOUND, Applicability.ASK if lists(pair.b) else Applicability.SAFE)
    return pair.hit(COMPOUND, Applicability.ASK) if _is_built(pair) else None


def _is_built(pair: _Pair) -> bool:
    """Whether the two make a compound by a living pattern of word formation."""
    a, b = pair.a, pair.b.removesuffix(_EZAFE)
    if a in NUMBER_STARTS or a == "به":
        return b in (MEASURES if a in NUMBER_STARTS else ADVERBS_WITH_BE)
    if a in FUNCTION_WORDS - COMPOUND_STARTS or not (pair.language.lists(a) and pair.language.lists(b)):
        return False
    return a in COMPOUND_STARTS - FUNCTION_WORDS or b in COMPOUND_ENDS


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
    """Edits of the half-spaces of a word; those at a border with white space are hidden characters (CHR005)."""
    text = view.text
    for run in _RUN.finditer(text, piece.start(), piece.end()):
        start, end = run.span()
        inside = piece.start() < start and end < piece.end()
        at_border = start == 0 or end == len(text) or text[start - 1].isspace() or text[end].isspace()
        after_foreign = start > 0 and _AFTER_FOREIGN.match(text, start - 1)
        keep = ZWNJ if inside else ""
        if not at_border and not after_foreign and run.group() != keep:
            yield view.edit(start, end, keep)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((STRAY,), stray),
    ParagraphCheck((VERB, PLURAL, COMPARATIVE, ENDING, PREFIX_VERB, COMPOUND), split_words),
    ParagraphCheck((VERB, PLURAL, JOINED_PLURAL, JOINED_COMPARATIVE), joined_words),
)
