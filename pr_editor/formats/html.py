"""Web pages (.html) and the HTML of clipboards: the lines a reader sees, and what their tags say about them.

The parser calls back at each tag instead of building a tree: depth costs nothing then, nor do attributes by the
thousand, for which libxml2 needs minutes when it puts them into one. Nothing a page refers to is fetched, its
entities are those of HTML alone, and comments, scripts, menus and hidden parts are no text of the release.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NoReturn, cast

from lxml import etree

from pr_editor.formats.base import MEGABYTE, Document, build_draft, refuse_many
from pr_editor.formats.encodings import detect
from pr_editor.formats.html_kinds import Line, hint_kinds, mark_of
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.text.draft import Draft

MAX_MARKUP = 8 * MEGABYTE
"""Largest page, in bytes: text with scripts and pictures in it."""
MAX_TAGS = 200_000
MAX_DEPTH = 1000

_DECLARED = re.compile(rb"(?:<meta\b[^>]{0,200}?charset|<\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?([\w-]{1,40})")
_DECLARATION_WITHIN = 4096
_CODECS = {
    **dict.fromkeys(("windows-1256", "cp1256", "x-cp1256"), "cp1256"),
    **dict.fromkeys(("iso-8859-6", "arabic"), "iso8859-6"),
    **dict.fromkeys(("windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
}
"""What labels stand for, as browsers read them (WHATWG Encoding); those that ``detect`` knows without being told."""

_DROPPED = frozenset((
    "head", "script", "style", "template", "noscript", "nav", "svg", "math", "iframe", "object", "embed", "audio",
    "video", "canvas", "button", "select", "datalist", "textarea", "del", "rp", "rt",
))  # fmt: skip
"""Elements whose text is none of the release; deletions are gone, as in Word documents."""
_BLOCKS = frozenset((
    "html", "body", "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
"""Elements that begin and end a line, cells among them."""
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE
)
"""Styles that hide; the last is how Word marks the bullet it puts before a list item."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONVERTER = re.compile(r"pdf|acrobat", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlDocument(Document):
    """A web page. It is read and never written: a page is more than the draft in it."""

    @property
    def format(self) -> str:
        """Always ``html``."""
        return "html"

    def rewritten(self, draft: Draft) -> NoReturn:
        """Raise ``KnownError``: copies are written as text or Word documents."""
        raise KnownError(
            "{name} is a web page, which is read but not written. Save a copy as .docx or .txt.",
            name=self.draft.source or draft.source,
        )


def read_html(data: bytes, name: str) -> HtmlDocument:
    """Read a web page called ``name``. Raises ``KnownError``."""
    _refuse_large(len(data), name)
    return HtmlDocument(read_markup(_text_of(data, name), name))


def read_markup(markup: str, name: str) -> Draft:
    """The draft in HTML, a whole page or a piece of one; kinds are what its tags say. Raises ``KnownError``."""
    data = markup.replace("\0", "").encode("utf-8", "replace")
    _refuse_large(len(data), name)
    page = _Page(name)
    # The stubs expect tags as bytes, too, which lxml gives to nobody since Python 3.
    target = cast("Any", page)
    try:
        etree.fromstring(data, etree.HTMLParser(target=target, no_network=True, encoding="utf-8"))
    except etree.XMLSyntaxError as error:
        if page.lines:
            raise KnownError("{name} is damaged and cannot be opened.", name=name) from error
    refuse_many(len(page.lines), name)
    return replace(build_draft(hint_kinds(page.lines), name), from_pdf=page.from_pdf)


class _Page:
    """Gathers the visible lines of a page while the parser reports tags and text in their order."""

    def __init__(self, name: str) -> None:
        self.lines: list[Line] = []
        self.from_pdf = False
        self._name = name
        self._tags = 0
        self._open: list[str] = []
        """The mark of every open element: see ``mark_of``."""
        self._hidden = 0
        """Depth of the outermost open element that is not shown; 0 where all are."""
        self._preformatted = 0
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._tags += 1
        if self._tags > MAX_TAGS or len(self._open) >= MAX_DEPTH:
            raise KnownError("{name} is built in a way no honest document is, and was not opened.", name=self._name)
        if tag == "meta" and attributes.get("name", "").lower() == "generator":
            self.from_pdf = self.from_pdf or bool(_CONVERTER.search(attributes.get("content", "")))
        if not self._hidden and tag in _BLOCKS:
            self._end_line()
        self._open.append(mark_of(tag, attributes))
        self._preformatted += tag == "pre"
        if not self._hidden and _is_hidden(tag, attributes):
            self._hidden = len(self._open)

    def end(self, tag: str) -> None:
        if not self._hidden and tag in _BLOCKS:
            self._end_line()
        if self._hidden == len(self._open):
            self._hidden = 0
        self._open.pop()
        self._preformatted -= tag == "pre"

    def data(self, text: str) -> None:
        if self._hidden:
            return
        if not self._preformatted:
            self._pieces.append(text)
            return
        first, *others = _LINE_END.split(text)
        self._pieces.append(first)
        for other in others:
            self._end_line()
            self._pieces.append(other)

    def close(self) -> None:
        self._end_line()

    def _end_line(self) -> None:
        text = _SPACE.sub(" ", "".join(self._pieces)).strip()
        self._pieces.clear()
        if text:
            self.lines.append(Line(text, next(filter(None, reversed(self._open)), "")))


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    return tag in _DROPPED or "hidden" in attributes or bool(_UNSEEN.search(attributes.get("style", "")))


def _text_of(data: bytes, name: str) -> str:
    """The characters of a page. What it says about its encoding counts only where the bytes don't tell."""
    try:
        return detect(data, name)[0]
    except KnownError:
        declared = _DECLARED.search(data[:_DECLARATION_WITHIN].lower())
        codec = _CODECS.get(declared[1].decode("ascii")) if declared else None
        if codec is None:
            raise
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            pass
        raise


def _refuse_large(size: int, name: str) -> None:
    if size > MAX_MARKUP:
        raise KnownError(
            "{name} is too large: it has {size} MB, and web pages of up to {limit} MB can be opened.",
            name=name,
            size=round(size / MEGABYTE),
            limit=MAX_MARKUP // MEGABYTE,
        )
