"""What the tags of HTML say about the kinds of its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS = {"li": Kind.LIST, "address": Kind.CONTACT, **dict.fromkeys(_HEADINGS, Kind.SUBHEAD)}
_MARKS = frozenset((*_KINDS, "blockquote", "td", "th"))
"""Tags that say what a line is, or, like quotations and cells, that it is nothing the tag around them says."""
_WORD_CLASSES = ((re.compile(r"msotitle\b"), "h1"), (re.compile(r"msolistparagraph"), "li"))
"""How Word names the paragraphs it hands out as HTML."""
_TOP = 3
"""Among how many first lines a heading below ``h1`` is the headline; a kicker and a date line may precede it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line; ``mark`` is the innermost tag around it that says what it is, or empty."""

    text: str
    mark: str


def mark_of(tag: str, attributes: Mapping[str, str]) -> str:
    """What an element says about the lines in it: one of the tags that tell kinds, or empty."""
    if tag in _MARKS:
        return tag
    names = attributes.get("class", "").lower() if tag == "p" else ""
    return next((mark for pattern, mark in _WORD_CLASSES if pattern.match(names)), "") if names else ""


def hint_kinds(lines: Sequence[Line]) -> Iterator[tuple[str, Kind]]:
    """The text and proposed kind of every line. BODY says that the tags tell nothing.

    The highest heading is the headline. Others before it, or after a break in it, may be anything: a kicker, the lead.
    """
    headline = _headline(lines)
    near = headline is not None
    for at, line in enumerate(lines):
        near = near and (at <= (headline or 0) or line.mark == lines[headline or 0].mark)
        if at == headline:
            yield line.text, Kind.HEADLINE
        elif near and line.mark in _HEADINGS:
            yield line.text, Kind.BODY
        else:
            yield line.text, _KINDS.get(line.mark, Kind.BODY)


def _headline(lines: Sequence[Line]) -> int | None:
    """Where the headline stands: the first ``h1``, else the first of the highest headings if it is near the top."""
    highest = min((line.mark for line in lines if line.mark in _HEADINGS), default=None)
    if highest is None:
        return None
    first = next(at for at, line in enumerate(lines) if line.mark == highest)
    return first if highest == "h1" or first < _TOP else None
