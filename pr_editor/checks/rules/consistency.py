"""CON: one thing written two ways in a draft."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, DraftCheck, Hit, Related, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import (
    ARABIC,
    HAMZA_ABOVE,
    INVISIBLE,
    NON_JOINING,
    TANVIN,
    TATWEEL,
    VOWEL_SIGNS,
    ZWNJ,
)
from pr_editor.text.message import N_
from pr_editor.text.span import Edit
from pr_editor.text.tokens import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.text.span import Span
    from pr_editor.text.tokens import Token

SPELLING_VARIANTS = Rule(
    "CON001",
    "spelling-variants",
    N_("«{text}» is written «{other}» elsewhere in this draft."),
    Severity.WARNING,
    Applicability.ASK,
    "Newsroom practice: one word, one spelling; where counts are equal, the Academy of Persian Language and Literature",
)

_LETTERS = str.maketrans(ARABIC | dict.fromkeys(INVISIBLE + VOWEL_SIGNS + HAMZA_ABOVE + TATWEEL))
_PLAIN = str.maketrans({"أ": "ا", "إ": "ا", "ؤ": "و", "ئ": "ی", TANVIN: None, ZWNJ: None, " ": None})
_SEATS = str.maketrans({"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", TANVIN: None, ZWNJ: None, " ": None})
_HAMZA = re.compile("[أإؤئ]")
_ZWNJS = re.compile(f"(?<=[{NON_JOINING}]){ZWNJ}+|(?<={ZWNJ}){ZWNJ}+")
"""Half-spaces that cannot be seen: doubled, or after a letter that joins to none."""

_LEAST_PART, _LEAST_KEY = 2, 4
_BESIDE = "از به در با بر تا که و را یا این آن ما من تو او هم هر چه همه هیچ نه بی رو روی اما اگر چون برای یک دو سه"
_ENDINGS = "می نمی ها های هایی هایم هایت هایش هایمان هایتان هایشان تر تری ترین ام ات اش ای ایم اید اند مان تان شان"
_FUNCTION_WORDS = frozenset([*_BESIDE.split(), *_ENDINGS.split()])
"""Words that stand beside others by grammar, and endings whose spacing other rules judge."""
_LIGHT_VERBS = frozenset(
    (
        "کرد",
        "داد",
        "آورد",
        "رفت",
        "گشت",
        "یافت",
        "خورد",
        "برد",
        "گرفت",
        "شد",
        "بود",
        "است",
        "آمد",
        "گذشت",
        "خواست",
        "دید",
    )
)
"""«عمل کرد» is a verb and «عملکرد» a noun: not two spellings of one word."""
_AUXILIARIES = frozenset(
    (
        "است نیست بود نبود بودند نبودند باشد نباشد باشند نباشند بوده نبوده شد نشد شدند نشدند شده نشده شود نشود شوند "
        f"نشوند می{ZWNJ}شود نمی{ZWNJ}شود می{ZWNJ}شوند نمی{ZWNJ}شوند خواهد نخواهد خواهند نخواهند"
    ).split()
)
"""After these a participle belongs to the verb: «آسیب دیده است» is no other spelling of «آسیب‌دیده»."""
_PREFIXES = ("می" + ZWNJ, "نمی" + ZWNJ)

_LONGEST_CHAIN = 8
_DASH = "[-–—ـ]"
_NAME = f"[{LETTERS}{ZWNJ}]"
_DASHED = re.compile(rf"(?<!{_NAME}){_NAME}++(?:\s?{_DASH}\s?{_NAME}++)+(?!{_NAME})")
_JOINT = re.compile(rf"\s?{_DASH}\s?")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a form stands, verbatim."""

    span: Span
    text: str


@dataclass(slots=True)
class _Group:
    """All ways one word is written in a draft, in order of appearance: form → places."""

    forms: dict[str, list[_Place]] = field(default_factory=dict)

    def add(self, form: str, place: _Place) -> None:
        self.forms.setdefault(form, []).append(place)


@lru_cache(maxsize=65536)
def _form(word: str) -> str:
    """A word as it is spelled: letters of one keyboard, vowel signs gone; tanvin, half-spaces, hamza inside stay."""
    composed = unicodedata.normalize("NFC", word).translate(_LETTERS)
    return _ZWNJS.sub("", "ا" + composed[1:] if composed.startswith(("أ", "إ")) else composed)


class _Keys:
    """Names a form by what all its spellings share."""

    def __init__(self) -> None:
        self._by_hamza: dict[str, str] = {}
        self._known: dict[str, str] = {}

    def of(self, form: str) -> str:
        """Without hamza seats, tanvin, spaces and half-spaces; a hamza that moves its seat keeps its key."""
        key = self._known.get(form)
        if key is None:
            key = self._known[form] = self._key(form)
        return key

    def _key(self, form: str) -> str:
        plain = form.translate(_PLAIN)
        if plain.endswith("اء"):
            plain = plain[:-1]
        if _HAMZA.search(form):
            return self._by_hamza.setdefault(form.translate(_SEATS), plain)
        return plain


