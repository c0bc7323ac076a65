"""From spans of a draft to places in Qt's document, and back.

A paragraph of a draft is the text of a block without the white space around it, counted in code points; Qt counts
UTF-16 code units of the whole block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.text.span import Span, from_utf16, to_utf16

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock


def indent_of(line: str) -> int:
    """How many code points of white space stand before the words of ``line``; 0 for a blank line."""
    return len(line) - len(line.lstrip()) if line.strip() else 0


def position_of(block: QTextBlock, line: str, offset: int) -> int:
    """The document position of ``offset`` in the paragraph that ``block`` holds; ``line`` is the block's text."""
    return block.position() + to_utf16(line, indent_of(line) + offset)


def offset_of(block: QTextBlock, line: str, position: int) -> int:
    """The offset in the paragraph nearest to a document position within ``block``."""
    offset = from_utf16(line, position - block.position()) - indent_of(line)
    return max(0, min(offset, len(line.strip())))


def carry(span: Span, before: str, now: str) -> Span | None:
    """Where the words of ``span`` stand after ``before`` has become ``now``; None when they themselves were touched."""
    if before == now:
        return span if span.end <= len(now) else None
    head = _common(before, now)
    if span.end <= head:
        return span
    tail = min(_common(before[::-1], now[::-1]), min(len(before), len(now)) - head)
    if span.start >= len(before) - tail and span.end <= len(before):
        moved = len(now) - len(before)
        return Span(span.key, span.start + moved, span.end + moved)
    return None


def _common(a: str, b: str) -> int:
    """How many characters ``a`` and ``b`` have in common at the start."""
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
