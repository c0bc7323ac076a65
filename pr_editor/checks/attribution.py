"""Reading who wrote a release and who issued it out of its lines.

What counts as a label, a role or an outlet is the house's to say (``BylineStyle``); how Persian press copy arranges
them is known here: «نویسنده: نام، سمت سازمان», «به قلم نام», «(نام / سمت)», «منبع: …», «به گزارش …، ».
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_editor.checks.byline_parts import CLOSING, PartsReader
from pr_editor.checks.phrases import any_of, has_verb
from pr_editor.text.fold import fold, fold_map
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from pr_editor.profile.options import BylineStyle
    from pr_editor.text.draft import Paragraph

_ORNAMENT = "[\\s•·*\\-–—_|/(\\[«#\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f300-\U0001faff]"
ORNAMENT = rf"{_ORNAMENT}*"
"""What may stand before the words of a line: bullets, dashes, opening brackets, pictures."""
_SOME_ORNAMENT = rf"{_ORNAMENT}{{0,12}}"
"""The same inside a text, bounded: it is tried after every mark."""

MAX_LINE = 24
"""Words of the longest line that can be a byline."""
_MAX_BARE_NAME = 4
_MAX_OFFICE = 10
_MAX_FORMULA = 18
_CREDIT_CHARS = 80

_PEN = re.compile(rf"^{ORNAMENT}[✍✎✏✐✑✒\U0001f58a-\U0001f58d📝]{ORNAMENT}(?=\w)")
"""A pen stands for «به قلم»."""
_OF_WHAT = r"(?:\s+(?:این\s+)?(?:خبر|گزارش|یادداشت|متن|مطلب|مقاله)(?=\s*:))?"
_BRACKETS = {")": "(", "]": "[", "»": "«"}
_CUT = re.compile(
    r"[،,؛;:.؟?!\n(]|(?<!\w)(?:در|با|که|برای|طی|پس|بر|صبح|عصر|ظهر|امروز|دیروز|روز|اظهار|گفت|افزود|به(?!\s*نقل(?!\w)))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote the release. Parts that are not given are empty; ``span`` covers the words of the byline."""

    span: Span
    name: str = ""
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Who issued the release: a line of its own, or the formula in the text. ``text`` is verbatim."""

    span: Span
    text: str


class AttributionReader:
    """The house's ways of naming author and issuer, compiled once."""

    def __init__(self, style: BylineStyle) -> None:
        """Compile the lists of ``style``; empty lists match nothing."""
        label = any_of(style.labels)
        self._parts = PartsReader(style)
        leading = [entry for entry in style.labels if _leads_to_a_name(entry)]
        self._label = re.compile(
            rf"^{ORNAMENT}(?:نام\s+(?:و\s+نام\s*خانوادگی\s+)?)?(?P<label>{label}(?:\s*(?:/|و)\s*{label})*){_OF_WHAT}"
            r"\s*(?P<colon>[:/|]|[-–—](?=\s))?\s*"
        )
        self._second = re.compile(rf"^{ORNAMENT}{any_of(style.second_labels)}")
        self._closing = re.compile(rf"^{ORNAMENT}(?P<label>{any_of(style.closing_labels)})\s*:\s*")
        self._leading = re.compile(rf"^{ORNAMENT}{any_of(leading)}")
        self._trailing = re.compile(rf"[.؟!»]\s*[(\[]?(?P<label>{label})\s*:\s*(?=[^:]{{3,120}}$)")
        self._source_label = re.compile(rf"^{ORNAMENT}{any_of(style.source_labels)}\s*:\s*(?=\S)")
        self._formula = re.compile(
            rf"(?:^|[.؟!؛،,:»\"”(]|(?<!\w)و\s){_SOME_ORNAMENT}(?P<formula>{any_of(style.formulas)})"
        )
        long_ones = [entry for entry in style.formulas if len(entry.split()) > 2]
        self._anywhere = re.compile(f"(?P<formula>{any_of(long_ones)})")
        self._outlet = re.compile(rf"^{ORNAMENT}{any_of(style.outlets)}")
        self._credit = re.compile(rf"^{ORNAMENT}(?P<credit>{any_of(style.outlets)}(?:\s+\w+){{0,4}}?)\s*[:–—-]\s*\w")

    def byline(self, paragraph: Paragraph, *, near_end: bool = True, decided: bool = False) -> Byline | None:
        """Read ``paragraph`` as a byline, or give None.

        ``near_end`` allows forms without a label, which elsewhere would be guesses; ``decided`` says that the editor
        calls it a byline, so that even a bare name is one.
        """
        if not decided and len(paragraph.text.split()) > MAX_LINE:
            return None
        folded, origin = fold_map(paragraph.text)
        origin.append(len(paragraph.text))
        match = self._label.match(folded)
        if match and (decided or self._names_someone(folded, match, near_end=near_end)):
            found = self._read(paragraph, origin[match.start("label")], origin[match.end()])
            return found if found.role else self._role_of_label(found, paragraph.text)
        match = self._closing.match(folded) if near_end else None
        if match and self._parts.begins_with_name(folded[match.end() :]):
            return self._read(paragraph, origin[match.start("label")], origin[match.end()])
        match = re.match(ORNAMENT, folded)
        start = match.end() if match else 0
        bare = folded[start:].strip(" ()[]*-–—")
        penned = bool(_PEN.match(folded)) and self._parts.begins_with_name(bare)
        if decided or penned or (near_end and self._parts.is_name_and_role(bare)):
            return self._read(paragraph, origin[start], origin[start])
        return None

    def is_second(self, folded: str) -> bool:
        """Whether a folded byline names a second hand, such as the translator, who may stand beside the author."""
        return bool(self._second.match(folded))

    def trailing_byline(self, paragraph: Paragraph) -> Byline | None:
        """A labelled byline that was run into the end of a paragraph of text."""
        match = self._trailing.search(fold(paragraph.text[-200:]))
        if match is None:
            return None
        folded, origin = fold_map(paragraph.text)
        origin.append(len(paragraph.text))
        match = self._trailing.search(folded)
        if match is None or has_verb(folded[match.end() :]):
            return None
        return self._read(paragraph, origin[match.start("label")], origin[match.end()])

    def source_label(self, paragraph: Paragraph) -> SourceLine | None:
        """A line that says «منبع: …»."""
        if len(paragraph.text.split()) > MAX_LINE or not self._source_label.match(fold(paragraph.text)):
            return None
        return source_line(paragraph)

    def formula(self, paragraph: Paragraph) -> SourceLine | None:
        """The first «به گزارش …» or «به نقل از …» of a paragraph, up to the comma or verb after it."""
        folded = fold(paragraph.text)
        match = min(
            filter(None, (self._formula.search(folded), self._anywhere.search(folded))),
            key=lambda found: found.start("formula"),
            default=None,
        )
        if match is None:
            return None
        stop = _formula_end(folded, match.end())
        if not folded[match.end() : stop].strip():
            return None
        folded, origin = fold_map(paragraph.text)
        start, end = origin[match.start("formula")], origin[stop - 1] + 1
        return SourceLine(Span(paragraph.key, start, end), paragraph.text[start:end])

    def office(self, paragraph: Paragraph) -> SourceLine | None:
        """A short line without a verb that is the name of an outlet or office."""
        if not self._is_office(paragraph.text):
            return None
        return source_line(paragraph)

    def credit(self, paragraph: Paragraph) -> SourceLine | None:
        """The outlet that opens a lead: «خبرگزاری شمال: …»."""
        match = self._credit.match(fold(paragraph.text[:_CREDIT_CHARS]))
        if match is None:
            return None
        _, origin = fold_map(paragraph.text[:_CREDIT_CHARS])
        start, end = origin[match.start("credit")], origin[match.end("credit") - 1] + 1
        return SourceLine(Span(paragraph.key, start, end), paragraph.text[start:end])

    def _is_office(self, text: str) -> bool:
        if len(text.split()) > _MAX_OFFICE or text.rstrip().endswith((":", "؟", "!")):
            return False
        folded = fold(text)
        return bool(self._outlet.match(folded)) and not has_verb(folded)

    def _names_someone(self, folded: str, match: re.Match[str], *, near_end: bool) -> bool:
        """Whether what follows a label is a name and not the rest of a sentence, nor a reporter's question."""
        rest = folded[match.end() :].strip(CLOSING)
        if has_verb(rest) or rest.endswith(("؟", "?", "!")):
            return False
        if match["colon"]:
            return True
        if not rest or "." in rest:
            return False
        if self._leading.match(folded):
            return len(rest.split()) <= _MAX_OFFICE
        bracketed = folded.lstrip().startswith(("(", "["))
        return near_end and (
            bracketed or bool(self._parts.role.search(rest)) or 2 <= len(rest.split()) <= _MAX_BARE_NAME
        )

    def _read(self, paragraph: Paragraph, start: int, rest: int) -> Byline:
        """Split what stands from ``rest`` on into name, role and organisation; the byline begins at ``start``."""
        end = _without_closing(paragraph.text, start)
        return Byline(Span(paragraph.key, start, end), *self._parts.parts(paragraph.text[rest:end]))

    def _role_of_label(self, byline: Byline, text: str) -> Byline:
        """«کارشناس روابط عمومی: …» says the role in the label itself; «نویسنده: …» says none."""
        folded, origin = fold_map(byline.span.of(text))
        match = self._label.match(folded)
        if match is None or " " not in match["label"] or not self._parts.role.match(match["label"]):
            return byline
        start, end = origin[match.start("label")], origin[match.end("label") - 1] + 1
        return replace(byline, role=byline.span.of(text)[start:end])


