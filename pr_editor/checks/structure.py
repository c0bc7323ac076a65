"""Which paragraph is what, who wrote the release and who issued it.

``recognise`` proposes; what the editor has decided always wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.checks.attribution import (
    ORNAMENT,
    AttributionReader,
    Byline,
    SourceLine,
    reader_of,
    source_line,
)
from pr_editor.checks.phrases import has_verb
from pr_editor.text.draft import Draft, Kind, Paragraph
from pr_editor.text.fold import fold
from pr_editor.text.sentences import ends_sentence
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pr_editor.profile.choices import ReleaseKind
    from pr_editor.profile.options import BylineStyle

__all__ = ["Byline", "SourceLine", "Structure", "recognise"]

_HEADLINE_WORDS = 20
_LONG_HEADLINE_WORDS = 32
"""Two-part headlines with a slash or the section's name behind them; only where the lead is longer still."""
_KICKER_WORDS = 6
_SUBHEAD_WORDS = 10
_END_LINES = 4
"""How many lines from the end a byline may stand without a label."""

_BULLET = r"[•·▪●○◦■□◆►✓✔*\-–—]\s*(?=[^\W_]|[«(\"])"
_NUMBER = r"\(?[0-9۰-۹٠-٩]{1,2}\s*[.)\-–]\s*(?![0-9۰-۹٠-٩])"
_LIST = re.compile(rf"{_BULLET}|{_NUMBER}|[الفبپتثج]{{1,3}}\s?[).]\s")
_END_MARK = re.compile(r"^\W*(?:انتهای\s*پیام|پایان\s*پیام|انتهای\s*خبر)")
_ABOUT = re.compile(rf"^{ORNAMENT}درباره(?:ی)?\s+[^.،؛:؟!]{{2,60}}(?P<colon>\s*:|$)")
_DATE_LABEL = re.compile(rf"^{ORNAMENT}(?:تاریخ(?:\s*انتشار)?|کد\s*خبر|شماره\s*خبر)\s*:")
_DATE_WORDS = re.compile(
    r"[0-9]{1,2}\s+(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن|اسفند)\s*(?:ماه\s*)?[0-9]{2,4}"
)
_CONTACT = re.compile(
    rf"^{ORNAMENT}(?:اطلاعات\s*تماس|تماس|شماره\s*تماس|تلفن|نمابر|نشانی|ادرس|ایمیل|رایانامه|پست\s*الکترونیک|وب\s*سایت|تارنما)"
    r"(?:\s+\w+){0,4}\s*:"
)
_ADDRESSES = frozenset({TokenKind.URL, TokenKind.EMAIL, TokenKind.HANDLE, TokenKind.PHONE})
_SIGNS = frozenset({TokenKind.HASHTAG, TokenKind.HANDLE, TokenKind.URL, TokenKind.MARK})
_LOOSE = frozenset({Kind.LIST, Kind.CONTACT})
"""Hints of a file's format that say how a line is set rather than what it says."""
_SIGNED = frozenset({Kind.BYLINE, Kind.SOURCE})
_BODY = frozenset({Kind.BODY, Kind.LIST, Kind.SUBHEAD, Kind.BOILERPLATE})
_TEXT = frozenset({Kind.HEADLINE, Kind.LEAD, Kind.BODY, Kind.SUBHEAD, Kind.KICKER, Kind.LIST})
"""Where a formula may name the source."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a draft."""

    kinds: Mapping[int, Kind] = field(default_factory=lambda: MappingProxyType({}))
    """A kind for every key of the draft, in reading order."""
    byline: Byline | None = None
    source: SourceLine | None = None
    release_kind: ReleaseKind | None = None
    """What sort of release it is, as somebody chose or as it seems; None when nothing tells."""


def recognise(
    draft: Draft,
    style: BylineStyle,
    overrides: Mapping[int, Kind] | None = None,
    standing: Callable[[str], bool] | None = None,
) -> Structure:
    """Propose a kind for every paragraph and find byline and source. ``overrides`` are the editor's own decisions.

    A kind other than body that a paragraph already carries is a hint of its file format and is believed. ``standing``
    says whether a text is one of the house's standard paragraphs.
    """
    reader = reader_of(style)
    keys = {paragraph.key for paragraph in draft.paragraphs}
    decided = {key: kind for key, kind in (overrides or {}).items() if key in keys}
    kinds = _hints(draft.paragraphs)
    if standing is not None:
        kinds |= {p.key: Kind.BOILERPLATE for p in draft.paragraphs if standing(p.text)}
    _lines(draft.paragraphs, reader, kinds, decided)
    kinds |= decided
    _opening(draft.paragraphs, kinds)
    _boilerplate(draft.paragraphs, kinds)
    _rest(draft.paragraphs, kinds)
    kinds = {paragraph.key: kinds[paragraph.key] for paragraph in draft.paragraphs}
    byline = _byline(draft.paragraphs, reader, kinds, decided)
    return Structure(MappingProxyType(kinds), byline, _source(draft.paragraphs, reader, kinds))


