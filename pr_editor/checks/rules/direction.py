"""BID: marks that steer the direction of text and can't be seen: overrides, lost halves, and those without effect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.direction_marks import Places, paired, same_without
from pr_editor.text.letters import DIRECTION_MARKS, ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pr_editor.checks.model import Check, Fix
    from pr_editor.checks.view import Context, ParagraphView

_UAX9 = "Unicode Standard Annex #9, Unicode Bidirectional Algorithm"

OVERRIDE = Rule(
    code="BID001",
    name="direction-override",
    summary=N_("A hidden character forces the direction of letters in «{text}»."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority=_UAX9,
)
UNPAIRED = Rule(
    code="BID002",
    name="unpaired-direction-mark",
    summary=N_("In «{text}» a hidden direction mark lacks its other half."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_UAX9,
)
NEEDLESS = Rule(
    code="BID003",
    name="needless-direction-mark",
    summary=N_("A hidden direction mark in «{text}» changes nothing."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_UAX9,
)

_MESSAGES = {
    "\u202d": N_("A hidden left-to-right override (LRO) forces the letters of «{text}» into the wrong order."),
    "\u202e": N_("A hidden right-to-left override (RLO) forces the letters of «{text}» into the wrong order."),
    "\u200e": N_("A hidden left-to-right mark (LRM) stands in «{text}» and changes nothing."),
    "\u200f": N_("A hidden right-to-left mark (RLM) stands in «{text}» and changes nothing."),
    "\u061c": N_("A hidden Arabic letter mark (ALM) stands in «{text}» and changes nothing."),
    "\u202a": N_("A hidden left-to-right embedding (LRE) opens in «{text}» and changes nothing."),
    "\u202b": N_("A hidden right-to-left embedding (RLE) opens in «{text}» and changes nothing."),
    "\u2066": N_("A hidden left-to-right isolate (LRI) opens in «{text}» and changes nothing."),
    "\u2067": N_("A hidden right-to-left isolate (RLI) opens in «{text}» and changes nothing."),
    "\u2068": N_("A hidden first-strong isolate (FSI) opens in «{text}» and changes nothing."),
}
_UNOPENED = N_("A hidden end of an embedding or isolate (PDF, PDI) stands in «{text}» without a beginning.")
_UNCLOSED = N_("A hidden embedding or isolate opens in «{text}» and is never closed.")
_REMOVE = N_("Remove the hidden character")

_MARKS = re.compile(f"[{DIRECTION_MARKS}]")
_RUN = re.compile(f"([{DIRECTION_MARKS}])\\1*")
_NESTING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SINGLE = "\u200e\u200f\u061c"
_OVERRIDES = "\u202d\u202e"
_ENDS = "\u202c\u2069"
_MOST_READ = 1000
"""Marks of one paragraph up to which beginnings and ends are matched."""
_MOST_REPORTED = 100
"""Needless marks of one paragraph that are told at once; the others come up when these are gone."""
_MOST_WEIGHED = 60
"""Marks of one paragraph whose effect is worked out; the others are taken for needed."""
_LETTER = re.compile(f"[{LETTERS}{SIGNS}]")
_LEFT_PART = re.compile(f"[^\\s{DIRECTION_MARKS}]+[{DIRECTION_MARKS}]*$")
_RIGHT_PART = re.compile(f"[{DIRECTION_MARKS}]*[^\\s{DIRECTION_MARKS}]+")
_LONGEST_WORD = 40
_BESIDE = re.compile(f"[{LETTERS}]")
_NEAR = 8
_NEAR_LEFT = re.compile(f"[{LETTERS}{SIGNS}][ ،؛؟.!]*$")
_NEAR_RIGHT = re.compile(f"[ ،؛؟.!]*[{LETTERS}]")


def direction(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report overrides always, halves without the other half, and marks without which the text looks the same."""
    marks = len(_MARKS.findall(view.text))
    if not marks:
        return
    pairs, lost = paired(view.text) if marks <= _MOST_READ else ([], [])
    gone: set[int] = set()
    yield from _overrides(view, [*pairs, *((at,) for at in lost)])
    yield from _unpaired(view, lost, gone)
    yield from _needless(view, context, pairs, gone)


def _overrides(view: ParagraphView, places: Iterable[Places]) -> Iterator[Hit]:
    for one in places:
        mark = view.text[one[0]]
        if mark in _OVERRIDES:
            yield _hit(view, OVERRIDE, one, _MESSAGES[mark], (_removal(view, one),))


