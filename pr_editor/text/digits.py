"""Digits that are drawn rather than written: in circles, in full width, in the alphabets of mathematics."""

from __future__ import annotations

import unicodedata

_RANGES = (
    (0x2460, 0x2473),  # ① to ⑳
    (0x2474, 0x247C),  # ⑴ to ⑼
    (0x24EA, 0x24EA),  # ⓪
    (0x2776, 0x277F),  # ❶ to ❿
    (0x2780, 0x2793),  # ➀ to ➓
    (0xFF10, 0xFF19),  # ０ to ９
    (0x1D7CE, 0x1D7FF),  # 𝟎 to 𝟿
)

DRAWN = {
    chr(code): str(int(unicodedata.numeric(chr(code)))) for first, last in _RANGES for code in range(first, last + 1)
}
"""Each such character and its value in ASCII digits. Superscripts aren't among them: «متر²» is no «متر۲»."""

drawn_to_ascii = str.maketrans(DRAWN)
"""For ``str.translate``: drawn digits as ASCII, all else unchanged; a circle may hold two."""
