"""CHR: marks and digits of other scripts and ornamental ones, and characters left as HTML wrote them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, Touches, fix
from pr_editor.profile.choices import Script
from pr_editor.profile.model import Severity
from pr_editor.text.digits import DRAWN
from pr_editor.text.entities import ENTITY, decoded
from pr_editor.text.fold import DIGITS, PERSIAN_DIGITS
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

_STANDARD = "ISIRI 6219, Persian Information Interchange and Display Mechanism, using Unicode"

FOREIGN_MARK = Rule(
    code="CHR011",
    name="foreign-mark",
    summary=N_("«{text}» is a mark of another script in the place of a Persian one."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
    touches=Touches.LATIN,
)
ENTITY_LEFT = Rule(
    code="CHR012",
    name="html-entity",
    summary=N_("«{text}» is HTML code for a character; readers see the code."),
    severity=Severity.ERROR,
    applicability=Applicability.ASK,
    authority="HTML Living Standard, named character references",
)
DRAWN_DIGIT = Rule(
    code="CHR013",
    name="ornamental-digit",
    summary=N_("«{text}» is drawn as an ornament; searches and screen readers don't take it for a number."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=_STANDARD,
)

_MARKS = {
    "ǃ": "!", "！": "!", "？": "؟", "，": "،", "；": "؛", "：": ":", "．": ".", "％": "٪", "）": ")", "（": "(",
    "❔": "؟", "❕": "!", "⸮": "؟",
}  # fmt: skip
_ORNAMENTS = "❔❕"
_BEFORE = rf"(?<=[{LETTERS}{SIGNS}۰-۹»)\]\u200c])"
_MARK = re.compile(rf"{_BEFORE} ?(?:[！？，；：．％）❔❕⸮]|ǃ(?!\w))|（(?=[{LETTERS}])")
"""Marks after Persian words, and the bracket before one; elsewhere they may belong to other scripts."""
_DRAWN = re.compile(rf"(?<!\d)[{''.join(DRAWN)}]+(?!\d)")


def marks(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report full-width and ornamental marks, and the click letter in the place of an exclamation mark."""
    for match in _MARK.finditer(view.text):
        at = match.end() - 1
        mark = view.text[at]
        sure = Applicability.ASK if mark in _ORNAMENTS else Applicability.SAFE
        written = fix(N_("Write «{word}»"), [view.edit(at, at + 1, _MARKS[mark])], sure, word=_MARKS[mark])
        yield Hit(FOREIGN_MARK, view.span(at, at + 1), fixes=(written,))


def entities(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report character references such as «&nbsp;». The draft may be about HTML, so the editor decides."""
    if "&" not in view.text:
        return
    for match in ENTITY.finditer(view.text):
        plain = decoded(match.group()).replace("\u00a0", " ")
        if plain != match.group():
            edits = [view.edit(match.start(), match.end(), plain)]
            written = fix(N_("Write the character instead"), edits, Applicability.ASK)
            yield Hit(ENTITY_LEFT, view.span(match.start(), match.end()), fixes=(written,))


def drawn_digits(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report digits in circles, in full width and in the alphabets of mathematics."""
    house = DIGITS if context.profile.options.numbers.digits is Script.LATIN else PERSIAN_DIGITS
    for match in _DRAWN.finditer(view.text):
        value = "".join(DRAWN[ch] for ch in match.group())
        plain = value.translate(str.maketrans(DIGITS, house))
        written = fix(
            N_("Write «{word}»"), [view.edit(match.start(), match.end(), plain)], Applicability.ASK, word=plain
        )
        yield Hit(DRAWN_DIGIT, view.span(match.start(), match.end()), fixes=(written,))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((FOREIGN_MARK,), marks),
    ParagraphCheck((ENTITY_LEFT,), entities),
    ParagraphCheck((DRAWN_DIGIT,), drawn_digits),
)
