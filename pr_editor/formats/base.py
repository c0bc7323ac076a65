"""An opened file: the draft in it, and the way back into the same file."""

from __future__ import annotations

import math
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from pr_editor.text.draft import Draft, Paragraph
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pr_editor.formats.layout import Layout
    from pr_editor.text.draft import Kind

MEGABYTE = 1024 * 1024
MAX_TEXT = 2 * MEGABYTE
"""Longest draft, in bytes of UTF-8. Folding and comparing a longer one would keep an editor waiting."""
MAX_LINES = 20_000
"""Most lines of a draft, blank ones included."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document(ABC):
    """A file that was read. ``draft`` is what it says; nothing in it changes when the file on disk does."""

    draft: Draft

    @property
    @abstractmethod
    def format(self) -> str:
        """The suffix of its format without the dot: ``txt``, ``docx``."""

    @property
    def layout(self) -> Layout | None:
        """Where the paragraphs lie in the file; None when it is no file of lines."""
        return None

    @abstractmethod
    def rewritten(self, draft: Draft) -> bytes:
        """The same file with each paragraph saying what the paragraph of that key says in ``draft``.

        Paragraphs whose key is gone (or whose text is blank) are removed, those with a new key are put in where
        they stand in ``draft``; all else stays as it is. Raises ``KnownError`` for text no file can hold.
        """


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What to do with the places of a file."""

    kept: dict[int, str] = field(default_factory=dict)
    """Key → what the paragraph says now. The keys come in the order of the file."""
    added: dict[int | None, list[str]] = field(default_factory=dict)
    """Kept key → new paragraphs that follow it; None: those at the very start."""


def arrange(keys: Sequence[int], draft: Draft) -> Arrangement:
    """Compare the ``keys`` of a file, in its order, with ``draft``. A paragraph moved up counts as a new one."""
    place = {key: at for at, key in enumerate(keys)}
    plan = Arrangement()
    last: int | None = None
    for paragraph in draft.paragraphs:
        if not paragraph.text.strip():
            continue
        at = place.get(paragraph.key)
        if at is not None and (last is None or at > place[last]):
            last = paragraph.key
            plan.kept[last] = paragraph.text
        else:
            plan.added.setdefault(last, []).append(paragraph.text)
    return plan


def build_draft(texts: Iterable[tuple[str, Kind]], name: str) -> Draft:
    """The draft of a file called ``name``, from its non-empty paragraphs. Raises ``KnownError`` if nothing shows."""
    draft = Draft(
        tuple(Paragraph(key, text, kind) for key, (text, kind) in enumerate(texts)),
        title=PurePath(name).stem,
        source=name,
    )
    # Half-spaces and byte-order marks alone are no text, though white space they are not.
    if not any(ch.isprintable() and not ch.isspace() for p in draft.paragraphs for ch in p.text):
        raise KnownError("There is no text in {name}.", name=name)
    refuse_unstorable((p.text for p in draft.paragraphs), name)
    return draft


def refuse_long(size: int, name: str) -> None:
    """Raise ``KnownError`` when ``size`` bytes of UTF-8 are more than a draft may have."""
    if size > MAX_TEXT:
        raise KnownError(
            "{name} is too long: it has {size} MB of text, and a draft may have up to {limit} MB.",
            name=name,
            size=math.ceil(size * 10 / MEGABYTE) / 10,
            limit=MAX_TEXT // MEGABYTE,
        )


def refuse_many(lines: int, name: str) -> None:
    """Raise ``KnownError`` when there are more ``lines`` than a draft may have."""
    if lines > MAX_LINES:
        raise KnownError(
            "{name} is too long: it has {lines} lines, and a draft may have up to {limit}.",
            name=name,
            lines=lines,
            limit=MAX_LINES,
        )


def refuse_unstorable(texts: Iterable[str], name: str) -> None:
    """Raise ``KnownError`` for characters that no file or library can keep, and for too much text."""
    whole = "\n".join(texts)
    if "\0" in whole:
        raise KnownError("{name} holds NUL characters; text has none.", name=name)
    if _SURROGATE.search(whole):
        raise KnownError("{name} holds half a character (a lone surrogate) that no file can keep.", name=name)
    refuse_long(len(whole.encode()), name)
