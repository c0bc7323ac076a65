"""Names for findings that outlive edits elsewhere in the draft."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from pr_editor.checks.remembered import Remembered
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from pr_editor.checks.model import Hit

_CONTEXT_WORDS = 5
_CONTEXT_REACH = 160
"""Characters looked at for five words: without a bound, a paragraph of many faults costs the square of its length."""
_REMEMBERED = 16_384

type Surroundings = Remembered[tuple[str, int, int, str], str]
"""What findings are named by, by rule, place and text."""


def surroundings() -> Surroundings:
    """A memory to be shared by ``Fingerprints``, as most findings of a draft stay when it is reviewed again."""
    return Remembered(_REMEMBERED)


class Fingerprints:
    """Names the findings of one review, so that decisions survive edits elsewhere: by words, neighbours and count."""

    def __init__(self, known: Surroundings) -> None:
        """Start counting; ``known`` outlives the review."""
        self._known = known
        self._seen: Counter[str] = Counter()

    def take(self, hit: Hit, text: str) -> str:
        """First 16 hex digits of sha256 over code, folded words, five folded words either side, and which one it is."""
        place = hit.rule.code, hit.span.start, hit.span.end, text
        name = self._known.get(place, lambda: _surroundings(*place))
        self._seen[name] += 1
        return hashlib.sha256(f"{name}\x1f{self._seen[name]}".encode()).hexdigest()[:16]


def _surroundings(code: str, start: int, end: int, text: str) -> str:
    before = fold(text[max(start - _CONTEXT_REACH, 0) : start]).split()[-_CONTEXT_WORDS:]
    after = fold(text[end : end + _CONTEXT_REACH]).split()[:_CONTEXT_WORDS]
    return "\x1f".join((code, fold(text[start:end]), " ".join(before), " ".join(after)))
