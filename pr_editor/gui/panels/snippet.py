"""The words of a finding amid their neighbours, as the rows and the card of the panel show them."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding

_BEFORE = 24
_AFTER = 60
_WORDS = 120


@dataclass(frozen=True, slots=True)
class Snippet:
    """Three pieces of one paragraph. Cut ends carry an ellipsis; ``words`` is empty for what is missing."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.words + self.after

    def marked_up(self, ink: str) -> str:
        """HTML with the words in bold and in the colour ``ink``; blank words get a ground, to be seen."""
        words = html.escape(self.words).replace("  ", " \u00a0")
        weight = 600 if self.before or self.after else 400
        style = f"color:{ink}; font-weight:{weight}" if self.words.strip() else f"background-color:{ink}"
        marked = f'{html.escape(self.before)}<span style="{style}">{words}</span>{html.escape(self.after)}'
        return f'<p dir="rtl">{marked}</p>'


def snippet(finding: Finding, text: str) -> Snippet:
    """Cut a paragraph ``text`` down to the surroundings of a finding."""
    start, end = finding.span.start, finding.span.end
    if start == end:
        return Snippet("", "", "")
    before, after = text[:start], text[end:]
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + " …"
    words = text[start:end]
    if len(words) > _WORDS:
        return Snippet("", words[:_WORDS].rpartition(" ")[0] + " …", "")
    return Snippet(before, words, after)
