"""The words of a paragraph as they are spelled, and by what all spellings of one word share.

Worked out once for each text, for every keystroke asks for all paragraphs of a draft.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_editor.language.normal import table
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
from pr_editor.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pr_editor.text.tokens import Token

HAMZA = re.compile("[أإؤئ]")

_LETTERS = str.maketrans(ARABIC | dict.fromkeys(INVISIBLE + VOWEL_SIGNS + HAMZA_ABOVE + TATWEEL))
_PLAIN = str.maketrans({"أ": "ا", "إ": "ا", "ؤ": "و", "ئ": "ی", TANVIN: None, ZWNJ: None, " ": None})
_SEATS = str.maketrans({"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", TANVIN: None, ZWNJ: None, " ": None})
_ZWNJS = re.compile(f"(?<=[{NON_JOINING}]){ZWNJ}+|(?<={ZWNJ}){ZWNJ}+")
"""Half-spaces that cannot be seen: doubled, or after a letter that joins to none."""

_LEAST_PART, _LEAST_KEY = 2, 4
_BESIDE = "از به در با بر تا که و را یا این آن ما من تو او هم هر چه همه هیچ نه بی رو روی اما اگر چون برای یک دو سه"
_ENDINGS = "می نمی ها های هایی هایم هایت هایش هایمان هایتان هایشان تر تری ترین ام ات اش ای ایم اید اند مان تان شان"
FUNCTION_WORDS = frozenset([*_BESIDE.split(), *_ENDINGS.split()])
"""Words that stand beside others by grammar, and endings whose spacing other rules judge."""
_LIGHT_VERBS = frozenset(table("کرد داد آورد رفت گشت یافت خورد برد گرفت شد بود است آمد گذشت خواست دید"))
"""«عمل کرد» is a verb and «عملکرد» a noun: not two spellings of one word."""
_AUXILIARIES = frozenset(
    (
        "است نیست بود نبود بودند نبودند باشد نباشد باشند نباشند بوده نبوده شد نشد شدند نشدند شده نشده شود نشود شوند "
        f"نشوند می{ZWNJ}شود نمی{ZWNJ}شود می{ZWNJ}شوند نمی{ZWNJ}شوند خواهد نخواهد خواهند نخواهند"
    ).split()
)
"""Before these a participle belongs to the verb: «آسیب دیده است» is no other spelling of «آسیب‌دیده»."""
_PASSIVE = frozenset(("شده", "نشده"))
_AND = frozenset(("و", "یا", "اما", "ولی"))
"""Before these, or at the end of a clause, a passive does without its auxiliary: «باز شده و بسته نشده»."""
_PREFIXES = ("می" + ZWNJ, "نمی" + ZWNJ)


@dataclass(frozen=True, slots=True)
class Spelled:
    """One or several words at ``[start, end)`` of a paragraph, as they are spelled.

    ``plain`` and ``seats`` are what other spellings share: without spaces, half-spaces and tanvin, and with every hamza
    as a plain letter, or as one sign; ``seats`` is empty where there is no hamza. ``at`` counts words.
    """

    form: str
    plain: str
    seats: str
    start: int
    end: int
    at: int
    size: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph's words, and the neighbours in it that might be one word torn apart, longest first."""

    words: tuple[Spelled, ...]
    splits: tuple[Spelled, ...]


@lru_cache(maxsize=65536)
def form_of(word: str) -> str:
    """A word as it is spelled: letters of one keyboard, vowel signs gone; tanvin, half-spaces, hamza inside stay."""
    composed = unicodedata.normalize("NFC", word).translate(_LETTERS)
    return _ZWNJS.sub("", "ا" + composed[1:] if composed.startswith(("أ", "إ")) else composed)


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    """The words of a paragraph, and what may be words torn apart; short ones and forms in می left out."""
    tokens = words(text)
    forms = [form_of(token.text) for token in tokens]
    whole = (
        _spelled(form, token.start, token.end, at)
        for at, (form, token) in enumerate(zip(forms, tokens, strict=True))
        if len(form) >= _LEAST_KEY and not form.startswith(_PREFIXES)
    )
    return Reading(tuple(whole), tuple(_splits(text, tokens, forms)))


@lru_cache(maxsize=65536)
def _keys(form: str) -> tuple[str, str]:
    plain = form.translate(_PLAIN)
    plain = plain[:-1] if plain.endswith("اء") else plain
    return plain, form.translate(_SEATS) if HAMZA.search(form) else ""


def _spelled(form: str, start: int, end: int, at: int, size: int = 1) -> Spelled:
    return Spelled(form, *_keys(form), start, end, at, size)


def _splits(text: str, tokens: Sequence[Token], forms: Sequence[str]) -> Iterator[Spelled]:
    joined = [text[a.end : b.start] == " " for a, b in pairwise(tokens)]
    for at in range(len(tokens) - 1):
        if not joined[at] or forms[at] in FUNCTION_WORDS or len(forms[at]) < _LEAST_PART:
            continue
        for size in (3, 2):
            parts = forms[at : at + size]
            end = at + size - 1
            following = forms[end + 1] if joined[end : end + 1] == [True] else ""
            if len(parts) == size and all(joined[at:end]) and _is_split(parts, following):
                yield _spelled(" ".join(parts), tokens[at].start, tokens[at + size - 1].end, at, size)


def _is_split(parts: Sequence[str], following: str) -> bool:
    """Whether these words could be one compound: none a function word but «و» amid three, and no verb.

    ``following`` is the word after them; empty where they end a clause.
    """
    last = parts[-1]
    if len(last) < _LEAST_PART or last in FUNCTION_WORDS or last in _LIGHT_VERBS:
        return False
    if len(parts) > 2 and "و" not in parts[1:-1]:
        return False
    if last in _PASSIVE and (not following or following in _AND):
        return False
    return not (last.endswith("ه") and following in _AUXILIARIES)
