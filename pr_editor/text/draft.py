"""A press release as the program sees it: paragraphs in order, each with a key, verbatim text and a kind."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[^\W_]\S*")
"""A piece between white space from its first letter or digit on."""


class Kind(StrEnum):
    """What a paragraph is in a release. The values are those of the JSON contract."""

    KICKER = "kicker"
    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    SUBHEAD = "subhead"
    LIST = "list"
    BYLINE = "byline"
    SOURCE = "source"
    DATELINE = "dateline"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-empty paragraph. ``key`` stays the same while the draft is open, whatever happens around it."""

    key: int
    text: str
    kind: Kind = Kind.BODY

    def of_kind(self, kind: Kind) -> Paragraph:
        """The same paragraph as another kind; itself when it is of that kind."""
        return self if self.kind is kind else replace(self, kind=kind)


@dataclass(frozen=True, slots=True)
class Draft:
    """A release under review. ``source`` says where it came from (a path or a word such as ``clipboard``)."""

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    source: str = ""
    from_pdf: bool = False
    """Whether the text was read from a PDF, as somebody said or a file tells: half-spaces do not survive that."""

    @property
    def digest(self) -> str:
        """``sha256:`` and the hex digest of the paragraphs' texts joined by line feeds, in UTF-8."""
        joined = "\n".join(p.text for p in self.paragraphs)
        return "sha256:" + hashlib.sha256(joined.encode("utf-8")).hexdigest()

    @property
    def words(self) -> int:
        """How many pieces between white space hold a letter or a digit."""
        return sum(count_words(p.text) for p in self.paragraphs)

    def index(self) -> dict[int, int]:
        """Where each key stands: key → position from 0."""
        return {p.key: at for at, p in enumerate(self.paragraphs)}

    def with_kinds(self, kinds: Mapping[int, Kind]) -> Draft:
        """The same draft with the kinds of some keys replaced."""
        return replace(self, paragraphs=tuple(p.of_kind(kinds.get(p.key, p.kind)) for p in self.paragraphs))


def count_words(text: str) -> int:
    """How many white-space separated pieces of ``text`` hold a letter or a digit."""
    return len(_WORD.findall(text))


def draft_of(texts: Iterable[str], title: str = "", source: str = "") -> Draft:
    """A draft of these lines: white space around a line goes, empty lines go, keys count from 0, all are body."""
    kept = (stripped for text in texts if (stripped := text.strip()))
    return Draft(tuple(Paragraph(key, text) for key, text in enumerate(kept)), title, source)
