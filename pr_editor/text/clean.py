"""Taking out of a text that comes from elsewhere what has no meaning in it and could not be seen.

Only what cannot have been meant goes: control characters, places of objects that stayed behind, code points that are no
characters, soft hyphens and byte-order marks outside Persian words, direction marks at the ends of lines that change
nothing. Inside a Persian word a soft hyphen may stand for a half-space: the rules on characters ask about it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_editor.text.direction_marks import same_without
from pr_editor.text.letters import ZWNJ
from pr_editor.text.tokens import LETTERS, SIGNS

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_MEANINGLESS = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufff9-\ufffc{_NO_CHARACTERS}]")
_OUTSIDE_WORDS = re.compile(
    rf"(?<![{LETTERS}{SIGNS}\u00ad\ufeff])[\u00ad\ufeff]+|[\u00ad\ufeff]+(?![{LETTERS}{SIGNS}\u00ad\ufeff])"
)
_MARKS = "\u061c\u200e\u200f"
_LINE_START = re.compile(f"[{_MARKS}]+")
_LINE_END = re.compile(f"[{_MARKS}]+$")
_OBJECT = "\ufffc"
"""The place of an object, which counts as printable."""
_LONGEST_LINE = 5000
"""Characters: whether a mark changes what is seen is worked out for lines up to this length only."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without what meant nothing in it. ``removed`` is how many characters that were."""

    text: str
    removed: int


def split_lines(text: str) -> str:
    """``text`` with a line feed for every sort of line end."""
    return _LINE_ENDS.sub("\n", text)


def clean(text: str, *, joined: tuple[bool, bool] = (False, False)) -> Cleaned:
    """Take out what means nothing; line ends of every sort become line feeds, which counts as no removal.

    ``joined`` tells whether other text stands before and after this one, in the same line: marks there stay.
    """
    if _is_all_seen(text):
        return Cleaned(text, 0)
    lines = split_lines(text)
    kept = _OUTSIDE_WORDS.sub("", _MEANINGLESS.sub("", lines))
    pieces = kept.split("\n")
    last = len(pieces) - 1
    cleaned = "\n".join(
        _without_marks(piece, start=at > 0 or not joined[0], end=at < last or not joined[1])
        for at, piece in enumerate(pieces)
    )
    return Cleaned(cleaned, len(lines) - len(cleaned))


def _is_all_seen(text: str) -> bool:
    """Whether there is nothing in ``text`` but what can be seen, and half-spaces: soon told of most texts."""
    return _OBJECT not in text and text.replace(ZWNJ, "").isprintable()


def _without_marks(line: str, *, start: bool, end: bool) -> str:
    """The line without direction marks at its ``start`` and ``end``, if it looks the same without them."""
    if len(line) > _LONGEST_LINE:
        return line
    for match in (_LINE_START.match(line) if start else None, _LINE_END.search(line) if end else None):
        if match and same_without(line, range(*match.span()), ()):
            return _without_marks(line[: match.start()] + line[match.end() :], start=start, end=end)
    return line
