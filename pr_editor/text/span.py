"""Places in a draft, and changes to them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Part of one paragraph: ``[start, end)`` in Unicode code points. ``start == end`` is a place between two."""

    key: int
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what can't be a place in a text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def of(self, text: str) -> str:
        """The words of the paragraph ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both can't be edited at once. Two insertions at one place overlap: their order would be a guess."""
        if self.key != other.key:
            return False
        if self == other:
            return True
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put ``text`` where ``span`` is. An edit that empties a whole paragraph takes the paragraph away."""

    span: Span
    text: str


def utf16_length(text: str) -> int:
    """Length of ``text`` in UTF-16 code units, which is how Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, offset: int) -> int:
    """Turn an offset in code points into one in UTF-16 code units."""
    return utf16_length(text[:offset])


def from_utf16(text: str, offset: int) -> int:
    """Turn an offset in UTF-16 code units into one in code points; inside a surrogate pair it is the pair's start."""
    if text.isascii() or not any(ch > "\uffff" for ch in text):
        return min(offset, len(text))
    units = 0
    for index, ch in enumerate(text):
        units += 2 if ch > "\uffff" else 1
        if units > offset:
            return index
    return len(text)
