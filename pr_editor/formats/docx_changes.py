"""A report of changes as a Word document: facts, tables, and the text with its changes tracked.

The changes in the text are tracked as Word itself does it (``w:ins`` and ``w:del`` of ECMA-376 part 1), so that the
author sees them in the usual way and can accept or reject each.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor

from pr_editor.formats.base import refuse_unstorable
from pr_editor.formats.docx import refuse_controls, without_controls
from pr_editor.formats.docx_new import (
    FONT_TABLE,
    STYLES,
    TEXT_WIDTH,
    add_runs,
    append,
    set_look,
    set_page,
    set_properties,
)
from pr_editor.formats.guard import open_package
from pr_editor.text.draft import Kind, draft_of
from pr_editor.text.marked import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from docx.document import Document
    from docx.table import _Row as Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from lxml.etree import _Element

    from pr_editor.text.marked import Piece

_HEADING = "Heading 2"
_SMALL = Pt(11)
_GREY = RGBColor(0x5B, 0x63, 0x70)


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, the names of columns, and rows of as many cells. ``widths`` are the columns' shares of the page."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph with its changes; ``whole`` says whether it has come or gone altogether."""

    kind: Kind
    pieces: tuple[Piece, ...]
    whole: Mark


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """What the document says. ``author`` and ``at`` stand with every tracked change."""

    title: str
    facts: tuple[str, ...]
    tables: tuple[Table, ...]
    text_heading: str
    text: tuple[MarkedParagraph, ...]
    author: str
    at: datetime
    right_to_left: bool
    """The direction of all but the text, which always runs from the right."""


@dataclass(slots=True)
class _Tracker:
    """Makes the elements of tracked changes, each with a number of its own."""

    author: str
    at: datetime
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def element(self, mark: Mark) -> _Element:
        element = OxmlElement("w:ins" if mark is Mark.NEW else "w:del")
        element.set(qn("w:id"), str(next(self.numbers)))
        element.set(qn("w:author"), self.author)
        element.set(qn("w:date"), f"{self.at:%Y-%m-%dT%H:%M:%SZ}")
        return element


def report_bytes(report: ReportDocument) -> bytes:
    """The document. Raises ``KnownError`` for characters no Word file can hold."""
    texts = ["".join(piece.text for piece in paragraph.pieces) for paragraph in report.text]
    refuse_unstorable(texts, report.title)
    refuse_controls(draft_of(texts))
    document = docx.Document()
    set_properties(document.core_properties, report.title)
    for name in ("Normal", *STYLES.values()):
        set_look(document.styles[name])
    set_page(document.sections[0])
    _add(document, report.title, "Title", report)
    for fact in report.facts:
        _add(document, fact, None, report, quiet=True)
    for table in report.tables:
        _add(document, table.heading, _HEADING, report)
        _add_table(document, table, report)
    _add(document, report.text_heading, _HEADING, report)
    tracker = _Tracker(report.author, report.at)
    for paragraph in report.text:
        _add_marked(document, paragraph, tracker)
    out = io.BytesIO()
    document.save(out)
    package = open_package(out.getvalue(), report.title)
    return package.replaced({"word/fontTable.xml": FONT_TABLE.encode()})


def _add(document: Document, text: str, style: str | None, report: ReportDocument, *, quiet: bool = False) -> None:
    _say(document.add_paragraph(style=style), text, report, quiet=quiet)


def _say(paragraph: Paragraph, text: str, report: ReportDocument, *, quiet: bool = False) -> None:
    """Fill a paragraph, in the direction of the report."""
    if report.right_to_left:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    add_runs(paragraph, text, bold=False)
    for run in paragraph.runs:
        if quiet:
            run.font.color.rgb = _GREY
            _make_small(run)


def _make_small(run: Run) -> None:
    """Words that run from the right have a size of their own in Word."""
    run.font.size = _SMALL
    look = run._r.get_or_add_rPr()
    if (plain := look.find(qn("w:sz"))) is not None:
        size = OxmlElement("w:szCs")
        size.set(qn("w:val"), str(round(_SMALL.pt * 2)))
        plain.addnext(size)


def _add_table(document: Document, table: Table, report: ReportDocument) -> None:
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    if report.right_to_left:
        # The schema wants it right behind the style.
        made._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))
    unit = TEXT_WIDTH // sum(table.widths)
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = Emu(share * unit)
    _fill_row(made.rows[0], table.columns, table, unit, report)
    # Where the table goes on, the next page begins with the names of the columns.
    append(made.rows[0]._tr.get_or_add_trPr(), "tblHeader")
    for row in table.rows:
        _fill_row(made.add_row(), row, table, unit, report)


def _fill_row(row: Row, texts: Sequence[str], table: Table, unit: int, report: ReportDocument) -> None:
    """Write the cells of a row, which no page breaks; those of the first are names."""
    append(row._tr.get_or_add_trPr(), "cantSplit")
    for cell, text, share in zip(row.cells, texts, table.widths, strict=True):
        cell.width = Emu(share * unit)
        paragraph = cell.paragraphs[0]
        if report.right_to_left:
            append(paragraph._p.get_or_add_pPr(), "bidi")
        # Beside the text's words there are those somebody said about it, who need not be refused for them.
        add_runs(paragraph, without_controls(text), bold=texts is table.columns)
        for run in paragraph.runs:
            _make_small(run)


def _add_marked(document: Document, paragraph: MarkedParagraph, tracker: _Tracker) -> None:
    added = document.add_paragraph(style=STYLES.get(paragraph.kind))
    properties = added._p.get_or_add_pPr()
    properties.append(OxmlElement("w:bidi"))
    if paragraph.whole is not Mark.SAME:
        # The mark of a paragraph's end is tracked as well, else an empty paragraph would stay when it is rejected.
        look = OxmlElement("w:rPr")
        look.append(tracker.element(paragraph.whole))
        properties.append(look)
    for piece in paragraph.pieces:
        before = len(added.runs)
        add_runs(added, piece.text, bold=paragraph.kind is Kind.LEAD)
        if piece.mark is not Mark.SAME:
            _track([run._r for run in added.runs[before:]], tracker.element(piece.mark), piece.mark)


def _track(runs: Sequence[_Element], element: _Element, mark: Mark) -> None:
    """Put runs into the element of a tracked change; what went is text of another name in Word."""
    runs[0].addprevious(element)
    for run in runs:
        element.append(run)
        if mark is Mark.GONE:
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")