def _variants(draft: DraftView, context: Context) -> Iterator[Hit]:
    keys = _Keys()
    groups: dict[str, _Group] = {}
    for view in draft.paragraphs:
        for token in view.words:
            form = _form(token.text)
            if len(form) >= _LEAST_KEY and not form.startswith(_PREFIXES):
                group = groups.setdefault(keys.of(form), _Group())
                group.add(form, _Place(view.span(token.start, token.end), token.text))
    for view in draft.paragraphs:
        _add_split(view, groups, keys)
    for group in groups.values():
        if len(group.forms) > 1 and any(_is_word(form, context.language) for form in group.forms):
            yield from _minority(group, context.language)
    yield from _dashes(draft.paragraphs)


def _add_split(view: ParagraphView, groups: dict[str, _Group], keys: _Keys) -> None:
    """Add runs of two or three words that the draft also writes as one."""
    words = view.words
    parts = [_form(word.text) for word in words]
    at = 0
    while at < len(words) - 1:
        size = 0 if parts[at] in _FUNCTION_WORDS else _size_of_split(view.text, words[at : at + 4], groups, keys)
        if size:
            form = " ".join(parts[at : at + size])
            place = view.span(words[at].start, words[at + size - 1].end)
            groups[keys.of(form)].add(form, _Place(place, place.of(view.text)))
        at += size or 1


def _size_of_split(text: str, words: Sequence[Token], groups: Mapping[str, _Group], keys: _Keys) -> int:
    """How many of the first of four words the draft also writes as one: three, two, or 0."""
    parts = [_form(word.text) for word in words]
    for size in (3, 2):
        if not _is_split(text, words[:size], parts[:size], size) or _is_verb(parts[:size], parts[size:]):
            continue
        if keys.of(" ".join(parts[:size])) in groups:
            return size
    return 0


def _is_verb(parts: Sequence[str], following: Sequence[str]) -> bool:
    return parts[-1].endswith("ه") and not _AUXILIARIES.isdisjoint(following[:1])


def _is_split(text: str, words: Sequence[Token], parts: Sequence[str], size: int) -> bool:
    """Whether these words could be one compound: single spaces between, none a function word but «و» amid three."""
    if len(words) < size or ("و" not in parts[1:-1] and size > 2):
        return False
    first, last = parts[0], parts[-1]
    if min(len(first), len(last)) < _LEAST_PART or last in _FUNCTION_WORDS or last in _LIGHT_VERBS:
        return False
    return all(text[a.end : b.start] == " " for a, b in pairwise(words))


def _is_word(form: str, language: Language) -> bool:
    return all(language.knows(part) for part in form.split())


def _minority(group: _Group, language: Language) -> Iterator[Hit]:
    """Flag every place of every form but the commonest; among equals the Academy's, then the first."""
    best = max(group.forms, key=lambda form: (len(group.forms[form]), *_standing(form, language)))
    model = group.forms[best][0]
    for form, places in group.forms.items():
        if form != best:
            yield from (_hit(place, model, model.text) for place in places)


def _standing(form: str, language: Language) -> tuple[bool, int, int, int]:
    """How well a form stands: known, hamza and tanvin written as the Academy writes them, one word, frequent."""
    academy = bool(_HAMZA.search(form)) + (TANVIN in form) - form.endswith("اء")
    one_word = " " not in form and language.knows(form)
    return _is_word(form, language), academy, int(one_word), language.frequency(form) if one_word else 0


def _hit(place: _Place, model: _Place, right: str) -> Hit:
    return Hit(
        SPELLING_VARIANTS,
        place.span,
        args=(("other", right),),
        related=(Related(model.span),),
        fixes=(fix("Write «{other}»", [Edit(place.span, right)], Applicability.ASK, other=right),),
    )


@dataclass(frozen=True, slots=True)
class _Chain:
    """Names joined by dashes: «الف - ب». ``joint`` is the dash with the spaces beside it."""

    place: _Place
    names: frozenset[str]
    joint: str


def _dashes(views: Iterable[ParagraphView]) -> Iterator[Hit]:
    """Names joined now by one dash and now by another; only chains that share two names are compared."""
    for family in _families(chain for view in views for chain in _chains(view)):
        counts = Counter(chain.joint for chain in family)
        best = max(counts, key=lambda joint: (counts[joint], joint == joint[::-1]))
        model = next(chain.place for chain in family if chain.joint == best)
        for chain in family:
            if chain.joint != best:
                yield _hit(chain.place, model, _JOINT.sub(best, chain.place.text))


def _chains(view: ParagraphView) -> Iterator[_Chain]:
    for match in _DASHED.finditer(view.text):
        names = frozenset(_form(name) for name in _JOINT.split(match.group()))
        joints = set(_JOINT.findall(match.group()))
        if len(joints) == 1 and 1 < len(names) <= _LONGEST_CHAIN and not _FUNCTION_WORDS & names:
            yield _Chain(_Place(view.span(match.start(), match.end()), match.group()), names, joints.pop())


def _families(chains: Iterable[_Chain]) -> list[list[_Chain]]:
    """Chains that share two names, directly or through others."""
    families: list[list[_Chain]] = []
    by_names: dict[tuple[str, ...], list[_Chain]] = {}
    for chain in chains:
        pairs = list(combinations(sorted(chain.names), 2))
        home = next((by_names[pair] for pair in pairs if pair in by_names), None)
        if home is None:
            home = []
            families.append(home)
        home.append(chain)
        for pair in pairs:
            by_names.setdefault(pair, home)
    return families


CHECKS: tuple[Check, ...] = (DraftCheck((SPELLING_VARIANTS,), _variants),)
