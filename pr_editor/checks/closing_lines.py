"""Where a line belongs that closes a release: who wrote it, who issued it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.text.draft import Kind
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.text.draft import Paragraph

_BELOW = MappingProxyType(
    {
        Kind.BYLINE: frozenset({Kind.SOURCE, Kind.BOILERPLATE, Kind.CONTACT, Kind.OTHER}),
        Kind.SOURCE: frozenset({Kind.BOILERPLATE, Kind.CONTACT, Kind.OTHER}),
    }
)
"""By kind of line: what stays below it at the end of a draft. «انتهای پیام» and hashtags are OTHER."""


def above_new_line(kind: Kind, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraph after which a new line of this kind (byline or source) belongs; None: before all."""
    below = _BELOW[kind]
    return next((paragraph for paragraph in reversed(paragraphs) if paragraph.kind not in below), None)


def new_line(kind: Kind, text: str, paragraphs: Sequence[Paragraph]) -> Edit:
    """What puts a line of this kind where it belongs; there is at least one paragraph."""
    above = above_new_line(kind, paragraphs)
    if above is None:
        return Edit(Span(paragraphs[0].key, 0, 0), f"{text}\n")
    end = len(above.text)
    return Edit(Span(above.key, end, end), f"\n{text}")
