"""Text and files that come in by clipboard and drag, and text that goes out. Only plain text passes.

HTML is asked for its paragraphs, since what browsers and Word hand out as plain text has lost where they end, what is
hidden and what is a heading. A piece of one line is taken as it was typed, with the spaces at its ends.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pr_editor.text.clean import split_lines
from pr_editor.text.draft import draft_of
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextCursor

    from pr_editor.text.draft import Draft

_PDF_VIEWER = re.compile(r"<meta[^>]+generator[^>]+(?:pdf|acrobat)|class=[\"'][^\"']*\btextLayer\b", re.IGNORECASE)
"""Viewers that name themselves, and the layer of text that pdf.js lays over a page."""
_OWN = "application/x-pr-editor-text"
"""A format without content that text of ours has on the clipboard."""
_PARAGRAPHS = re.compile(r"<(?:p|h[1-6]|li|blockquote|address|td)\b", re.IGNORECASE)
"""Tags of a text that somebody set in paragraphs. Editors of code and viewers of PDF files hand out lines without."""
_REFUSED = re.compile("[\0\ufdd0\ufdd1\ufffc]")
"""Qt's own marks for frames and objects, and NUL."""


def incoming_text(source: QMimeData) -> str:
    """The text of ``source`` with line feeds between paragraphs, else as it is."""
    text = split_lines(source.text())
    if source.hasHtml() and (not text or "\n" in text.strip("\n")):
        draft = _html_draft(source.html(), needed=not text)
        if draft is not None:
            text = "\n".join(paragraph.text for paragraph in draft.paragraphs)
    return text


def is_own(source: QMimeData) -> bool:
    """Whether ``source`` brings text copied or dragged in a draft, which goes where it is put as it is."""
    return source.hasFormat(_OWN)


def storable(text: str) -> str:
    """``text`` without what no document of Qt's can hold."""
    return _REFUSED.sub("", text)


def incoming_draft(source: QMimeData) -> Draft:
    """A draft of what ``source`` brings; kinds are what its HTML says. Empty where it brings no text."""
    text = storable(incoming_text(source))
    draft = _html_draft(source.html(), needed=not source.text()) if source.hasHtml() else None
    if draft is None or [paragraph.text for paragraph in draft.paragraphs] != text.split("\n"):
        draft = draft_of(text.split("\n"))
    return replace(draft, title="", source="", from_pdf=draft.from_pdf or is_from_pdf(source))


def _html_draft(html: str, *, needed: bool) -> Draft | None:
    """The paragraphs of HTML; None where it has none, or can't be read, and the plain text will do."""
    if not needed and not _PARAGRAPHS.search(html):
        return None
    # Most drafts are typed or opened: the XML library can wait until something is pasted.
    from pr_editor.formats.html import read_markup

    try:
        return read_markup(html, "")
    except KnownError:
        return None


def is_from_pdf(source: QMimeData) -> bool:
    """Whether what brings ``source`` says that it was taken out of a PDF: by a format, or as the maker of its HTML.

    Missing half-spaces say nothing: many drafts have none.
    """
    if any("pdf" in name.lower() for name in source.formats()):
        return True
    return source.hasHtml() and _PDF_VIEWER.search(source.html()) is not None


def make_plain(data: QMimeData, cursor: QTextCursor) -> QMimeData:
    """Leave in ``data``, made by Qt from a selection, only its plain text, with the mark of ours. No-break spaces stay.

    An object of our own can't be handed out instead: on the clipboard it outlives Python, and the process crashes.
    """
    data.text()  # Qt fills it at the first question; only then can it be emptied
    data.clear()
    data.setText(split_lines(cursor.selectedText()))
    data.setData(_OWN, b"")
    return data


def local_files(source: QMimeData) -> list[str]:
    """The paths of the files of this machine that ``source`` brings."""
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
