"""Text and files that come in by clipboard and drag, and text that goes out. Only plain text passes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextCursor

_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")
_PDF_VIEWER = re.compile(r"<meta[^>]+generator[^>]+(?:pdf|acrobat)|class=[\"'][^\"']*\btextLayer\b", re.IGNORECASE)
"""Viewers that name themselves, and the layer of text that pdf.js lays over a page."""
_REFUSED = str.maketrans(dict.fromkeys("\0\ufdd0\ufdd1\ufffc"))
"""Qt's own marks for frames and objects, and NUL."""


def incoming_text(source: QMimeData) -> str:
    """The text of ``source`` with line feeds between paragraphs; that of its HTML where it brings nothing else."""
    if source.hasText() and source.text():
        text = source.text()
    elif source.hasHtml():
        document = QTextDocument()
        document.setHtml(source.html())
        text = document.toRawText()
    else:
        return ""
    return _LINE_ENDS.sub("\n", text).translate(_REFUSED)


def is_from_pdf(source: QMimeData) -> bool:
    """Whether what brings ``source`` says that it was taken out of a PDF: by a format, or as the maker of its HTML.

    Missing half-spaces say nothing: many drafts have none.
    """
    if any("pdf" in name.lower() for name in source.formats()):
        return True
    return source.hasHtml() and _PDF_VIEWER.search(source.html()) is not None


def make_plain(data: QMimeData, cursor: QTextCursor) -> QMimeData:
    """Leave in ``data``, made by Qt from a selection, only its plain text; no-break spaces stay what they are.

    An object of our own can't be handed out instead: on the clipboard it outlives Python, and the process crashes.
    """
    data.text()  # Qt fills it at the first question; only then can it be emptied
    data.clear()
    data.setText(_LINE_ENDS.sub("\n", cursor.selectedText()))
    return data


def local_files(source: QMimeData) -> list[str]:
    """The paths of the files of this machine that ``source`` brings."""
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
