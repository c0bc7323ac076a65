"""CHR: what hides inside words and at their borders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.letters import ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.span import Edit

HIDDEN = Rule(
    code="CHR005",
    name="hidden-character",
    summary=N_("An invisible or stray character hides in «{text}» or at its border."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="ISIRI 6219, Persian Information Interchange and Display Mechanism, using Unicode",
)

_NAMES = {
    "\u00ac": N_("A not-sign (¬) stands in «{text}» where a half-space was meant."),
    "\u00ad": N_("An invisible soft hyphen hides in «{text}» or at its border."),
    "\u200b": N_("An invisible zero-width space hides in «{text}» or at its border."),
    "\u200c": N_("A half-space stands between «{text}» and the space or the end beside it."),
    "\u200d": N_("An invisible zero-width joiner hides in «{text}»."),
    "\u2060": N_("An invisible word joiner hides in «{text}» or at its border."),
    "\ufeff": N_("An invisible byte-order mark hides in «{text}» or at its border."),
}
_HIDDEN = "\u00ac\u00ad\u200b\u200d\u2060\ufeff\u001f"
_BORDER = re.compile(f"[\u00ad\u200b\u2060\ufeff{ZWNJ}]+")
_PIECE = re.compile(f"[{LETTERS}{SIGNS}{ZWNJ}{_HIDDEN}]+")
_SUSPECT = re.compile(f"[{_HIDDEN}]|{ZWNJ}(?!\\S)|(?<!\\S){ZWNJ}")
"""What every piece with a fault holds: most paragraphs hold none."""
_HIDDEN_RUN = re.compile(f"(?<!{ZWNJ}){ZWNJ}*+[{_HIDDEN}][{_HIDDEN}{ZWNJ}]*")


def hidden(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report what hides inside words (not-signs, soft hyphens, zero-width spaces and joiners) and at their borders."""
    if not _SUSPECT.search(view.text):
        return
    for piece in _PIECE.finditer(view.text):
        text = piece.group().strip(_HIDDEN + ZWNJ)
        start = piece.start() + piece.group().index(text)
        border = _border_edits(view, piece, start, start + len(text)) if text else []
        runs = list(_HIDDEN_RUN.finditer(text))
        if not runs and not border:
            continue
        lists = context.language.lists
        joined, parted = _HIDDEN_RUN.sub("", text), _HIDDEN_RUN.sub(ZWNJ, text)
        has_half_space = all(ZWNJ in run.group() for run in runs)
        meant = parted if has_half_space or lists(parted) or not lists(joined) else joined
        inner = [view.edit(start + run.start(), start + run.end(), ZWNJ if meant is parted else "") for run in runs]
        sure = Applicability.SAFE if has_half_space or lists(meant) else Applicability.ASK
        written = fix(N_("Write «{word}»"), [*border, *inner], sure, word=meant)
        yield Hit(HIDDEN, view.span(piece.start(), piece.end()), fixes=(written,), message=_named(piece.group()))


def _named(piece: str) -> str:
    """The sentence that names what hides in ``piece``, empty where there are several things."""
    found = set(piece) & set(_HIDDEN) or {ZWNJ}
    return _NAMES.get(found.pop(), "") if len(found) == 1 else ""


def _border_edits(view: ParagraphView, piece: re.Match[str], start: int, end: int) -> list[Edit]:
    """Remove what is invisible between a word, ``[start, end)``, and the white space or the end of text beside it."""
    text = view.text
    edits = []
    if _BORDER.fullmatch(text, piece.start(), start) and (piece.start() == 0 or text[piece.start() - 1].isspace()):
        edits.append(view.edit(piece.start(), start, ""))
    if _BORDER.fullmatch(text, end, piece.end()) and (piece.end() == len(text) or text[piece.end()].isspace()):
        edits.append(view.edit(end, piece.end(), ""))
    return edits


CHECKS: tuple[Check, ...] = (ParagraphCheck((HIDDEN,), hidden),)
