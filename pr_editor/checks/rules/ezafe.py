"""HEH: the ezafe after silent heh, in one form, at its word, and not forgotten where the draft writes it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pr_editor.checks.ezafe_forms import ENDS, HEH, house_end, is_silent
from pr_editor.checks.model import Applicability, DraftCheck, Hit, ParagraphCheck, Rule, fix
from pr_editor.language.ezafe import has_ezafe
from pr_editor.profile.choices import Ezafe
from pr_editor.profile.model import Severity
from pr_editor.text.letters import HAMZA_ABOVE, ZWNJ
from pr_editor.text.message import N_
from pr_editor.text.tokens import LETTERS, SIGNS, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView

_ACADEMY = "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi, ezafe after silent heh"

FORM = Rule(
    code="HEH001",
    name="ezafe-form",
    summary=N_("«{text}» writes the ezafe after silent heh in another form than the house or the rest of the draft."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
APART = Rule(
    code="HEH002",
    name="ezafe-apart",
    summary=N_("In «{text}» the ezafe after silent heh is not joined to its word as it should be."),
    severity=Severity.WARNING,
    applicability=Applicability.SAFE,
    authority=_ACADEMY,
)
MISSING = Rule(
    code="HEH003",
    name="missing-ezafe",
    summary=N_("In «{text}» the ezafe after silent heh is not written."),
    severity=Severity.NOTE,
    applicability=Applicability.ASK,
    authority=_ACADEMY,
)

_END = re.compile(f"(?:{'|'.join(ENDS.values())})$")
_MARKED = re.compile(f"{HEH}{HAMZA_ABOVE}|ۀ|{HEH}{ZWNJ}ی(?![{LETTERS}{SIGNS}{ZWNJ}])")
"""Whatever the check for the form looks at: most paragraphs hold none of it."""
_FORM_OF = {end: form for form, end in ENDS.items()}
_APART = re.compile(
    rf"{HEH}(?:[ \u00a0{ZWNJ}]*[ \u00a0]ی(?= [{LETTERS}«0-9۰-۹])|[ \u00a0]?ء(?![{LETTERS}{SIGNS}{ZWNJ}])|\u0653)"
)
_BASE = re.compile(f"[{LETTERS}{SIGNS}{ZWNJ}]*{HEH}$")
_LONGEST_WORD = 40
_LEAST_LETTERS = 3

type _Place = tuple[ParagraphView, int, int, Ezafe]
"""An ezafe that is written: its word, ``[start, end)``, and the form."""


def form(view: DraftView, context: Context) -> Iterator[Hit]:
    """Report what is written in another form than the house wants, or than most of the draft where it wants none."""
    written = [place for paragraph in view.paragraphs for place in _written(paragraph)]
    counts = Counter(kind for *_, kind in written)
    wanted = _wanted(context, counts)
    for paragraph, start, end, kind in written:
        if kind is not wanted:
            base = paragraph.text[start : end - len(ENDS[kind])] + HEH
            sure = kind is not Ezafe.YE or is_silent(context.language, base)
            if sure or not context.language.lists(base + "ی"):
                yield _rewritten(paragraph, FORM, start, end, base[:-1] + ENDS[wanted], sure=sure)


def _wanted(context: Context, counts: Counter[Ezafe]) -> Ezafe:
    """The form a draft is held to; the Academy's where the house leaves it open and no form leads."""
    wanted = context.profile.options.orthography.ezafe
    if wanted is not Ezafe.MAJORITY:
        return wanted
    return max(ENDS, key=lambda form: counts[form])


def _written(view: ParagraphView) -> Iterator[_Place]:
    if not _MARKED.search(view.text):
        return
    for word in view.words:
        if match := _END.search(word.text):
            yield view, word.start, word.end, _FORM_OF[match.group()]


def apart(view: ParagraphView, context: Context) -> Iterator[Hit]:
    """Report «خانه ی ما», «خانهء ما» and the like, whatever the form that is wanted."""
    end = house_end(context)
    for match in _APART.finditer(view.text):
        at = match.start()
        base = _BASE.search(view.text, max(at - _LONGEST_WORD, 0), at + 1)
        if base and len(base.group()) >= _LEAST_LETTERS and is_silent(context.language, base.group()):
            word = base.group()[:-1] + end
            yield _rewritten(view, APART, base.start(), match.end(), word, sure=True)


def missing(view: DraftView, context: Context) -> Iterator[Hit]:
    """Report where the ezafe is certain and left out, if the house asks for it or the draft mostly writes it."""
    hits = [hit for paragraph in view.paragraphs for hit in _missing_in(paragraph, context)]
    if not hits:
        return
    written = sum(1 for paragraph in view.paragraphs for _ in _written(paragraph))
    if context.profile.options.orthography.ezafe_required or written >= len(hits):
        yield from hits


def _missing_in(view: ParagraphView, context: Context) -> Iterator[Hit]:
    end = house_end(context)
    tokens = view.tokens
    for first, second, third in zip(tokens, tokens[1:], (*tokens[2:], None), strict=False):
        if first.kind is not TokenKind.WORD or second.kind is not TokenKind.WORD or not first.text.endswith(HEH):
            continue
        if view.text[first.end : second.start] != " ":
            continue
        after = third.text if third and third.kind is TokenKind.WORD else ""
        if has_ezafe(first.text, second.text, after):
            written = first.text[:-1] + end
            edits = [view.edit(first.end - 1, first.end, end)]
            one = fix(N_("Write «{word}»"), edits, Applicability.ASK, word=written)
            yield Hit(MISSING, view.span(first.start, second.end), fixes=(one,))


def _rewritten(view: ParagraphView, rule: Rule, start: int, end: int, word: str, *, sure: bool) -> Hit:
    applicability = Applicability.SAFE if sure else Applicability.ASK
    written = fix(N_("Write «{word}»"), [view.edit(start, end, word)], applicability, word=word)
    return Hit(rule, view.span(start, end), fixes=(written,))


CHECKS: tuple[Check, ...] = (
    ParagraphCheck((APART,), apart),
    DraftCheck((FORM,), form),
    DraftCheck((MISSING,), missing),
)
