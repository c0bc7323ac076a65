"""What the paragraph styles of a Word document say about the kinds of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.formats.docx_body import Block, Element, Vocabulary

_HEADING = re.compile(r"heading [1-9]")
_LIST = re.compile(r"list (?:bullet|number)")
_TOP = 3
"""Among how many first paragraphs a title is the headline; a kicker and a date line may precede it."""


@dataclass(slots=True)
class Style:
    """A paragraph style: its English name in lower case, whether it numbers, and the style it builds on."""

    name: str
    numbered: bool
    based_on: str


@dataclass(slots=True)
class Styles:
    """The paragraph styles of a document by their id."""

    styles: dict[str, Style] = field(default_factory=dict)

    def names(self, style: str) -> Iterator[Style]:
        """A style and those it builds on. Circles, which Word never writes, end it."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].based_on


def read_styles(root: Element | None, w: Vocabulary) -> Styles:
    """Read ``w:styles``; no styles where the document has none."""
    styles = Styles()
    for style in root.iterfind(w("style")) if root is not None else ():
        styles.styles[style.get(w("styleId"), "")] = Style(
            name=_value(style, "name", w).lower(),
            numbered=_numbers(style.find(w("pPr")), w) is True,
            based_on=_value(style, "basedOn", w),
        )
    return styles


def hint_kinds(blocks: list[Block], styles: Styles, w: Vocabulary) -> list[tuple[str, Kind]]:
    """The text and proposed kind of every line that is not blank. BODY says that the style tells nothing."""
    lines: list[tuple[str, Kind]] = []
    has_headline = False
    for block in blocks:
        kind = _kind(block.paragraphs[0], styles, w)
        for line in block.lines:
            if not line.text:
                continue
            if kind is Kind.KICKER and has_headline:
                kind = Kind.BODY
            elif kind is Kind.HEADLINE:
                # Only one headline, at the top; what follows a break inside it may be anything.
                kind = Kind.BODY if has_headline else Kind.HEADLINE if len(lines) < _TOP else Kind.SUBHEAD
                has_headline = has_headline or kind is Kind.HEADLINE
            lines.append((line.text, kind))
    return lines


def _kind(paragraph: Element, styles: Styles, w: Vocabulary) -> Kind:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return Kind.BODY
    chain = list(styles.names(_value(properties, "pStyle", w)))
    names = {style.name for style in chain}
    if names & {"title", "heading 1"}:
        return Kind.HEADLINE
    if "subtitle" in names:
        return Kind.KICKER
    if any(_HEADING.fullmatch(name) for name in names):
        return Kind.SUBHEAD
    listed = _numbers(properties, w)
    if listed is None:
        listed = any(style.numbered or _LIST.match(style.name) for style in chain)
    return Kind.LIST if listed else Kind.BODY


def _numbers(properties: Element | None, w: Vocabulary) -> bool | None:
    """Whether paragraph properties put it into a list (0: out of it); None where they name no list."""
    number = properties.find(f"{w('numPr')}/{w('numId')}") if properties is not None else None
    return None if number is None else number.get(w("val")) != "0"


def _value(parent: Element, name: str, w: Vocabulary) -> str:
    child = parent.find(w(name))
    return child.get(w("val"), "") if child is not None else ""
