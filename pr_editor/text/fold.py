"""One folding for comparing and searching: what looks the same to a Persian reader becomes the same string.

Arabic ye and kaf, hamza on its seats, vowel signs, half-spaces, stretched letters, digits of any script, presentation
forms and direction marks are levelled. Folded text is never shown and never written into a draft; ``fold_map`` tells
where each folded character stood, so that what was found can be marked in the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pr_editor.text.letters import ARABIC, INVISIBLE, LOOK_ALIKES, TATWEEL, ZWNJ

DIGITS = "0123456789"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"

HAMZA = {
    "ئ": "ی", "ة": "ه", "ۀ": "ه", "ۂ": "ه", "ۃ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ا", "ؤ": "و",
}  # fmt: skip
"""Letters under a hamza, a madda or the dots of an Arabic ending, and what is written for them in haste."""
OTHER_LETTERS = {**ARABIC, **LOOK_ALIKES, "ګ": "ک"}
"""Letters of other keyboards and the Persian ones."""
_MARK_RANGES = (
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
)
SIGNS = "".join(chr(code) for first, last in _MARK_RANGES for code in range(first, last + 1))
SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"

_TABLE: dict[int, str | None] = {
    **{ord(a): b for a, b in (OTHER_LETTERS | HAMZA).items()},
    **{ord(a): b for digits in (PERSIAN_DIGITS, ARABIC_DIGITS) for a, b in zip(digits, DIGITS, strict=True)},
    **dict.fromkeys(map(ord, INVISIBLE + ZWNJ + SIGNS + TATWEEL + "ء")),
    **dict.fromkeys(map(ord, SPACES), " "),
}
COMPATIBILITY = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff00-\uffef]")
"""Presentation forms: letters in the shape they take in a word, and those of full width."""

to_ascii_digits = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, DIGITS * 2)
"""For ``str.translate``: digits of all three scripts as ASCII, all else unchanged, length kept."""


def fold(text: str) -> str:
    """Level everything that makes no difference to the words of ``text``; idempotent. Word spaces stay."""
    if COMPATIBILITY.search(text):
        text = COMPATIBILITY.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    levelled = text.translate(_TABLE)
    lowered = levelled.lower()
    return levelled if lowered == levelled else lowered.translate(_TABLE)


@lru_cache(maxsize=16384)
def fold_word(word: str) -> str:
    """``fold`` for single words, which come back again and again."""
    return fold(word)


def folded_words(text: str) -> frozenset[str]:
    """The folded words of a list parted by spaces."""
    return frozenset(fold(text).split())


@lru_cache(maxsize=4096)
def _fold_one(ch: str) -> str:
    return fold(ch)


def fold_map(text: str) -> tuple[str, list[int]]:
    """Fold ``text``; the list gives for each folded character the offset of the one it came from."""
    out: list[str] = []
    origin: list[int] = []
    for at, ch in enumerate(text):
        folded = _fold_one(ch)
        out.append(folded)
        origin += [at] * len(folded)
    return "".join(out), origin
