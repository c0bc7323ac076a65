"""New Word documents, right to left."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from pr_editor.formats.docx import refuse_controls
from pr_editor.formats.guard import open_package
from pr_editor.text.draft import Kind

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties
    from docx.section import Section
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph
    from lxml.etree import _Element

    from pr_editor.text.draft import Draft

FONT = "B Nazanin"
"""What Iranian offices set their letters in."""
LATIN_FONT = "Times New Roman"

STYLES = {
    Kind.KICKER: "Subtitle",
    Kind.HEADLINE: "Title",
    Kind.SUBHEAD: "Heading 2",
    Kind.LIST: "List Bullet",
}
_SIZES = {"Title": 18.0, "Heading 2": 15.0, "Subtitle": 13.0}
_TEXT_SIZE = 14.0
_PAGE_WIDTH, _MARGIN = Mm(210), Mm(25)
TEXT_WIDTH = Mm(160)
"""What the margins leave of a page."""
"""Sizes in points; a headline stands out and still fits a line or two."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f](?:[!-~\u00c0-\u024f ]*[A-Za-z0-9\u00c0-\u024f])?")
_BREAK = re.compile("[\x0b\u2028]")
FONT_TABLE = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:font w:name="{FONT}"><w:altName w:val="Vazirmatn"/><w:charset w:val="B2"/></w:font></w:fonts>"""


def docx_bytes(draft: Draft) -> bytes:
    """A new document: headline, subheads and lists in Word's own styles, Persian runs marked as right-to-left."""
    refuse_controls(draft)
    document = docx.Document()
    set_properties(document.core_properties, draft.title)
    for name in ("Normal", *STYLES.values()):
        set_look(document.styles[name])
    set_page(document.sections[0])
    for paragraph in draft.paragraphs:
        added = document.add_paragraph(style=STYLES.get(paragraph.kind))
        added._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        add_runs(added, paragraph.text, bold=paragraph.kind is Kind.LEAD)
    out = io.BytesIO()
    document.save(out)
    # The font table is the one place where Word looks for a substitute of a font it lacks.
    package = open_package(out.getvalue(), draft.title)
    return package.replaced({"word/fontTable.xml": FONT_TABLE.encode()})


def set_properties(properties: CoreProperties, title: str) -> None:
    """The template's own author, date and remark are none of the user's."""
    properties.title = title
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC)
    properties.language = "fa-IR"


def set_page(section: Section) -> None:
    """A4, with columns and page numbers running from the right; the schema wants that before the grid."""
    section.page_width, section.page_height = _PAGE_WIDTH, Mm(297)
    section.left_margin = section.right_margin = _MARGIN
    bidi, grid = OxmlElement("w:bidi"), section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        section._sectPr.append(bidi)
    else:
        grid.addprevious(bidi)


def set_look(style: BaseStyle) -> None:
    """Give a style of the template, made for English, a Persian font and a sober look."""
    element = style.element
    for old in [*element.findall(qn("w:rPr")), *element.iter(qn("w:pBdr"))]:
        old.getparent().remove(old)
    size = str(round(_SIZES.get(str(style.name), _TEXT_SIZE) * 2))
    fonts = {"ascii": LATIN_FONT, "hAnsi": LATIN_FONT, "cs": FONT}
    look = OxmlElement("w:rPr")
    append(look, "rFonts", **fonts)
    if style.name in {"Title", "Heading 2"}:
        append(look, "b")
        append(look, "bCs")
    append(look, "sz", val=size)
    append(look, "szCs", val=size)
    element.append(look)


def add_runs(paragraph: Paragraph, text: str, *, bold: bool) -> None:
    """Add runs in turn right-to-left and, for Latin words, left-to-right."""
    at = 0
    for latin in _LATIN.finditer(text):
        _add_run(paragraph, text[at : latin.start()], bold=bold, persian=True)
        _add_run(paragraph, latin.group(), bold=bold, persian=False)
        at = latin.end()
    _add_run(paragraph, text[at:], bold=bold, persian=True)


def _add_run(paragraph: Paragraph, text: str, *, bold: bool, persian: bool) -> None:
    if not text:
        return
    # To python-docx these are control characters; to Word, as to us, they break the line.
    run = paragraph.add_run(_BREAK.sub("\n", text))
    look = run._r.get_or_add_rPr()
    if bold:
        append(look, "b")
        append(look, "bCs")
    if persian:
        append(look, "rtl")
        append(look, "lang", bidi="fa-IR")


def append(parent: _Element, name: str, **attributes: str) -> None:
    """Append ``w:name``. The schema wants children in its order, which is that of the calls."""
    child = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        child.set(qn(f"w:{key}"), value)
    parent.append(child)
