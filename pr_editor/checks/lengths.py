"""Where a text becomes longer than it should be."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\S*[^\W_]\S*")
"""What counts as a word, as ``text.draft.count_words`` counts."""


def after_words(text: str, limit: int) -> int | None:
    """Where the first word after ``limit`` words begins; None when there are no more."""
    # A word and the space after it take two characters at least.
    if len(text) < 2 * limit:
        return None
    for number, word in enumerate(_PIECE.finditer(text)):
        if number == limit:
            return word.start()
    return None