def _hints(paragraphs: Iterable[Paragraph]) -> dict[int, Kind]:
    """What the file's styles say; only the first of several headings is the headline."""
    kinds: dict[int, Kind] = {p.key: p.kind for p in paragraphs if p.kind is not Kind.BODY}
    headings = [key for key, kind in kinds.items() if kind is Kind.HEADLINE]
    kinds.update(dict.fromkeys(headings[1:], Kind.SUBHEAD))
    return kinds


def _lines(
    paragraphs: Sequence[Paragraph],
    reader: AttributionReader,
    kinds: dict[int, Kind],
    decided: Mapping[int, Kind],
) -> None:
    """Name the paragraphs that are lines of their own and no prose.

    Who signs may do so behind a bullet, and in what a web page calls an address.
    """
    last = len(paragraphs) - 1
    for at, paragraph in enumerate(paragraphs):
        if paragraph.key in decided or kinds.get(paragraph.key, Kind.LIST) not in _LOOSE:
            continue
        near_end = at > 0 and last - at < _END_LINES
        kind = _line_kind(paragraph.text, reader, near_end=near_end, first=at == 0)
        if kind is not None and (paragraph.key not in kinds or kind in _SIGNED):
            kinds[paragraph.key] = kind


@lru_cache(maxsize=4096)
def _line_kind(text: str, reader: AttributionReader, *, near_end: bool, first: bool) -> Kind | None:
    paragraph = Paragraph(0, text)
    if reader.byline(paragraph, near_end=near_end) is not None:
        return Kind.BYLINE
    if reader.source_label(paragraph) is not None or (near_end and reader.office(paragraph) is not None):
        return Kind.SOURCE
    tokens = tokenize(text) if len(text) < 400 else ()
    if tokens and all(token.kind in _SIGNS for token in tokens):
        return Kind.KICKER if first and any(token.kind is TokenKind.HASHTAG for token in tokens) else Kind.OTHER
    if _END_MARK.match(text):
        return Kind.OTHER
    folded = fold(text) if len(text) < 400 else ""
    if _CONTACT.match(folded) and any(token.kind in _ADDRESSES | {TokenKind.NUMBER} for token in tokens):
        return Kind.CONTACT
    if len(tokens) <= 14 and (_DATE_LABEL.match(folded) or (_DATE_WORDS.search(folded) and _is_dateline(folded))):
        return Kind.DATELINE
    return Kind.LIST if not first and _LIST.match(text) else None


def _is_dateline(folded: str) -> bool:
    """A place and a date: nothing but a few words, no sentence."""
    return len(folded.split()) <= 6 and not has_verb(folded)


def _opening(paragraphs: Sequence[Paragraph], kinds: dict[int, Kind]) -> None:
    """Name kicker, headline and lead among the first paragraphs of prose."""
    rest = _before_the_body(paragraphs, kinds)
    if Kind.HEADLINE not in kinds.values():
        if Kind.KICKER not in kinds.values() and _is_kicker(rest):
            kinds[rest.pop(0).key] = Kind.KICKER
        if rest and _is_headline(rest[0], rest[1] if len(rest) > 1 else None):
            rest = _name_copies(rest, Kind.HEADLINE, kinds)
    elif Kind.KICKER not in kinds.values():
        _kicker_above(paragraphs, kinds)
    if Kind.LEAD in kinds.values():
        return
    if len(rest) > 1 and not _is_prose(rest[0]) and _is_prose(rest[1]):
        kinds[rest.pop(0).key] = Kind.SUBHEAD
    if rest and _is_prose(rest[0]):
        _name_copies(rest, Kind.LEAD, kinds)


def _kicker_above(paragraphs: Sequence[Paragraph], kinds: dict[int, Kind]) -> None:
    """Name the few words right above a headline that the file, or the editor, marks as one."""
    for above, below in pairwise(paragraphs):
        if kinds.get(below.key) is Kind.HEADLINE:
            if above.key not in kinds and len(above.text.split()) <= _SUBHEAD_WORDS and not ends_sentence(above.text):
                kinds[above.key] = Kind.KICKER
            return


def _name_copies(rest: Sequence[Paragraph], kind: Kind, kinds: dict[int, Kind]) -> list[Paragraph]:
    """Name the first of ``rest`` and its verbatim copies right after it; give what is left.

    A lead pasted twice is a lead twice; that it stands there twice is for a rule to say.
    """
    copies = 0
    while copies < len(rest) and fold(rest[copies].text).split() == fold(rest[0].text).split():
        kinds[rest[copies].key] = kind
        copies += 1
    return list(rest[copies:])