@lru_cache(maxsize=16)
def reader_of(style: BylineStyle) -> AttributionReader:
    """The compiled reader of a house style."""
    return AttributionReader(style)


def _leads_to_a_name(label: str) -> bool:
    """Whether a label, like «به قلم» or «گزارش از», calls for a name by its grammar, without a colon."""
    words = fold(label).split()
    return len(words) > 1 and (words[0] == "به" or words[-1] == "از")


def _formula_end(folded: str, at: int) -> int:
    """Where the phrase ends that a formula opens: at a comma, before a preposition or verb, or after some words."""
    cut = _CUT.search(folded, at)
    stop = cut.start() if cut else len(folded)
    words = list(re.finditer(r"\S+", folded[at:stop]))
    if len(words) > _MAX_FORMULA:
        stop = at + words[_MAX_FORMULA - 1].end()
    return at + len(folded[at:stop].rstrip())


def source_line(paragraph: Paragraph) -> SourceLine:
    """A whole paragraph as a source, without the ornament before it."""
    start = re.match(ORNAMENT, paragraph.text)
    at = start.end() if start else 0
    end = len(paragraph.text.rstrip())
    return SourceLine(Span(paragraph.key, at, end), paragraph.text[at:end])


def _without_closing(text: str, start: int) -> int:
    """Where the line that begins at ``start`` ends, brackets left out that were opened before ``start``."""
    end = len(text.rstrip())
    while end > start and (opening := _BRACKETS.get(text[end - 1])) and opening not in text[start:end]:
        end = len(text[: end - 1].rstrip())
    return end
