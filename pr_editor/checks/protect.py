"""The guard: what no fix may change by accident.

Figures, dates, times, addresses, codes and Latin words must come out of every fix as they went in. The words of quoted
speech must come out of every SAFE fix the same under folding, and registered names as they are written. The guard
compares the text before and after, so it needs no trust in the rule that made the fix. It looks no further than the
nearest spaces across which nothing protected can reach: what lies beyond them is the same before and after, because no
token crosses such a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pr_editor.checks.kept_names import KeptNames
from pr_editor.checks.model import Applicability, Touches
from pr_editor.text.digits import drawn_to_ascii
from pr_editor.text.edits import OverlapError, edit_text, in_order
from pr_editor.text.entities import decoded
from pr_editor.text.fold import fold, to_ascii_digits
from pr_editor.text.span import Edit, Span
from pr_editor.text.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pr_editor.checks.model import Fix

_QUOTE = re.compile('«([^«»]*)»|“([^“”]*)”|"([^"]*)"')
_QUOTE_MARK = re.compile('[«»“”"]')
_DIGITS = re.compile(r"\d+")
_NUMBER_MARKS = str.maketrans({"٫": ".", "٬": ",", "٪": "%", " ": ""})
_GAPS = re.compile(r"[\s\u200c]+")
_APART = frozenset("\t\n\r\u00a0\u2028،؛؟«»")
"""What is part of no token, and of nothing that could become one."""
_LONGEST_IBAN = 36
_REACH = 1000
"""Characters looked at on either side where there is no seam: nothing longer is a fact."""
_MOST_QUOTED = 20_000
"""Characters of the longest paragraph whose quotation marks may change by a SAFE fix: all of it is read for each."""

_VERBATIM = frozenset(
    {TokenKind.URL, TokenKind.EMAIL, TokenKind.HANDLE, TokenKind.HASHTAG, TokenKind.CODE, TokenKind.IBAN}
)
_NO_NAMES = KeptNames()
_NUMERIC = frozenset({TokenKind.PHONE, TokenKind.DATE, TokenKind.TIME, TokenKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Invariants:
    """What a fix must leave alone. Digits are compared in one script, numbers' inner marks in one form."""

    verbatim: tuple[str, ...]
    numbers: tuple[str, ...]
    digits: tuple[str, ...]
    latin: tuple[str, ...]


@lru_cache(maxsize=4096)
def invariants(text: str) -> Invariants:
    """Collect from a text everything no fix may change, in reading order. «&#1740;» and «③» count as what they say."""
    text = decoded(text).translate(drawn_to_ascii)
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


def speech(text: str) -> tuple[str, ...]:
    """The quoted words of a paragraph, folded, without regard to spaces and half-spaces."""
    return tuple(_levelled(text[a:b]) for a, b in quoted_spans(text))


def _levelled(text: str) -> str:
    return _GAPS.sub("", fold(text))


def window(text: str, edits: Sequence[Edit]) -> tuple[int, int]:
    """The part ``[start, end)`` of a paragraph that holds every token the ``edits`` (sorted, not empty) can affect."""
    first, last = edits[0].span.start, edits[-1].span.end
    # The characters beside a seam must not be edited, or it would be none afterwards; hence one letter of distance.
    left, right = max(first - _REACH, 0), min(last + _REACH, len(text))
    start = next((at + 1 for at in range(first - 2, left, -1) if _is_seam(text, at)), left)
    end = next((at for at in range(last + 1, right) if _is_seam(text, at)), right)
    return start, end


def _is_seam(text: str, at: int) -> bool:
    """Whether no token can reach from one side of a character to the other.

    Dates, account numbers and percentages alone hold spaces, and all begin and end within few characters.
    """
    if text[at] in _APART:
        return True
    if text[at] != " " or not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    if before == "/" or after in "/%٪":
        return False
    return not (
        after.isdigit() and (before.isdigit() or before == "R") and "IR" in text[max(at - _LONGEST_IBAN, 0) : at]
    )


def same_facts(before: str, after: str, touches: Iterable[Touches | None]) -> bool:
    """Whether ``after`` holds the facts of ``before``, but for those that rules with these ``touches`` are about."""
    allowed = frozenset(touches)
    if Touches.ALL in allowed:
        return True
    a, b = invariants(before), invariants(after)
    if a.digits != b.digits:
        return False
    if Touches.DIGITS not in allowed and a.numbers != b.numbers:
        return False
    return Touches.LATIN in allowed or (a.verbatim, a.latin) == (b.verbatim, b.latin)


def _harmless(text: str, edits: Sequence[Edit], touches: Touches | None) -> bool:
    if touches is Touches.ALL:
        return True
    start, end = window(text, edits)
    before = text[start:end]
    shifted = [Edit(Span(e.span.key, e.span.start - start, e.span.end - start), e.text) for e in edits]
    return same_facts(before, edit_text(before, shifted), (touches,))


def _keeps_speech(text: str, edits: Sequence[Edit]) -> bool:
    """Whether what is quoted stays the same under folding; edits that level to nothing new need no second look."""
    if all(
        _levelled(e.span.of(text)) == _levelled(e.text) and not _QUOTE_MARK.search(e.span.of(text) + e.text)
        for e in edits
    ):
        return True
    return len(text) <= _MOST_QUOTED and speech(text) == speech(edit_text(text, edits))


def _by_paragraph(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    by_key: dict[int, list[Edit]] = {}
    for edit in edits:
        by_key.setdefault(edit.span.key, []).append(edit)
    return {key: in_order(some) for key, some in by_key.items()}


def judge(fix: Fix, texts: Mapping[int, str], touches: Touches | None, names: KeptNames = _NO_NAMES) -> Fix | None:
    """Pass ``fix``, weaken it to ASK, or refuse it (None).

    ``texts`` are the paragraphs by key as they stand. A fix that harms facts or does not fit the text is refused; a
    SAFE one that changes what a quoted person said, or one of the ``names``, is left for the editor to decide.
    """
    try:
        by_key = _by_paragraph(fix.edits)
    except OverlapError:
        return None
    weakened = False
    for key, edits in by_key.items():
        text = texts.get(key)
        if text is None or edits[-1].span.end > len(text) or not _harmless(text, edits, touches):
            return None
        if fix.applicability is Applicability.SAFE and not weakened:
            weakened = not (_keeps_speech(text, edits) and names.stand(text, edits))
    return replace(fix, applicability=Applicability.ASK) if weakened else fix


def judge_all(
    fixes: Iterable[Fix], texts: Mapping[int, str], touches: Touches | None, names: KeptNames = _NO_NAMES
) -> tuple[Fix, ...]:
    """Pass each of ``fixes`` by the guard; the refused are gone."""
    return tuple(passed for fix in fixes if (passed := judge(fix, texts, touches, names)))
