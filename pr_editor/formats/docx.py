"""Word documents (.docx).

The XML is read and changed as it is instead of through a document library: those read tracked insertions as nothing,
load all parts of a file, and write them anew. So a rewritten file differs from the original in its words only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from pr_editor.formats.base import Document, arrange, build_draft, refuse_many, refuse_unstorable
from pr_editor.formats.docx_body import STRICT, TRANSITIONAL, Vocabulary, read_blocks
from pr_editor.formats.docx_edit import clear_line, insert_after, insert_before, remove_block, set_line
from pr_editor.formats.docx_styles import hint_kinds, read_styles
from pr_editor.formats.guard import damaged, open_package, parse_xml
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pr_editor.formats.base import Arrangement
    from pr_editor.formats.docx_body import Block, Element, Line
    from pr_editor.formats.guard import Package
    from pr_editor.text.draft import Draft

_RELATIONSHIPS = "_rels/.rels"
_PROPERTIES = ("docProps/app.xml", "docProps/core.xml")
_CONVERTER = re.compile(rb"<(?:\w+:)?(?:Application|creator|generator)\b[^>]*>[^<]*(?:pdf|acrobat)", re.IGNORECASE)
_NO_XML = re.compile("[\x01-\x08\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class DocxDocument(Document):
    """A Word document. Formatting, pictures, comments and all other parts stay when it is rewritten."""

    data: bytes = field(repr=False)

    @property
    def format(self) -> str:
        """Always ``docx``."""
        return "docx"

    def rewritten(self, draft: Draft) -> bytes:
        """See ``Document.rewritten``. Where no word differs the bytes are those of the original."""
        refuse_unstorable((p.text for p in draft.paragraphs), self.draft.source)
        refuse_controls(draft)
        keys = [p.key for p in self.draft.paragraphs]
        plan = arrange(keys, draft)
        if not plan.added and plan.kept == {p.key: p.text for p in self.draft.paragraphs}:
            return self.data
        package = open_package(self.data, self.draft.source)
        part, root, w = _main_part(package)
        blocks = read_blocks(root, w)
        _rewrite(blocks, dict(zip(keys, _visible(blocks), strict=True)), plan, w)
        xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return package.replaced({part: xml})


def read_docx(data: bytes, name: str) -> DocxDocument:
    """Read a Word document called ``name``. Raises ``KnownError``."""
    package = open_package(data, name)
    part, root, w = _main_part(package)
    refuse_many(sum(1 for _ in root.iter(w.paragraph, *w.breaks)), name)
    blocks = read_blocks(root, w)
    styles_part = f"{part.rpartition('/')[0]}/styles.xml".lstrip("/")
    styles = parse_xml(package.part(styles_part), name) if styles_part in package.parts else None
    draft = build_draft(hint_kinds(blocks, read_styles(styles, w), w), name)
    return DocxDocument(replace(draft, from_pdf=_made_from_pdf(package)), data)


def refuse_controls(draft: Draft) -> None:
    """Raise ``KnownError`` for characters that XML, and so Word, cannot hold."""
    for paragraph in draft.paragraphs:
        if found := _NO_XML.search(paragraph.text):
            code = f"U+{ord(found.group()):04X}"
            raise KnownError("Word documents cannot hold the control character {code}.", code=code)


def without_controls(text: str) -> str:
    """``text`` with the sign for what can't be shown in place of characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def _main_part(package: Package) -> tuple[str, Element, Vocabulary]:
    """Name, root and vocabulary of the part with the text."""
    part = _target(package)
    # Only parts called XML were looked over when the package was opened.
    if part not in package.parts or not part.endswith(".xml"):
        raise KnownError("{name} is not a Word document (.docx).", name=package.name)
    root = parse_xml(package.part(part), package.name)
    namespace = etree.QName(root).namespace
    if namespace not in {TRANSITIONAL, STRICT} or etree.QName(root).localname != "document":
        raise KnownError("{name} is not a Word document (.docx).", name=package.name)
    return part, root, Vocabulary(str(namespace))


def _target(package: Package) -> str:
    """The part the package names as its document."""
    if _RELATIONSHIPS not in package.parts:
        return ""
    for relation in parse_xml(package.part(_RELATIONSHIPS), package.name):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    raise damaged(package.name)


def _made_from_pdf(package: Package) -> bool:
    """Whether the document's properties name a program that converts PDF files. They are no text: a look will do."""
    return any(part in package.parts and _CONVERTER.search(package.part(part)) for part in _PROPERTIES)


def _visible(blocks: list[Block]) -> list[Line]:
    return [line for block in blocks for line in block.lines if line.text]


def _rewrite(blocks: list[Block], lines: dict[int, Line], plan: Arrangement, w: Vocabulary) -> None:
    # New paragraphs take their looks from their neighbours, which must be there still, and unchanged.
    for key, texts in plan.added.items():
        if key is None:
            insert_before(next(iter(lines.values())), texts, w)
        else:
            insert_after(lines[key], texts, w)
    for key, line in lines.items():
        if key in plan.kept and plan.kept[key] != line.text:
            set_line(line, plan.kept[key], w)
    for line in (line for key, line in lines.items() if key not in plan.kept):
        clear_line(line, w)
    emptied = {id(line.block) for line in lines.values()} - {id(lines[key].block) for key in plan.kept}
    for block in blocks:
        if id(block) in emptied:
            remove_block(block, w)
