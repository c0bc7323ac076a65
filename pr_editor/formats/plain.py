"""Plain text: one paragraph a line.

Only LF, CR LF and CR end a line; form feeds, U+0085, U+2028 and the like are characters of a paragraph. What
surrounds a paragraph is white space as ``str.strip`` knows it: half-spaces and byte-order marks are not, so a line of
nothing else is a paragraph that a rule may find fault with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.formats.base import Document, arrange, build_draft, refuse_many, refuse_unstorable
from pr_editor.formats.encodings import Encoding, decode
from pr_editor.formats.layout import Layout, LinePlace
from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from pr_editor.text.draft import Draft

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: white space, text, white space, line end. Without text it is blank."""

    before: str
    text: str
    after: str
    end: str

    def saying(self, text: str) -> str:
        """The line with other words."""
        return f"{self.before}{text}{self.after}{self.end}"


@dataclass(frozen=True, slots=True)
class PlainDocument(Document):
    """A text file. Its encoding, mark, line ends, blank lines and white space stay when it is rewritten."""

    lines: tuple[Line, ...] = field(repr=False)
    encoding: Encoding

    @property
    def format(self) -> str:
        """Always ``txt``."""
        return "txt"

    @property
    def layout(self) -> Layout:
        """See ``Document.layout``."""
        places, start = [], 0
        for number, line in enumerate(self.lines, 1):
            length, end = len(line.before) + len(line.text) + len(line.after), len(line.end)
            if line.text:
                places.append(LinePlace(number, start, len(line.before), length, end))
            start += length + end
        return Layout(tuple(places), self.encoding, self._newline)

    @property
    def _newline(self) -> str:
        return self.lines[0].end or "\n"

    def rewritten(self, draft: Draft) -> bytes:
        """See ``Document.rewritten``. New paragraphs take the line end of the first line."""
        refuse_unstorable((p.text for p in draft.paragraphs), self.draft.source)
        keys = [p.key for p in self.draft.paragraphs]
        plan, remaining = arrange(keys, draft), iter(keys)
        newline = self._newline
        out = [text + newline for text in plan.added.get(None, ())]
        for line in self.lines:
            if not line.text:
                out.append(line.saying(""))
                continue
            key = next(remaining)
            if key not in plan.kept:
                continue
            out.append(line.saying(plan.kept[key]))
            for text in plan.added.get(key, ()):
                out.append(_ended(out.pop(), newline) + text + newline)
        return self.encoding.encode(_as_ended("".join(out), self.lines))


def read_plain(data: bytes, name: str) -> PlainDocument:
    """Read a text file called ``name``. Raises ``KnownError``."""
    text, encoding = decode(data, name)
    refuse_many(text.count("\n") + text.count("\r") - text.count("\r\n"), name)
    lines = tuple(_line(*match.groups()) for match in _LINE.finditer(text) if match.group())
    draft = build_draft(((line.text, Kind.BODY) for line in lines if line.text), name)
    return PlainDocument(draft, lines, encoding)


def plain_bytes(draft: Draft) -> bytes:
    """A new text file: UTF-8 without a mark, a paragraph a line, LF after each."""
    return "".join(f"{p.text}\n" for p in draft.paragraphs).encode()


def _line(content: str, end: str) -> Line:
    text = content.strip()
    start = len(content) - len(content.lstrip())
    return Line(content[:start], text, content[start + len(text) :], end)


def _ended(line: str, newline: str) -> str:
    return line if line.endswith(("\r", "\n")) else line + newline


def _as_ended(text: str, lines: tuple[Line, ...]) -> str:
    """Keep a file without a final line end one, also when its last line is gone or others came after it."""
    if not lines[-1].end:
        return re.sub(r"(?:\r\n|\r|\n)\Z", "", text)
    return text
