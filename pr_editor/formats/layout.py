"""Where the paragraphs of a draft lie in their text file, for programs that look at the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pr_editor.formats.encodings import Encoding


@dataclass(frozen=True, slots=True)
class LinePlace:
    """The line a paragraph stands in. All but ``number`` are code points; a byte-order mark is not counted."""

    number: int
    """From 1; LF, CR LF and CR each end a line."""
    start: int
    """Of the line, from the start of the file."""
    indent: int
    """White space before the paragraph."""
    length: int
    """Of the line without its end."""
    end: int
    """Of its line end: 0 to 2."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text file as lines: those of the paragraphs, in their order."""

    lines: tuple[LinePlace, ...]
    encoding: Encoding
    newline: str
    """What ends the lines of the file."""
