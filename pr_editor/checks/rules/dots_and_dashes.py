"""PUN002–PUN005, PUN014: marks as typewriters made them: dots in a row, hyphens in a row, bullets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.marks import ACADEMY, CLOSING, SPACES, is_latin_text, rewritten, with_space, without
from pr_editor.checks.model import Applicability, ParagraphCheck, Rule
from pr_editor.profile.choices import Bullets, Dashes, EllipsisForm, Gap
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check, Hit
    from pr_editor.checks.view import Context, ParagraphView

DASHES = Rule(
    code="PUN002",
    name="typewriter-dash",
    summary=N_("«{text}» stands for a dash."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
DOTS = Rule(
    code="PUN003",
    name="number-of-dots",
    summary=N_("An ellipsis has three dots, the end of a sentence one: «{text}»"),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=ACADEMY,
)
ELLIPSIS = Rule(
    code="PUN004",
    name="ellipsis-form",
    summary=N_("The house style types an ellipsis in another way than «{text}»."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="House style; the Academy does not say how the three dots are typed",
)
ELLIPSIS_SPACE = Rule(
    code="PUN005",
    name="ellipsis-space",
    summary=N_("The house style spaces an ellipsis in another way."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="House style; publishers differ",
)
BULLET = Rule(
    code="PUN014",
    name="bullet",
    summary=N_("The house style opens list items with a hyphen."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="House style",
)

_DASHES = re.compile(r"(?<![-–—A-Za-z])-{2,3}(?![-–—>A-Za-z])")
_FORMS = {2: "–", 3: "—"}
_DOTS = re.compile(
    rf"(?<![.…])(?:\.(?:[{SPACES}]\.){{2,}}|…[{SPACES}]?…+|…\.{{2,}}|\.{{2,}}…+|\.{{4,5}}|(?<=[{LETTERS}{SIGNS}{CLOSING}])\.\.(?=[\s{CLOSING}]|$))(?![.…])"
)
_TWO = ".."
_CHARACTER, _THREE = "…", "..."
_FORM = re.compile(r"(?<![.A-Za-z])\.{3}(?![.A-Za-z…])|…")
_SPACED = re.compile(rf"(?<=[{LETTERS}{SIGNS}])(?P<gap>[{SPACES}]*)(?P<dots>\.{{3}}|…)(?![.…])")
_BULLET = re.compile("[·•●▪◦‣](?=\\s)")
_AND = re.compile(rf"(?<![{LETTERS}])و$")


def dashes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report two or three hyphens in a row."""
    if context.profile.options.punctuation.dashes is Dashes.KEEP or "--" not in view.text or is_latin_text(view.text):
        return
    for match in _DASHES.finditer(view.text):
        yield rewritten(view, DASHES, match.span(), _FORMS[len(match.group())], sure=True)


def dots(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report two, four or five dots in a row, dots with spaces, several ellipses; a longer row is a blank to fill."""
    house = context.profile.options.punctuation.ellipsis
    for match in _DOTS.finditer(view.text):
        text = match.group()
        three = (
            _CHARACTER if house is EllipsisForm.CHARACTER or (house is EllipsisForm.KEEP and "…" in text) else _THREE
        )
        if text == _TWO:
            yield rewritten(view, DOTS, match.span(), ".", three)
        else:
            yield rewritten(view, DOTS, match.span(), three, sure=True)


def ellipses(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report three dots typed in another way than the house's."""
    house = context.profile.options.punctuation.ellipsis
    if house is EllipsisForm.KEEP:
        return
    right = _CHARACTER if house is EllipsisForm.CHARACTER else _THREE
    for match in _FORM.finditer(view.text):
        if match.group() != right:
            yield rewritten(view, ELLIPSIS, match.span(), right, sure=True)


def ellipsis_spaces(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report an ellipsis spaced in another way than the house's; after «و» it stands for a word and keeps its space."""
    house = context.profile.options.punctuation.ellipsis_space
    if house is Gap.KEEP:
        return
    for match in _SPACED.finditer(view.text):
        if house is Gap.SPACE and not match["gap"]:
            yield with_space(view, ELLIPSIS_SPACE, match.start(), match.span())
        elif house is Gap.NONE and match["gap"] and not _AND.search(view.text, match.start() - 1, match.start()):
            yield without(view, ELLIPSIS_SPACE, match.span("gap"), match.span())


def bullets(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report list items that open with a bullet or a middle dot, where the house wants a hyphen."""
    if context.profile.options.punctuation.bullets is Bullets.HYPHEN and (match := _BULLET.match(view.text)):
        yield rewritten(view, BULLET, match.span(), "-", sure=True)


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((DASHES,), dashes),
    ParagraphCheck((DOTS,), dots),
    ParagraphCheck((ELLIPSIS,), ellipses),
    ParagraphCheck((ELLIPSIS_SPACE,), ellipsis_spaces),
    ParagraphCheck((BULLET,), bullets),
)