def _before_the_body(paragraphs: Sequence[Paragraph], kinds: Mapping[int, Kind]) -> list[Paragraph]:
    """The unnamed paragraphs from the headline, or the top, down to the first that is body, list or crosshead."""
    rest: list[Paragraph] = []
    named = (at for at, paragraph in enumerate(paragraphs) if kinds.get(paragraph.key) is Kind.HEADLINE)
    for paragraph in paragraphs[next(named, 0) :]:
        kind = kinds.get(paragraph.key)
        if kind is Kind.HEADLINE:
            rest.clear()
        elif kind in _BODY:
            break
        elif kind is None:
            rest.append(paragraph)
    return rest


def _is_kicker(prose: Sequence[Paragraph]) -> bool:
    """A few words above a headline, with the lead after it."""
    if len(prose) < 3:
        return False
    first, second, third = prose[:3]
    words = len(first.text.split())
    return (
        words <= _KICKER_WORDS
        and words < len(second.text.split())
        and not ends_sentence(first.text)
        and _is_headline(second, third)
        and len(third.text.split()) > len(second.text.split())
    )


def _is_headline(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Short and no full sentence, or much shorter than the lead after it."""
    words = len(paragraph.text.split())
    following = len(after.text.split()) if after is not None else 0
    if not ends_sentence(paragraph.text):
        return words <= _HEADLINE_WORDS or words < min(following, _LONG_HEADLINE_WORDS)
    if paragraph.text.rstrip('»"”)] ').endswith((".", "…")):
        return words <= _SUBHEAD_WORDS and 2 * words <= following
    return words <= _HEADLINE_WORDS and words < following


def _is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph can be a lead: a sentence, or at least longer than a crosshead."""
    return ends_sentence(paragraph.text) or len(paragraph.text.split()) > _SUBHEAD_WORDS


def _boilerplate(paragraphs: Sequence[Paragraph], kinds: dict[int, Kind]) -> None:
    """«درباره …» in the second half opens the house's standing text, which runs on until another kind of line."""
    inside = False
    for at, paragraph in enumerate(paragraphs):
        known = kinds.get(paragraph.key)
        if known is not None:
            inside = inside and known is Kind.BOILERPLATE
            continue
        opens = 2 * at >= len(paragraphs) and at > 1 and _about(paragraph.text)
        inside = inside or opens
        if inside:
            kinds[paragraph.key] = Kind.BOILERPLATE


def _about(text: str) -> bool:
    if "درباره" not in text[:20]:
        return False
    match = _ABOUT.match(fold(text))
    return match is not None and len(match.group().split()) <= _SUBHEAD_WORDS and not has_verb(match.group())


def _rest(paragraphs: Sequence[Paragraph], kinds: dict[int, Kind]) -> None:
    """Crossheads and body: a crosshead is short, ends like no sentence, and has prose under it."""
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        if paragraph.key not in kinds:
            heads = after is not None and kinds.get(after.key) in {None, Kind.BODY, Kind.LIST}
            short = len(paragraph.text.split()) <= _SUBHEAD_WORDS and not ends_sentence(paragraph.text)
            longer = after is not None and len(after.text) > len(paragraph.text)
            kinds[paragraph.key] = Kind.SUBHEAD if heads and short and longer else Kind.BODY


def _byline(
    paragraphs: Sequence[Paragraph], reader: AttributionReader, kinds: Mapping[int, Kind], decided: Mapping[int, Kind]
) -> Byline | None:
    for paragraph in paragraphs:
        if kinds[paragraph.key] is Kind.BYLINE:
            return reader.byline(paragraph, decided=True)
    prose = [p for p in paragraphs if kinds[p.key] in {Kind.BODY, Kind.LEAD} and p.key not in decided]
    return reader.trailing_byline(prose[-1]) if prose else None


def _source(paragraphs: Sequence[Paragraph], reader: AttributionReader, kinds: Mapping[int, Kind]) -> SourceLine | None:
    """The first formula or label in the text, else the last line that names an office, else the credit of the lead."""
    for paragraph in paragraphs:
        kind = kinds[paragraph.key]
        if kind is Kind.SOURCE and (found := reader.source_label(paragraph)):
            return found
        if kind in _TEXT and _has_formula(paragraph.text, reader) and (found := reader.formula(paragraph)):
            return found
    for paragraph in reversed(paragraphs):
        if kinds[paragraph.key] is Kind.SOURCE:
            return source_line(paragraph)
    leads = (paragraph for paragraph in paragraphs if kinds[paragraph.key] is Kind.LEAD)
    return next(filter(None, map(reader.credit, leads)), None)


@lru_cache(maxsize=4096)
def _has_formula(text: str, reader: AttributionReader) -> bool:
    return reader.formula(Paragraph(0, text)) is not None
