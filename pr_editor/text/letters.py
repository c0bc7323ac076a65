"""The letters and signs of Persian that several parts of the program must see alike."""

from __future__ import annotations

ZWNJ = "\u200c"
TATWEEL = "\u0640"

ARABIC = {"ي": "ی", "ى": "ی", "ك": "ک"}
"""Letters of Arabic keyboards and the Persian ones they are typed for."""
LOOK_ALIKES = {"ڪ": "ک", "ػ": "ک", "ڭ": "ک", "ے": "ی", "ې": "ی", "ۍ": "ی", "ێ": "ی", "ہ": "ه", "ھ": "ه", "ە": "ه"}
"""Letters of other languages that are taken for Persian ones."""
NON_JOINING = "اآأإٱدذرزژوؤءةۀ"
"""Letters that never touch the next one: a half-space after them can't be seen."""

TANVIN = "\u064b"
HAMZA_ABOVE = "\u0654"
VOWEL_SIGNS = "".join(
    chr(code) for code in (*range(0x0610, 0x061B), *range(0x064C, 0x0654), *range(0x0655, 0x0660), 0x0670)
)
"""All signs above and below letters but tanvin and the hamza of the ezafe, which are spelling: «لطفاً», «خانهٔ»."""
DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = f"\u00ad\u200b\u200d\u2060\ufeff{DIRECTION_MARKS}"
"""What shows nothing and parts nothing. The half-space is not among them: it parts."""
