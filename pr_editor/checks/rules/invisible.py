"""BID: characters that show nothing, and letters of one script that pass for those of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, Touches, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

MIXED = Rule(
    code="BID004",
    name="mixed-scripts",
    summary=N_("«{text}» mixes letters of several scripts that look alike."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="Unicode Technical Standard #39, Unicode Security Mechanisms, mixed-script confusables",
    touches=Touches.LATIN,
)
INVISIBLE = Rule(
    code="BID005",
    name="invisible-character",
    summary=N_("An invisible character hides in «{text}»."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="The Unicode Standard, layout controls and invisible operators",
)

_LATIN = "A-Za-z\u00c0-\u024f"
_TO_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТХУЬаеѕіјорсхуԁһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABESIJKMHOPCTXYbaesijopcxydhqw" + "ABEZHIKMNOPTYXov"
)
"""Cyrillic and Greek letters that can't be told from Latin ones; μ and β can, and stand in units and formulas."""
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_MIXED = re.compile(rf"[{_LATIN}\u0370-\u03ff\u0400-\u052f]{{2,64}}")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_STRAY = re.compile(f"(?<![{LETTERS}])(?<=[{_LATIN}])[{LETTERS}](?=[{_LATIN}])")
"""A single Persian letter between Latin ones."""
_AND = "و"
_LATIN_WORD = re.compile(f"[{_LATIN}{LETTERS}]*")
_LATIN_BEFORE = re.compile(f"[{_LATIN}]*$")

_MESSAGES = {
    "\u200b": N_("An invisible zero-width space hides in «{text}»."),
    "\u2060": N_("An invisible word joiner hides in «{text}»."),
    "\ufeff": N_("An invisible byte-order mark hides in «{text}»."),
    "\u2061": N_("An invisible function sign of mathematics hides in «{text}»."),
    "\u2062": N_("An invisible multiplication sign hides in «{text}»."),
    "\u2063": N_("An invisible separator of mathematics hides in «{text}»."),
    "\u2064": N_("An invisible plus sign hides in «{text}»."),
    "\u034f": N_("An invisible grapheme joiner hides in «{text}»."),
}
_CONTROL = N_("An invisible control character hides in «{text}».")
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_OTHERS = "\u2061-\u2064\u034f\u180e\u115f\u1160\u3164\uffa0\ufff9-\ufffb\x00-\x08\x0e-\x1e\x7f-\x84\x86-\x9f"
_HIDDEN = f"{_ZERO_WIDTH}\u00ac\u00ad\u200d\u001f{ZWNJ}"
_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}{_OTHERS}]")
_RUN = re.compile(f"[{_OTHERS}]+|[{_HIDDEN}]*[{_ZERO_WIDTH}][{_HIDDEN}]*")
_LETTER = re.compile(f"[{LETTERS}{SIGNS}]")
_PART_BEFORE = re.compile(r"\S+$")
_PART_AFTER = re.compile(r"\S+")
_LONGEST_WORD = 40


def mixed_scripts(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report Latin words with Greek or Cyrillic letters in them, and with a Persian one."""
    if _FOREIGN.search(view.text):
        for match in _MIXED.finditer(view.text):
            word = match.group()
            plain = word.translate(_TO_LATIN)
            if plain == word or _FOREIGN.search(plain) or not _LATIN_LETTER.search(word):
                continue
            edits = [view.edit(match.start(), match.end(), plain)]
            written = fix(N_("Write «{word}» in Latin letters"), edits, Applicability.ASK, word=plain)
            yield Hit(MIXED, view.span(match.start(), match.end()), fixes=(written,))
    for match in _STRAY.finditer(view.text):
        if match.group() != _AND:
            start, end = _around(view.text, match.start(), match.end(), _LATIN_BEFORE, _LATIN_WORD)
            yield Hit(
                MIXED, view.span(start, end), message=N_("A Persian letter stands inside the Latin word «{text}».")
            )


def invisible(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report what shows nothing and belongs nowhere; what hides in Persian words is left to the characters' rules."""
    text = view.text
    if not _INVISIBLE.search(text):
        return
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if all(ch in _HIDDEN for ch in match.group()) and _in_word(before, after):
            continue
        found = list(_INVISIBLE.finditer(text, start, end))
        edits = [view.edit(one.start(), one.end(), "") for one in found]
        parts = _LETTER.match(before) and _LETTER.match(after)
        sure = Applicability.ASK if parts else Applicability.SAFE
        span = view.span(*_around(text, start, end, _PART_BEFORE, _PART_AFTER))
        removed = fix(N_("Remove the hidden character"), edits, sure)
        yield Hit(INVISIBLE, span, fixes=(removed,), message=_MESSAGES.get(found[0].group(), _CONTROL))


def _in_word(before: str, after: str) -> bool:
    """Whether a run lies between letters of one word, or between a word and white space: CHR005 reports it there."""
    letter_before, letter_after = _LETTER.match(before), _LETTER.match(after)
    if letter_before and letter_after:
        return True
    free_before, free_after = not before or before.isspace(), not after or after.isspace()
    return bool((letter_before and free_after) or (letter_after and free_before))


def _around(text: str, start: int, end: int, left: re.Pattern[str], right: re.Pattern[str]) -> tuple[int, int]:
    before = left.search(text, max(start - _LONGEST_WORD, 0), start)
    after = right.match(text, end, end + _LONGEST_WORD)
    return before.start() if before else start, after.end() if after else end


CHECKS: tuple[Check, ...] = (ParagraphCheck((MIXED,), mixed_scripts), ParagraphCheck((INVISIBLE,), invisible))
