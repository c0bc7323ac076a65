"""The one written form under which words are looked up. It is for asking only; no draft is ever changed by it."""

from __future__ import annotations

import re
import unicodedata

from pr_editor.text.fold import ARABIC_DIGITS, DIGITS, PERSIAN_DIGITS, TATWEEL, ZWNJ

HAMZA_ABOVE = "\u0654"
TANVIN = "\u064b"

_LETTERS = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ے": "ی", "ۍ": "ی", "ێ": "ی",
    "ك": "ک", "ڪ": "ک", "ګ": "ک",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه" + HAMZA_ABOVE, "ۂ": "ه" + HAMZA_ABOVE, "ۃ": "ة",
    "ٱ": "ا",
}  # fmt: skip
_INVISIBLE = "\u00ad\u061c\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_VOWELS = "".join(
    chr(code) for code in (*range(0x0610, 0x061B), *range(0x064C, 0x0654), *range(0x0655, 0x0660), 0x0670)
)

_TABLE: dict[int, str | None] = {
    **{ord(a): b for a, b in _LETTERS.items()},
    **{ord(a): b for digits in (PERSIAN_DIGITS, ARABIC_DIGITS) for a, b in zip(digits, DIGITS, strict=True)},
    **dict.fromkeys(map(ord, _INVISIBLE + _VOWELS + TATWEEL)),
}
_COMPATIBILITY = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_HALF_SPACES = re.compile(ZWNJ + "{2,}")


def normal(word: str) -> str:
    """``word`` in Persian letters: vowel signs, stretching and invisible marks gone, half-spaces single and inside.

    Tanvin and the hamza of the ezafe stay, for they are spelling: «لطفاً», «خانهٔ». Idempotent.
    """
    if _COMPATIBILITY.search(word):
        word = unicodedata.normalize("NFKC", word)
    return _HALF_SPACES.sub(ZWNJ, word.translate(_TABLE)).strip(ZWNJ + " ")


def table(*lines: str) -> tuple[str, ...]:
    """The words of these lines: for tables of Persian that are to be read as text."""
    return tuple(" ".join(lines).split())
