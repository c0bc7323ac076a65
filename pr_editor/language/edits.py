"""Strings one slip of the fingers away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Iterator

ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأ" + ZWNJ


def neighbours(word: str) -> Iterator[str]:
    """All strings one deletion, replacement, insertion or swap of neighbours away; some may come twice."""
    for at in range(len(word)):
        head, tail = word[:at], word[at + 1 :]
        yield head + tail
        for letter in ALPHABET:
            yield head + letter + tail
            yield head + letter + word[at:]
        if tail:
            yield head + tail[0] + word[at] + tail[1:]
    for letter in ALPHABET:
        yield word + letter
