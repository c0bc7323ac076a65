"""Reads the examples that every rule must carry: Markdown with drafts in fenced blocks.

A heading ``## fails: …`` or ``## passes: …`` is followed by a block ``draft`` in which ``⟦ ⟧`` mark the expected spans,
and for a failing one optionally by a block ``fixed``: the draft after the first fix of each finding.
Blocks ``published`` before the draft are releases it is held against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.text.draft import Draft, Kind, draft_of
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_EXAMPLE = re.compile(
    r"^## (?P<sort>fails|passes): (?P<title>[^\n]+)\n+"
    r"(?P<published>(?:```published\n.*?\n```\n+)*)"
    r"```draft(?P<options>[^\n]*)\n(?P<draft>.*?)\n?```\n"
    r"(?:\n*```fixed\n(?P<fixed>.*?)\n?```)?",
    re.MULTILINE | re.DOTALL,
)
_PUBLISHED = re.compile(r"```published\n(.*?)\n```", re.DOTALL)
_MARKED = re.compile("⟦|⟧")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule. ``spans`` are all that this rule must find; ``fixed`` the texts after fixing, or None."""

    code: str
    title: str
    fails: bool
    draft: Draft
    spans: tuple[Span, ...]
    overrides: dict[int, Kind]
    profile: str
    fixed: tuple[str, ...] | None
    published: tuple[tuple[str, ...], ...] = ()
    """Paragraphs of releases that were published before."""

    def __str__(self) -> str:
        """Name the example in test reports."""
        return f"{self.code} {'fails' if self.fails else 'passes'}: {self.title}"


def read_examples(path: Path) -> list[Example]:
    """Read all examples of one rule; the file's name is the rule's code. Raises ``ValueError`` on a malformed file."""
    text = path.read_text("utf-8")
    examples = [_example(path.stem, match) for match in _EXAMPLE.finditer(text)]
    if len(examples) != len(re.findall(r"^## ", text, re.MULTILINE)):
        raise ValueError(f"{path.name}: a heading without a draft, or of another form")
    return examples


def _example(code: str, match: re.Match[str]) -> Example:
    texts, spans = [], []
    for key, line in enumerate(line.strip() for line in match["draft"].splitlines() if line.strip()):
        text, found = _unmark(key, line)
        texts.append(text)
        spans += found
    options = dict(option.split("=", 1) for option in match["options"].split())
    kinds = [Kind(kind) for kind in options["kinds"].split(",")] if "kinds" in options else []
    fixed = match["fixed"]
    return Example(
        code,
        match["title"].strip(),
        match["sort"] == "fails",
        replace(draft_of(texts), from_pdf=options.get("from") == "pdf"),
        tuple(spans),
        dict(enumerate(kinds)),
        options.get("profile", "pr"),
        None if fixed is None else _lines(fixed),
        tuple(_lines(text) for text in _PUBLISHED.findall(match["published"])),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _unmark(key: int, line: str) -> tuple[str, list[Span]]:
    """Take the brackets out of a line and give the spans they marked."""
    out, spans, start = "", [], None
    at = 0
    for mark in _MARKED.finditer(line):
        out += line[at : mark.start()]
        at = mark.end()
        if mark.group() == "⟦":
            start = len(out)
        elif start is None:
            raise ValueError(f"⟧ without ⟦ in: {line}")
        else:
            spans.append(Span(key, start, len(out)))
            start = None
    if start is not None:
        raise ValueError(f"⟦ without ⟧ in: {line}")
    return out + line[at:], spans
