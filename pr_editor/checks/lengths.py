"""Where a text becomes longer than it should be."""

from __future__ import annotations

import re
from itertools import islice

_PIECE = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W_]")
"""What a piece must hold to count as a word, as ``text.draft.count_words`` counts."""


def after_words(text: str, limit: int) -> int | None:
    """Where the first word after ``limit`` words begins; None when there are no more."""
    # A word and the space after it take two characters at least.
    if len(text) < 2 * limit:
        return None
    words = (piece for piece in _PIECE.finditer(text) if _LETTER.search(text, piece.start(), piece.end()))
    beyond = next(islice(words, limit, None), None)
    return None if beyond is None else beyond.start()
