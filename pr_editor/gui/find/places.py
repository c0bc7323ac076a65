"""Which hit comes next, and which paragraphs somebody means who types a number, a kind or words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from pr_editor.text.find import Finder, Query
from pr_editor.text.fold import fold, to_ascii_digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pr_editor.text.draft import Kind, Paragraph
    from pr_editor.text.span import Span


def nearest(hits: Sequence[Span], order: Sequence[int], caret: tuple[int, int], step: int) -> int:
    """The number of the first hit at or after the caret, or (``step`` -1) of the last that ends before it.

    ``order`` holds the keys of all paragraphs; a caret elsewhere is taken for before them. Past the last hit it is
    their number, before the first -1.
    """
    rank = {key: at for at, key in enumerate(order)}
    place = rank.get(caret[0], -1), caret[1]
    if step > 0:
        return bisect_left(hits, place, key=lambda hit: (rank[hit.key], hit.start))
    return bisect_right(hits, place, key=lambda hit: (rank[hit.key], hit.end)) - 1


def meant(wanted: str, paragraphs: Sequence[Paragraph], names: Mapping[Kind, str], most: int) -> list[int]:
    """The places, from 0, of at most so many paragraphs meant, the likeliest first; for no words the first ones.

    A number in any digits is the paragraph's own; else kinds whose name begins so come before words in the text.
    """
    wanted = wanted.strip()
    if not wanted:
        return list(range(len(paragraphs)))[:most]
    number = wanted.translate(to_ascii_digits)
    numbered = (
        [int(number) - 1] if number.isascii() and number.isdecimal() and 0 < int(number) <= len(paragraphs) else []
    )
    begins = fold(wanted)
    kinds = [at for at, paragraph in enumerate(paragraphs) if begins and fold(names[paragraph.kind]).startswith(begins)]
    finder = Finder(Query(wanted))
    holding = (at for at, paragraph in enumerate(paragraphs) if finder.holds(paragraph.text))
    return list(dict.fromkeys([*numbered, *kinds, *islice(holding, most)]))[:most]
