"""CHR: letters in fixed shapes, and whole words in one character."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ARABIC, NON_JOINING, ZWNJ
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView

_STANDARD = "The Unicode Standard, Arabic Presentation Forms are for compatibility only"

OLD_FORM = Rule(
    code="CHR003",
    name="presentation-form",
    summary=N_("«{text}» is written in fixed letter shapes that neither search nor screen readers understand."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority=_STANDARD,
)
WORD_SIGN = Rule(
    code="CHR006",
    name="word-in-one-character",
    summary=N_("«{text}» is one character for a whole word; it is lost in searches and in many fonts."),
    severity=Severity.WARNING,
    applicability=Applicability.ASK,
    authority=_STANDARD,
)

_ARABIC = str.maketrans(ARABIC)
_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd40-\ufdef\ufe70-\ufefc]")
_UNJOINED_TAIL = ("FINAL FORM", "ISOLATED FORM")
_WORDS = {
    "\ufdf2": ("الله",),
    "\ufdf3": ("اکبر",),
    "\ufdf4": ("محمد",),
    "\ufdf5": ("(ص)",),
    "\ufdf6": ("رسول",),
    "\ufdf7": ("علیه",),
    "\ufdf8": ("وسلم",),
    "\ufdf9": ("صلی",),
    "\ufdfa": ("(ص)", "صلی الله علیه و آله و سلم"),
    "\ufdfb": ("جل جلاله",),
    "\ufdfc": ("ریال",),
    "\ufdfd": ("بسم الله الرحمن الرحیم",),
}
_WORD = re.compile(f"[{''.join(_WORDS)}]")


def shapes(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report each word with letters in fixed shapes."""
    if not _PRESENTATION.search(view.text):
        return
    for word in view.words:
        if _PRESENTATION.search(word.text):
            plain = _base_letters(word.text)
            edits = [view.edit(word.start, word.end, plain)]
            written = fix(N_("Write «{word}»"), edits, Applicability.SAFE, word=plain)
            yield Hit(OLD_FORM, view.span(word.start, word.end), fixes=(written,))


def _base_letters(word: str) -> str:
    """The letters behind presentation forms; a shape that ends a joined run inside the word stands for a half-space."""
    out: list[str] = []
    for at, ch in enumerate(word):
        base = unicodedata.normalize("NFKC", ch) if _PRESENTATION.match(ch) else ch
        out.append(base.translate(_ARABIC))
        ends_run = unicodedata.name(ch, "").endswith(_UNJOINED_TAIL) and base[-1] not in NON_JOINING
        if ends_run and at + 1 < len(word) and word[at + 1] != ZWNJ:
            out.append(ZWNJ)
    return "".join(out)


def word_signs(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report characters that hold a whole word, such as those for Allah and rial."""
    text = view.text
    for match in _WORD.finditer(text):
        start, end = match.span()
        apart = " " if start and text[start - 1].isdigit() else ""
        fixes = tuple(
            fix(N_("Write «{word}»"), [view.edit(start, end, apart + word)], Applicability.ASK, word=word)
            for word in _WORDS[match.group()]
        )
        yield Hit(WORD_SIGN, view.span(start, end), fixes=fixes)


CHECKS: tuple[Check, ...] = (ParagraphCheck((OLD_FORM,), shapes), ParagraphCheck((WORD_SIGN,), word_signs))
