"""The text of a Word document as a reader sees it, piece by piece with the XML that holds it.

Tracked insertions count, deletions don't: the text is what accepting all changes would give. A manual line break ends
a paragraph of ours, since writers who press Shift+Enter see two lines, and headline, lead and byline are often
parted no other way. Tables, content controls and text boxes are read where they stand; headers, footers, notes, hidden
text, placeholders and field codes are not text of the release.

Element names follow ECMA-376 part 1 (WordprocessingML); ``w:`` stands for either of its two namespaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

type Element = etree._Element

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_GONE = ("del", "moveFrom", "txbxContent", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt")
"""What holds no visible text of a paragraph; text boxes hold paragraphs of their own."""
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BREAKS = ("br", "cr")
_SPACE = re.compile("[\t\n\r]")


class Vocabulary:
    """Tags of WordprocessingML in one of its namespaces."""

    def __init__(self, namespace: str) -> None:
        """Take the namespace of the document's root."""
        self._namespace = namespace
        self.text, self.paragraph, self.run = self("t"), self("p"), self("r")
        self.characters = {self(name): ch for name, ch in _CHARACTERS.items()}
        self.breaks = frozenset(map(self, _BREAKS))
        self.gone = frozenset((*map(self, _GONE), f"{COMPATIBILITY}Fallback"))

    def __call__(self, name: str) -> str:
        """The tag or attribute ``w:name``."""
        return f"{{{self._namespace}}}{name}"

    def is_off(self, element: Element | None) -> bool:
        """Whether a yes-or-no property is missing or says no."""
        return element is None or element.get(self("val")) in {"0", "false", "off", "none"}


@dataclass(slots=True)
class Piece:
    """A run's text, or a tab or hyphen that is an element of its own. ``text`` is as long as what stands in the XML."""

    node: Element
    text: str


@dataclass(slots=True)
class Line:
    """What stands between two breaks of a paragraph; ``ending`` is the break after it."""

    block: Block
    pieces: list[Piece] = field(default_factory=list)
    ending: Element | None = None

    @property
    def raw(self) -> str:
        """The text with the white space around it."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def text(self) -> str:
        """The text as the draft has it."""
        return self.raw.strip()


@dataclass(slots=True)
class Block:
    """A paragraph: one ``w:p``, or several where the mark between them was deleted with tracking."""

    paragraphs: list[Element] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def read_blocks(body: Element, w: Vocabulary) -> list[Block]:
    """All paragraphs below ``body`` in the order of the document."""
    blocks: list[Block] = []
    for paragraph in body.iter(w.paragraph):
        if any(_is_outside(ancestor, w) for ancestor in paragraph.iterancestors()):
            continue
        if blocks and paragraph.getprevious() is blocks[-1].paragraphs[-1] and _mark_is_deleted(blocks[-1], w):
            _add(blocks[-1], paragraph, w)
        else:
            block = Block()
            block.lines.append(Line(block))
            _add(block, paragraph, w)
            blocks.append(block)
    return blocks


def _is_outside(ancestor: Element, w: Vocabulary) -> bool:
    """Whether what is below ``ancestor`` is not shown. A text box in its run is no reason, here."""
    return ancestor.tag != w("txbxContent") and _is_gone(ancestor, w)


def _is_gone(element: Element, w: Vocabulary) -> bool:
    if element.tag in w.gone:
        return True
    if element.tag == w.run:
        return not w.is_off(element.find(f"{w('rPr')}/{w('vanish')}"))
    return element.tag == w("sdt") and not w.is_off(element.find(f"{w('sdtPr')}/{w('showingPlcHdr')}"))


def _mark_is_deleted(block: Block, w: Vocabulary) -> bool:
    mark = block.paragraphs[-1].find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)


def _add(block: Block, paragraph: Element, w: Vocabulary) -> None:
    block.paragraphs.append(paragraph)
    for node in _leaves(paragraph, w):
        line = block.lines[-1]
        if node.tag in w.breaks:
            line.ending = node
            block.lines.append(Line(block))
        elif node.tag == w.text:
            # Word shows line ends of the XML as spaces; one for one, so that offsets hold.
            line.pieces.append(Piece(node, _SPACE.sub(" ", node.text or "")))
        else:
            line.pieces.append(Piece(node, w.characters[str(node.tag)]))


def _leaves(element: Element, w: Vocabulary) -> Iterator[Element]:
    """The texts, characters and breaks below ``element`` that show."""
    for child in element:
        if child.tag == w.text or child.tag in w.breaks or child.tag in w.characters:
            yield child
        elif not _is_gone(child, w):
            yield from _leaves(child, w)
