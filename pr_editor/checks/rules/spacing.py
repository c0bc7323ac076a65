"""SPC005, SPC006, SPC010: too many spaces, spaces of an odd kind, and dashes with a space on one side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, LETTER, SPACES, with_space
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

SEVERAL = Rule(
    code="SPC005",
    name="several-spaces",
    summary=N_("One space is enough between words."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
LOPSIDED = Rule(
    code="SPC006",
    name="lopsided-dash",
    summary=N_("A dash between two parts has a space on both sides or on none."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=ACADEMY,
)
ODD = Rule(
    code="SPC010",
    name="odd-space",
    summary=N_("A tab or a space of another kind stands where an ordinary space belongs."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="ISIRI 6219, Persian Information Interchange and Display Mechanism, using Unicode",
)

_SEVERAL_SPACES = re.compile(rf"(?<=[^\s])[{SPACES}]{{2,}}(?=[^\s،؛؟:!.»)\]”])")
_LOPSIDED_DASH = re.compile(rf"(?<=[{LETTERS}])(?:[-–—](?= {LETTER})| [-–—](?={LETTER}))")
_ODD_SPACE = re.compile(
    "(?<=[^\\s])[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000](?=[^\\s])|(?<=[^\\s])[ \u00a0]*\t[ \u00a0\t]*(?=[^\\s])"
)
_BESIDE_WORD = re.compile(rf"[{LETTERS}{SIGNS}،؛:.؟!«»()]")
_LEAST_PROSE = 12
"""Words from which a paragraph with one tab is prose and no line of a table."""


def several(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report two spaces or more where one is meant. Those beside marks are the business of the other rules."""
    for match in _SEVERAL_SPACES.finditer(view.text):
        if view.text[match.start() - 1] not in "«“([":
            yield _one_space(view, SEVERAL, match, Applicability.SAFE)


def odd(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report no-break, thin and other spaces between words, and a tab in the middle of prose.

    A no-break space beside a figure is there on purpose, and tabs in short lines or by the several part columns.
    """
    if not _ODD_SPACE.search(view.text):
        return
    is_prose = view.kind in {Kind.LEAD, Kind.BODY} and len(view.words) >= _LEAST_PROSE and view.text.count("\t") == 1
    for match in _ODD_SPACE.finditer(view.text):
        before, after = view.text[match.start() - 1], view.text[match.end()]
        if "\t" in match.group():
            if is_prose:
                yield _one_space(view, ODD, match, Applicability.ASK)
        elif _BESIDE_WORD.match(before) and _BESIDE_WORD.match(after):
            yield _one_space(view, ODD, match, Applicability.SAFE)


def _one_space(view: ParagraphView, rule: Rule, match: re.Match[str], applicability: Applicability) -> Hit:
    one = fix(N_("Leave one space"), [view.edit(match.start(), match.end(), " ")], applicability)
    return Hit(rule, view.span(match.start(), match.end()), fixes=(one,))


def dashes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report dashes between words with a space on one side only."""
    for match in _LOPSIDED_DASH.finditer(view.text):
        at = match.end() if match.group()[0] == " " else match.start()
        yield with_space(view, LOPSIDED, at, match.span(), Applicability.ASK)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((SEVERAL,), several),
    ParagraphCheck((ODD,), odd),
    ParagraphCheck((LOPSIDED,), dashes),
)