def _unpaired(view: ParagraphView, lost: Iterable[int], gone: set[int]) -> Iterator[Hit]:
    text = view.text
    for at in [at for at in lost if text[at] not in _OVERRIDES][:_MOST_WEIGHED]:
        without = not _parts_figures(text, (at,)) and _needed_by_none(text, (at,), gone)
        if without:
            gone.add(at)
        message = _UNOPENED if text[at] in _ENDS else _UNCLOSED
        yield _hit(view, UNPAIRED, (at,), message, (_removal(view, (at,), safe=without),))


def _needless(view: ParagraphView, context: Context, pairs: Iterable[Places], gone: set[int]) -> Iterator[Hit]:
    text = view.text
    simple = not _NESTING.search(text)
    singles = [tuple(range(*match.span())) for match in _RUN.finditer(text) if match[1] in _SINGLE]
    plain = [places for places in pairs if text[places[0]] not in _OVERRIDES]
    weighed = reported = 0
    for places in sorted([*singles, *plain]):
        if reported == _MOST_REPORTED:
            return
        needless = simple and _between_persian(text, places)
        if not needless and weighed < _MOST_WEIGHED:
            weighed += 1
            needless = _needed_by_none(text, places, gone)
        if needless:
            fixes = _fixes(view, context, places)
            if fixes[0].applicability is Applicability.SAFE:
                gone.update(places)
            reported += 1
            yield _hit(view, NEEDLESS, places, _MESSAGES[text[places[0]]], fixes)


def _needed_by_none(text: str, places: Places, gone: Collection[int]) -> bool:
    """Whether nothing looks other without marks, be those before that are ``gone`` left out as well or not."""
    return same_without(text, places, gone) and (not gone or same_without(text, places, ()))


def _parts_figures(text: str, places: Places) -> bool:
    """Whether figures on both sides would become one without marks."""
    return text[places[0] - 1 : places[0]].isdecimal() and text[places[-1] + 1 : places[-1] + 2].isdecimal()


def _between_persian(text: str, places: Sequence[int]) -> bool:
    """Whether a mark stands between Persian letters, with nothing between that could take another direction.

    That is most of them by far, and spares the algorithm.
    """
    first, last = places[0], places[-1] + 1
    if last - first != len(places):
        return False
    left, right = (_NEAR_LEFT, _NEAR_RIGHT) if text[first] == "\u200f" else (_BESIDE, _BESIDE)
    before = left.search(text, max(first - _NEAR, 0), first) if left is _NEAR_LEFT else left.match(text, first - 1)
    return first > 0 and before is not None and right.match(text, last) is not None


def _fixes(view: ParagraphView, context: Context, places: Places) -> tuple[Fix, ...]:
    """Remove the mark; inside a word it may stand for a half-space."""
    text, first, last = view.text, places[0], places[-1] + 1
    if _parts_figures(text, places):
        return (_removal(view, places),)
    inside = last - first == len(places) and _LETTER.match(text, first - 1) and _LETTER.match(text, last)
    if not (first and inside):
        return (_removal(view, places, safe=True),)
    left, right = _word_around(text, first, last)
    before, after = text[left:first], text[last:right]
    if context.language.lists(before + after) and not context.language.lists(before + ZWNJ + after):
        return (_removal(view, places, safe=True),)
    half_space = fix(N_("Write a half-space"), [view.edit(first, last, ZWNJ)], Applicability.ASK)
    return (half_space, _removal(view, places))


def _removal(view: ParagraphView, places: Places, *, safe: bool = False) -> Fix:
    edits = [view.edit(at, at + 1, "") for at in places]
    return fix(_REMOVE, edits, Applicability.SAFE if safe else Applicability.ASK)


def _hit(view: ParagraphView, rule: Rule, places: Places, text: str, fixes: tuple[Fix, ...]) -> Hit:
    """A finding on the words the mark stands in or between, for the mark itself can't be seen."""
    alone = len(places) == 1 or places[-1] - places[0] == len(places) - 1
    start, end = _word_around(view.text, places[0], places[-1] + 1 if alone else places[0] + 1)
    return Hit(rule, view.span(start, end), fixes=fixes, message=text)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    before = _LEFT_PART.search(text, max(start - _LONGEST_WORD, 0), start)
    after = _RIGHT_PART.match(text, end, end + _LONGEST_WORD)
    return before.start() if before else start, after.end() if after else end


CHECKS: tuple[Check, ...] = (ParagraphCheck((OVERRIDE, UNPAIRED, NEEDLESS), direction),)
