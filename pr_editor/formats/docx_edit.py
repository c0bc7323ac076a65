"""Changing the words of a Word document and nothing else of it.

The difference between old and new text is laid over the runs that hold it, so that what stays keeps its formatting and
what is new takes on that of the words it replaces or follows.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree
from rapidfuzz.distance import Indel

from pr_editor.formats.docx_body import COMPATIBILITY, Block, Line, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pr_editor.formats.docx_body import Element, Vocabulary

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MAX_CELLS = 64_000_000
"""Characters of old × new text up to which single characters are compared: 8 MB for the comparison."""
_PARTS = re.compile("[\t\n\r\x0b\u2028]|[^\t\n\r\x0b\u2028]+")
_MARKERS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
_ANCHORS = ("drawing", "pict", "object", "sectPr", "fldChar")


def changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """What turns ``old`` into ``new``: (start, end, text to put there), in order, never touching each other."""
    if len(old) * len(new) > _MAX_CELLS:
        yield 0, len(old), new
        return
    start = end = 0
    text = ""
    for op in Indel.opcodes(old, new):
        if op.tag != "equal":
            end, text = op.src_end, text + new[op.dest_start : op.dest_end]
            continue
        if text or end > start:
            yield start, end, text
        start, end, text = op.src_end, op.src_end, ""
    if text or end > start:
        yield start, end, text


def set_line(line: Line, new: str, w: Vocabulary) -> None:
    """Make the line say ``new``; the white space around it stays."""
    raw = line.raw
    before = len(raw) - len(raw.lstrip())
    owner = [at for at, piece in enumerate(line.pieces) for _ in piece.text]
    texts = [""] * len(line.pieces)
    at = 0
    for start, end, text in changes(line.text, new):
        start, end = start + before, end + before
        _hand_out(raw, owner, at, start, texts)
        # New words go with those they replace, else with those before them, at the very start with the first.
        texts[owner[start if end > start or start == before else start - 1]] += text
        at = end
    _hand_out(raw, owner, at, len(raw), texts)
    for piece, text in zip(line.pieces, texts, strict=True):
        if text != piece.text:
            _put(piece, text, w)
    for paragraph in line.block.paragraphs:
        _drop_fallback(paragraph)


def clear_line(line: Line, w: Vocabulary) -> None:
    """Take the words of a line away, and the line break that set it apart."""
    for piece in line.pieces:
        _put(piece, "", w)
    at = next(number for number, other in enumerate(line.block.lines) if other is line)
    # The last line has no break after it: the one before it goes, unless that went with another line.
    ends = [line.ending] if line.ending is not None else [other.ending for other in reversed(line.block.lines[:at])]
    ending = next((end for end in ends if end is not None and end.getparent() is not None), None)
    if ending is not None and ending.get(w("type"), "textWrapping") == "textWrapping":
        _remove(ending)


def remove_block(block: Block, w: Vocabulary) -> None:
    """Take a paragraph away. One that holds a picture, a section or the last place of a table cell stays, empty."""
    for paragraph in block.paragraphs:
        anchored = any(next(paragraph.iter(w(name)), None) is not None for name in _ANCHORS)
        if anchored or _is_last_of_cell(paragraph, w):
            continue
        for marker in list(paragraph.iter(*map(w, _MARKERS))):
            paragraph.addprevious(marker)
        _drop_fallback(paragraph)
        _remove(paragraph)


def insert_after(line: Line, texts: Iterable[str], w: Vocabulary) -> None:
    """Put new paragraphs after ``line``, formatted like it; amid a paragraph they are set off by line breaks."""
    if line is next(other for other in reversed(line.block.lines) if other.text):
        for text in reversed(list(texts)):
            line.block.paragraphs[-1].addnext(_paragraph_like(line, text, w))
        return
    last = line.pieces[-1].node
    for text in texts:
        for node in _nodes(f"\n{text}", w):
            last.addnext(node)
            last = node


def insert_before(line: Line, texts: Iterable[str], w: Vocabulary) -> None:
    """Put new paragraphs before the paragraph of ``line``, formatted like it."""
    for text in texts:
        line.block.paragraphs[0].addprevious(_paragraph_like(line, text, w))


def _hand_out(raw: str, owner: list[int], start: int, end: int, texts: list[str]) -> None:
    for at in range(start, end):
        texts[owner[at]] += raw[at]


def _put(piece: Piece, text: str, w: Vocabulary) -> None:
    """Make the element of a piece say ``text``: a text element stays, others are replaced."""
    if piece.node.tag == w.text and not set(text) & set("\t\n\r\x0b\u2028"):
        piece.node.text = text
        piece.node.set(_XML_SPACE, "preserve")
    else:
        last = piece.node
        for node in _nodes(text, w):
            last.addnext(node)
            last = node
        _remove(piece.node)
    piece.text = text


def _nodes(text: str, w: Vocabulary) -> Iterator[Element]:
    """The elements of a run that show ``text``: tabs and line breaks are elements in Word."""
    for part in _PARTS.findall(text):
        if part == "\t":
            yield etree.Element(w("tab"))
        elif part in "\n\r\x0b\u2028":
            yield etree.Element(w("br"))
        else:
            node = etree.Element(w.text)
            node.text = part
            node.set(_XML_SPACE, "preserve")
            yield node


def _paragraph_like(line: Line, text: str, w: Vocabulary) -> Element:
    """A new ``w:p`` with the properties of the line's paragraph and of its last run."""
    paragraph = etree.Element(w.paragraph)
    properties = line.block.paragraphs[-1].find(w("pPr"))
    if properties is not None:
        properties = copy.deepcopy(properties)
        for name in ("sectPr", "rPr", "pPrChange"):
            for child in properties.findall(w(name)):
                properties.remove(child)
        paragraph.append(properties)
    run = etree.SubElement(paragraph, w.run)
    model = line.pieces[-1].node.getparent()
    formatting = model.find(w("rPr")) if model is not None else None
    if formatting is not None:
        run.append(copy.deepcopy(formatting))
    run.extend(_nodes(text, w))
    return paragraph


def _is_last_of_cell(paragraph: Element, w: Vocabulary) -> bool:
    """A table cell and a text box must end with a paragraph."""
    parent = paragraph.getparent()
    return parent is not None and parent.tag in {w("tc"), w("txbxContent")} and paragraph.getnext() is None


def _drop_fallback(paragraph: Element) -> None:
    """Old Word versions show a second copy of a text box; none is better than one that says something else."""
    for alternatives in paragraph.iterancestors(f"{COMPATIBILITY}AlternateContent"):
        for fallback in alternatives.findall(f"{COMPATIBILITY}Fallback"):
            alternatives.remove(fallback)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
