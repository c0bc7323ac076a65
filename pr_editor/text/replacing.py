"""Putting other words where hits are, with the half-spaces at both ends as the new words want them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pr_editor.text.letters import NON_JOINING, ZWNJ
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLURAL = re.compile(r"ها(?:یی?|ی?م|ی?ت|ی?ش|یمان|یتان|یشان)?(?!\w)")
_APART = re.compile(rf"(?<![\w{ZWNJ}])\w+[{NON_JOINING}]$")
"""A word of at least two letters the last of which touches none: its plural ending stands apart by itself."""


def replacements(found: Iterable[tuple[int, str, Iterable[tuple[int, int]]]], text: str) -> list[Edit]:
    """Edits that put ``text`` where hits are; ``found`` are key, words and hits (in order) of paragraphs.

    Hits that read so already stay. A half-space left without a letter on either side goes with the words it stood by,
    and one comes where a plural ending would touch the new word: «دفترها» becomes «کتاب‌ها».
    """
    return [edit for key, words, spans in found for edit in _edits(key, words, spans, text)]


def _edits(key: int, words: str, spans: Iterable[tuple[int, int]], text: str) -> Iterator[Edit]:
    free = 0
    for start, end in spans:
        if words[start:end] != text:
            first, last, new = _fitted(words, start, end, text)
            yield Edit(Span(key, max(first, free), last), new)
            free = last
        else:
            free = end


def _fitted(words: str, start: int, end: int, text: str) -> tuple[int, int, str]:
    """What is to be replaced by what, so that ``text`` comes where ``words[start:end]`` is."""
    before, after = words[:start], words[end:]
    if after.startswith(ZWNJ) and not _parts((before + text)[-1:]):
        end += 1
    if before.endswith(ZWNJ) and not _parts((text + words[end:])[:1]):
        start -= 1
    if text[-1:].isalpha() and text[-1] not in NON_JOINING and _PLURAL.match(after) and _APART.search(words[:end]):
        text += ZWNJ
    return start, end, text


def _parts(beside: str) -> bool:
    """Whether a half-space beside this character parts anything."""
    return bool(beside) and unicodedata.category(beside)[0] in "LMN"
