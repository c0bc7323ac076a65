"""The guard: what no fix may change by accident.

Figures, dates, times, addresses, codes and Latin words must come out of every fix as they went in; the words of quoted
speech must come out of every SAFE fix the same under folding. The guard compares the whole paragraph before and after,
so it needs no trust in the rule that made the fix.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Touches
from pr_editor.text.edits import OverlapError, edit_text
from pr_editor.text.fold import fold, to_ascii_digits
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pr_editor.checks.model import Fix
    from pr_editor.text.span import Edit

_QUOTE = re.compile('«([^«»]*)»|“([^“”]*)”|"([^"]*)"')
_DIGITS = re.compile(r"\d+")
_NUMBER_MARKS = str.maketrans({"٫": ".", "٬": ",", "٪": "%", " ": ""})
_GAPS = re.compile(r"[\s\u200c]+")

_VERBATIM = frozenset(
    {TokenKind.URL, TokenKind.EMAIL, TokenKind.HANDLE, TokenKind.HASHTAG, TokenKind.CODE, TokenKind.IBAN}
)
_NUMERIC = frozenset({TokenKind.PHONE, TokenKind.DATE, TokenKind.TIME, TokenKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Invariants:
    """What a fix must leave alone. Digits are compared in one script, numbers' inner marks in one form."""

    verbatim: tuple[str, ...]
    numbers: tuple[str, ...]
    digits: tuple[str, ...]
    latin: tuple[str, ...]


def invariants(text: str) -> Invariants:
    """Collect from a paragraph everything no fix may change, in reading order."""
    tokens = tokenize(text)
    plain = text.translate(to_ascii_digits)
    return Invariants(
        verbatim=tuple(t.text for t in tokens if t.kind in _VERBATIM),
        numbers=tuple(t.text.translate(to_ascii_digits).translate(_NUMBER_MARKS) for t in tokens if t.kind in _NUMERIC),
        digits=tuple(_DIGITS.findall(plain)),
        latin=tuple(t.text for t in tokens if t.kind is TokenKind.LATIN),
    )


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """``[start, end)`` of each stretch between « », “ ” or \" \" in a paragraph, marks left out."""
    return tuple((m.start(m.lastindex or 0), m.end(m.lastindex or 0)) for m in _QUOTE.finditer(text))


def _speech(text: str) -> tuple[str, ...]:
    """The quoted words of a paragraph, folded, without regard to spaces and half-spaces."""
    return tuple(_GAPS.sub("", fold(text[a:b])) for a, b in quoted_spans(text))


def _same_facts(before: str, after: str, touches: Touches | None) -> bool:
    if touches is Touches.ALL:
        return True
    a, b = invariants(before), invariants(after)
    if touches is Touches.LATIN:
        return (a.numbers, a.digits) == (b.numbers, b.digits)
    if touches is Touches.DIGITS:
        return (a.verbatim, a.latin, a.digits) == (b.verbatim, b.latin, b.digits)
    return a == b


def judge(fix: Fix, texts: Mapping[int, str], touches: Touches | None) -> Fix | None:
    """Pass ``fix``, weaken it to ASK, or refuse it (None).

    ``texts`` are the paragraphs by key as they stand. A fix that harms facts or does not fit the text is refused; a
    SAFE one that changes what a quoted person said is left for the editor to decide.
    """
    by_key: dict[int, list[Edit]] = {}
    for edit in fix.edits:
        by_key.setdefault(edit.span.key, []).append(edit)
    applicability = fix.applicability
    for key, edits in by_key.items():
        try:
            before = texts[key]
            after = edit_text(before, edits)
        except (OverlapError, ValueError, KeyError):
            return None
        if not _same_facts(before, after, touches):
            return None
        if applicability is Applicability.SAFE and _speech(before) != _speech(after):
            applicability = Applicability.ASK
    return fix if applicability is fix.applicability else replace(fix, applicability=applicability)


def judge_all(fixes: Iterable[Fix], texts: Mapping[int, str], touches: Touches | None) -> tuple[Fix, ...]:
    """Pass each of ``fixes`` by the guard; the refused are gone."""
    return tuple(passed for fix in fixes if (passed := judge(fix, texts, touches)))
