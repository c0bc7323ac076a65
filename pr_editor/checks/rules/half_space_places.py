"""ZWN: half-spaces where none should stand, and the places that houses judge differently."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.checks.pairs import parted, single_words
from pr_editor.language.affixes import PLURALS
from pr_editor.profile.choices import Copula, NonJoining
from pr_editor.profile.model import Severity
from pr_editor.text.letters import NON_JOINING, ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.text.span import Edit
    from pr_editor.text.tokens import Token

STRAY = Rule(
    code="ZWN004",
    name="stray-half-space",
    summary=N_("«{text}» holds a half-space that separates nothing."),
    severity=Severity.ERROR,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
NON_JOINER = Rule(
    code="ZWN010",
    name="half-space-after-non-joining",
    summary=N_("The half-space after a letter that joins to none is not as the house writes it in «{text}»."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="House style; Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
HEH_YEH = Rule(
    code="ZWN011",
    name="yeh-after-heh",
    summary=N_("After a silent heh the ending of «{text}» is written ه‌ای."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)
COPULA = Rule(
    code="ZWN015",
    name="copula-after-heh",
    summary=N_("In «{text}» the verb است stands apart."),
    severity=Severity.NOTE,
    applicability=Applicability.SAFE,
    authority="Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
)

_RUN = re.compile(f"{ZWNJ}+")
_PIECE = re.compile(f"[{LETTERS}{SIGNS}{ZWNJ}]+")
_AFTER_FOREIGN = re.compile(rf"[A-Za-z0-9۰-۹٠-٩»)]{ZWNJ}(?=[{LETTERS}])")
_FIGURE_OR_LATIN = re.compile("[A-Za-z0-9۰-۹٠-٩@#+]")
_UNSEEN = re.compile(f"(?<=[{NON_JOINING}]){ZWNJ}+(?=[{LETTERS}])")
_PLURAL = re.compile(f"[^{ZWNJ}]{{2,}}[{NON_JOINING}](?=(?:{'|'.join(sorted(PLURALS, key=len, reverse=True))})$)")
_NEVER_PLURAL = frozenset(("آنها", "اینها"))
_HEH_YEH = re.compile(f"(.{{2,}}ه){ZWNJ}(?:ئی|یی)")
_IS = f"ه{ZWNJ}است"


def stray(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report half-spaces that are doubled or don't stand between two letters, one finding for each word."""
    if ZWNJ not in view.text:
        return
    for piece in _PIECE.finditer(view.text):
        edits = list(_needless(view, piece))
        if edits:
            removed = fix(N_("Remove the needless half-space"), edits, Applicability.SAFE)
            yield Hit(STRAY, view.span(piece.start(), piece.end()), fixes=(removed,))


def _needless(view: ParagraphView, piece: re.Match[str]) -> Iterator[Edit]:
    """Edits of the half-spaces of a word.

    Those between a word and white space are hidden characters (CHR005); those with white space on both sides belong to
    no word. Beside a direction mark a half-space still keeps letters apart, because such marks are transparent to
    joining. Before a figure or a Latin word a half-space stands for the space that parts them.
    """
    text = view.text
    for run in _RUN.finditer(text, piece.start(), piece.end()):
        start, end = run.span()
        inside = piece.start() < start and end < piece.end()
        at_border = start == 0 or end == len(text) or _is_unseen(text[start - 1]) or _is_unseen(text[end])
        lone = not (text[start - 1 : start] if start else "").strip() and not text[end : end + 1].strip()
        after_foreign = start > 0 and _AFTER_FOREIGN.match(text, start - 1)
        keep = ZWNJ if inside else " " * bool(_FIGURE_OR_LATIN.match(text, end))
        if lone or (not at_border and not after_foreign and run.group() != keep):
            yield view.edit(start, end, keep)


def _is_unseen(ch: str) -> bool:
    return ch != ZWNJ and (ch.isspace() or ch == "¬" or unicodedata.category(ch) == "Cf")


def after_non_joining(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report half-spaces that can't be seen, or plural endings without one, as the house wishes."""
    match context.profile.options.orthography.half_space_after_non_joining:
        case NonJoining.REMOVE if ZWNJ in view.text:
            yield from _unseen(view, context)
        case NonJoining.WRITE:
            yield from _unwritten(view, context)


def _unseen(view: ParagraphView, context: Context) -> Iterator[Hit]:
    for token, _ in single_words(view, context):
        places = [match.span() for match in _UNSEEN.finditer(token.text)]
        if places:
            edits = [view.edit(token.start + start, token.start + end, "") for start, end in places]
            removed = fix(N_("Remove the needless half-space"), edits, Applicability.SAFE)
            yield Hit(NON_JOINER, view.span(token.start, token.end), fixes=(removed,))


def _unwritten(view: ParagraphView, context: Context) -> Iterator[Hit]:
    for token, word in single_words(view, context):
        match = _PLURAL.match(word)
        if match is None or word in _NEVER_PLURAL or not context.language.frequency(match.group()):
            continue  # «اژدها»: a plural is one of a word that is met
        if hit := parted(view, token, NON_JOINER, match.end(), ZWNJ, Applicability.ASK):
            yield hit


def after_heh(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «خانه‌ئی» and «خانه‌یی» for «خانه‌ای», and «رفته‌است» where the house writes «رفته است»."""
    if f"ه{ZWNJ}" not in view.text:
        return
    apart = context.profile.options.orthography.copula_after_heh is Copula.APART
    for token, word in single_words(view, context):
        if (match := _HEH_YEH.fullmatch(word)) and context.language.lists(match[1]):
            yield _written(view, token, HEH_YEH, len(token.text) - 2, "ای")
        elif apart and word.endswith(_IS):
            yield _written(view, token, COPULA, len(token.text) - len(_IS) + 1, " است")


def _written(view: ParagraphView, token: Token, rule: Rule, at: int, end: str) -> Hit:
    """A finding over a word of which all from ``at`` on should be ``end``."""
    edit = view.edit(token.start + at, token.end, end)
    right = fix(N_("Write «{word}»"), [edit], Applicability.SAFE, word=token.text[:at] + end)
    return Hit(rule, view.span(token.start, token.end), fixes=(right,))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((STRAY,), stray),
    ParagraphCheck((NON_JOINER,), after_non_joining),
    ParagraphCheck((HEH_YEH, COPULA), after_heh),
)
