"""NUM: the script of digits."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pr_editor.checks.marks import is_latin_text
from pr_editor.checks.model import Applicability, DraftCheck, Hit, ParagraphCheck, Rule, Touches, fix
from pr_editor.profile.choices import Script
from pr_editor.profile.model import Severity
from pr_editor.text.fold import ARABIC_DIGITS, DIGITS, PERSIAN_DIGITS, to_ascii_digits
from pr_editor.text.message import N_
from pr_editor.text.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.text.tokens import Token

DIGIT_SCRIPT = Rule(
    code="NUM001",
    name="digit-script",
    summary=N_("«{text}» is not written in the digits of the house style."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority="ISIRI 6219, Persian Information Interchange and Display Mechanism; house style for Latin digits",
    touches=Touches.DIGITS,
)
_MIXED = N_("«{text}» mixes digits of two scripts.")
_OTHERWISE = N_("«{text}» is not written in the digits of the rest of the draft.")

_to_persian = str.maketrans(DIGITS + ARABIC_DIGITS, PERSIAN_DIGITS * 2)
_FIGURES = frozenset({TokenKind.NUMBER, TokenKind.DATE, TokenKind.TIME, TokenKind.PHONE})
_LATIN_BEFORE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ &+/:.–-]{1,2}[0-9]+)*[ &+/:–-]{0,2}$")
_LATIN_AFTER = re.compile(r"[ &+/–-]{0,2}[A-Za-z]")
_REACH = 40
_ANY_OTHER = frozenset({Script.KEEP, Script.UNIFORM})
"""House styles under which only a figure that mixes scripts is wrong by itself."""


def digit_script(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report figures in digits of another script than the house writes, and such as mix two."""
    house = context.profile.options.numbers.digits
    for token in view.tokens:
        if token.kind not in _FIGURES:
            continue
        scripts = _scripts(token.text)
        if len(scripts) > 1:
            yield _hit(view, token, Script.PERSIAN if house in _ANY_OTHER else house, _MIXED)
        elif house is Script.PERSIAN and scripts == {Script.LATIN}:
            if not _stays_latin(view, token):
                yield _hit(view, token, house)
        elif house not in _ANY_OTHER and house not in scripts:
            yield _hit(view, token, house)


def one_script(view: DraftView, context: Context) -> Iterator[Hit]:
    """Report figures in another script than most figures of the draft, where the house asks for nothing but one."""
    if context.profile.options.numbers.digits is not Script.UNIFORM:
        return
    figures = [
        (paragraph, token, scripts.pop())
        for paragraph in view.paragraphs
        for token in paragraph.tokens
        if token.kind in _FIGURES and len(scripts := _scripts(token.text)) == 1 and not _stays_latin(paragraph, token)
    ]
    counts = Counter(script for _, _, script in figures if script is not None)
    target = Script.LATIN if counts[Script.LATIN] > counts[Script.PERSIAN] else Script.PERSIAN
    for paragraph, token, script in figures:
        if script is not target:
            yield _hit(paragraph, token, target, _OTHERWISE)


def _scripts(text: str) -> set[Script | None]:
    """The scripts of the digits in ``text``; None stands for Arabic ones, which no house writes."""
    scripts: set[Script | None] = set()
    for ch in text:
        if ch in DIGITS:
            scripts.add(Script.LATIN)
        elif ch in PERSIAN_DIGITS:
            scripts.add(Script.PERSIAN)
        elif ch in ARABIC_DIGITS:
            scripts.add(None)
    return scripts


def _stays_latin(view: ParagraphView, token: Token) -> bool:
    """Whether a figure belongs to Latin text or is a telephone number: it may keep Latin digits."""
    return token.kind is TokenKind.PHONE or _beside_latin(view.text, token) or is_latin_text(view.text)


def _beside_latin(text: str, token: Token) -> bool:
    """Whether Latin matter stands right before or after a figure: as in «iPhone 15 Pro» or «ISO 9001:2015»."""
    before = text[max(token.start - _REACH, 0) : token.start]
    return bool(_LATIN_BEFORE.search(before) or _LATIN_AFTER.match(text, token.end))


def _hit(view: ParagraphView, token: Token, target: Script, message: str = "") -> Hit:
    text = token.text.translate(_to_persian if target is Script.PERSIAN else to_ascii_digits)
    edits = [view.edit(token.start, token.end, text)]
    written = fix(N_("Write «{number}»"), edits, Applicability.SAFE, number=text)
    return Hit(DIGIT_SCRIPT, view.span(token.start, token.end), fixes=(written,), message=message)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((DIGIT_SCRIPT,), digit_script),
    DraftCheck((DIGIT_SCRIPT,), one_script),
)
