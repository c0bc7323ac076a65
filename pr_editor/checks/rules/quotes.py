"""QUO001, QUO005: quotation marks of another script, and what is typed in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

FOREIGN_QUOTES = Rule(
    code="QUO001",
    name="foreign-quotation-marks",
    summary=N_("Persian text is quoted in « »: {text}"),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
MAKESHIFT = Rule(
    code="QUO005",
    name="makeshift-quotation-marks",
    summary=N_("These signs stand for quotation marks: {text}"),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)

_MARK = re.compile('[«»“”"]')
_PERSIAN = re.compile(f"[{LETTERS}]")
_LATIN = re.compile("[A-Za-z]")
_BEFORE_OPENING = frozenset("([«:،؛—–/-")
_MAKESHIFT = re.compile(
    r"<<(?P<a>[^<>«»]{1,300})>>|\(\((?P<b>[^()]{1,300})\)\)|‘(?P<c>[^‘’]{1,300})’|„(?P<d>[^„“”]{1,300})[“”]"
    r"|(?<![\w'`])(?:''|'|`)(?P<e>[^\s'`](?:[^'`\n]{0,298}[^\s'`])?)(?:''|')(?![\w'`])"
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Quotation marks at ``start`` and ``end``; ``sure`` when their shape and place leave no doubt."""

    start: int
    end: int
    sure: bool


def foreign_quotes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report each pair of “ ” or \" \" around Persian words, one finding for both marks."""
    for pair in _pairs(view.text):
        inside = view.text[pair.start + 1 : pair.end]
        if not _is_persian(inside):
            continue
        edits = [view.edit(pair.start, pair.start + 1, "«"), view.edit(pair.end, pair.end + 1, "»")]
        edits += [
            view.edit(pair.start + 1 + mark.start(), pair.start + 1 + mark.end(), "“" if mark.group() == "«" else "”")
            for mark in re.finditer("[«»]", inside)
        ]
        sure = pair.sure and len(edits) == len("«»")
        applicability = Applicability.SAFE if sure else Applicability.ASK
        yield Hit(
            FOREIGN_QUOTES,
            view.span(pair.start, pair.end + 1),
            fixes=(fix(N_("Quote in « »"), edits, applicability),),
        )


def makeshift(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report << >>, (( )), ‘ ’, „ “ and apostrophes around Persian words. Inside « » they become “ ”."""
    for match in _MAKESHIFT.finditer(view.text):
        group = match.lastgroup or ""
        if not _is_persian(match[group]):
            continue
        depth = view.text.count("«", 0, match.start()) - view.text.count("»", 0, match.start())
        opening, closing = "“”" if depth > 0 else "«»"
        start, end = match.span(group)
        edits = [view.edit(match.start(), start, opening), view.edit(end, match.end(), closing)]
        quoted = fix(N_("Quote in {marks}"), edits, Applicability.ASK, marks=f"{opening} {closing}")
        yield Hit(MAKESHIFT, view.span(*match.span()), fixes=(quoted,))


def _is_persian(quoted: str) -> bool:
    """A title in Latin letters keeps its own marks."""
    return len(_PERSIAN.findall(quoted)) > len(_LATIN.findall(quoted))


def _pairs(text: str) -> Iterator[_Pair]:
    """Pair the foreign marks of a paragraph. Those inside « » are the right marks for a quotation in a quotation."""
    marks = list(_MARK.finditer(text))
    straight_is_even = sum(mark.group() == '"' for mark in marks) % 2 == 0
    opening: re.Match[str] | None = None
    depth = 0
    for mark in marks:
        sign = mark.group()
        if sign in "«»":
            depth = depth + 1 if sign == "«" else max(depth - 1, 0)
        elif opening is None:
            if depth == 0 and (sign != '"' or not _is_inch(text, mark.start())):
                opening = mark
        elif (sign == '"') == (opening.group() == '"'):
            yield _Pair(opening.start(), mark.start(), _is_sure(text, opening, mark, straight_is_even))
            opening, depth = None, 0


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()


def _may_open(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING


def _is_sure(text: str, opening: re.Match[str], closing: re.Match[str], straight_is_even: bool) -> bool:
    """Whether the marks stand as quotation marks do: one turned to a word on its left, one to a word on its right."""
    if opening.group() != '"':
        return opening.group() == "“" and closing.group() == "”"
    start, end = opening.start(), closing.start()
    turned = _may_open(text, start) and not _may_open(text, end)
    return straight_is_even and turned and not text[start + 1].isspace()


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((FOREIGN_QUOTES,), foreign_quotes),
    ParagraphCheck((MAKESHIFT,), makeshift),
)
