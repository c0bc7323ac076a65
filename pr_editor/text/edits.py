"""Applying edits to drafts, and taking them back.

Edits of one call all speak of the text as it was before the call. They must not overlap.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.text.draft import Paragraph
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.text.draft import Draft


class OverlapError(ValueError):
    """Two edits want the same place."""


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits by place. Raises ``OverlapError`` if two overlap."""
    ordered = sorted(edits)
    for before, after in itertools.pairwise(ordered):
        if before.span.overlaps(after.span):
            raise OverlapError(f"{before} and {after}")
    return ordered


def edit_text(text: str, edits: Iterable[Edit]) -> str:
    """Apply the edits of one paragraph to its ``text``. Raises ``OverlapError``, or ``ValueError`` past the end."""
    out, at = [], 0
    for edit in in_order(edits):
        if edit.span.end > len(text):
            raise ValueError(f"{edit} ends after the text")
        out += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*out, text[at:]])


def merge_touching(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits and join those that meet, so that at least one untouched character stands between any two."""
    merged: list[Edit] = []
    for edit in in_order(edits):
        last = merged[-1] if merged else None
        if last and last.span.key == edit.span.key and last.span.end == edit.span.start:
            merged[-1] = Edit(Span(edit.span.key, last.span.start, edit.span.end), last.text + edit.text)
        else:
            merged.append(edit)
    return merged


def invert(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits that turn ``edit_text(text, edits)`` back into ``text`` (all of one paragraph)."""
    inverse, moved = [], 0
    for edit in merge_touching(edits):
        start = edit.span.start + moved
        inverse.append(Edit(Span(edit.span.key, start, start + len(edit.text)), edit.span.of(text)))
        moved += len(edit.text) - (edit.span.end - edit.span.start)
    return inverse


def apply(draft: Draft, edits: Iterable[Edit]) -> Draft:
    """Apply edits to a draft. A paragraph left without words is gone; every other keeps its key and kind.

    What follows a line feed that an edit brings is a new paragraph, of a new key.
    Raises ``OverlapError`` when two edits overlap and ``KeyError`` when a paragraph is not there.
    """
    by_key: dict[int, list[Edit]] = {}
    for edit in edits:
        by_key.setdefault(edit.span.key, []).append(edit)
    if missing := by_key.keys() - {p.key for p in draft.paragraphs}:
        raise KeyError(f"no such paragraph: {sorted(missing)}")
    fresh = itertools.count(max((p.key for p in draft.paragraphs), default=-1) + 1)
    changed = (part for p in draft.paragraphs for part in _edited(p, by_key.get(p.key, ()), fresh))
    return replace(draft, paragraphs=tuple(p for p in changed if p.text.strip()))


def _edited(paragraph: Paragraph, edits: Sequence[Edit], fresh: Iterator[int]) -> Iterator[Paragraph]:
    """What becomes of a paragraph; ``fresh`` gives keys for new ones."""
    text = edit_text(paragraph.text, edits)
    first, *others = text.split("\n") if any("\n" in edit.text for edit in edits) else [text]
    yield replace(paragraph, text=first)
    for other in others:
        yield Paragraph(next(fresh), other)
