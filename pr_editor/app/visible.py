"""Making seen what is not seen in a text: half-spaces, spaces too many, characters without a shape."""

from __future__ import annotations

import re
from unicodedata import category

from pr_editor.text.letters import ZWNJ

HALF_SPACE_SIGN = "¦"
SPACE_SIGN = "·"
"""Both are in nearly every font, and Word uses the second for the same."""
_SIGNS = {ZWNJ: HALF_SPACE_SIGN, "\u00a0": "°", "\t": "→"}
_NAMES = {"\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM", "\u00ad": "SHY", "\u200b": "ZWSP", "\ufeff": "BOM"}
_TELLING_SPACES = re.compile(r"^ +| +$| {2,}| +(?=[،؛:.؟!»)\]}])|(?<=[«(\[{]) +")
"""Spaces that are what is wrong or was put right, not the ordinary ones between words."""


def visible(text: str) -> str:
    """``text`` with signs for what has no shape of its own; a space has one where it stands out of place."""
    shown = _TELLING_SPACES.sub(lambda found: SPACE_SIGN * len(found.group()), text)
    return "".join(_SIGNS.get(ch) or _named(ch) for ch in shown)


def _named(ch: str) -> str:
    return f"[{_NAMES.get(ch, f'U+{ord(ch):04X}')}]" if category(ch) == "Cf" else ch
