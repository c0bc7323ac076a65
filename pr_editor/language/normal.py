"""The one written form under which words are looked up. It is for asking only; no draft is ever changed by it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pr_editor.text.fold import ARABIC_DIGITS, DIGITS, PERSIAN_DIGITS
from pr_editor.text.letters import ARABIC, HAMZA_ABOVE, INVISIBLE, LOOK_ALIKES, TATWEEL, VOWEL_SIGNS, ZWNJ

_LETTERS = {
    **ARABIC, **LOOK_ALIKES,
    "ګ": "ک", "ۀ": "ه" + HAMZA_ABOVE, "ۂ": "ه" + HAMZA_ABOVE, "ۃ": "ة", "ٱ": "ا",
}  # fmt: skip

_TABLE: dict[int, str | None] = {
    **{ord(a): b for a, b in _LETTERS.items()},
    **{ord(a): b for digits in (PERSIAN_DIGITS, ARABIC_DIGITS) for a, b in zip(digits, DIGITS, strict=True)},
    **dict.fromkeys(map(ord, INVISIBLE + VOWEL_SIGNS + TATWEEL)),
}
_COMPATIBILITY = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_HALF_SPACES = re.compile(ZWNJ + "{2,}")


@lru_cache(maxsize=1 << 15)
def normal(word: str) -> str:
    """``word`` in Persian letters: vowel signs, stretching and invisible marks gone, half-spaces single and inside.

    Tanvin and the hamza of the ezafe stay, for they are spelling: «لطفاً», «خانهٔ». Idempotent.
    """
    word = unicodedata.normalize("NFKC" if _COMPATIBILITY.search(word) else "NFC", word)
    levelled = unicodedata.normalize("NFC", word.translate(_TABLE))
    return _HALF_SPACES.sub(ZWNJ, levelled).strip(ZWNJ + " ")


def table(*lines: str) -> tuple[str, ...]:
    """The words of these lines: for tables of Persian that are to be read as text."""
    return tuple(" ".join(lines).split())
